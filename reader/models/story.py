"""One published article as printed."""

from collections.abc import Iterable
from math import ceil
from typing import Any, Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import bylines
from articles.models import Article, Revision, Section, Series
from people.models import Author

WORDS_A_MINUTE = 220
NOTHING = models.Value([], models.JSONField())


def older_than(at: Any, number: int, *, fields: tuple[str, str]) -> models.Q:
    """What comes after a place in a list ordered by time and number, the newest first.

    `fields` names the two. The next page is asked for by key and not by offset; the first condition
    alone ends the index's range: an OR of both would be read from the top.
    """
    time, key = fields
    return models.Q(
        models.Q((f"{time}__lt", at)) | models.Q((f"{key}__lt", number)), (f"{time}__lte", at)
    )


class StoryQuerySet(models.QuerySet["Story"]):
    def live(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def in_part_order(self) -> Self:
        return self.order_by("part")

    def in_sections(self, numbers: Iterable[int]) -> Self:
        return self.filter(section__in=list(numbers))

    def in_series(self, series: Series | int) -> Self:
        return self.filter(series=series)

    def signed_by(self, author: Author) -> Self:
        return self.filter(signatures__author=author)

    def before(self, published_at: Any, number: int) -> Self:
        """Stories older than this one: the next page of a list."""
        return self.filter(older_than(published_at, number, fields=("published_at", "pk")))

    def for_cards(self) -> Self:
        """What a list shows: everything but the text itself."""
        return self.select_related("section", "series").defer("body", "pictures", "corrections")

    def in_bulk_of(self, numbers: Iterable[int]) -> dict[int, "Story"]:
        """Those of the numbers that are among these stories, as cards: one query."""
        found = self.filter(pk__in=set(numbers)).for_cards()
        return {story.pk: story for story in found}

    def published_by(self, moment: Any) -> Self:
        return self.filter(published_at__lte=moment)

    def with_pictures_of(self, numbers: Iterable[int]) -> Self:
        """With `strip`, the pictures of the photo stories among the numbers; of no others."""
        of_strip = models.When(pk__in=list(numbers), then=models.F("pictures"))
        return self.annotate(strip=models.Case(of_strip, output_field=models.JSONField(null=True)))

    def with_text(self) -> Self:
        """As a list of search results shows them: with the words to quote from."""
        return self.select_related("section", "series")

    def for_page(self) -> Self:
        return self.select_related("section__parent", "series")


class Story(models.Model):
    """One published article as printed; its number is the article's and its public identity."""

    article = models.OneToOneField(
        Article, on_delete=models.PROTECT, primary_key=True, related_name="story"
    )
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="stories")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, null=True, related_name="stories")
    part = models.PositiveSmallIntegerField(null=True)
    slug = models.CharField(max_length=100)

    kicker = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=300)
    label = models.CharField(max_length=30, blank=True)
    headline = models.CharField(max_length=600)
    subhead = models.CharField(max_length=300, blank=True)
    standfirst = models.TextField(blank=True)
    opening_note = models.CharField(max_length=120, blank=True)
    closing_note = models.CharField(max_length=120, blank=True)
    note_override = models.CharField(max_length=120, blank=True)
    body = models.TextField(blank=True)
    lead: Any = models.JSONField(null=True)
    byline: Any = models.JSONField(default=list)
    topics: Any = models.JSONField(default=list)
    corrections: Any = models.JSONField(default=list, db_default=NOTHING)
    related: Any = models.JSONField(default=list, db_default=NOTHING)
    pictures: Any = models.JSONField(default=list, db_default=NOTHING)
    source = models.CharField(max_length=150, blank=True)
    words = models.PositiveIntegerField(default=0)
    # Where it stood on an earlier website; in small letters, which is how it is looked for.
    legacy_address = models.CharField(max_length=300, blank=True, db_default="")
    legacy_number = models.CharField(max_length=40, blank=True, db_default="")

    published_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("printed story")
        verbose_name_plural = _("printed stories")
        indexes = [
            models.Index(
                fields=["-published_at", "-article"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="live_stories_newest_first",
            ),
            models.Index(
                fields=["section", "-published_at", "-article"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="live_stories_of_a_section",
            ),
            models.Index(
                fields=["series", "part"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="live_parts_of_a_series",
            ),
            models.Index(
                fields=["legacy_address"],
                condition=~models.Q(legacy_address=""),
                name="stories_by_old_address",
            ),
            models.Index(
                fields=["legacy_number"],
                condition=~models.Q(legacy_number=""),
                name="stories_by_old_number",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        """The canonical address. Reads the section: load it with the story."""
        return reverse("article", kwargs=self.address_words)

    @property
    def address_words(self) -> dict[str, Any]:
        """What the addresses of its page and of its print view are made of. Reads the section."""
        return {"section": self.section.slug, "slug": self.slug, "pk": self.pk}

    @property
    def is_live(self) -> bool:
        return self.withdrawn_at is None

    @property
    def byline_text(self) -> str:
        return bylines.joined(
            bylines.Phrase(
                phrase["prefix"],
                [bylines.Signed("", one["name"]) for one in phrase["names"]],
                phrase["joiner"],
                phrase["suffix"],
            )
            for phrase in self.byline
        )

    @property
    def minutes(self) -> int:
        """How long a reader takes over it, in whole minutes, at least one."""
        return max(1, ceil(self.words / WORDS_A_MINUTE))
