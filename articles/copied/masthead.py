"""The masthead at the foot of a page copied from a paper's website.

The hazard is taking the end of the story for the masthead: what is taken is gone from the body.
So the masthead is looked for from the foot upwards, stops at the first line that reads as prose,
and must contain a line only mastheads have; in doubt its lines stay in the body, where an editor
sees them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST_FIELD_LINE = 400
LONGEST_JUNK_LINE = 160
_LINES_FROM_NAME_TO_FIELDS = 4
# Enough for every masthead seen, few enough that a page of a million short lines stays cheap.
_MOST_LINES = 60

# The longer label stands first: every deputy's label contains the chief's.
_LABELS: tuple[tuple[str, str], ...] = (
    (
        "acting_deputy",
        r"phó\s+tổng\s+biên\s+tập\s*\(?\s*phụ\s+trách(?:\s+(?:báo|tạp\s+chí|tòa\s+soạn))?\s*\)?\s*:",
    ),
    ("deputies", r"(?:các\s+)?phó\s+tổng\s+biên\s+tập\s*:"),
    (
        "editor_in_chief",
        r"(?:(?P<before>quyền|q\.|phụ\s+trách)\s*|giám\s+đốc\s*[,–-]\s*)?tổng\s+biên\s+tập"
        r"(?:\s*\(?\s*(?P<after>quyền|phụ\s+trách)\s*\)?)?\s*:",
    ),
    (
        "address",
        r"(?:(?:địa\s+chỉ|trụ\s+sở)\s+)?t(?:òa|oà)\s+soạn\s*:|(?:địa\s+chỉ|trụ\s+sở)(?:\s+chính)?\s*:",
    ),
    ("hotline", r"(?:số\s+)?đường\s+dây\s+nóng\s*:|hotline\s*:"),
    ("phone", r"(?:số\s+)?điện\s+thoại\s*:|đt\s*:|tel\s*:"),
    ("email", r"e-?mail\s*:|thư\s+điện\s+tử\s*:"),
    ("fax", r"fax\s*:"),
    ("licence", r"(?:số\s+)?giấy\s+phép\b(?:\s+số\s*:|[^:;]{0,60}?\bsố\s*:|\s*:)?"),
)
_LABEL = re.compile("|".join(f"(?P<{key}>{label})" for key, label in _LABELS), re.I)
# "Địa chỉ: ..." alone also ends a notice; only mastheads speak of the paper's own office.
_OFFICE = re.compile(r"[^:]{0,20}\bt(?:òa|oà)\s+soạn\s*:", re.I)
_OFFICERS = frozenset({"deputies", "editor_in_chief"})
_NAME_IN_CAPITALS = re.compile(
    r"(?:BÁO|TẠP\s+CHÍ|ĐÀI|THỜI\s+BÁO|NHẬT\s+BÁO|TUẦN\s+BÁO|TRUYỀN\s+HÌNH|CỔNG\s+THÔNG\s+TIN"
    r"|TRANG\s+THÔNG\s+TIN|TRUNG\s+TÂM\s+TRUYỀN\s+THÔNG|THÔNG\s+TẤN\s+XÃ)\s"
)
_NAME_IN_SMALL_LETTERS = re.compile(
    r"(?:Báo|Tạp\s+chí|Đài|Thời\s+báo)(?:\s+điện\s+tử)?\s+(?P<proper>[^\W\d_]).{0,100}"
)
_LEGAL = re.compile(
    r"(?:©|®|bản\s+quyền|copyright|ghi\s+rõ|cơ\s+quan\s+(?:của|chủ\s+quản)|giấy\s+phép)", re.I
)
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', ":")
_BETWEEN_OFFICERS = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+|\s+và\s+")
_EDGES = " \t\xa0;,|-–—"


@dataclass(frozen=True)
class CopiedMasthead:
    """`name` is the paper's name as printed, capitals and all. `qualifier` is the printed word
    for a chief who holds the post for now: "Quyền" or "Phụ trách"."""

    name: str = ""
    editor_in_chief: str = ""
    qualifier: str = ""
    deputies: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""
    email: str = ""
    fax: str = ""
    hotline: str = ""
    licence: str = ""


@dataclass(frozen=True)
class _Field:
    key: str
    value: str
    qualifier: str = ""


def split_off_masthead(lines: Sequence[str]) -> tuple[list[str], CopiedMasthead | None]:
    """The lines above the masthead, and the masthead; a byline run together with the paper's
    name is cut from it and stays with the lines above."""
    start = _start(lines)
    if start is None:
        return list(lines), None
    above, name = split_off_name(lines[start])
    if name:
        kept = [*lines[:start], above] if above else [*lines[:start]]
        return kept, _masthead(name, lines[start + 1 :])
    if _is_named_in_small_letters(lines[start]):
        return list(lines[:start]), _masthead(lines[start], lines[start + 1 :])
    return list(lines[:start]), _masthead("", lines[start:])


def split_off_name(line: str) -> tuple[str, str]:
    """What stands before the paper's name in capitals at the end of a line, and that name."""
    if len(line) > LONGEST_FIELD_LINE:
        return line, ""
    for match in _NAME_IN_CAPITALS.finditer(line):
        name = line[match.start() :].strip(_EDGES)
        if name.isupper() and len(name) > len(match[0].strip()):
            return line[: match.start()].strip(_EDGES), " ".join(name.split())
    return line, ""


