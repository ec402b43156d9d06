"""Sitemaps and robots.txt: where search engines are led and where they are kept out.

https://www.sitemaps.org/protocol.html. Stories stand by month, so that a file is read from the
index of live stories by a range of time: no OFFSET and no COUNT, whatever the archive holds.

A month that no file can hold, as an import may make one, has numbered files: there an OFFSET skips
the stories of that month alone. Which months those are is only asked of an archive with numbers
beyond a file's ceiling; the index of sitemaps then reads once through the index of live stories.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from io import StringIO
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import conditional_page

from reader.imprint import imprint_on
from reader.lists import begun_series, printed_authors, printed_topics, published
from reader.models import Story, StoryQuerySet
from reader.outside import for_xml
from reader.templatetags.printing import absolute

# The protocol's own ceiling for a file; a month with more has several.
A_FILE = 50_000
# The ceiling and the age that Google News sets.
NEWS = 1_000
NEWS_AGE = timedelta(hours=48)
# How many months one query asks about: SQLite joins at most 500 selects.
MONTHS_A_QUERY = 120
# Of each kind of page the newest are named, so that all of them stay below a file's ceiling.
A_KIND = A_FILE // 4

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"


class MonthConverter:
    """2026-11, as the moment the month begins in the paper's zone."""

    regex = "[12][0-9]{3}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> datetime:
        year, month = value.split("-")
        return timezone.make_aware(datetime(int(year), int(month), 1))  # noqa: DTZ001

    def to_url(self, value: datetime) -> str:
        return value.strftime("%Y-%m")


class FileConverter:
    """The number of a month's later files; the first has none."""

    regex = "[2-9]|[1-9][0-9]{1,2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class _Document:
    """An XML document being written."""

    def __init__(self, root: str, **namespaces: str) -> None:
        self._root = root
        self._text = StringIO()
        self._xml = SimplerXMLGenerator(self._text, "utf-8")
        self._xml.startDocument()
        self._xml.startElement(root, AttributesImpl({"xmlns": NAMESPACE, **namespaces}))

    def add(self, name: str, content: dict[str, Any]) -> None:
        self._xml.startElement(name, AttributesImpl({}))
        for child, value in content.items():
            if isinstance(value, dict):
                self.add(child, value)
            else:
                self._xml.addQuickElement(child, for_xml(value))
        self._xml.endElement(name)

    def response(self) -> HttpResponse:
        self._xml.endElement(self._root)
        return HttpResponse(self._text.getvalue(), content_type="application/xml; charset=utf-8")


