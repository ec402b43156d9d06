"""Long lists: read by key from where the last page ended, and grouped as they hang.

Each page is a range of one index, so that a page deep in the archive costs what the first costs.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple, TypeVar

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import pgettext

from articles.models import Series, Topic
from people.models import Author
from reader.models import (
    PlaceQuerySet,
    Story,
    StoryAuthor,
    StoryCorrection,
    StoryCorrectionQuerySet,
    StoryQuerySet,
    StoryTopic,
)

A_PAGE = 20
A_PAGE_OF_SERIES = 12
CURSOR = re.compile(r"(\d{1,12})\.(\d{1,6})-(\d{1,15})", re.ASCII)

_List = TypeVar("_List", StoryQuerySet, PlaceQuerySet, StoryCorrectionQuerySet)
_Row = TypeVar("_Row", Story, StoryCorrection)


class Place(NamedTuple):
    """Where the page before ended."""

    at: datetime
    number: int


def cursor_name() -> str:
    """The query parameter that says where a page begins: `sau` on a Vietnamese site."""
    return pgettext("query parameter", "after")


def place(request: HttpRequest) -> Place | None:
    """Where this page begins, None for the first; 404 for a made-up place."""
    cursor = request.GET.get(cursor_name())
    if cursor is None:
        return None
    found = CURSOR.fullmatch(cursor)
    if found is None:
        raise Http404
    seconds, fraction, number = found.groups()
    try:
        at = datetime.fromtimestamp(int(seconds), UTC).replace(
            microsecond=int(fraction.ljust(6, "0"))
        )
    except (ValueError, OverflowError, OSError):
        raise Http404 from None
    return Place(at, int(number))


def after(rows: _List, request: HttpRequest) -> _List:
    """The list from where the cursor says the page before ended; 404 for a made-up place."""
    begins = place(request)
    return rows.before(begins.at, begins.number) if begins else rows


def published(start: datetime, end: datetime) -> StoryQuerySet:
    """Live stories of a span of time, its end left out, newest first: one range of the index."""
    live = Story.objects.live().filter(published_at__gte=start, published_at__lt=end)
    return live.newest_first()


def in_sections(
    numbers: Iterable[int], begins: Place | None = None, *, most: int = A_PAGE + 1
) -> StoryQuerySet:
    """The newest of several sections: one query for the first, none or one more for which.

    A sort over all their stories would grow with the archive. So the newest of each is read from
    the top of its own part of the index, and of those the newest.
    """
    heads = [_of_section(number, begins)[:most] for number in numbers]
    if len(heads) == 1:
        return heads[0]
    return Story.objects.filter(pk__in=_newest_of(heads, most)).newest_first()


def _of_section(number: int, begins: Place | None) -> StoryQuerySet:
    stories = Story.objects.live().in_sections([number]).newest_first()
    return stories.before(begins.at, begins.number) if begins else stories


def _newest_of(heads: list[StoryQuerySet], most: int) -> list[int]:
    """One query. SQLite knows no LIMIT inside a union: hence the subqueries."""
    if not heads:
        return []
    chosen = [
        Story.objects.filter(pk__in=head.values("pk")).values_list("published_at", "pk")
        for head in heads
    ]
    found = chosen[0].union(*chosen[1:], all=True)
    return [number for _at, number in sorted(found, reverse=True)[:most]]


def signed_by(author: Author, request: HttpRequest) -> list[Story]:
    """A page of an author's stories and one more, newest first: one query."""
    return _page_of(StoryAuthor.objects.filter(author=author), request)


def corrected(request: HttpRequest) -> list[StoryCorrection]:
    """A page of the corrections and one more, with their stories as they are now: one query."""
    rows = after(StoryCorrection.objects.newest_first(), request)
    return list(rows.for_list()[: A_PAGE + 1])


def under(topic: Topic, request: HttpRequest) -> list[Story]:
    """A page of a topic's stories and one more, newest first: one query."""
    return _page_of(StoryTopic.objects.filter(topic=topic), request)


def _page_of(places: QuerySet, request: HttpRequest) -> list[Story]:
    assert isinstance(places, PlaceQuerySet)
    rows = after(places.newest_first(), request).for_cards()[: A_PAGE + 1]
    return [row.story for row in rows]


def printed_topics() -> QuerySet[Topic]:
    """Those that have a story readers can open."""
    return Topic.objects.filter(Exists(StoryTopic.objects.filter(topic=OuterRef("pk"))))


def printed_authors() -> QuerySet[Author]:
    """Those who signed a story readers can open."""
    return Author.objects.filter(Exists(StoryAuthor.objects.filter(author=OuterRef("pk"))))


def begun_series() -> QuerySet[Series]:
    """Those readers have a part of, newest first."""
    parts = Story.objects.live().filter(series=OuterRef("pk"))
    return Series.objects.filter(Exists(parts)).order_by("-pk")


def series_page(request: HttpRequest) -> list[Series]:
    """A page of series and one more, with `part_count` and `latest_at`: one query."""
    rows = begun_series()
    cursor = request.GET.get(cursor_name())
    if cursor is not None:
        if re.fullmatch("[0-9]{1,15}", cursor, re.ASCII) is None:
            raise Http404
        rows = rows.filter(pk__lt=int(cursor))
    parts = Story.objects.live().filter(series=OuterRef("pk"))
    counted = parts.order_by().values("series").annotate(count=Count("pk")).values("count")
    rows = rows.annotate(
        part_count=Subquery(counted),
        latest_at=Subquery(parts.newest_first().values("published_at")[:1]),
    )
    return list(rows[: A_PAGE_OF_SERIES + 1])


def older(shown: list[Story], *, most: int = A_PAGE) -> str:
    """The cursor of the next page, when one more story than a page was found; otherwise ""."""
    if len(shown) <= most:
        return ""
    return cursor(shown[most - 1].published_at, shown[most - 1].pk)


def cursor(at: datetime, number: int) -> str:
    return f"{int(at.timestamp())}.{at.microsecond:06d}-{number}"


def by_day(
    rows: Iterable[_Row], *, when: str = "published_at"
) -> list[tuple[datetime, list[_Row]]]:
    """Runs of one local day, each with a moment of that day; `when` names the field."""
    return _runs(rows, when, "%Y-%m-%d")


def by_month(stories: list[Story]) -> list[tuple[datetime, list[Story]]]:
    """Runs of stories of one local month, each with a moment of that month."""
    return _runs(stories, "published_at", "%Y-%m")


def _runs(rows: Iterable[_Row], when: str, form: str) -> list[tuple[datetime, list[_Row]]]:
    def moment(row: _Row) -> datetime:
        return timezone.localtime(getattr(row, when))

    grouped = groupby(rows, key=lambda row: moment(row).strftime(form))
    runs = [list(run) for _name, run in grouped]
    return [(moment(run[0]), run) for run in runs]
