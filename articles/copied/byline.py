"""The byline, as a page copied from a paper's website prints it."""

import re
from dataclasses import dataclass
from typing import Literal

BylineRole = Literal[
    "by",
    "text_and_photo",
    "text",
    "photo",
    "team",
    "compiled",
    "translated",
    "graphics",
    "source",
]

LONGEST_BYLINE = 150
LONGEST_NAME = 60

# The longer label stands first: "Bài và ảnh" before "Bài".
_LABELS: tuple[tuple[str, BylineRole], ...] = (
    (r"(?:tin,?\s+)?(?:bài|tin)\s*(?:,|và|&|-|–)\s*(?:ảnh|hình)", "text_and_photo"),
    (r"tin\s*(?:,|và|&|-|–)\s*bài", "text"),
    (r"bài\s+viết|bài|tin", "text"),
    (r"ảnh|hình", "photo"),
    (r"(?:nhóm\s+)?thực\s+hiện", "team"),
    (r"tổng\s+hợp", "compiled"),
    (r"(?:biên\s+|người\s+|lược\s+)?dịch", "translated"),
    (r"đồ\s+(?:họa|hoạ)|infographics?", "graphics"),
    (r"(?:theo|nguồn)(?:\s+tin)?", "source"),
)
_LABEL = re.compile("(?:" + "|".join(f"({label})" for label, _ in _LABELS) + r")\s*:", re.I)
_AFTER_NAME = re.compile(
    r"(?P<name>[^()]+?)\s*\(\s*(?:(?P<compiled>(?:lược\s+)?tổng\s+hợp)|(?P<translated>(?:biên\s+|lược\s+)?dịch)"
    r"|(?P<team>thực\s+hiện))(?:\s+(?:từ|theo)\s+(?P<from>[^()]+))?\s*\)",
    re.I,
)
_NAME_AND_SOURCE = re.compile(
    r"(?P<name>[^()]+?)?\s*\(\s*theo\s+(?P<source>[^()]+?)\s*\)|theo\s+(?P<alone>[^()]+)", re.I
)
_TEAM = re.compile(r"(?:nhóm|tổ)\s+(?:pv|phóng\s+viên|btv|ctv)\b.{0,40}", re.I)
_BETWEEN_NAMES = re.compile(r"\s+[-–—]\s+|\s*[,;]\s*|\s+(?:và|&)\s+")
_SEPARATORS = " \t\xa0-–—;,|."
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "”", '"')
_MOST_WORDS_IN_A_NAME = 6


@dataclass(frozen=True)
class CopiedByline:
    role: BylineRole
    name: str


def read_byline(line: str) -> tuple[CopiedByline, ...]:
    """The bylines in one line of the page's end; empty when the line is something else."""
    line = " ".join(line.split())
    if not line or len(line) > LONGEST_BYLINE:
        return ()
    return _labelled(line) or _bracketed(line) or _source(line) or _plain(line)


def _labelled(line: str) -> tuple[CopiedByline, ...]:
    labels = [match for match in _LABEL.finditer(line) if _starts_a_label(line, match.start())]
    if not labels:
        return ()
    before = line[: labels[0].start()].strip(_SEPARATORS)
    found = list(_plain(before))
    if before and not found:
        return ()
    ends = [match.start() for match in labels[1:]] + [len(line)]
    for match, end in zip(labels, ends, strict=True):
        name = line[match.end() : end].strip(_SEPARATORS)
        if not name or len(name) > LONGEST_NAME * 2:
            return ()
        role = _LABELS[(match.lastindex or 1) - 1][1]
        found += [CopiedByline(role, one) for one in _names(name)]
    return tuple(found)


def _starts_a_label(line: str, start: int) -> bool:
    """Copying can glue a label to the name before it ("Ngọc LanẢnh: ..."); a capital tells."""
    before = line[start - 1 : start]
    return not before.isalnum() or (before.islower() and line[start].isupper())


def _bracketed(line: str) -> tuple[CopiedByline, ...]:
    match = _AFTER_NAME.fullmatch(line)
    if not match or not _all_names(match["name"]):
        return ()
    roles: tuple[BylineRole, ...] = ("compiled", "translated", "team")
    role = next(role for role in roles if match[role])
    found = [CopiedByline(role, name) for name in _names(match["name"])]
    if match["from"]:
        found.append(CopiedByline("source", match["from"].strip()))
    return tuple(found)


def _source(line: str) -> tuple[CopiedByline, ...]:
    match = _NAME_AND_SOURCE.fullmatch(line)
    if not match:
        return ()
    source = (match["source"] or match["alone"]).strip()
    if not _may_be_a_source(source):
        return ()
    writers = _plain(match["name"]) if match["name"] else ()
    if match["name"] and not writers:
        return ()
    return (*writers, CopiedByline("source", source))


def _may_be_a_source(source: str) -> bool:
    # "Theo đó, ..." opens a paragraph; an agency or a paper is a proper name.
    return (
        len(source) <= LONGEST_NAME
        and source[:1].isupper()
        and "," not in source
        and not source.endswith(_SENTENCE_ENDS)
    )


def _plain(line: str) -> tuple[CopiedByline, ...]:
    if line.endswith(_SENTENCE_ENDS):
        return ()  # "Hải Phòng." ends a story; taking it for a name would lose it
    if _TEAM.fullmatch(line):
        return (CopiedByline("by", line),)
    if not _all_names(line):
        return ()
    return tuple(CopiedByline("by", name) for name in _names(line))


def _names(text: str) -> list[str]:
    """One name or several; what does not split into names alone ("Ban Kinh tế và Đời sống")
    stays whole."""
    return _pieces(text) if _all_names(text) else [text]


def _pieces(text: str) -> list[str]:
    return [piece for piece in _BETWEEN_NAMES.split(text) if piece]


def _all_names(text: str) -> bool:
    pieces = _pieces(text)
    return bool(pieces) and all(_is_a_name(piece) for piece in pieces)


def _is_a_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= _MOST_WORDS_IN_A_NAME
        and len(text) <= LONGEST_NAME
        and all(_is_a_name_word(word) for word in words)
    )


def _is_a_name_word(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "").replace("’", "").replace("'", "")
    return word[0].isupper() and letters.isalpha()