@conditional_page
def index(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Two queries for a paper of ten years, one more for each ten years more.

    A paper with more than a file's worth of stories costs as many again.
    """
    document = _Document("sitemapindex")
    for path in [reverse("sitemap_of_pages"), *_files()]:
        document.add("sitemap", {"loc": absolute(path)})
    return document.response()


@conditional_page
def of_month(request: HttpRequest, month: datetime, file: int = 1) -> HttpResponse:  # noqa: ARG001
    """One query. The oldest of the month stand in its first file, so that only the last changes."""
    stories = _of_month(month).values_list("section__slug", "slug", "pk", "updated_at")
    document = _Document("urlset")
    rows = list(stories[(file - 1) * A_FILE : file * A_FILE])
    if not rows:
        raise Http404
    for section, slug, pk, updated_at in rows:
        path = reverse("article", kwargs={"section": section, "slug": slug, "pk": pk})
        document.add("url", {"loc": absolute(path), "lastmod": _written(updated_at)})
    return document.response()


@conditional_page
def of_pages(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Four queries: imprint, series that began, authors who signed, topics of some story."""
    document = _Document("urlset")
    for path in _pages():
        document.add("url", {"loc": absolute(path)})
    return document.response()


@conditional_page
def news(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Two queries: imprint, stories of the last 48 hours."""
    document = _Document("urlset", **{"xmlns:news": NEWS_NAMESPACE})
    now = timezone.now()
    publication = {
        "news:name": imprint_on(timezone.localdate())["title"],
        "news:language": (get_language() or "vi").partition("-")[0],
    }
    for story in published(now - NEWS_AGE, now).for_cards()[:NEWS]:
        entry = {
            "news:publication": publication,
            "news:publication_date": _written(story.published_at),
            "news:title": story.headline,
        }
        document.add("url", {"loc": absolute(story.get_absolute_url()), "news:news": entry})
    return document.response()


def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """No query."""
    preview = reverse("preview", kwargs={"pk": 0}).removesuffix("0/")
    closed = [reverse("admin:index"), preview, reverse("search")]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]
    lines += [f"Sitemap: {absolute(reverse(name))}" for name in ("sitemap", "sitemap_of_news")]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def next_month(month: datetime) -> datetime:
    later = month.replace(tzinfo=None, day=28) + timedelta(days=4)
    return timezone.make_aware(later.replace(day=1))


def _files() -> Iterator[str]:
    """The paths of the months' files, the newest month first."""
    oldest, newest, highest = _bounds()
    if oldest is None or newest is None:
        return
    months = list(_between(_beginning(oldest), _beginning(newest)))[::-1]
    for start in range(0, len(months), MONTHS_A_QUERY):
        asked = months[start : start + MONTHS_A_QUERY]
        printed = _with_a_file(asked, 1)
        # Article numbers are given once: with fewer than a file's worth, no month has more.
        larger = _with_a_file(asked, 2) if highest > A_FILE else set()
        for month in asked:
            if month in printed:
                yield reverse("sitemap_of_month", kwargs={"month": month})
            if month in larger:
                yield from _later_files(month)


def _later_files(month: datetime) -> Iterator[str]:
    """The second file of a month and those after it: a query for each."""
    file = 2
    while file == 2 or _with_a_file([month], file):
        yield reverse("sitemap_of_month_file", kwargs={"month": month, "file": file})
        file += 1


def _bounds() -> tuple[datetime | None, datetime | None, int]:
    """When the oldest and the newest live story came out, and the highest number of any."""
    live = Story.objects.live()
    heads = (live.newest_first().reverse(), live.newest_first(), Story.objects.order_by("-pk"))
    ends = [
        Story.objects.filter(pk__in=head.values("pk")[:1]).values_list(
            "published_at", "pk", "withdrawn_at"
        )
        for head in heads
    ]
    rows = list(ends[0].union(*ends[1:], all=True))
    times = [at for at, _number, withdrawn_at in rows if withdrawn_at is None]
    highest = max((number for _at, number, _withdrawn_at in rows), default=0)
    return min(times, default=None), max(times, default=None), highest


def _with_a_file(months: list[datetime], file: int) -> set[datetime]:
    """Those of the months whose stories reach into this file of theirs: one query."""
    first = (file - 1) * A_FILE
    heads = [_of_month(month).values("pk")[first : first + 1] for month in months]
    chosen = [Story.objects.filter(pk__in=head).values_list("published_at") for head in heads]
    return {_beginning(at) for (at,) in chosen[0].union(*chosen[1:], all=True)}


def _of_month(month: datetime) -> StoryQuerySet:
    return published(month, next_month(month)).reverse()


def _between(first: datetime, last: datetime) -> Iterator[datetime]:
    while first <= last:
        yield first
        first = next_month(first)


def _beginning(at: datetime) -> datetime:
    local = timezone.localtime(at)
    return timezone.make_aware(datetime(local.year, local.month, 1))  # noqa: DTZ001


def _pages() -> Iterable[str]:
    for name in ("front", "masthead", "all_series", "topics", "archive", "corrections"):
        yield reverse(name)
    imprint = imprint_on(timezone.localdate())
    for top in imprint["sections"]:
        for one in (top, *top["children"]):
            yield reverse("section", kwargs={"section": one["slug"]})
    for one in imprint["about"]:
        yield reverse("about", kwargs={"slug": one["slug"], "pk": one["id"]})
    for rows in (begun_series(), printed_authors(), printed_topics()):
        for row in rows.order_by("-pk")[:A_KIND]:
            yield row.get_absolute_url()


def _written(at: datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")
