"""Several short lists of stories for one page, in two queries whatever the archive's size."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F, IntegerField, Model, QuerySet, Value

from reader.models import Story

# What a list is cut from: stories, or rows that name a story and their place in the list.
Head = QuerySet[Any, Any]


def choose(heads: Mapping[str, Head], *, rank: str = "place") -> dict[str, list[Story]]:
    """The live stories of each head, as cards: {name: stories}. Two queries; none for no heads.

    A head is an ordered and cut queryset, of Story (the lists come newest first) or of rows with a
    `story` and a number called `rank` (the lists come in its order). Each is read from its own
    index, so give every head an order its index has and a limit. SQLite allows some 500 heads.
    """
    if not heads:
        return {}
    chosen = [_numbers(name, head, rank) for name, head in heads.items()]
    first, *others = chosen
    places = list(first.union(*others, all=True)) if others else list(first)
    known = Story.objects.live().in_bulk_of(pk for _name, pk, _rank in places)
    lists: dict[str, list[Story]] = {name: [] for name in heads}
    for name, pk, _rank in sorted(places, key=lambda place: _order(place, known)):
        if pk in known:
            lists[name].append(known[pk])
    return lists


def _numbers(name: str, head: Head, rank: str) -> QuerySet[Any, Any]:
    """(name, story, rank) of a head. SQLite knows no LIMIT inside a union: hence the subquery."""
    model: type[Model] = head.model
    rows = model._default_manager.filter(pk__in=head.values("pk"))
    is_story = model is Story
    return rows.annotate(
        head=Value(name),
        number=F("pk") if is_story else F("story"),
        rank_in_head=Value(0, IntegerField()) if is_story else F(rank),
    ).values_list("head", "number", "rank_in_head")


def _order(place: tuple[str, int, int], known: dict[int, Story]) -> tuple[int, float, int]:
    _name, pk, rank = place
    story = known.get(pk)
    return (rank, -story.published_at.timestamp() if story else 0, -pk)
