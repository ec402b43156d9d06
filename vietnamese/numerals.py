"""Roman numerals, as series number their parts."""

import re
import unicodedata

_NUMERALS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_VALUES = {numeral: value for value, numeral in _NUMERALS}
_WELL_FORMED = re.compile("M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_LARGEST = 3999
_LONGEST = len("MMMDCCCLXXXVIII")


def roman(number: int) -> str:
    """Write 1 to 3999 in Roman numerals; ValueError for any other number."""
    if not 1 <= number <= _LARGEST:
        raise ValueError(f"Roman numerals run from 1 to {_LARGEST}; {number} has none.")
    written = []
    for value, numeral in _NUMERALS:
        times, number = divmod(number, value)
        written.append(numeral * times)
    return "".join(written)


def from_roman(text: str) -> int:
    """Read a Roman numeral in either case; ValueError when it is not written by the rules."""
    text = text.strip()
    numeral = unicodedata.normalize("NFKC", text[:_LONGEST]).upper()
    if not numeral or len(text) > _LONGEST or not _WELL_FORMED.fullmatch(numeral):
        raise ValueError(f"“{text[:_LONGEST]}” is not a Roman numeral.")
    return sum(_VALUES[part] for part in re.findall("CM|CD|XC|XL|IX|IV|[MDCLXVI]", numeral))
