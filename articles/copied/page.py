"""Reads an article page copied as plain text from a paper's website.

Nothing is looked up and nothing is written: text in, what the page says out. All strings are
plain text, never HTML; whoever shows them escapes them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from articles.copied.byline import BylineRole, CopiedByline, read_byline
from articles.copied.masthead import CopiedMasthead, split_off_masthead
from articles.copied.series import (
    LabelStyle,
    SeriesPart,
    part_in_headline,
    part_in_line,
    with_final_numbered,
)
from vietnamese.normal import normalize

__all__ = [
    "BylineRole",
    "Caption",
    "CopiedByline",
    "CopiedMasthead",
    "CopiedPage",
    "LabelStyle",
    "NotAPage",
    "Paragraph",
    "SeriesPart",
    "parse",
]

MOST_BYTES = 1_000_000

# Select-all takes the site's menu along. A paragraph ends the search: a time inside the story is
# not the time line.
_MOST_LINES_ABOVE_TIME = 40
_LONGEST_HEADLINE = 300
_MOST_HEAD_LINES = 200
_LONGEST_NOTE = 120
_MOST_NOTES = 3
_LONGEST_TIME_LINE = 80
_MOST_BYLINE_LINES = 6

_CLOCK = r"(?P<hour>[0-9]{1,2})\s*[:h]\s*(?P<minute>[0-9]{2})(?::[0-9]{2})?"
_DAY = (
    r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)\s*,?\s*)?(?:ngày\s+)?"
    r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})"
)
_BETWEEN = r"(?:\s*[,|–-]\s*|\s+)(?:lúc\s+)?"
_BEFORE = r"(?:(?:cập\s+nhật|đăng|ngày\s+đăng|xuất\s+bản)(?:\s+lúc)?\s*:?\s*)?"
_AFTER = r"(?:\s*\(?gmt\s*\+\s*7\)?)?"
_TIME_LINES = tuple(
    re.compile(_BEFORE + form + _AFTER, re.IGNORECASE)
    for form in (_CLOCK + _BETWEEN + _DAY, _DAY + _BETWEEN + _CLOCK)
)
_NOTE = re.compile(r"\([^()]*\w[^()]*\)")
_SERIES_NOTE = re.compile(
    r"\(\s*(?:còn\s+(?:nữa|tiếp)|tiếp\s+theo|hết|kỳ\s+sau|xem\s+tiếp)\b[^()]*\)", re.IGNORECASE
)
_ENDS_SERIES = re.compile(r"(?:\(\s*|\bvà\s+)hết\s*\.?\s*\)", re.IGNORECASE)
_HTML_START = re.compile(r"\s*<(?:!doctype|\?xml|[a-z][a-z0-9]*[\s>])", re.IGNORECASE)
_CLOSING_TAG = re.compile(r"</(?:p|div|span|a|li|td|h[1-6]|html|body|script)>", re.IGNORECASE)
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")


class NotAPage(ValueError):
    """The text is not an article page; the message is a whole sentence for the person who
    pasted it and says what was missing."""


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Caption:
    text: str


@dataclass(frozen=True)
class CopiedPage:
    """`headline` is this part's own when the page is part of a series. `published_at` is naive:
    the page prints the clock of wherever the paper is, which the caller knows. `note` is printed
    with its parentheses: "(Tiếp theo và hết)"."""

    headline: str
    series: SeriesPart | None
    other_parts: tuple[SeriesPart, ...]
    published_at: datetime
    note: str
    blocks: tuple[Paragraph | Caption, ...]
    bylines: tuple[CopiedByline, ...]
    masthead: CopiedMasthead | None

    @property
    def series_is_complete(self) -> bool:
        if self.series is None:
            return False
        return (
            self.series.is_final
            or any(part.is_final for part in self.other_parts)
            or bool(_ENDS_SERIES.search(self.note))
        )


def parse(text: str) -> CopiedPage:
    """Raises NotAPage, and nothing else, whatever the text is."""
    lines = [line for line in map(str.strip, _readable(text).split("\n")) if line]
    if not lines:
        raise NotAPage(_("There is no text to read."))
    at, published_at = _time_line(lines)
    headline = " ".join(lines[at - 1].split())
    above, masthead = split_off_masthead(lines[at + 1 :])
    above, bylines, closing_notes = _split_off_bylines(above)
    body, series, other_parts, notes = _split_off_head(above, part_in_headline(headline))
    if not body:
        raise NotAPage(_("There is no text under the headline and the time line."))
    return CopiedPage(
        headline=(series and series.headline) or headline,
        series=series,
        other_parts=other_parts,
        published_at=published_at,
        note=" ".join(dict.fromkeys(" ".join(note.split()) for note in notes + closing_notes)),
        blocks=tuple(_blocks(body)),
        bylines=bylines,
        masthead=masthead,
    )


def _readable(text: str) -> str:
    if len(text) > MOST_BYTES or len(text.encode(errors="surrogatepass")) > MOST_BYTES:
        raise NotAPage(_("The text is longer than 1 MB; paste one article page at a time."))
    if len(_NOT_TEXT.findall(text)) * 50 > len(text) or text.startswith("%PDF-"):
        raise NotAPage(_("This is a file's content, not text; copy the page's text and paste it."))
    text = normalize(text)
    if _HTML_START.match(text) or len(_CLOSING_TAG.findall(text)) > 2:
        raise NotAPage(
            _("This is a page's HTML source; copy the text the page shows and paste that.")
        )
    return text


def _time_line(lines: Sequence[str]) -> tuple[int, datetime]:
    """Where the time line with a headline above it stands, and the time it gives."""
    found = False
    for at, line in enumerate(lines[:_MOST_LINES_ABOVE_TIME]):
        if len(line) > _LONGEST_HEADLINE:
            break
        if match := _match_time(line):
            found = True
            if at > 0 and not _match_time(lines[at - 1]):
                return at, _published_at(match)
    if found:
        raise NotAPage(_("There is no headline above the time line."))
    raise NotAPage(
        _("Under the headline there is no line with the time, such as “09:15, 03/02/2024”.")
    )


def _match_time(line: str) -> re.Match[str] | None:
    if len(line) > _LONGEST_TIME_LINE:
        return None
    return next((match for form in _TIME_LINES if (match := form.fullmatch(line))), None)


def _published_at(match: re.Match[str]) -> datetime:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    try:
        return datetime(year, month, day, int(match["hour"]), int(match["minute"]))  # noqa: DTZ001
    except ValueError as error:
        raise NotAPage(
            _("The time line “%(line)s” gives a date or time that does not exist.")
            % {"line": match[0]}
        ) from error


def _split_off_bylines(
    lines: Sequence[str],
) -> tuple[list[str], tuple[CopiedByline, ...], list[str]]:
    """The lines above the bylines, the bylines, and the notes printed among them."""
    bylines: tuple[CopiedByline, ...] = ()
    notes: list[str] = []
    end = len(lines)
    for _taken in range(_MOST_BYLINE_LINES):
        if end == 0:
            break
        line = lines[end - 1]
        if end > 1 and line == lines[end - 2]:
            break  # a portrait's caption, printed twice, is a bare name too
        if _is_note(line) and _SERIES_NOTE.fullmatch(line):
            notes.insert(0, line)
        elif found := read_byline(line):
            bylines = found + bylines
        else:
            break
        end -= 1
    return list(lines[:end]), bylines, notes


def _split_off_head(
    lines: Sequence[str], series: SeriesPart | None
) -> tuple[list[str], SeriesPart | None, tuple[SeriesPart, ...], list[str]]:
    """The body, the page's own part, the other parts named above the body, and the notes."""
    notes: list[str] = []
    known = {series.number: series} if series else {}
    at = 0
    while at < min(len(lines), _MOST_HEAD_LINES):
        line = lines[at]
        if _is_note(line) and len(notes) < _MOST_NOTES:
            notes.append(line)
        elif not (_match_time(line) or (series and _names_a_part(line, series, known))):
            break
        at += 1
    if series is None:
        return list(lines[at:]), None, (), notes
    own, *others = with_final_numbered(known.values())
    return list(lines[at:]), own, tuple(others), notes


def _names_a_part(line: str, own: SeriesPart, known: dict[int, SeriesPart]) -> bool:
    """Whether a line names a part and nothing else; a part not known yet is added to `known`."""
    line = " ".join(line.split())
    part = part_in_line(line, of=own)
    if part is None:
        return False
    if part.headline.casefold() == own.headline.casefold():
        return True
    named = known.setdefault(part.number, part)
    if named is own and not own.headline:
        known[own.number] = replace(own, headline=part.headline)
        return True
    # The same number under another headline is text that would be lost: it stays in the body.
    return named.headline.casefold() == part.headline.casefold()


def _is_note(line: str) -> bool:
    return len(line) <= _LONGEST_NOTE and bool(_NOTE.fullmatch(line))


def _blocks(lines: Sequence[str]) -> list[Paragraph | Caption]:
    """A line printed twice is a picture's alternative text and its caption, so one caption."""
    blocks: list[Paragraph | Caption] = []
    for line, run in groupby(lines):
        times = len(list(run))
        if times == 1:
            blocks.append(Paragraph(line))
        else:
            blocks += [Caption(line)] * (times // 2)
    return blocks
