"""The two forms in which text is searched: exact (as spelt) and folded (as typed in a hurry).

Both are cut into syllables the same way, so the n-th of one is the n-th of the other.
"""

import re
import unicodedata

from vietnamese.normal import normalize

# Diacritics of the Latin, Greek and Cyrillic scripts. The signs of other scripts are vowels, not
# ornaments, and stay.
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")

# Two Arabic phrases in one character each, which would grow eighteenfold.
_PHRASES = re.compile("[\ufdfa\ufdfb]")

# Letters that do not decompose; static/vietnamese/urlify.js has the same table.
_BASE_LETTERS = {
    "đ": "d",
    "ð": "d",
    "ɖ": "d",
    "ø": "o",
    "ł": "l",
    "ħ": "h",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}

_SYLLABLE = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")

# New-style spelling → old-style, in the syllables where both are in use.
_TONE_PLACES = {
    new + tone: old + plain
    for new, plain, tones, olds in (
        ("o", "a", "àáảãạ", "òóỏõọ"),
        ("o", "e", "èéẻẽẹ", "òóỏõọ"),
        ("u", "y", "ỳýỷỹỵ", "ùúủũụ"),
    )
    for tone, old in zip(tones, olds, strict=True)
}
# Only at the end of a syllable ("hoà", not "hoàn"); after q the u belongs to the consonant ("quý").
_MISPLACED_TONE = re.compile(f"(?<!q)(?:{'|'.join(_TONE_PLACES)})(?![^\\W\\d_]|[\u0300-\u036f])")


def exact(text: str) -> str:
    """Lower case, compatibility forms resolved, tone marks in one canonical place (hoà = hòa)."""
    return _MISPLACED_TONE.sub(lambda found: _TONE_PLACES[found[0]], _lower(text))


def fold(text: str) -> str:
    """Lower case without diacritics: "Đường" gives "duong"."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", _lower(text)))
    for letter, base in _BASE_LETTERS.items():
        bare = bare.replace(letter, base)
    return unicodedata.normalize("NFC", bare)


def syllables(text: str) -> list[str]:
    """Cut into runs of letters and digits; punctuation and blanks separate."""
    return _SYLLABLE.findall(text)


def exact_text(text: str) -> str:
    """Give the syllables of `exact`, joined by single blanks: the content of an index column."""
    return " ".join(syllables(exact(text)))


def folded_text(text: str) -> str:
    """Give the syllables of `fold`, joined by single blanks: the content of an index column."""
    return " ".join(syllables(fold(text)))


def _lower(text: str) -> str:
    # Compatibility forms may hide capitals (℡), and lowering may undo the composition (İ).
    resolved = unicodedata.normalize("NFKC", _PHRASES.sub(" ", normalize(text)))
    return unicodedata.normalize("NFKC", resolved.lower())
