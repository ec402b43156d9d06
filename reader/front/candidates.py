"""Which stories each slot of a front may take: one query, whatever the size of the archive."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.models import Section
from fronts.arrangement import Arrangement, Layout, Slot, Source
from reader.choosing import Head, Place, places
from reader.models import MostRead, Story, StoryQuerySet, StoryTopic
from reader.readings import reckoning

PINNED = "pinned"
LISTED = "listed"
READ = "read"
# How far a lead is looked for that has a picture.
LEAD_AMONG = 24
SECONDS_AMONG = 6
# More than any front holds: beyond it a slot stays short rather than read on.
DEEPEST = 300
# What may stand in several sections at once, so that a section's slot must look past it.
_ANYWHERE = {Source.NEWEST, Source.TOPIC, Source.MOST_READ, Source.SERIES, Source.LATEST_SERIES}
# Who chooses first. What hangs by itself has few stories to choose from; after the top come the
# most read, who would otherwise all stand in the river and the desks already.
_TURNS = (
    {Layout.EDITORIAL, Layout.SERIES, Layout.STRIP, Layout.OPINION},
    {Layout.LEAD, Layout.SECONDS},
    {Layout.MOST_READ},
)


@dataclass(frozen=True)
class Stock:
    """The stories readers have at a moment; `past` fills in what today's tables do not say."""

    moment: datetime
    is_past: bool = False
    withdrawn_since: tuple[int, ...] = ()
    not_yet_back: frozenset[int] = frozenset()
    most_read: tuple[int, ...] = ()

    def stories(self) -> list[StoryQuerySet]:
        """What to cut heads from; the live ones come in the order of their index."""
        live = Story.objects.live()
        if not self.is_past:
            return [live]
        bases = [live.published_by(self.moment)]
        if self.withdrawn_since:
            bases.append(Story.objects.filter(pk__in=self.withdrawn_since))
        return bases

    def cards(self, numbers: Iterable[int], *, strips: Iterable[int]) -> dict[int, Story]:
        """Those still there of the numbers; the pictures of photo stories with them. One query."""
        among = Story.objects.all() if self.is_past else Story.objects.live()
        return among.with_pictures_of(strips).in_bulk_of(numbers)


class Tree:
    """The sections as the imprint has them, and which of them a slot draws on."""

    def __init__(self, sections: Iterable[Mapping[str, Any]]) -> None:
        self.entries: dict[int, dict[str, Any]] = {}
        for top in sections:
            self.entries[top["id"]] = {**top, "top": top["id"]}
            for child in top["children"]:
                self.entries[child["id"]] = {**child, "top": top["id"], "children": []}
        # Where the paper itself speaks or shows pictures: nothing of it looks like news.
        self.voices = {
            number for number, one in self.entries.items() if one["kind"] != Section.Kind.NEWS
        }

    def top_of(self, section: int) -> int:
        return self.entries[section]["top"] if section in self.entries else section

    def below(self, section: int) -> list[int]:
        """A section and those in it that are of its kind: opinion has a slot of its own."""
        entry = self.entries.get(section)
        if entry is None:
            return []
        children = [one for one in entry["children"] if one["kind"] == entry["kind"]]
        return [section, *(child["id"] for child in children)]


def in_filling_order(slots: Iterable[Slot]) -> list[Slot]:
    """Page order, but for what would find its stories taken."""
    return sorted(slots, key=lambda slot: [slot.layout not in turn for turn in _TURNS])


