"""What changed between two arrangements: which stories came, left and moved."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from fronts.arrangement import Arrangement, Pin, Slot


@dataclass(frozen=True)
class Place:
    """A hand pick and the slot it stands in."""

    slot: Slot
    pin: Pin


@dataclass(frozen=True)
class Changes:
    """Hand picks by article, and slots. Empty lists where nothing changed."""

    came: list[Place] = field(default_factory=list)
    left: list[Place] = field(default_factory=list)
    moved: list[tuple[Place, Place]] = field(default_factory=list)
    altered: list[Place] = field(default_factory=list)  # another headline, picture or time
    slots_came: list[Slot] = field(default_factory=list)
    slots_left: list[Slot] = field(default_factory=list)
    slots_altered: list[Slot] = field(default_factory=list)
    order_altered: bool = False
    note_altered: bool = False


def between(before: Arrangement, after: Arrangement) -> Changes:
    """What somebody did to make the one of the other. As few moves are told as explain it."""
    were, are = _places(before), _places(after)
    stayed = [number for number in are if number in were]
    moved = _moved(before, after)
    had, have = ({slot.key: slot for slot in one.slots} for one in (before, after))
    kept = [key for key in have if key in had]
    return Changes(
        came=[place for number, place in are.items() if number not in were],
        left=[place for number, place in were.items() if number not in are],
        moved=[(were[number], are[number]) for number in stayed if number in moved],
        altered=[are[number] for number in stayed if were[number].pin != are[number].pin],
        slots_came=[slot for key, slot in have.items() if key not in had],
        slots_left=[slot for key, slot in had.items() if key not in have],
        slots_altered=[have[key] for key in kept if _bare(had[key]) != _bare(have[key])],
        order_altered=kept != [key for key in had if key in have],
        note_altered=_note(before) != _note(after),
    )


def articles_in(changes: Iterable[Changes]) -> set[int]:
    """The articles they speak of."""
    return {
        place.pin.article
        for one in changes
        for place in (*one.came, *one.left, *one.altered, *(after for _before, after in one.moved))
    }


def _places(arrangement: Arrangement) -> dict[int, Place]:
    return {pin.article: Place(slot, pin) for slot in arrangement.slots for pin in slot.pins}


def _moved(before: Arrangement, after: Arrangement) -> set[int]:
    """Those in another slot, and in the same slot those that others did not merely make way for."""
    was_in = {pin.article: slot.key for slot in before.slots for pin in slot.pins}
    had = {slot.key: [pin.article for pin in slot.pins] for slot in before.slots}
    moved: set[int] = set()
    for slot in after.slots:
        now = [pin.article for pin in slot.pins]
        moved |= {number for number in now if was_in.get(number, slot.key) != slot.key}
        then = [number for number in had.get(slot.key, []) if number in now]
        stayed = [number for number in now if number in then]
        blocks = SequenceMatcher(None, then, stayed, autojunk=False).get_matching_blocks()
        still = {number for block in blocks for number in then[block.a : block.a + block.size]}
        moved |= set(stayed) - still
    return moved


def _bare(slot: Slot) -> Slot:
    return replace(slot, pins=())


def _note(arrangement: Arrangement) -> tuple[str, str]:
    return arrangement.note_title, arrangement.note_text
