"""Several short lists of stories for one page, in two queries whatever the archive's size."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import (
    BooleanField,
    ExpressionWrapper,
    F,
    IntegerField,
    Model,
    Q,
    QuerySet,
    Value,
)

from reader.models import Story

# What a list is cut from: stories, or rows that name a story and their place in the list.
Head = QuerySet[Any, Any]


class Place(NamedTuple):
    """A story's place in a head, and what decides where else on a page it may stand."""

    head: str
    story: int
    rank: int
    at: datetime
    section: int
    is_pictured: bool


def choose(heads: Mapping[str, Head], *, rank: str = "place") -> dict[str, list[Story]]:
    """The live stories of each head, as cards: {name: stories}. Two queries; none for no heads.

    A head is an ordered and cut queryset, of Story (the lists come newest first) or of rows with a
    `story` and a number called `rank` (the lists come in its order). Each is read from its own
    index, so give every head an order its index has and a limit. SQLite allows some 500 heads.
    """
    if not heads:
        return {}
    found = places(heads.items(), rank=rank)
    known = Story.objects.live().in_bulk_of(place.story for place in found)
    lists: dict[str, list[Story]] = {name: [] for name in heads}
    for place in found:
        if place.story in known:
            lists[place.head].append(known[place.story])
    return lists


def places(heads: Iterable[tuple[str, Head]], *, rank: str = "place") -> list[Place]:
    """The places of each head, by rank and then newest first. One query; none for no heads.

    Heads of one name make one list. Rows that name a story may name a withdrawn one.
    """
    chosen = [_numbers(name, head, rank) for name, head in heads]
    if not chosen:
        return []
    first, *others = chosen
    rows = first.union(*others, all=True) if others else first
    found = [Place(*row) for row in rows]
    found.sort(key=lambda place: (place.rank, -place.at.timestamp(), -place.story))
    return found


def _numbers(name: str, head: Head, rank: str) -> QuerySet[Any, Any]:
    """The places of a head. SQLite knows no LIMIT inside a union: hence the subquery."""
    model: type[Model] = head.model
    rows = model._default_manager.filter(pk__in=head.values("pk"))
    is_story = model is Story
    of = "" if is_story else "story__"
    is_pictured = Q((f"{of}lead__isnull", False))
    return rows.annotate(
        head=Value(name),
        number=F("pk") if is_story else F("story"),
        rank_in_head=Value(0, IntegerField()) if is_story else F(rank),
        printed_at=F(f"{of}published_at"),
        in_section=F(f"{of}section"),
        is_pictured=ExpressionWrapper(is_pictured, BooleanField()),
    ).values_list("head", "number", "rank_in_head", "printed_at", "in_section", "is_pictured")
