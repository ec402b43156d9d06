"""A list of names by their letters, as a Vietnamese reader looks through it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Protocol, TypeVar
from unicodedata import normalize

from django.utils.translation import pgettext

from vietnamese.folding import exact, fold, syllables
from vietnamese.names import sort_key

# More names than these are shown one letter at a time.
AT_ONCE = 400
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
DIGITS, OTHERS = "0–9", "…"
_TONES = dict.fromkeys(map(ord, "\u0300\u0309\u0303\u0301\u0323"))


class Named(Protocol):
    @property
    def name(self) -> Any: ...


_Named = TypeVar("_Named", bound=Named)


@dataclass(frozen=True)
class Index:
    """The letters there are, and the names under those that are shown."""

    letters: list[str]
    shown: list[tuple[str, list[Any]]]
    is_whole: bool


def letter_name() -> str:
    """The query parameter that chooses a letter: `chu` on a Vietnamese site."""
    return pgettext("query parameter", "letter")


def index(rows: Iterable[Named], asked: str | None = None) -> Index | None:
    """The names in order by their letters; None when no name begins with the letter asked for."""
    groups = by_letter(rows)
    letters = [letter for letter, _rows in groups]
    if sum(len(run) for _letter, run in groups) <= AT_ONCE and not asked:
        return Index(letters, groups, is_whole=True)
    wanted = asked or letters[0]
    shown = [group for group in groups if group[0] == wanted]
    return Index(letters, shown, is_whole=False) if shown else None


def by_letter(rows: Iterable[_Named]) -> list[tuple[str, list[_Named]]]:
    """Names in Vietnamese order, in runs of one letter."""
    ordered = sorted(rows, key=lambda row: (_place(letter(row.name)), sort_key(row.name)))
    grouped = groupby(ordered, key=lambda row: letter(row.name))
    return [(first, list(run)) for first, run in grouped]


def letter(name: str) -> str:
    """The letter a name stands under: Ă and Â are letters, À is an A; "0–9" for a figure."""
    words = syllables(exact(name))
    if not words or not words[0]:
        return OTHERS
    first = normalize("NFC", normalize("NFD", words[0][0]).translate(_TONES))
    if first not in LETTERS:
        first = fold(first)[:1]
    if first.isdecimal():
        return DIGITS
    return first.upper() if first and first in LETTERS else OTHERS


def _place(letter: str) -> int:
    """Figures before A, what is no letter of ours after Z."""
    if letter == DIGITS:
        return -1
    return LETTERS.find(letter.lower()) if letter != OTHERS else len(LETTERS)
