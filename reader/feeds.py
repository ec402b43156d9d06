"""Feeds in RSS 2.0, Atom and JSON Feed: of the site, a section, a topic, a series and an author.

A feed's address stands under its page's: /doi-song/ has /doi-song/rss.xml.
"""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import conditional_page

from articles.models import Series, Topic
from people.models import Author
from reader import jsonfeed, xmlfeeds
from reader.entries import A_FEED, Entry, Feed
from reader.imprint import imprint_on, section_entry
from reader.lists import in_sections
from reader.models import PlaceQuerySet, Story, StoryAuthor, StoryQuerySet, StoryTopic

Writer = Callable[[Feed], str]
# By the last part of the address: what it is sent as, and who writes it.
FORMS: dict[str, tuple[str, Writer]] = {
    "rss.xml": ("application/rss+xml; charset=utf-8", xmlfeeds.rss),
    "atom.xml": ("application/atom+xml; charset=utf-8", xmlfeeds.atom),
    "feed.json": ("application/feed+json; charset=utf-8", jsonfeed.write),
}


class FormConverter:
    """The last part of a feed's address."""

    regex = "|".join(name.replace(".", r"\.") for name in FORMS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


@conditional_page
def site(request: HttpRequest, form: str) -> HttpResponse:  # noqa: ARG001
    """Two queries: stories, imprint."""
    imprint = _imprint()
    title = imprint["title"]
    words = imprint["description"] or title
    return _answer(
        Feed(form, reverse("front"), title, words, imprint, _newest(Story.objects.all()))
    )


@conditional_page
def section(request: HttpRequest, section: str, form: str) -> HttpResponse:  # noqa: ARG001
    """Two queries: imprint, stories; one more for a section that has others below it."""
    imprint = _imprint()
    entry = section_entry(imprint, section)
    numbers = [entry["id"], *(child["id"] for child in entry["children"])]
    entries = [Entry(story) for story in in_sections(numbers, most=A_FEED).for_page()]
    page = reverse("section", kwargs={"section": section})
    title = f"{entry['name']} - {imprint['title']}"
    return _answer(Feed(form, page, title, title, imprint, entries))


@conditional_page
def series(request: HttpRequest, slug: str, pk: int, form: str) -> HttpResponseBase:  # noqa: ARG001
    """Two queries: parts with their series, imprint. Before its first part it is not there."""
    entries = _newest(Story.objects.in_series(pk))
    found = entries[0].story.series if entries else None
    if found is None:
        raise Http404
    return _feed_of(found, slug, form, entries, words=(found.title, found.intro))


@conditional_page
def topic(request: HttpRequest, slug: str, pk: int, form: str) -> HttpResponseBase:  # noqa: ARG001
    """Three queries: topic, stories, imprint. What nothing was printed under has no feed."""
    found = get_object_or_404(Topic, pk=pk)
    entries = _listed(StoryTopic.objects.filter(topic=found))
    if not entries:
        raise Http404
    return _feed_of(found, slug, form, entries, words=(found.name, found.intro))


@conditional_page
def author(request: HttpRequest, slug: str, pk: int, form: str) -> HttpResponseBase:  # noqa: ARG001
    """Three queries: author, stories, imprint. A name never printed has no feed."""
    found = get_object_or_404(Author, pk=pk)
    entries = _listed(StoryAuthor.objects.filter(author=found))
    if not entries:
        raise Http404
    return _feed_of(found, slug, form, entries, words=(found.name, found.bio))


def _feed_of(
    found: Series | Topic | Author,
    slug: str,
    form: str,
    entries: list[Entry],
    *,
    words: tuple[str, str],
) -> HttpResponseBase:
    """The feed under a page that has a number; `words` are its name and description. A query."""
    page = found.get_absolute_url()
    if found.slug != slug:
        return redirect(f"{page}{form}", permanent=True)
    imprint = _imprint()
    name, description = words
    title = f"{name} - {imprint['title']}"
    return _answer(Feed(form, page, title, description or title, imprint, entries))


def _newest(stories: StoryQuerySet) -> list[Entry]:
    """As many of the live ones as a feed holds: one query."""
    return [Entry(story) for story in stories.live().newest_first().for_page()[:A_FEED]]


def _listed(places: PlaceQuerySet) -> list[Entry]:
    """The newest of a list that has an index of its own: one query."""
    return [Entry(place.story) for place in places.newest_first().for_page()[:A_FEED]]


def _answer(feed: Feed) -> HttpResponse:
    content_type, write = FORMS[feed.form]
    return HttpResponse(write(feed), content_type=content_type)


def _imprint() -> dict[str, Any]:
    return imprint_on(timezone.localdate())
