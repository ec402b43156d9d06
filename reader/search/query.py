"""What a person asked: cut into syllables, with the other ways of writing the same.

Each blank-separated chunk is a phrase of its syllables, quotes make a longer one, and every chunk
has to be there. Nothing else has a meaning: operators are punctuation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.search.equivalents import Equivalents
from reader.search.texts import LONGEST_SYLLABLE
from reader.search.tokens import Phrase, Token, tokens_of
from reader.search.variants import variants
from vietnamese.normal import one_line

MOST_CHARACTERS = 200
MOST_SYLLABLES = 24
MOST_WAYS = 12  # in which one chunk is looked for

_QUOTES = '"“”„«»'
_CHUNK = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]|([^\\s{_QUOTES}]+)")

# One thing asked for: several ways of writing it, each of phrases that must all be there.
Way = tuple[Phrase, ...]
Term = tuple[Way, ...]
# The same, as a database is asked: syllables beside each other.
Syllables = tuple[str, ...]
Conditions = tuple[tuple[tuple[Syllables, ...], ...], ...]


@dataclass(frozen=True)
class Query:
    terms: tuple[Term, ...]
    is_cut: bool = False  # only the beginning was read

    @property
    def loose(self) -> Conditions:
        """What a story must have to be found: the folded syllables."""
        return self._conditions(is_close=False)

    @property
    def close(self) -> Conditions:
        """What puts a story first: what was typed with diacritics, with those diacritics."""
        return self._conditions(is_close=True)

    @property
    def typed(self) -> list[Token]:
        return [token for term in self.terms for phrase in term[0] for token in phrase]

    def _conditions(self, *, is_close: bool) -> Conditions:
        return tuple(
            tuple(
                tuple(piece for phrase in way for piece in _pieces(phrase, is_close=is_close))
                for way in term
            )
            for term in self.terms
        )


def parse(text: str, equivalents: Equivalents) -> Query:
    """Read what was typed. Never fails; a query without a letter or digit has no terms."""
    text = one_line(text[: 4 * MOST_CHARACTERS])
    is_cut = len(text) > MOST_CHARACTERS
    if is_cut:
        text = text[:MOST_CHARACTERS].rpartition(" ")[0] or text[:MOST_CHARACTERS]
    chunks: list[tuple[Phrase, bool]] = []
    left = MOST_SYLLABLES
    for found in _CHUNK.finditer(text):
        phrase = tokens_of(found[0], longest=LONGEST_SYLLABLE)
        is_cut = is_cut or len(phrase) > left
        if phrase[:left]:
            chunks.append((phrase[:left], found[1] is not None))
        left -= len(phrase[:left])
    return Query(tuple(_terms(chunks, equivalents)), is_cut)


def _terms(chunks: Sequence[tuple[Phrase, bool]], equivalents: Equivalents) -> Iterator[Term]:
    place = 0
    before = ""
    while place < len(chunks):
        spread = _spread(chunks, place, equivalents)
        if spread:
            term, length = spread
            yield term
        else:
            length = 1
            yield tuple((way,) for way in _ways(chunks[place][0], equivalents, before))
        place += length
        before = chunks[place - 1][0][-1].folded


def _spread(
    chunks: Sequence[tuple[Phrase, bool]], place: int, equivalents: Equivalents
) -> tuple[Term, int] | None:
    """An equivalent typed as several chunks, such as ủy ban nhân dân, and how many they are."""
    run: list[Phrase] = []
    for phrase, is_quoted in chunks[place:]:
        if is_quoted:
            break
        run.append(phrase)
    found = equivalents.at(tuple(token for phrase in run for token in phrase), 0)
    if found is None:
        return None
    length, others = found
    for number in range(2, len(run) + 1):
        if sum(map(len, run[:number])) == length:
            return (tuple(run[:number]), *((other,) for other in others[:MOST_WAYS])), number
    return None


def _ways(phrase: Phrase, equivalents: Equivalents, before: str) -> list[Phrase]:
    """The phrase as typed, then as it could be written otherwise."""
    ways: list[Phrase] = [()]
    place = 0
    while place < len(phrase):
        length, others = equivalents.at(phrase, place) or variants(phrase, place, before)
        options = [phrase[place : place + length], *others]
        # The first way stays the one that was typed.
        ways = [way + option for option in options for way in ways][:MOST_WAYS]
        place += length
        before = phrase[place - 1].folded
    return ways


@lru_cache(maxsize=4096)
def _pieces(phrase: Phrase, *, is_close: bool) -> tuple[Syllables, ...]:
    """The folded phrase, and each run within it that has to be spelt as it is here."""
    pieces: list[Syllables] = []
    run: list[str] = []
    for token in phrase:
        if token.is_marked and (is_close or token.is_strict):
            run.append(token.exact)
        elif run:
            pieces.append(tuple(run))
            run = []
    if run:
        pieces.append(tuple(run))
    if len(pieces) == 1 and len(pieces[0]) == len(phrase):
        return tuple(pieces)
    return (tuple(token.folded for token in phrase), *pieces)
