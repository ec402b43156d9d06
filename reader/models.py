"""The printed side: what readers see, and the rows their lists are read from.

All of it is a projection of published revisions. It can be thrown away and printed again with
`manage.py reprint`; only reader.press writes it.
"""

from collections.abc import Iterable
from math import ceil
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import bylines
from articles.models import Article, Revision, Section, Series, Topic
from people.models import Author
from photos.models import Photo
from vietnamese.fields import TextLine

WORDS_A_MINUTE = 220


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
        """Stories older than this one: the next page of a list, by key and not by offset."""
        return self.filter(
            models.Q(published_at__lt=published_at)
            | models.Q(published_at=published_at, pk__lt=number)
        )

    def for_cards(self) -> Self:
        """What a list shows: everything but the text itself."""
        return self.select_related("section", "series").defer("body")

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
    source = models.CharField(max_length=150, blank=True)
    words = models.PositiveIntegerField(default=0)

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
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        """The canonical address. Reads the section: load it with the story."""
        return reverse(
            "article", kwargs={"section": self.section.slug, "slug": self.slug, "pk": self.pk}
        )

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


class StoryText(models.Model):
    """What search reads: a live story's words by zone, folded and exact; reader.search.texts.

    Its full-text index is the database's own and follows by itself; see the migration. `place` is
    the second of publishing and the story's number in one: in its order, the newest come last.
    """

    place = models.BigIntegerField(primary_key=True)
    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="+")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="+", db_index=False)
    folded_headline = models.TextField(blank=True)
    exact_headline = models.TextField(blank=True)
    folded_standfirst = models.TextField(blank=True)
    exact_standfirst = models.TextField(blank=True)
    folded_text = models.TextField(blank=True)
    exact_text = models.TextField(blank=True)
    folded_names = models.TextField(blank=True)
    exact_names = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.story_id)


class Equivalent(models.Model):
    """Spellings that find each other: whoever searches for one finds the others."""

    spellings = TextLine(
        _("spellings"),
        max_length=300,
        help_text=_("Separated by commas: UBND, ủy ban nhân dân"),
    )
    note = TextLine(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("equivalent")
        verbose_name_plural = _("equivalents")

    def __str__(self) -> str:
        return self.spellings

    def clean(self) -> None:
        if len(self.listed) < 2:
            raise ValidationError(
                {"spellings": _("Write at least two spellings with a comma between them.")}
            )

    @property
    def listed(self) -> list[str]:
        return [one.strip() for one in self.spellings.split(",") if one.strip()]


class Imprint(models.Model):
    """What every page of a day carries: masthead, offices, officers, sections. One row a day.

    Made at the day's first page and thrown away when any of it changes, so that a page costs one
    query for all its furniture.
    """

    day = models.DateField(unique=True)
    content: Any = models.JSONField()

    class Meta:
        verbose_name = _("imprint")
        verbose_name_plural = _("imprints")

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"
