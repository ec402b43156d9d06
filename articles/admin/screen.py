"""What the writing screen shows beside the paper: where the story is and what it still lacks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import bylines, readiness, workflow
from articles.labels import WORDS, LabelStyle, numeral
from articles.models import Article, Event, Revision, Series
from articles.readiness import Gap
from articles.templatetags.desk import STATES
from people.models import User

_REVISIONS_SHOWN = 10
_ACTS_SHOWN = 4
# The fields readiness speaks of, as the checklist calls them, and where on the page they are.
_CHECKS = (
    ("headline", gettext_lazy("Headline"), "id_headline"),
    ("body", gettext_lazy("Text and its photos"), "text"),
    ("section", gettext_lazy("Section"), "id_section"),
    ("bylines", gettext_lazy("Byline"), "bylines-group"),
    ("lead_photo", gettext_lazy("Lead photo"), "lead-photo"),
    ("photos", gettext_lazy("Photos that came with it"), "photos-group"),
)


@dataclass(frozen=True)
class Step:
    """One station of the story's way: a state of the sprite, and who brought it there."""

    state: str
    label: str
    by: User | None = None
    at: datetime | None = None
    is_current: bool = False
    is_ahead: bool = False


@dataclass(frozen=True)
class Check:
    """One line of the checklist; without gaps it lacks nothing, or there is nothing to lack."""

    label: Promise | str
    anchor: str
    gaps: list[Gap] = field(default_factory=list)
    is_empty: bool = False


def context(article: Article | None, *, user: User) -> dict[str, Any]:
    """Everything beside the form itself. At most ten queries, whatever the article holds."""
    if article is None:
        return {"acts": workflow.open_to(Article(), by=user), "steps": [_started(None)]}
    prefetch_related_objects([article], "bylines", "photos")
    history = list(_revisions(article)[:_REVISIONS_SHOWN])
    acts = _acts(article)
    pending = article.is_live and bool(history) and history[0].event == Event.SAVED
    checks = checklist(article)
    return {
        "acts": workflow.open_to(article, by=user),
        "steps": steps(article, acts=acts, pending=history[0] if pending else None),
        "history": history,
        "checks": checks,
        "gap_count": sum(len(check.gaps) for check in checks),
        "has_changes": pending,
        "byline": article.byline,
        "corrections": article.corrections.all() if article.published_at else [],
    }


def _acts(article: Article) -> list[Revision]:
    """The latest acts, newest first; the first publication is always among them."""
    acts = list(_revisions(article).exclude(event=Event.SAVED)[:_ACTS_SHOWN])
    if len(acts) == _ACTS_SHOWN:
        first = _revisions(article).filter(event=Event.PUBLISHED).last()
        if first and first not in acts:
            acts[-1] = first
    return acts


def _revisions(article: Article) -> Any:
    return article.revisions.select_related("by").defer("content").order_by("-number")


def checklist(article: Article) -> list[Check]:
    """What is there and what is missing, in the order of the page. At most five queries."""
    found: dict[str, list[Gap]] = {name: [] for name, _label, _anchor in _CHECKS}
    for gap in readiness.gaps(article):
        found[gap.field].append(gap)
    empty = {"lead_photo": not article.lead_photo_id, "photos": not article.photos.all()}
    return [
        Check(label, anchor, found[name], is_empty=empty.get(name, False))
        for name, label, anchor in _CHECKS
    ]


def steps(
    article: Article, *, acts: Iterable[Revision], pending: Revision | None = None
) -> list[Step]:
    """The way so far, oldest first, and the station ahead of a draft."""
    way = [_started(article)]
    way += [
        Step(_state(act), capfirst(act.get_event_display()), act.by, act.at)
        for act in reversed(list(acts))
    ]
    if pending:
        way.append(Step("pending", _("Changes not yet published"), pending.by, pending.at))
    way[-1] = Step(way[-1].state, way[-1].label, way[-1].by, way[-1].at, is_current=True)
    if article.status == Article.Status.DRAFT:
        way.append(Step("live", _("Publication"), is_ahead=True))
    return way


def _started(article: Article | None) -> Step:
    if article is None:
        return Step("draft", _("A new article, not yet saved"), is_current=True)
    return Step("draft", _("Draft"), article.created_by, article.created_at)


def _state(act: Revision) -> str:
    return "off" if act.event == Event.WITHDRAWN else "live"


def part_data(series: Series) -> dict[str, Any]:
    """A series as the screen previews it: its words, and the parts it has. One query."""
    parts = series.articles.order_by("part", "pk").only("part", "headline", "status")
    return {
        "id": series.pk,
        "title": series.title,
        "word": WORDS[LabelStyle(series.label_style)],
        "roman": series.label_style == LabelStyle.KY_ROMAN,
        "parts": [
            {
                "article": part.pk,
                "part": part.part,
                "state": STATES[Article.Status(part.status)],
                "status": part.get_status_display(),
            }
            for part in parts
        ],
    }


@dataclass(frozen=True)
class SeriesPart:
    """A place in a series: its label, and the story in it unless the place is empty."""

    numeral: str
    label: str
    article: Article | None


def series_parts(series: Series) -> list[SeriesPart]:
    """Every place up to the highest, the empty ones too. One query."""
    found = {part.part: part for part in series.articles.defer("body", "standfirst") if part.part}
    standing = (number for number, part in found.items() if part.status != Article.Status.WITHDRAWN)
    last = max(standing, default=0)
    return [
        SeriesPart(
            numeral(series.label_style, number),
            series.part_label(number, last=last),
            found.get(number),
        )
        for number in range(1, max(found, default=0) + 1)
    ]


def byline_grammar() -> dict[str, dict[str, str]]:
    """How each role is printed, for the preview that follows the typing."""
    grammar = {}
    for role in bylines.Role:
        phrase = bylines.phrases([bylines.Signed(role, "")])[0]
        grammar[str(role)] = {
            "prefix": phrase.prefix,
            "joiner": phrase.joiner,
            "suffix": phrase.suffix,
        }
    return grammar