def candidates(
    arrangement: Arrangement,
    tree: Tree,
    stock: Stock,
    *,
    listed: Iterable[Head] = (),
    read_in: Sequence[int] = (),
) -> dict[str, list[Place]]:
    """The places each slot may choose from, by its key; those PINNED, LISTED and READ. One query.

    READ are the most read of the sections `read_in`.
    """
    slots = in_filling_order(arrangement.slots)
    pins = [pin.article for slot in slots for pin in slot.pins if pin.stands_at(stock.moment)]
    depths = _depths(slots, tree, pins=len(set(pins)))
    heads = [*((LISTED, head) for head in listed), *_read_in(read_in, stock)]
    for (source, of), depth in depths.items():
        name = _name(source, of)
        heads += [(name, head) for head in _heads(source, of, depth, tree, stock)]
    if pins:
        heads += [(PINNED, stories.filter(pk__in=pins)) for stories in stock.stories()]
    found: dict[str, list[Place]] = {}
    for place in places(heads):
        if place.story not in stock.not_yet_back:
            found.setdefault(place.head, []).append(place)
    if stock.is_past:
        ranks = {number: rank for rank, number in enumerate(stock.most_read)}
        found.get(_name(Source.MOST_READ, None), []).sort(key=lambda place: ranks[place.story])
    lists = {slot.key: found.get(_name(slot.source, slot.of), []) for slot in slots}
    read = [place for span in MostRead.Span for place in found.get(f"{READ} {span}", [])]
    return {**lists, PINNED: found.get(PINNED, []), LISTED: found.get(LISTED, []), READ: read}


def _name(source: Source, of: int | None) -> str:
    return f"{source} {of}"


def _depths(slots: list[Slot], tree: Tree, *, pins: int) -> dict[tuple[Source, int | None], int]:
    """How far down each source is read: so far that a slot is filled whatever went before."""
    depths: dict[tuple[Source, int | None], int] = {}
    for number, slot in enumerate(slots):
        before = sum(one.capacity for one in slots[:number] if _meets(one, slot, tree))
        depth = slot.capacity + pins + before
        if slot.layout == Layout.LEAD:
            depth = max(depth, LEAD_AMONG)
        source = (slot.source, slot.of)
        depths[source] = min(DEEPEST, max(depth, depths.get(source, 0)))
    return depths


def _meets(one: Slot, other: Slot, tree: Tree) -> bool:
    """Whether two slots may want the same story."""
    if one.source in _ANYWHERE or other.source in _ANYWHERE:
        return Source.NONE not in (one.source, other.source)
    wanted = [set(tree.below(slot.of or 0)) for slot in (one, other)]
    return bool(wanted[0] & wanted[1])


def _heads(source: Source, of: int | None, depth: int, tree: Tree, stock: Stock) -> list[Head]:
    """The querysets a source is cut from; each is read from the top of its own index."""
    if source == Source.MOST_READ:
        return [_most_read(stock, depth)]
    heads: list[Head] = []
    for stories in stock.stories():
        newest = stories.newest_first()
        match source:
            case Source.NEWEST:
                heads.append(newest[:depth])
            case Source.SECTION:
                heads += [newest.in_sections([number])[:depth] for number in tree.below(of or 0)]
            case Source.TOPIC:
                heads.append(stories.filter(pk__in=_tagged(of, depth, stock)))
            case Source.SERIES:
                heads.append(stories.in_series(of or 0).order_by("-part")[:depth])
            case Source.LATEST_SERIES:
                parts = stories.filter(series__in=_latest_series(stock)).order_by("-part")
                heads.append(parts[:depth])
    return heads


def _tagged(topic: int | None, depth: int, stock: Stock) -> Head:
    tagged = StoryTopic.objects.filter(topic=topic, published_at__lte=stock.moment)
    return tagged.newest_first().values("story")[:depth]


def _latest_series(stock: Stock) -> Head:
    begun = stock.stories()[0].filter(series__isnull=False)
    return begun.newest_first().values("series")[:1]


def _most_read(stock: Stock, depth: int) -> Head:
    if stock.is_past:
        # In the order of their numbers: `past` knows the true one.
        return Story.objects.filter(pk__in=stock.most_read)
    return reckoning.places(MostRead.Span.DAY)[:depth]


def _read_in(sections: Sequence[int], stock: Stock) -> list[tuple[str, Head]]:
    """The most read of the sections, of the day before those of the week; of the past, none."""
    if not sections or stock.is_past:
        return []
    return [
        (
            f"{READ} {span}",
            reckoning.places(span).filter(story__section__in=sections)[: reckoning.PLACES],
        )
        for span in MostRead.Span
    ]
