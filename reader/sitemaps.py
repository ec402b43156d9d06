"""Sitemaps and robots.txt: where search engines are led and where they are kept out.

https://www.sitemaps.org/protocol.html. Stories stand by month, so that a file is read from the
index of live stories by a range of time: no OFFSET and no COUNT, whatever the archive holds.
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
from reader.models import Story
from reader.outside import for_xml
from reader.templatetags.printing import absolute

# The protocol's own ceiling for a file; of a month with more, the newest are named.
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
    """Three queries for a paper of ten years, one more for each ten years more."""
    document = _Document("sitemapindex")
    paths = [reverse("sitemap_of_pages")]
    paths += [reverse("sitemap_of_month", kwargs={"month": month}) for month in _months()]
    for path in paths:
        document.add("sitemap", {"loc": absolute(path)})
    return document.response()


@conditional_page
def of_month(request: HttpRequest, month: datetime) -> HttpResponse:  # noqa: ARG001
    """One query."""
    stories = published(month, next_month(month))
    document = _Document("urlset")
    rows = list(stories.values_list("section__slug", "slug", "pk", "updated_at")[:A_FILE])
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


def _months() -> Iterator[datetime]:
    """The months that have live stories, newest first."""
    moments = Story.objects.live().newest_first().values_list("published_at", flat=True)
    newest, oldest = moments.first(), moments.last()
    if newest is None or oldest is None:
        return
    months = list(_between(_beginning(oldest), _beginning(newest)))[::-1]
    for start in range(0, len(months), MONTHS_A_QUERY):
        asked = months[start : start + MONTHS_A_QUERY]
        printed = _printed_in(asked)
        yield from (month for month in asked if month in printed)


def _printed_in(months: list[datetime]) -> set[datetime]:
    """Those of the months that have a live story: the newest of each is sought in the index."""
    heads = [published(month, next_month(month)).values("pk")[:1] for month in months]
    chosen = [Story.objects.filter(pk__in=head).values_list("published_at") for head in heads]
    return {_beginning(at) for (at,) in chosen[0].union(*chosen[1:], all=True)}


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
        yield reverse("about", kwargs={"slug": one["slug"]})
    for rows in (begun_series(), printed_authors(), printed_topics()):
        for row in rows.order_by("-pk")[:A_KIND]:
            yield row.get_absolute_url()


def _written(at: datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")
