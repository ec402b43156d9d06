"""What an arrangement is: slots in order, each with a layout, hand picks and a backfill.

The content kept in `Front.draft` and `Launch.content` is plain data:

    {"form": 1,
     "note": {"title": "1,82 m", "text": "Mực nước sông lúc 7 giờ"},
     "slots": [{"key": "s1", "layout": "lead", "capacity": 4, "title": "", "rhythm": "",
                "source": "newest", "of": null,
                "pins": [{"article": 12, "headline": "", "photo": null,
                          "from": null, "until": "2026-10-14T19:00:00+07:00"}]}]}

A pin's headline and photo, when given, stand in place of the story's own. Its `from` and `until`
are ISO 8601 with a zone. A story stands once on a page, and a hand pick wins over the backfill.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from vietnamese.normal import one_line

FORM = 1
MOST_SLOTS = 40
MOST_PINS = 30
_KEY = re.compile(r"[A-Za-z0-9_-]{1,20}")
_MOST_DIGITS = 15  # what every database takes for a key
_YEARS = range(2000, 2200)  # beyond them a clock of another zone may leave the calendar


class Malformed(Exception):
    """An arrangement that cannot be kept, with whole sentences that say why, each said once."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = list(dict.fromkeys(sentences))
        super().__init__(" ".join(self.sentences))


class Layout(models.TextChoices):
    """How a slot looks. LEAD, SECONDS, RIVER and EDITORIAL stand at the top, once each."""

    LEAD = "lead", gettext_lazy("Lead")
    SECONDS = "seconds", gettext_lazy("Seconds")
    RIVER = "river", gettext_lazy("River")
    EDITORIAL = "editorial", gettext_lazy("Leading article")
    SERIES = "series", gettext_lazy("Series band")
    DESK = "desk", pgettext_lazy("slot of a front", "Desk")
    STRIP = "strip", gettext_lazy("Photo strip")
    OPINION = "opinion", gettext_lazy("Opinion")
    MOST_READ = "most_read", gettext_lazy("Most read")
    CORRECTIONS = "corrections", gettext_lazy("Corrections")


class Source(models.TextChoices):
    """Where a slot's stories come from when the hand picks do not fill it."""

    NONE = "none", gettext_lazy("hand picks only")
    NEWEST = "newest", gettext_lazy("the newest of all")
    SECTION = "section", gettext_lazy("the newest of a section")
    TOPIC = "topic", gettext_lazy("the newest of a topic")
    SERIES = "series", gettext_lazy("the parts of a series")
    LATEST_SERIES = "latest_series", gettext_lazy("the series that ran last")
    MOST_READ = "most_read", gettext_lazy("the most read")


class Rhythm(models.TextChoices):
    """How a desk is laid out."""

    BY_TURNS = "", gettext_lazy("by turns")
    TEXT = "text", gettext_lazy("words, a picture, a list")
    TURN = "turn", gettext_lazy("turned about its picture")
    FEATURE = "feature", gettext_lazy("words cut into the picture")
    COLUMNS = "columns", gettext_lazy("a column beside other desks")
    PLAIN = "plain", gettext_lazy("words alone")


@dataclass(frozen=True)
class Kind:
    """What a layout allows: how many stories, from where, and whether several may stand there."""

    capacity: int
    most: int
    sources: tuple[Source, ...]
    is_single: bool = False


_ANY = (Source.NEWEST, Source.SECTION, Source.TOPIC, Source.MOST_READ, Source.NONE)
KINDS: dict[Layout, Kind] = {
    Layout.LEAD: Kind(4, 6, _ANY, is_single=True),
    Layout.SECONDS: Kind(3, 3, _ANY, is_single=True),
    Layout.RIVER: Kind(8, 20, (Source.NEWEST, Source.NONE), is_single=True),
    Layout.EDITORIAL: Kind(1, 1, (Source.SECTION, Source.NONE), is_single=True),
    Layout.SERIES: Kind(3, 6, (Source.LATEST_SERIES, Source.SERIES, Source.NONE)),
    Layout.DESK: Kind(6, 8, (Source.SECTION, Source.TOPIC, Source.NEWEST, Source.NONE)),
    Layout.STRIP: Kind(1, 1, (Source.SECTION, Source.NONE)),
    Layout.OPINION: Kind(4, 4, (Source.SECTION, Source.TOPIC, Source.NONE)),
    Layout.MOST_READ: Kind(5, 10, (Source.MOST_READ,), is_single=True),
    Layout.CORRECTIONS: Kind(0, 0, (Source.NONE,), is_single=True),
}
# Sources that need to be told of what.
NEEDS_OF = (Source.SECTION, Source.TOPIC, Source.SERIES)


@dataclass(frozen=True)
class Pin:
    """A story put there by hand."""

    article: int
    headline: str = ""
    photo: int | None = None
    starts: datetime | None = None
    ends: datetime | None = None

    def stands_at(self, moment: datetime) -> bool:
        return (self.starts is None or self.starts <= moment) and (
            self.ends is None or moment < self.ends
        )


@dataclass(frozen=True)
class Slot:
    key: str
    layout: Layout
    capacity: int
    source: Source
    of: int | None = None
    title: str = ""
    rhythm: str = ""
    pins: tuple[Pin, ...] = ()


@dataclass(frozen=True)
class Arrangement:
    slots: tuple[Slot, ...] = ()
    note_title: str = ""
    note_text: str = ""


