"""Vietnamese names, and the order in which a Vietnamese reader looks for them.

The keys reproduce ICU's `vi` collation, case aside, so that every database sorts alike.
"""

import unicodedata
from typing import NamedTuple

from vietnamese.folding import exact, fold, syllables

_ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; ngang has no mark
_WITHOUT_TONES = dict.fromkeys(map(ord, _TONES))

# What a key tells apart lies well before this; a pasted page costs no more than a name.
_LONGEST = 500


class PersonName(NamedTuple):
    """Họ, đệm and tên; the middle part may be empty or several words."""

    family: str
    middle: str
    given: str


def split_name(full: str) -> PersonName:
    """Split a name written family first; a single word is a given name."""
    words = full.split()
    if len(words) < 2:
        return PersonName("", "", "".join(words))
    family, *middle, given = words
    return PersonName(family, " ".join(middle), given)


def name_sort_key(family: str, middle: str, given: str) -> str:
    """Order by given name, then family, then middle name.

    Each is compared whole, letters and then tones, before the next: every Anh before every Ánh.
    """
    return "".join(sort_key(part) + _END for part in (given, family, middle))


def sort_key(text: str) -> str:
    """Order by all letters first and by tones only when the letters are equal.

    The key is made of digits and the letters a to h in strict turn, two characters for each letter
    or tone of the text: collations that join "ch" or "aa", ignore punctuation or read runs of
    digits as numbers find nothing to do in it.
    """
    words = syllables(exact(text[:_LONGEST]))
    letters = _BLANK.join("".join(map(_letter_key, _without_tone(word))) for word in words)
    tones = "".join(map(_tone_key, words))
    return letters + _END + tones


def _code(number: int) -> str:
    tens, ones = divmod(number, 8)
    return f"{tens}{'abcdefgh'[ones]}"


_END = _code(0)  # a name goes before every longer one that begins with it
_BLANK = _code(1)  # and "An Bình" before "Anh"
_TONE_KEYS = {mark: _code(number) for number, mark in enumerate(("", *_TONES), start=1)}
_LETTER_KEYS = {letter: _code(number) for number, letter in enumerate(_ALPHABET, start=2)}
_FOREIGN = _code(79)  # after z


def _without_tone(word: str) -> str:
    return unicodedata.normalize(
        "NFC", unicodedata.normalize("NFD", word).translate(_WITHOUT_TONES)
    )


def _tone_key(word: str) -> str:
    marks = unicodedata.normalize("NFD", word)
    return _TONE_KEYS[next((mark for mark in marks if mark in _TONES), "")]


def _letter_key(letter: str) -> str:
    if letter in _LETTER_KEYS:
        return _LETTER_KEYS[letter]
    base = fold(letter)  # "ä" stands with a, "ß" with ss; a mark left alone is nothing
    if all(part in _LETTER_KEYS for part in base):
        return "".join(_LETTER_KEYS[part] for part in base)
    number = ord(letter)
    return _FOREIGN + "".join(_code(number // 64**place % 64) for place in (3, 2, 1, 0))
