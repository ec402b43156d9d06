"""The part of a series, as a page copied from a paper's website names it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from vietnamese.numerals import from_roman

LabelStyle = Literal["ky_roman", "ky_arabic", "bai", "phan"]

# A longer line that begins like a label is a paragraph, not the name of a part.
LONGEST_PART_LINE = 300

_LABEL = (
    r"(?P<word>kỳ|kì|bài|phần)\s+(?:(?P<roman>[ivxl]{1,8})|(?P<arabic>[0-9]{1,3})|(?P<final>cuối))"
    r"(?P<ends>\s*\(?và\s+hết\)?)?"
)
_PART_LINE = re.compile(rf"{_LABEL}(?:\s*[:.]\s*|\s+[-–—]\s+)(?P<headline>\S.*)", re.IGNORECASE)
_SERIES_HEADLINE = re.compile(
    rf"(?P<title>\S.*?)\s+[-–—]\s+{_LABEL}(?:(?:\s*[:.]\s*|\s+[-–—]\s+)(?P<headline>.*))?",
    re.IGNORECASE,
)
_NUMBERED_STYLES: dict[str, LabelStyle] = {"bài": "bai", "phần": "phan"}


@dataclass(frozen=True)
class SeriesPart:
    """`number` is 0 for a part labelled only "cuối" when the page does not say how many came
    before it. `is_final` repeats the label ("Kỳ cuối", "Kỳ III và hết"); what a note such as
    "(Tiếp theo và hết)" adds is the page's to say."""

    series_title: str
    style: LabelStyle
    number: int
    headline: str
    is_final: bool


def part_in_headline(headline: str) -> SeriesPart | None:
    match = _SERIES_HEADLINE.fullmatch(headline)
    return _part(match, title=match["title"]) if match else None


def part_in_line(line: str, *, of: SeriesPart) -> SeriesPart | None:
    """The part of the same series a line names, if it is labelled with the same word."""
    match = _PART_LINE.fullmatch(line) if len(line) <= LONGEST_PART_LINE else None
    part = _part(match, title=of.series_title) if match else None
    return part if part and _word_of(part.style) == _word_of(of.style) else None


def with_final_numbered(parts: Iterable[SeriesPart]) -> list[SeriesPart]:
    """The same parts; one labelled only "cuối" is numbered after the highest number named, and
    takes its numerals, since "Kỳ cuối" alone does not say Roman or Arabic."""
    parts = list(parts)
    numbered = [part for part in parts if part.number]
    if not numbered:
        return parts
    last = max(numbered, key=lambda part: part.number)
    return [
        part if part.number else replace(part, number=last.number + 1, style=last.style)
        for part in parts
    ]


def _part(match: re.Match[str], *, title: str) -> SeriesPart | None:
    number = _number(match)
    if number is None:
        return None
    word = match["word"].lower()
    counted: LabelStyle = "ky_arabic" if match["arabic"] else "ky_roman"
    return SeriesPart(
        series_title=title,
        style=_NUMBERED_STYLES.get(word, counted),
        number=number,
        headline=(match["headline"] or "").strip(),
        is_final=bool(match["final"] or match["ends"]),
    )


def _number(match: re.Match[str]) -> int | None:
    if match["final"]:
        return 0
    try:
        number = int(match["arabic"]) if match["arabic"] else from_roman(match["roman"].upper())
    except ValueError:
        return None
    return number if number > 0 else None


def _word_of(style: LabelStyle) -> str:
    return style.partition("_")[0]
