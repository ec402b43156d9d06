"""The one form in which text is stored."""

import re
import unicodedata

# What a person cannot see and therefore cannot mean: controls, soft hyphen, zero-width blanks and
# joiners, bidi marks, annotation and tag characters. Lone surrogates cannot be encoded at all, NUL
# is refused by PostgreSQL, U+FFFE and U+FFFF break a feed's XML.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]+"
)
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

# Letters of Icelandic and Ewe that old keyboards and converters leave in place of ours.
_LOOK_ALIKES = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}

# Unicode's Stream-Safe limit (UAX #15); Vietnamese needs two.
_MOST_MARKS = 30
_MARK = r"[^\w\s\x00-\u02ff]"  # or a symbol: re has no class for marks
_MANY_MARKS = re.compile(f"(?<!{_MARK}){_MARK}{{{_MOST_MARKS + 1},}}")


def normalize(text: str) -> str:
    """Give `text` in NFC, with LF line ends and without characters nobody can see.

    Spelling is left alone: "hoà" stays "hoà" and "hòa" stays "hòa".
    """
    text = _LINE_BREAK.sub("\n", _INVISIBLE.sub("", text))
    for alike, letter in _LOOK_ALIKES.items():
        text = text.replace(alike, letter)
    # Sorting marks takes Python quadratic time: a letter under 80,000 of them costs five seconds.
    # A mark may decompose into two, hence the second cut.
    return _cut_marks(unicodedata.normalize("NFC", _cut_marks(text)))


def one_line(text: str) -> str:
    """Give normal text with every run of white space (line ends, no-break blanks) as one blank."""
    return " ".join(normalize(text).split())


def _cut_marks(text: str) -> str:
    return _MANY_MARKS.sub(_keep_first_marks, text)


def _keep_first_marks(found: re.Match[str]) -> str:
    kept = []
    marks = 0
    for character in found[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
