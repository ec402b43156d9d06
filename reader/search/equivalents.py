"""The editors' table of equivalents, as a query is read with it."""

from collections import defaultdict
from collections.abc import Iterable

from reader.models import Equivalent
from reader.search.tokens import Phrase, Token, tokens_of


class Equivalents:
    """Groups of spellings that find each other."""

    def __init__(self, groups: Iterable[Iterable[str]] = ()) -> None:
        self._by_first: dict[str, list[tuple[Phrase, list[Phrase]]]] = defaultdict(list)
        for group in groups:
            spellings = [phrase for phrase in map(tokens_of, group) if phrase]
            for spelling in spellings:
                others = [other for other in spellings if other != spelling]
                self._by_first[spelling[0].folded].append((spelling, others))

    @classmethod
    def load(cls) -> "Equivalents":
        """The table as it is now: one query."""
        return cls(row.listed for row in Equivalent.objects.order_by("pk"))

    def at(self, phrase: Phrase, place: int) -> tuple[int, list[Phrase]] | None:
        """The longest spelling that stands there: its length, and what it can be replaced by."""
        if place >= len(phrase):
            return None
        best: Phrase = ()
        others: list[Phrase] = []
        for spelling, instead in self._by_first.get(phrase[place].folded, ()):
            there = phrase[place : place + len(spelling)]
            if len(there) != len(spelling) or not all(map(_is_meant, there, spelling)):
                continue
            if len(spelling) > len(best):
                best, others = spelling, []
            if len(spelling) == len(best):
                others += [other for other in instead if other not in others]
        if not best:
            return None
        there = phrase[place : place + len(best)]
        if not any(token.is_marked for token in there):
            # Typed bare, so anything matches.
            others = [tuple(Token.bare(token.folded) for token in other) for other in others]
        return len(best), [other for other in others if other != there]


def _is_meant(typed: Token, listed: Token) -> bool:
    return typed.folded == listed.folded and (not typed.is_marked or typed.exact == listed.exact)
