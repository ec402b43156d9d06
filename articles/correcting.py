"""Owning up: a correction is printed under its story, and stays there for ever.

There are two: a đính chính mends a slip, a cải chính is formal and says sorry. Both acts lock the
row, ask the table of transitions, write a revision and are heard by the press in one transaction.
They raise workflow.Refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing, revisions, signals, workflow
from articles.models import Article, Correction, Event, Revision
from articles.readiness import Gap
from masthead.models import Masthead
from people.models import User
from vietnamese.normal import normalize

# Longer than any notice is owed to the front page.
MOST_DAYS = 365


@dataclass(frozen=True)
class Words:
    """What a correction says. `basis` is for the desk alone.

    `days` is how long a formal one stands on the front page; None takes the paper's own rule.
    """

    kind: Correction.Kind
    right: str
    wrong: str = ""
    apology: str = ""
    basis: str = ""
    days: int | None = None

    @property
    def is_formal(self) -> bool:
        return self.kind == Correction.Kind.FORMAL


@transaction.atomic
def correct(article: Article, words: Words, *, by: User | None) -> Revision:
    """Print the note under the story as readers have it; what waits to be published still waits."""
    publishing.hold(article)
    transition = workflow.require("correct", article, by=by)
    before = revisions.latest_printed(article)
    assert before is not None
    _write(article, words, by=by)
    workflow.move(article, transition)
    printed = {
        **revisions.ADDED_LATER,
        **before.content,
        "corrections": revisions.corrections(article),
    }
    revision = revisions.record(
        article, Event.CORRECTED, by=by, note=words.right.strip(), printed=printed
    )
    signals.published.send(Article, article=article, revision=revision)
    if not revisions.same(revisions.content(article), printed):
        # The latest revision is always the working copy: the desk knows by it what still waits.
        waiting = _("These changes still wait to be published; the correction came before them.")
        revisions.record(article, Event.SAVED, by=by, note=waiting)
    return revision


@transaction.atomic
def correct_with_text(article: Article, words: Words, *, by: User | None) -> Revision:
    """Print the note together with the text as it is saved now, as publishing again would."""
    publishing.hold(article)
    transition = workflow.require("correct", article, by=by)
    workflow.require("republish", article, by=by)
    publishing.require_ready(article)
    _write(article, words, by=by)
    workflow.move(article, transition)
    revision = revisions.record(article, Event.CORRECTED, by=by, note=words.right.strip())
    signals.published.send(Article, article=article, revision=revision)
    return revision


def gaps(words: Words) -> list[Gap]:
    """What the words still lack, at the field where it is mended."""
    return list(_gaps(words))


def title(kind: str) -> str:
    """What readers see above it: words the paper prints, whatever language the desk works in."""
    return settings.FORMAL_CORRECTION_TITLE if kind == Correction.Kind.FORMAL else "Đính chính"


def usual_apology(day: date) -> str:
    """The sentence a formal correction begins from, in the paper's name on that day."""
    masthead = Masthead.objects.on(day)
    name = masthead.name if masthead else "Tòa soạn"
    return f"{name} thành thật xin lỗi những người liên quan và bạn đọc."


def _gaps(words: Words) -> Iterator[Gap]:
    if words.is_formal and not words.wrong.strip():
        yield Gap("wrong", _("Write what was wrong, as readers read it."))
    if not words.right.strip():
        yield Gap("right", _("Write what is right."))
    if words.is_formal and not words.apology.strip():
        yield Gap("apology", _("Write the apology."))
    for name in ("wrong", "right", "apology", "basis"):
        field: Any = Correction._meta.get_field(name)
        most = field.max_length
        if len(normalize(getattr(words, name)).strip()) > most:
            yield Gap(name, _("This is too long: at most %(most)d letters.") % {"most": most})
    if words.days is not None and not 0 <= words.days <= MOST_DAYS:
        yield Gap("days", _("Between 0 and %(most)d days.") % {"most": MOST_DAYS})


def _write(article: Article, words: Words, *, by: User | None) -> Correction:
    if lacking := gaps(words):
        raise workflow.Refused([gap.sentence for gap in lacking])
    now = timezone.now()
    return Correction.objects.create(
        article=article,
        kind=words.kind,
        wrong=words.wrong,
        right=words.right,
        apology=words.apology,
        basis=words.basis,
        pinned_until=_pinned_until(words, now),
        made_at=now,
        made_by=by,
    )


def _pinned_until(words: Words, now: datetime) -> datetime | None:
    days = settings.CORRECTION_PINNED_DAYS if words.days is None else words.days
    return now + timedelta(days=days) if words.is_formal and days else None
