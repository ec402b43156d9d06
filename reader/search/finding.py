"""From what was typed to a page of stories: at most three queries, whatever the archive holds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import connection
from django.http import Http404, QueryDict
from django.utils.safestring import SafeString

from reader.lists import A_PAGE, by_day, cursor_name
from reader.models import Story
from reader.search import form as forms
from reader.search import postgresql, sqlite, suggestion
from reader.search.equivalents import Equivalents
from reader.search.form import Form
from reader.search.query import Query, parse
from reader.search.scope import Level, Scope, Zone
from reader.search.snippets import Marker
from reader.search.texts import story_number

# A ranked list is exact to its end, and its end costs more than its beginning.
MOST_RANKED = 1_000
MOST_PAGES = MOST_RANKED // A_PAGE

_PLACE = re.compile("-?[0-9]{1,19}", re.ASCII)


@dataclass
class Found:
    """A story of the list as it hangs there."""

    story: Story
    headline: SafeString
    snippet: SafeString


@dataclass
class Answer:
    """All that the page shows."""

    form: Form
    query: Query
    found: list[Found] = field(default_factory=list)
    days: list[tuple[datetime, list[Found]]] = field(default_factory=list)
    more: str = ""  # the address of the next page
    is_first: bool = True
    is_ended: bool = False  # there is more than a ranked list shows
    suggestion: str = ""
    suggestion_address: str = ""
    unfiltered_address: str = ""

    @property
    def folded(self) -> str:
        """The query without diacritics, when that is not how it was typed."""
        typed = self.query.typed
        if not any(token.is_marked for token in typed):
            return ""
        return " ".join(token.folded for token in typed)


def answer(data: QueryDict, sections: Sequence[Mapping[str, Any]]) -> Answer:
    """Read the form and look. 404 for a page that cannot be."""
    form = forms.read(data, sections)
    query = parse(form.q, Equivalents.load() if form.q.strip() else Equivalents())
    result = Answer(form, query)
    if not query.terms:
        return result
    _hang(result, _newest(result, data) if form.is_newest else _ranked(result, data))
    if not result.found and result.is_first:
        _help(result)
    return result


def find(levels: Sequence[Level], scope: Scope, *, most: int) -> list[int]:
    """The first `most` places: by level, then the newest. One query.

    Exact, though each level gives only its newest `most`: a story missing from a level has that
    many before it.
    """
    backend = postgresql if connection.vendor == "postgresql" else sqlite
    best: dict[int, int] = {}
    for place, level in backend.find(levels, scope, most=most):
        best[place] = min(level, best.get(place, level))
    return sorted(best, key=lambda place: (best[place], -place))[:most]


def levels_of(query: Query) -> list[Level]:
    """The tiers: as typed before without diacritics, then headline, standfirst, text."""
    loose, close = query.loose, query.close
    tiers = [loose] if close == loose else [close, loose]
    return [Level(conditions, zone) for conditions in tiers for zone in Zone]


def _ranked(result: Answer, data: QueryDict) -> list[int]:
    page = forms.page_number(data, MOST_PAGES)
    if page is None:
        raise Http404
    end = page * A_PAGE
    places = find(levels_of(result.query), result.form.scope, most=end + 1)
    result.is_first = page == 1
    if len(places) > end:
        result.is_ended = page == MOST_PAGES
        result.more = "" if result.is_ended else result.form.address(page=page + 1)
    return places[end - A_PAGE : end]


def _newest(result: Answer, data: QueryDict) -> list[int]:
    scope = result.form.scope
    cursor = data.get(cursor_name())
    if cursor is not None:
        if not _PLACE.fullmatch(cursor) or abs(int(cursor)) >= 1 << 62:
            raise Http404
        scope = replace(scope, last=min(scope.last, int(cursor) - 1))
    result.is_first = cursor is None
    places = find([Level(result.query.loose, Zone.WHOLE)], scope, most=A_PAGE + 1)
    if len(places) > A_PAGE:
        result.more = result.form.address(**{cursor_name(): places[A_PAGE - 1]})
    return places[:A_PAGE]


def _hang(result: Answer, places: Sequence[int]) -> None:
    """Load the stories, one query, and mark in them what was asked for."""
    if not places:
        return
    numbers = [story_number(place) for place in places]
    rows = Story.objects.live().with_text().in_bulk(numbers)
    marker = Marker(result.query)
    result.found = [
        Found(story, marker.headline(story), marker.snippet(story))
        for story in (rows[number] for number in numbers if number in rows)
    ]
    if result.form.is_newest:
        kept = {one.story.pk: one for one in result.found}
        days = by_day([one.story for one in result.found])
        result.days = [(day, [kept[story.pk] for story in run]) for day, run in days]


def _help(result: Answer) -> None:
    """Nothing was found: one query for what would have been."""
    form = result.form
    if form.is_filtered:
        result.unfiltered_address = form.address(section="", author="", since="", until="")
    result.suggestion = suggestion.suggest(result.query)
    if result.suggestion:
        result.suggestion_address = form.address(
            q=result.suggestion, section="", author="", since="", until=""
        )
