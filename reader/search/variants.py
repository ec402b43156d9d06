"""Other ways of writing the same that follow a rule; single words are in the table of equivalents.

kỹ = kĩ, Kỳ II = Kỳ 2, 12500 = 12.500.
"""

import re
from collections.abc import Iterator

from reader.search.tokens import Phrase, Token
from vietnamese.numerals import from_roman, roman

_I = "iíìỉĩị"
_Y = "yýỳỷỹỵ"
_OTHER_I = dict(zip(_I + _Y, _Y + _I, strict=True))
# Where both spellings are in use: open syllables after these.
_ENDS_IN_I = re.compile(f"(h|k|l|m|s|t|qu)([{_I}{_Y}])")

_PARTS = {"ky", "ki", "phan", "bai", "tap", "khoa"}
# Numerals that are syllables of other words too: bài vi phạm.
_AMBIGUOUS = {"vi", "mi", "li", "di", "xi", "i", "v", "x", "l", "c", "d", "m"}
_MOST_PARTS = 39
_DIGITS = re.compile("[0-9]{1,12}", re.ASCII)


def variants(phrase: Phrase, place: int, before: str) -> tuple[int, list[Phrase]]:
    """How many syllables from `place` on can be written otherwise, and how. At least one."""
    joined = _joined(phrase, place)
    if joined:
        return joined
    token = phrase[place]
    return 1, [*_other_i(token), *_other_numeral(token, before), *_grouped(token)]


def _other_i(token: Token) -> Iterator[Phrase]:
    found = _ENDS_IN_I.fullmatch(token.exact)
    if not found:
        return
    other = found[1] + _OTHER_I[found[2]]
    # Typed with diacritics, mì is not also Mỹ: only the same tone counts.
    folded = found[1] + ("y" if found[2] in _I else "i")
    yield (Token(folded, other, is_strict=token.is_marked),)


def _other_numeral(token: Token, before: str) -> Iterator[Phrase]:
    if before not in _PARTS:
        return
    if _DIGITS.fullmatch(token.folded):
        number = int(token.folded)
        if 1 <= number <= _MOST_PARTS:
            yield (Token.bare(roman(number).lower()),)
    elif not token.is_marked and (before in {"ky", "ki"} or token.folded not in _AMBIGUOUS):
        try:
            number = from_roman(token.folded)
        except ValueError:
            return
        if number <= _MOST_PARTS:
            yield (Token.bare(str(number)),)


def _grouped(token: Token) -> Iterator[Phrase]:
    """12500 as 12.500, which is two syllables."""
    digits = token.folded
    if _DIGITS.fullmatch(digits) and len(digits) > 3 and digits[0] != "0":
        first = len(digits) % 3 or 3
        groups = [digits[:first], *(digits[n : n + 3] for n in range(first, len(digits), 3))]
        yield tuple(Token.bare(group) for group in groups)


def _joined(phrase: Phrase, place: int) -> tuple[int, list[Phrase]] | None:
    """12.500 as 12500."""
    groups = [phrase[place].folded]
    if not re.fullmatch("[1-9][0-9]{0,2}", groups[0], re.ASCII):
        return None
    for token in phrase[place + 1 : place + 4]:
        if not re.fullmatch("[0-9]{3}", token.folded, re.ASCII):
            break
        groups.append(token.folded)
    if len(groups) == 1:
        return None
    return len(groups), [(Token.bare("".join(groups)),)]
