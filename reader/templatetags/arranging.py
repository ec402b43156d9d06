"""Where stories stand on the front and on a section's page: no two neighbouring desks alike."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import takewhile
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fronts.arrangement import Layout
from reader.front import Band
from reader.front.page import pictures_of
from reader.models import Story
from reader.templatetags.printing import headline

register = template.Library()
register.filter("pictures_of", pictures_of)

# A picture that can carry text cut into it lies down and is large.
_LYING = {"r21", "r169", "r32", "r43"}
_LARGE = 1000
# Desks of so few stories stand beside their like alone; a longer one's column holds so many.
_FEW = 2
_IN_A_COLUMN = 4
# Characters of standfirst and headlines that stand beside the lead's picture and are no longer.
_BESIDE_A_LEAD = 400


@dataclass
class Column:
    """One of two or three desks that stand beside each other."""

    desk: Band
    first: Story
    rest: list[Story]
    shows_picture: bool


@dataclass
class Row:
    """A desk and how it is laid out, or several desks in columns; of another band, what it is."""

    rhythm: str
    desk: Band
    lead: Story | None = None
    picture: Story | None = None
    rest: list[Story] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)

    @property
    def desks(self) -> int:
        return len(self.columns) or 1

    @property
    def shows_tables_below(self) -> bool:
        """The other rhythms have a place for a table of their own."""
        return bool(self.desk.tables) and self.rhythm in {"text", "feature", "ledger"}


@register.simple_tag
def in_rhythm(bands: Sequence[Band]) -> list[Row]:
    """Lay the desks out as the editors chose, else by turns as far as their pictures allow."""
    return list(_rows(list(bands)))


def _rows(left: list[Band]) -> Iterator[Row]:
    previous = ""
    place = 0
    while left:
        if left[0].layout != Layout.DESK:
            yield Row(left[0].layout, left[0])
            left = left[1:]
            continue
        row = _chosen(left) or _by_turns(left, previous, place)
        yield row
        left = left[row.desks :]
        previous = row.rhythm
        place += 1


def _chosen(left: list[Band]) -> Row | None:
    """The editors' own choice, as far as it can be; columns take as many as were set so."""
    rhythm = left[0].rhythm
    if not rhythm:
        return None
    return _LAYOUTS[rhythm](_run(left))


def _by_turns(left: list[Band], previous: str, place: int) -> Row:
    """The next rhythm that is neither the one above nor the one chosen for the desk below."""
    turn = place % len(_BY_TURNS)
    wanted = [*_BY_TURNS[turn:], *_BY_TURNS[:turn], "plain", "ledger"]
    beside = left[:1] if left[0].rhythm else _run(left)
    if left[0].tables:
        # A table stands beside a turned story, or beside words.
        wanted = ["turn", "plain", *wanted]
    elif _has_few(beside[0]):
        wanted.insert(0, "columns")
    rows = (_LAYOUTS[rhythm](beside) for rhythm in wanted if rhythm != previous)
    made = [row for row in rows if row]
    return next((row for row in made if row.rhythm != _below(left, row)), made[0])


def _below(left: list[Band], row: Row) -> str:
    """The rhythm the desk below was given, or asks for."""
    after = next(iter(left[row.desks :]), None)
    if after is None or after.layout != Layout.DESK:
        return ""
    return after.rhythm or ("turn" if after.tables else "")


def _run(left: list[Band]) -> list[Band]:
    """The desks up to the next band of another kind, or of another choice."""
    run = []
    for band in left:
        if band.layout != Layout.DESK or band.rhythm != left[0].rhythm:
            break
        run.append(band)
    return run


def _text(left: list[Band]) -> Row | None:
    """Words, a picture beside them, a list."""
    first, *others = left[0].stories
    picture = next((story for story in others if story.lead), None)
    if picture is None or len(others) < 2:
        return None
    return Row("text", left[0], first, picture, _without(others, picture))


def _turn(left: list[Band]) -> Row | None:
    """A story turned sideways about its picture."""
    lead = next((story for story in left[0].stories if story.lead), None)
    if lead is None:
        return None
    return Row("turn", left[0], lead, lead, _without(left[0].stories, lead))


