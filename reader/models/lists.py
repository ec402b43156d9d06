"""The rows that lists of stories are read from."""

from typing import Any

from django.db import models

from articles.models import Correction, Topic
from people.models import Author
from photos.models import Photo
from reader.models.story import Story


class StoryAuthor(models.Model):
    """Which stories an author page lists."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="signatures")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["author", "story"], name="a_story_is_listed_once_for_an_author"
            )
        ]
        indexes = [
            models.Index(fields=["author", "-published_at", "-story"], name="stories_of_an_author")
        ]

    def __str__(self) -> str:
        return f"{self.author_id}: {self.story_id}"


class StoryTopic(models.Model):
    """Which stories a topic gathers."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "story"], name="a_story_is_listed_once_under_a_topic"
            )
        ]
        indexes = [
            models.Index(fields=["topic", "-published_at", "-story"], name="stories_of_a_topic")
        ]

    def __str__(self) -> str:
        return f"{self.topic_id}: {self.story_id}"


class StoryPhoto(models.Model):
    """Which stories print a photo: those to print again when the photo changes."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    photo = models.ForeignKey(Photo, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "story"], name="a_story_is_listed_once_for_a_photo"
            )
        ]

    def __str__(self) -> str:
        return f"{self.photo_id}: {self.story_id}"


class StoryCorrection(models.Model):
    """A printed correction, as the list of corrections and the front page show it."""

    correction = models.OneToOneField(
        Correction, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Correction.Kind)
    content: Any = models.JSONField()
    made_at = models.DateTimeField()
    pinned_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["-made_at", "-correction"], name="corrections_newest_first")
        ]

    def __str__(self) -> str:
        return str(self.correction_id)
