"""Which story stands in which slot: hand picks first, and none twice on a page."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from fronts.arrangement import Arrangement, Layout, Pin, Slot, Source
from reader.choosing import Place
from reader.front.candidates import (
    LEAD_AMONG,
    PINNED,
    SECONDS_AMONG,
    Stock,
    Tree,
    in_filling_order,
)

# News comes first here; opinion and photo stories only when there is nothing else.
_NEWS_FIRST = {Layout.LEAD, Layout.SECONDS, Layout.RIVER, Layout.DESK}
_PARTS = {Source.SERIES, Source.LATEST_SERIES}


@dataclass
class Filled:
    """A slot with the numbers of the stories that stand in it."""

    slot: Slot
    stories: list[int] = field(default_factory=list)
    pins: dict[int, Pin] = field(default_factory=dict)


def fill(
    arrangement: Arrangement, choice: dict[str, list[Place]], tree: Tree, stock: Stock
) -> list[Filled]:
    """Every slot filled, in page order.

    The hand picks of all slots are set aside before any slot takes from its source; of a story
    picked twice the first place counts.
    """
    there = {place.story: place for place in choice[PINNED]}
    filled = {slot.key: Filled(slot) for slot in arrangement.slots}
    taken: set[int] = set()
    for slot in arrangement.slots:
        standing = [pin for pin in slot.pins if pin.stands_at(stock.moment)]
        for pin in standing:
            one = filled[slot.key]
            if pin.article in there and pin.article not in taken and len(one.pins) < slot.capacity:
                one.pins[pin.article] = pin
                taken.add(pin.article)
    for slot in in_filling_order(arrangement.slots):
        one = filled[slot.key]
        wanted = [place for place in choice[slot.key] if place.story not in taken]
        by_hand = [there[number] for number in one.pins]
        chosen = _chosen(slot, by_hand, wanted, tree)
        one.stories = [place.story for place in [*by_hand, *chosen]]
        taken.update(one.stories)
    return [filled[slot.key] for slot in arrangement.slots]


def _chosen(slot: Slot, by_hand: list[Place], wanted: list[Place], tree: Tree) -> list[Place]:
    """What the source adds to the hand picks."""
    room = slot.capacity - len(by_hand)
    if slot.layout in _NEWS_FIRST and slot.source != Source.SECTION:
        wanted = _first(wanted, [place for place in wanted if place.section not in tree.voices])
    if slot.layout == Layout.LEAD:
        wanted = _around_a_lead(slot, by_hand, wanted, tree)
    if slot.layout == Layout.SECONDS:
        wanted = _flanked(wanted, beginning=len(by_hand))
    if slot.source == Source.LATEST_SERIES and len(by_hand) + len(wanted[:room]) < 2:
        return []  # one part makes no band
    return wanted[:room]


def _around_a_lead(
    slot: Slot, by_hand: list[Place], wanted: list[Place], tree: Tree
) -> list[Place]:
    """A lead with a picture, if one is near; beside it what is nearest to it."""
    if not by_hand:
        among = wanted[: LEAD_AMONG if slot.source == Source.NEWEST else slot.capacity]
        wanted = _first(wanted, [place for place in among if place.is_pictured][:1])
    lead, rest = (by_hand[:1], wanted) if by_hand else (wanted[:1], wanted[1:])
    if slot.source == Source.NEWEST and lead:
        top = tree.top_of(lead[0].section)
        rest = _first(rest, [place for place in rest if tree.top_of(place.section) == top])
    return rest if by_hand else [*lead, *rest]


def _flanked(wanted: list[Place], *, beginning: int) -> list[Place]:
    """The newest below the lead: one without a picture between two with, as far as they go."""
    among = wanted[:SECONDS_AMONG]
    chosen: list[Place] = []
    for is_pictured in (True, False, True)[beginning:]:
        left = [place for place in among if place not in chosen]
        chosen += [place for place in left if place.is_pictured == is_pictured][:1] or left[:1]
    return _first(wanted, chosen)


def _first(everything: list[Place], some: Iterable[Place]) -> list[Place]:
    """The same places, some of them before the others."""
    ahead = list(some)
    known = {place.story for place in ahead}
    return [*ahead, *(place for place in everything if place.story not in known)]


def is_of_series(slot: Slot) -> bool:
    return slot.source in _PARTS
