"""The acts of the front desk: keep a draft, put it before readers, take that back.

Each is one transaction that holds the front's row, so that two editors come one after the other.
`by=None` is the system itself, which may do everything. All raise workflow.Refused for want of a
right or on the front of a section moved below another, and those that name a draft's number raise
Stale when somebody has saved another since.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Section
from articles.workflow import Refused
from fronts import arrangement, finding, signals, standing
from fronts.models import Front, Launch
from people.models import User
from vietnamese.normal import normalize

LONGEST_NOTE = 500


class Stale(Exception):
    """A draft that is older than the one kept, with whose that is and what it holds."""

    def __init__(self, front: Front) -> None:
        self.by: User | None = front.draft_by
        self.at: datetime | None = front.draft_at
        self.number: int = front.draft_number
        self.content: dict[str, Any] = front.draft
        super().__init__(" ".join(self.sentences))

    @property
    def sentences(self) -> list[str]:
        when = timezone.localtime(self.at) if self.at else None
        words = {
            "name": str(self.by or _("the system")),
            "time": f"{when:%H:%M:%S, %d/%m/%Y}" if when else "",
        }
        return [
            _("%(name)s has saved another draft of this front at %(time)s.") % words,
            _("Yours has not been saved: take theirs, or keep yours knowingly."),
        ]


class Overtaken(Exception):
    """A launch that is no longer the one readers see, and so is not the one to take back."""

    def __init__(self, live: Launch) -> None:
        self.live = live
        at = timezone.localtime(live.at)
        words = {"name": str(live.by or _("the system")), "time": f"{at:%H:%M:%S, %d/%m/%Y}"}
        self.sentences = [
            _("%(name)s has put another front before readers at %(time)s.") % words,
            _("Nothing was taken back: look at it first."),
        ]
        super().__init__(" ".join(self.sentences))


@transaction.atomic
def open_front(section: Section | None, *, by: User | None) -> Front:
    """The front of a section of the main bar, or the front page, with a draft to work on.

    A draft nobody has saved follows what readers see.
    """
    _require("fronts.view_front", "fronts.change_front", by=by)
    _refuse_below_another(section)
    front, _is_new = Front.objects.get_or_create(section=section)
    _lock(front)
    if front.draft is None or front.draft_number == 0:
        content = standing.content_now(front, standing.latest_launch(front))
        if front.draft != content:
            front.draft = content
            front.save(update_fields=["draft"])
    return front


def open_all() -> None:
    """See that the front page and every section of the main bar has its row. Two queries or so."""
    places = {None, *Section.objects.filter(parent=None).values_list("pk", flat=True)}
    lacking = places - set(Front.objects.values_list("section", flat=True))
    Front.objects.bulk_create(
        [Front(section_id=number) for number in lacking], ignore_conflicts=True
    )


@transaction.atomic
def save_draft(front: Front, *, number: int, content: Any, by: User | None) -> Front:
    """Keep a draft made from the one called `number`.

    The same content once more is no conflict and writes nothing. A slot whose section, topic or
    series is no more stays if the draft had it. Raises Malformed, Stale, Refused.
    """
    _require("fronts.change_front", by=by)
    made = arrangement.parse(content)
    tidy = arrangement.dump(made)
    _hold(front)
    if front.draft != tidy:
        _refuse_stale(front, number)
        _require_sources(made, had=front.draft)
        _write_draft(front, tidy, by=by)
    return front


@transaction.atomic
def discard_draft(front: Front, *, number: int, by: User | None) -> Front:
    """Throw the draft away and begin again with what readers see."""
    _require("fronts.change_front", by=by)
    _hold(front)
    _refuse_stale(front, number)
    content = standing.content_now(front, standing.latest_launch(front))
    if front.draft != content:
        _write_draft(front, content, by=by)
    return front


@transaction.atomic
def draft_from(launch: Launch, *, by: User | None) -> Front:
    """Make what once went before readers the draft; the draft there was is gone.

    An editor who has it open is told, as of any save. Raises Malformed for a launch of a form that
    this version cannot read, and Refused for want of a right.
    """
    _require("fronts.change_front", by=by)
    front = launch.front
    _hold(front)
    content = arrangement.dump(arrangement.parse(launch.content))
    if front.draft != content:
        _write_draft(front, content, by=by)
    return front


@transaction.atomic
def launch(front: Front, *, number: int, by: User | None, note: str = "") -> Launch:
    """Put the draft called `number` before readers. Raises Stale, Malformed, Refused."""
    _require("fronts.launch_front", by=by)
    _hold(front)
    _refuse_stale(front, number)
    live = standing.latest_launch(front)
    if live is not None and live.content == front.draft:
        raise Refused([_("Readers see this draft already.")])
    return _launch(front, front.draft, after=live, by=by, note=note)


@transaction.atomic
def undo(front: Front, *, number: int, by: User | None) -> Launch:
    """Put before readers again what stood before launch `number`; that one stays on record.

    An undo is taken further back, never forth again: to what stood before the launch it put back.
    The draft follows, unless it holds work that has not been launched. Raises Overtaken when
    readers see another launch by now, Malformed for what this version cannot read, and Refused.
    """
    _require("fronts.launch_front", by=by)
    _hold(front)
    live = standing.latest_launch(front)
    if live is None:
        raise Refused([_("Nothing has been launched on this front yet.")])
    if live.number != number:
        raise Overtaken(live)
    stands = live.stands_for
    if stands == 0:
        raise Refused([_("Time chooses this front again: there is nothing more to take back.")])
    before = front.launches.filter(number__lt=stands).newest_first().first()
    content = standing.content_now(front, before)
    if live.content == content:
        raise Refused([_("The same stood there before: there is nothing to take back.")])
    if front.draft == live.content:
        _write_draft(front, content, by=by)
    back = before.stands_for if before else 0
    return _launch(front, content, after=live, by=by, note=_undone(before), puts_back=back)


def _launch(
    front: Front,
    content: Any,
    *,
    after: Launch | None,
    by: User | None,
    note: str,
    puts_back: int | None = None,
) -> Launch:
    arrangement.parse(content)
    note = normalize(note).strip()
    if len(note) > LONGEST_NOTE:
        raise Refused([_("The reason is longer than %(most)s letters.") % {"most": LONGEST_NOTE}])
    launched = Launch.objects.create(
        front=front,
        number=after.number + 1 if after else 1,
        content=content,
        at=timezone.now(),
        by=by,
        note=note,
        puts_back=puts_back,
    )
    signals.launched.send(Front, front=front, launch=launched)
    return launched


def _undone(before: Launch | None) -> str:
    if before is None or before.stands_for == 0:
        return _("Undone: chosen by time again.")
    at = timezone.localtime(before.at)
    return _("Undone: as launched at %(time)s.") % {"time": f"{at:%H:%M, %d/%m/%Y}"}


def _write_draft(front: Front, content: dict[str, Any], *, by: User | None) -> None:
    front.draft = content
    front.draft_number += 1
    front.draft_by = by
    front.draft_at = timezone.now()
    front.save(update_fields=["draft", "draft_number", "draft_by", "draft_at"])


def _refuse_stale(front: Front, number: int) -> None:
    if front.draft_number != number:
        raise Stale(front)


def _require_sources(made: arrangement.Arrangement, *, had: Any) -> None:
    """Raise Malformed for a slot newly filled by what does not exist. A query for each kind used.

    What filled a slot of the draft before may have been deleted since: that bars nobody's work.
    """
    sentence = _("“%(slot)s”: there is no such section, topic or series. Choose another.")
    old = _sources(had)
    faults = []
    for kind in arrangement.NEEDS_OF:
        filled = [slot for slot in made.slots if slot.source == kind and (kind, slot.of) not in old]
        known = finding.names(kind, {slot.of for slot in filled if slot.of is not None})
        faults += [
            sentence % {"slot": slot.title or slot.layout.label}
            for slot in filled
            if slot.of not in known
        ]
    if faults:
        raise arrangement.Malformed(faults)


def _sources(content: Any) -> set[tuple[arrangement.Source, int | None]]:
    """What fills the slots of an arrangement; nothing, if this version cannot read it."""
    try:
        return {(slot.source, slot.of) for slot in arrangement.parse(content).slots}
    except arrangement.Malformed:
        return set()


def _refuse_below_another(section: Section | None) -> None:
    if section is not None and section.parent_id is not None:
        raise Refused([_("Only sections of the main bar have a front of their own.")])


def _require(*permissions: str, by: User | None) -> None:
    """One of these rights is enough."""
    if by is not None and not any(by.has_perm(one) for one in permissions):
        raise Refused([_("You do not have the right to do this.")])


def _lock(front: Front) -> None:
    """Hold the row to the end of the transaction and see it as it is now."""
    front.refresh_from_db(from_queryset=Front.objects.select_for_update())


def _hold(front: Front) -> None:
    """Lock a front to change it. Refused for one whose section has moved below another."""
    _lock(front)
    _refuse_below_another(front.section)