def parse(content: Any) -> Arrangement:
    """The arrangement in plain data, checked. Raises Malformed with a sentence for each fault."""
    faults: list[str] = []
    if not isinstance(content, dict) or content.get("form") != FORM:
        raise Malformed([_("This arrangement is of a form this version cannot read.")])
    note = content.get("note") or {}
    rows = content.get("slots")
    if not isinstance(rows, list) or not isinstance(note, dict) or len(rows) > MOST_SLOTS:
        raise Malformed([_("A front has at most %(most)s slots.") % {"most": MOST_SLOTS}])
    slots = [slot for row in rows if (slot := _slot(row, faults))]
    _refuse_doubles(slots, faults)
    try:
        title, text = _text(note.get("title"), 60), _text(note.get("text"), 200)
    except ValueError:
        faults.append(_("The note beside the masthead cannot be read."))
    if faults:
        raise Malformed(faults)
    return Arrangement(tuple(slots), note_title=title, note_text=text)


def dump(arrangement: Arrangement) -> dict[str, Any]:
    """The arrangement as plain data: what `parse` reads."""
    return {
        "form": FORM,
        "note": {"title": arrangement.note_title, "text": arrangement.note_text},
        "slots": [
            {
                "key": slot.key,
                "layout": str(slot.layout),
                "capacity": slot.capacity,
                "title": slot.title,
                "rhythm": slot.rhythm,
                "source": str(slot.source),
                "of": slot.of,
                "pins": [
                    {
                        "article": pin.article,
                        "headline": pin.headline,
                        "photo": pin.photo,
                        "from": pin.starts.isoformat() if pin.starts else None,
                        "until": pin.ends.isoformat() if pin.ends else None,
                    }
                    for pin in slot.pins
                ],
            }
            for slot in arrangement.slots
        ],
    }


def pinned(arrangement: Arrangement) -> list[int]:
    """The articles put there by hand, once each, in order."""
    return list(dict.fromkeys(pin.article for slot in arrangement.slots for pin in slot.pins))


def moment(given: Any) -> datetime | None:
    """A moment on the paper's own clock, where it is read if no zone is written; None for nothing.

    Raises ValueError for what is no moment, and for one of another century than ours.
    """
    if not given:
        return None
    found = parse_datetime(str(given))
    if found is None or found.year not in _YEARS:
        raise ValueError(given)
    here = timezone.localtime(found if timezone.is_aware(found) else timezone.make_aware(found))
    if here.year not in _YEARS:  # what is written on our clock has to be read again
        raise ValueError(given)
    return here


def _slot(row: Any, faults: list[str]) -> Slot | None:
    try:
        layout = Layout(row["layout"])
        source = Source(row["source"])
        kind = KINDS[layout]
        key = _key(row["key"])
        capacity = _number(row["capacity"])
        of = None if row.get("of") in (None, "") else _number(row["of"])
        rhythm = str(Rhythm(row.get("rhythm") or ""))
        title = _text(row.get("title"), 80)
        pins = tuple(_pin(one, faults) for one in row.get("pins") or [])
    except (KeyError, TypeError, ValueError, AttributeError):
        faults.append(_("A slot of this front cannot be read."))
        return None
    words = {"slot": layout.label, "most": kind.most}
    if source not in kind.sources:
        faults.append(_("“%(slot)s” cannot be filled in that way.") % words)
    if (source in NEEDS_OF) != (of is not None):
        faults.append(_("“%(slot)s”: say which section, topic or series fills it.") % words)
    if not min(1, kind.most) <= capacity <= kind.most or len(pins) > MOST_PINS:
        faults.append(_("“%(slot)s” holds at most %(most)s stories.") % words)
    return Slot(key, layout, capacity, source, of, title, rhythm, pins)


def _pin(row: dict[str, Any], faults: list[str]) -> Pin:
    starts, ends = moment(row.get("from")), moment(row.get("until"))
    if starts and ends and ends <= starts:
        faults.append(_("A story's time on the front ends before it begins."))
    photo = row.get("photo")
    return Pin(
        article=_number(row["article"]),
        headline=_text(row.get("headline"), 300),
        photo=_number(photo) if photo else None,
        starts=starts,
        ends=ends,
    )


def _refuse_doubles(slots: list[Slot], faults: list[str]) -> None:
    if len({slot.key for slot in slots}) < len(slots):
        faults.append(_("Two slots of this front have one key."))
    for layout, kind in KINDS.items():
        if kind.is_single and sum(slot.layout == layout for slot in slots) > 1:
            faults.append(_("“%(slot)s” may stand on a front once.") % {"slot": layout.label})
    picks = [pin.article for slot in slots for pin in slot.pins]
    if len(set(picks)) < len(picks):
        faults.append(_("A story stands twice on this front."))


def _number(given: Any) -> int:
    """A whole number as JSON or a field of a form gives it. Raises ValueError for anything else."""
    digits = given if isinstance(given, str) else str(given) if type(given) is int else ""
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS):
        raise ValueError(given)
    return int(digits)


def _key(given: Any) -> str:
    if not isinstance(given, str) or not _KEY.fullmatch(given):
        raise ValueError(given)
    return given


def _text(given: Any, longest: int) -> str:
    if given is not None and not isinstance(given, str):
        raise ValueError(given)
    return one_line(given or "")[:longest].rstrip()
