"""What is read, counted without knowing by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from reader.models.story import Story


class Reading(models.Model):
    """How often a story was opened in an hour. Nothing is kept of who opened it."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+", db_index=False)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hour", "story"], name="an_hour_of_a_story_is_counted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.story_id}: {self.count}"


class MostRead(models.Model):
    """The most read stories of a span, as last reckoned: what pages show."""

    class Span(models.TextChoices):
        DAY = "day", _("24 hours")
        WEEK = "week", _("7 days")

    span = models.CharField(max_length=5, choices=Span)
    place = models.PositiveSmallIntegerField()
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    count = models.PositiveIntegerField()
    # When its last reading leaves the span: a list that nobody has reckoned since ends by itself.
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["span", "place"], name="a_place_is_taken_once")
        ]

    def __str__(self) -> str:
        return f"{self.span} {self.place}"
