"""Syllables in both forms."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from vietnamese.folding import exact, fold, syllables


@dataclass(frozen=True)
class Token:
    """A syllable of a query. A strict one is never looked for without its diacritics."""

    folded: str
    exact: str
    is_strict: bool = False

    @property
    def is_marked(self) -> bool:
        return self.exact != self.folded

    @classmethod
    def bare(cls, syllable: str) -> Self:
        return cls(syllable, syllable)


Phrase = tuple[Token, ...]


def tokens_of(text: str, *, longest: int = 60) -> Phrase:
    return tuple(
        Token(folded(one)[:longest], one[:longest]) for one in syllables(exact(text)) if folded(one)
    )


@lru_cache(maxsize=20_000)
def folded(syllable: str) -> str:
    """A language has few syllables, and a page of results has thousands of them."""
    return "".join(syllables(fold(syllable)))


@lru_cache(maxsize=20_000)
def spelt(syllable: str) -> str:
    return "".join(syllables(exact(syllable)))