def _start(lines: Sequence[str]) -> int | None:
    foot = _foot(lines)
    first = next((at for at in range(foot, len(lines)) if _opens(lines[at])), None)
    if first is not None:
        return _name_above(lines, first, foot=foot)
    return next((at for at in range(foot, len(lines)) if _is_name_over_contacts(lines, at)), None)


def _is_name_over_contacts(lines: Sequence[str], at: int) -> bool:
    below = lines[at + 1] if at + 1 < len(lines) else ""
    is_followed = not below or bool(_first_field(below) or _LEGAL.match(below))
    return is_followed and bool(split_off_name(lines[at])[1])


def _name_above(lines: Sequence[str], first: int, *, foot: int) -> int:
    highest = max(foot, first - _LINES_FROM_NAME_TO_FIELDS)
    for at in range(first - 1, highest - 1, -1):
        if split_off_name(lines[at])[1]:
            return at
    if first > foot and _is_named_in_small_letters(lines[first - 1]):
        return first - 1
    return first


def _foot(lines: Sequence[str]) -> int:
    """Where the last lines of the page that do not read as prose begin."""
    at, highest = len(lines), max(0, len(lines) - _MOST_LINES)
    while at > highest and not _is_prose(lines[at - 1], above=lines[at - 2] if at > 1 else ""):
        at -= 1
    return at


def _is_prose(line: str, *, above: str) -> bool:
    if len(line) > LONGEST_FIELD_LINE:
        return True
    if _first_field(line) or _LEGAL.match(line) or split_off_name(line)[1]:
        return False
    if len(line) <= LONGEST_JUNK_LINE and _opens(above):
        return False
    return len(line) > LONGEST_JUNK_LINE or line.endswith(_SENTENCE_ENDS)


def _first_field(line: str) -> _Field | None:
    if len(line) > LONGEST_FIELD_LINE or not _LABEL.match(line):
        return None
    field = next(_fields(line))
    # In an interview "Tổng biên tập: ..." is who answers, not who heads the paper.
    is_spoken = field.key in _OFFICERS and field.value.endswith(_SENTENCE_ENDS)
    return None if is_spoken else field


def _opens(line: str) -> bool:
    field = _first_field(line)
    return field is not None and bool(field.key in _OFFICERS or _OFFICE.match(line))


def _is_named_in_small_letters(line: str) -> bool:
    match = _NAME_IN_SMALL_LETTERS.fullmatch(line)
    # "Báo cáo cuối năm" is no paper.
    return match is not None and match["proper"].isupper() and not line.endswith(_SENTENCE_ENDS)


def _fields(line: str) -> Iterator[_Field]:
    labels = [match for match in _LABEL.finditer(line) if _starts_a_label(line, match.start())]
    ends = [match.start() for match in labels[1:]] + [len(line)]
    for match, end in zip(labels, ends, strict=False):  # without labels one end is left over
        # "Giấy phép số 12/... do ... cấp" has no colon: the label is part of the value.
        begin = match.end() if match[0].endswith(":") else match.start()
        value = " ".join(line[begin:end].strip(_EDGES).split())
        key, qualifier = _office(match)
        yield _Field(key, value, qualifier)


def _starts_a_label(line: str, start: int) -> bool:
    # Copying can glue a label to the value before it: "0123Email: ...".
    before = line[start - 1 : start] if start else ""
    return not before.isalnum() or (not before.isupper() and line[start].isupper())


def _office(match: re.Match[str]) -> tuple[str, str]:
    key = next(key for key, _ in _LABELS if match[key])
    if key == "acting_deputy":
        return "editor_in_chief", "Phụ trách"
    if key != "editor_in_chief":
        return key, ""
    printed = (match["before"] or match["after"] or "").lower()
    if not printed:
        return key, ""
    return key, "Phụ trách" if printed.startswith("phụ") else "Quyền"


def _masthead(name: str, lines: Sequence[str]) -> CopiedMasthead:
    found: dict[str, list[str]] = {}
    qualifier = ""
    for field in _with_values_below(lines):
        found.setdefault(field.key, []).append(field.value)
        qualifier = qualifier or field.qualifier
    officers = [
        one for value in found.pop("deputies", []) for one in _BETWEEN_OFFICERS.split(value)
    ]
    first = {key: values[0] for key, values in found.items()}
    return CopiedMasthead(
        name=name,
        editor_in_chief=first.get("editor_in_chief", ""),
        qualifier=qualifier,
        deputies=tuple(one for one in officers if one),
        address=first.get("address", ""),
        phone=first.get("phone", ""),
        email=first.get("email", ""),
        fax=first.get("fax", ""),
        hotline=first.get("hotline", ""),
        licence=first.get("licence", ""),
    )


def _with_values_below(lines: Sequence[str]) -> Iterator[_Field]:
    """Every field that has a value; a label alone on its line takes the line below it."""
    waiting: _Field | None = None
    for line in lines:
        fields = list(_fields(line)) if len(line) <= LONGEST_FIELD_LINE else []
        if waiting and not fields:
            yield _Field(waiting.key, " ".join(line.split()), waiting.qualifier)
        waiting = fields[-1] if fields and not fields[-1].value else None
        yield from (field for field in fields if field.value)
