"""Addresses of earlier websites, and of sections that were called otherwise: one hop from each.

Only an address that was entered, or fits a pattern that was, leads anywhere. The number in one like
/channel/5012/202305/ten-bai-2577783/ was another system's and is never taken for ours.
"""

from contextlib import suppress
from typing import NamedTuple

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse

from articles.models import Article, FormerSectionSlug
from reader.models import OldAddress, OldPattern, Story
from reader.own_addresses import present
from reader.patterns import number_in

_ENTERED = {"story", "address"}
LONGEST = Article._meta.get_field("legacy_address").max_length or 0


class _Known(NamedTuple):
    """What is known of an address: a story's number, a path, a section's slug, or a pattern."""

    kind: str
    key: str
    leads_to: str


def found_at(request: HttpRequest) -> Story | str | None:
    """What an old address leads to: a story, live or withdrawn, or a path. Two queries at most."""
    asked = _forms(request)
    if not asked:
        return None
    known = [_Known(*row) for row in _known(asked, _section_slug(request.path_info))]
    if entered := [one for one in known if one.kind in _ENTERED]:
        return _best(asked, entered)
    for one in known:
        if one.kind == "section":
            return _in_section(request, one.leads_to)
    return _by_number(asked, [one for one in known if one.kind == "pattern"])


def entered_at(request: HttpRequest) -> Story | str | None:
    """The same for addresses that were entered one by one, without patterns and sections.

    For an address that could be one of ours: a pattern must never take a story's own.
    """
    asked = _forms(request)
    known = [_Known(*row) for row in _known(asked, "")] if asked else []
    entered = [one for one in known if one.kind in _ENTERED]
    return _best(asked, entered) if entered else None


def _best(asked: list[str], entered: list[_Known]) -> Story | str | None:
    """Two may differ by the last slash alone: the form that was asked for comes first. A query."""
    best = min(entered, key=lambda one: (asked.index(one.key), one.kind != "story"))
    if best.kind == "address":
        return present(best.leads_to)
    return Story.objects.for_page().filter(pk=int(best.leads_to)).first()


def _known(asked: list[str], section: str) -> QuerySet:
    """Everything that may answer, in one query: (kind, key, what it leads to)."""
    stories = (
        Story.objects.filter(legacy_address__in=asked)
        .order_by()
        .values_list(Value("story"), "legacy_address", Cast("pk", CharField()))
    )
    addresses = OldAddress.objects.filter(path__in=asked)
    sections = FormerSectionSlug.objects.filter(slug=section)
    patterns = OldPattern.objects.annotate(place=Cast("order", CharField()))
    return stories.union(
        addresses.order_by().values_list(Value("address"), "path", "leads_to"),
        sections.order_by().values_list(Value("section"), "slug", "section__slug"),
        patterns.order_by().values_list(Value("pattern"), "pattern", "place"),
        all=True,
    )


def _by_number(asked: list[str], patterns: list[_Known]) -> Story | None:
    """The story whose old number stands in the address where a pattern has it: one query."""
    patterns = sorted(patterns, key=lambda one: (int(one.leads_to), one.key))
    found = [
        number_in(form, one.key)
        for one in patterns
        for form in asked
        if ("?" in form) == ("?" in one.key)
    ]
    numbers = list(dict.fromkeys(number for number in found if number))
    if not numbers:
        return None
    stories = Story.objects.for_page().filter(legacy_number__in=numbers)
    return min(
        stories,
        key=lambda one: (numbers.index(one.legacy_number), not one.is_live, one.pk),
        default=None,
    )


def _section_slug(path: str) -> str:
    """The slug in a section's address or that of its feed; "" in any other."""
    path = path.lower()
    for form in (path, f"{path}/"):
        with suppress(Resolver404):
            words = resolve(form).kwargs
            return "" if "slug" in words else words.get("section", "")
    return ""


def _in_section(request: HttpRequest, slug: str) -> str:
    """The same page, or the same feed, of the section as it is called now."""
    form = request.path_info.strip("/").partition("/")[2].lower()
    path = reverse("section", kwargs={"section": slug})
    query = request.META.get("QUERY_STRING", "")
    return f"{path}{form}?{query}" if query else f"{path}{form}"


def _forms(request: HttpRequest) -> list[str]:
    """How the address may have been entered, the likeliest first; [] for what cannot have been."""
    path = request.path_info
    if "\0" in path or not 1 < len(path) <= LONGEST:
        return []
    path = path.lower()
    bare = path.rstrip("/")
    forms = [path, bare, f"{bare}/"]
    if query := request.META.get("QUERY_STRING", ""):
        forms = [f"{path}?{query.lower()}", *forms]
    return list(dict.fromkeys(form for form in forms if form))
