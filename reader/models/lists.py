"""The rows that lists of stories are read from."""

from typing import Any, Self

from django.db import models

from articles.models import Correction, Topic
from people.models import Author
from photos.models import Photo
from reader.models.story import Story, older_than


class PlaceQuerySet(models.QuerySet[Any]):
    """Rows that hold a story's place in a list, read in the order of their own index.

    The press keeps rows for live stories alone, so nothing else has to be asked.
    """

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-story_id")

    def before(self, published_at: Any, number: int) -> Self:
        """As StoryQuerySet.before: the next page of the list."""
        return self.filter(older_than(published_at, number, fields=("published_at", "story")))

    def for_cards(self) -> Self:
        """With each story as StoryQuerySet.for_cards loads it."""
        loaded = self.select_related("story__section", "story__series")
        return loaded.defer("story__body", "story__pictures", "story__corrections")

    def for_page(self) -> Self:
        return self.select_related("story__section__parent", "story__series")


class StoryAuthor(models.Model):
    """Which stories an author page lists."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="signatures")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    objects = PlaceQuerySet.as_manager()

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

    objects = PlaceQuerySet.as_manager()

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


# What a row of the list of corrections shows of its story.
_OF_STORY = [
    *("pk", "kind", "content", "made_at"),
    *(f"story__{name}" for name in ("headline", "slug", "section", "published_at")),
    *(f"story__section__{name}" for name in ("name", "slug", "hue")),
]


class StoryCorrectionQuerySet(models.QuerySet["StoryCorrection"]):
    def newest_first(self) -> Self:
        return self.order_by("-made_at", "-correction_id")

    def before(self, made_at: Any, number: int) -> Self:
        """As StoryQuerySet.before: the next page of the list."""
        return self.filter(older_than(made_at, number, fields=("made_at", "correction")))

    def for_list(self) -> Self:
        """With what is shown of each story, as it is called now."""
        return self.select_related("story__section").only(*_OF_STORY)


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

    objects = StoryCorrectionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-made_at", "-correction"], name="corrections_newest_first")
        ]

    def __str__(self) -> str:
        return str(self.correction_id)
