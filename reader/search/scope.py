"""What both databases are asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from reader.search.query import Conditions, Syllables


class Zone(IntEnum):
    """Where in a story; each holds the one before."""

    HEADLINE = 0
    HEAD = 1  # with the standfirst
    WHOLE = 2


@dataclass(frozen=True)
class Level:
    """A tier of the ranking: what has to be there, and where."""

    conditions: Conditions
    zone: Zone


def wider(levels: Sequence[Level], number: int) -> list[int]:
    """The levels next to this one that hold all of it: the wider zone, the looser spelling.

    `levels` is as finding.levels_of makes it.
    """
    here = levels[number]
    zones = [number + 1] if here.zone != Zone.WHOLE else []
    looser = number + len(Zone)
    return zones + ([looser] if looser < len(levels) else [])


@dataclass(frozen=True)
class Scope:
    """Which stories are looked through: places in `first` to `last`, both inclusive."""

    first: int = -(1 << 62)
    last: int = 1 << 62
    sections: Sequence[int] = ()  # none means all
    author: Syllables = ()
