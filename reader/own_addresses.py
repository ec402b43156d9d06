"""Which addresses are pages of this site, and where those pages stand today."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404
from django.urls import Resolver404, ResolverMatch, resolve, reverse

from articles.models import AboutPage, FormerSectionSlug, Section, Series, Topic
from people.models import Author
from reader.lists import begun_series, printed_authors, printed_topics
from reader.models import Story

# Pages that are there when a row is: by the name of their address, without "feed_of_".
_ROWS: dict[str, Callable[[dict[str, Any]], QuerySet[Any]]] = {
    "section": lambda words: Section.objects.filter(slug=words["section"]),
    "article": lambda words: Story.objects.live().filter(
        pk=words["pk"], slug=words["slug"], section__slug=words["section"]
    ),
    "story": lambda words: Story.objects.live().filter(pk=words["pk"]),
    "series": lambda words: begun_series().filter(pk=words["pk"]),
    "topic": lambda words: printed_topics().filter(pk=words["pk"]),
    "author": lambda words: printed_authors().filter(pk=words["pk"]),
    "about": lambda words: AboutPage.objects.shown().filter(pk=words["pk"]),
}
_BY_NUMBER: dict[str, type[Series | Topic | Author | AboutPage]] = {
    "series": Series,
    "topic": Topic,
    "author": Author,
    "about": AboutPage,
}
_NOT_TO_READ = {"front_composed", "front_preview", "healthz", "preview", "reading"}
_FOLDERS = (settings.STATIC_URL, settings.MEDIA_URL)


def is_taken(path: str) -> bool:
    """Whether a page or file of this site answers at this path, or with a slash added. A query."""
    bare = path.partition("?")[0]
    if any(bare.lower().startswith(folder) for folder in _FOLDERS):
        return True
    return is_there(bare) or (not bare.endswith("/") and is_there(f"{bare}/"))


def require_section(slug: str, *, of: Story) -> None:
    """Raise Http404 unless a section has, or had, this slug. No query for the story's own section.

    /luu-tru/2026-11-24/ ends in a number too, and leads to no story for that.
    """
    if slug == of.section.slug:
        return
    former = FormerSectionSlug.objects.filter(slug=slug).values("slug")
    if not Section.objects.filter(slug=slug).values("slug").union(former).exists():
        raise Http404


def is_there(path: str) -> bool:
    """Whether a reader is answered at this very path. One query at most."""
    match = _match(path)
    if match is None:
        return False
    rows = _ROWS.get(_kind(match))
    return rows is None or rows(match.kwargs).exists()


def is_shape_of_ours(path: str) -> bool:
    """Whether a story of this site could have such an address. No query.

    Of all pages only a story's asks for old addresses before it leads on by its number.
    """
    matches = (_match(form) for form in (path, f"{path}/"))
    return any(match and _kind(match) == "article" for match in matches)


def is_for_readers(path: str) -> bool:
    """A page or feed to be read: no address of the desk, of a preview or of a machine's own."""
    match = _match(path)
    return match is not None and not match.namespaces and match.view_name not in _NOT_TO_READ


def present(path: str) -> Story | str:
    """The story at this path, or the path at which its page stands now; "" for no page of ours.

    What leads here was entered once; slugs have changed since. One query at most.
    """
    bare, mark, query = path.partition("?")
    match = _match(bare)
    if match is None:
        return ""
    kind, words = _kind(match), dict(match.kwargs)
    if kind in {"article", "story"}:
        return Story.objects.for_page().filter(pk=words["pk"]).first() or ""
    if kind == "print":
        story = Story.objects.for_page().filter(pk=words["pk"]).first()
        return reverse("print", kwargs=story.address_words) if story else ""
    if kind == "section":
        words["section"] = _slug_of_section(words["section"])
    elif kind in _BY_NUMBER:
        slugs = _BY_NUMBER[kind]._default_manager.filter(pk=words["pk"])
        words["slug"] = slugs.values_list("slug", flat=True).first()
    else:
        return path
    if None in words.values():
        return ""
    return f"{reverse(match.view_name, kwargs=words)}{mark}{query}"


def _slug_of_section(slug: str) -> str | None:
    """What the section that has or had this slug is called now; None when there is none."""
    own = Section.objects.filter(slug=slug).order_by().values_list("slug")
    former = FormerSectionSlug.objects.filter(slug=slug).order_by().values_list("section__slug")
    found = list(own.union(former, all=True))
    return found[0][0] if found else None


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _kind(match: ResolverMatch) -> str:
    return (match.view_name or "").removeprefix("feed_of_")