def _feature(left: list[Band]) -> Row | None:
    """Words cut into a large picture."""
    lead = next((story for story in left[0].stories if _lies_large(story)), None)
    if lead is None:
        return None
    return Row("feature", left[0], lead, lead, _without(left[0].stories, lead))


def _columns(left: list[Band]) -> Row | None:
    """Two or three desks beside each other, about as long as each other."""
    few = _has_few(left[0])
    beside = list(takewhile(lambda desk: _has_few(desk) == few, left[:3]))
    if len(beside) < 2:
        return None
    pictures = [next((one for one in desk.stories if one.lead), None) for desk in beside]
    shown = _evenly(pictures, few=few)
    columns = [
        _column(desk, picture, is_tall=len(beside) == 3 and picture is not None)
        for desk, picture in zip(beside, shown, strict=True)
    ]
    return Row("columns", beside[0], beside[0].stories[0], columns=columns)


def _has_few(desk: Band) -> bool:
    return len(desk.stories) <= _FEW


def _evenly(pictures: list[Story | None], *, few: bool) -> list[Story | None]:
    """Which desks show their picture, so that no column ends far above the others.

    Of two it stands beside the words and costs no height; of three short ones, all or none.
    """
    if len(pictures) == 2 or (few and all(pictures)):
        return pictures
    if few:
        return [None] * len(pictures)
    middle_first = sorted(range(len(pictures)), key=lambda place: place != 1)
    chosen = next((place for place in middle_first if pictures[place]), None)
    return [picture if place == chosen else None for place, picture in enumerate(pictures)]


def _column(desk: Band, picture: Story | None, *, is_tall: bool) -> Column:
    """A tall one has its picture above its words, which takes the place of a story."""
    first = picture or desk.stories[0]
    rest = _without(desk.stories, first)[: _IN_A_COLUMN - 1 - is_tall]
    return Column(desk, first, rest, picture is not None)


def _plain(left: list[Band]) -> Row:
    """Words alone, one story larger than the rest."""
    return Row("plain", left[0], left[0].stories[0], None, left[0].stories[1:])


def _ledger(left: list[Band]) -> Row:
    """Words alone, side by side."""
    return Row("ledger", left[0], left[0].stories[0], None, left[0].stories)


_LAYOUTS: dict[str, Callable[[list[Band]], Row | None]] = {
    "text": _text,
    "turn": _turn,
    "feature": _feature,
    "columns": _columns,
    "plain": _plain,
    "ledger": _ledger,
}
_BY_TURNS = ["text", "turn", "feature", "columns"]


def _lies_large(story: Story) -> bool:
    lead = story.lead
    return bool(lead) and lead["frame"] in _LYING and lead["width"] >= _LARGE


def _without(stories: list[Story], taken: Story) -> list[Story]:
    return [story for story in stories if story is not taken]


@register.simple_tag
def linked(story: Story, words: str = "") -> SafeString:
    """The headline, leading to the story; of one withdrawn since, the words alone and a note.

    Only the desk, looking back, meets the second kind.
    """
    text = words or headline(story)
    if story.is_live:
        return format_html('<a href="{}">{}</a>', story.get_absolute_url(), text)
    return format_html('<span>{}</span> <small class="meta">{}</small>', text, _("withdrawn since"))


@register.filter
def fit_beside(stories: list[Story], lead: Story) -> bool:
    """Whether the lead's picture is as high as its standfirst and these headlines beside it."""
    words = [lead.standfirst, *(story.headline for story in stories)]
    return sum(map(len, words)) <= _BESIDE_A_LEAD


@dataclass
class Writer:
    name: str
    initial: str
    url: str


@register.simple_tag
def writer(story: Story) -> Writer | None:
    """Who signed first: the name as printed, its first letter, and the author's page."""
    signed = next((one for phrase in story.byline for one in phrase["names"]), None)
    if signed is None:
        return None
    return Writer(signed["name"], signed["name"][:1].upper(), _author_url(signed))


def _author_url(signed: dict[str, Any]) -> str:
    if not signed["slug"]:
        return ""
    return reverse("author", kwargs={"slug": signed["slug"], "pk": signed["author"]})


@register.filter
def day_of(iso: str) -> date | None:
    """The day in a text the imprint keeps, or nothing."""
    return date.fromisoformat(iso) if iso else None


@register.filter
def moment_of(iso: str) -> datetime:
    return datetime.fromisoformat(iso)
