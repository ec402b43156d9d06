"""Where stories stand on the front and on a section's page: no two neighbouring desks alike."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django import template

from reader.front import Desk
from reader.models import Story

register = template.Library()

# A picture that can carry text cut into it lies down and is large.
_LYING = {"r21", "r169", "r32", "r43"}
_LARGE = 1000
_A_COLUMN = 4
_A_TOP = 6


@dataclass
class Column:
    """One of two or three desks that stand beside each other."""

    desk: Desk
    first: Story
    rest: list[Story]
    shows_picture: bool


@dataclass
class Row:
    """A desk and how it is laid out, or several desks in columns."""

    rhythm: str
    desk: Desk
    lead: Story
    picture: Story | None = None
    rest: list[Story] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)

    @property
    def desks(self) -> int:
        return len(self.columns) or 1


@dataclass
class Top:
    """A section's first page: what stands large, and the days below without it."""

    lead: Story | None
    second: Story | None
    others: list[Story]
    days: list[tuple[datetime, list[Story]]]


@register.simple_tag
def unequal(seconds: list[Story]) -> list[Story]:
    """The stories below the lead: one without a picture stands in the middle, set larger."""
    bare = next((story for story in seconds if not story.lead), None)
    if bare is None or len(seconds) < 3:
        return seconds
    first, *others = _without(seconds, bare)
    return [first, bare, *others]


@register.simple_tag
def in_rhythm(desks: Iterable[Desk]) -> list[Row]:
    """Lay the desks out by turns, as far as their pictures allow."""
    return list(_rows(list(desks)))


def _rows(left: list[Desk]) -> Iterator[Row]:
    previous = ""
    place = 0
    while left:
        turn = place % len(_BY_TURNS)
        wanted = [*_BY_TURNS[turn:], *_BY_TURNS[:turn], "plain", "ledger"]
        if all(len(desk.stories) <= 2 for desk in left[:3]):
            wanted.insert(0, "columns")
        made = (_LAYOUTS[rhythm](left) for rhythm in wanted if rhythm != previous)
        row = next(row for row in made if row)
        yield row
        left = left[row.desks :]
        previous = row.rhythm
        place += 1


def _text(left: list[Desk]) -> Row | None:
    """Words, a picture beside them, a list."""
    first, *others = left[0].stories
    picture = next((story for story in others if story.lead), None)
    if picture is None or len(others) < 2:
        return None
    return Row("text", left[0], first, picture, _without(others, picture))


def _turn(left: list[Desk]) -> Row | None:
    """A story turned sideways about its picture."""
    lead = next((story for story in left[0].stories if story.lead), None)
    if lead is None:
        return None
    return Row("turn", left[0], lead, lead, _without(left[0].stories, lead))


def _feature(left: list[Desk]) -> Row | None:
    """Words cut into a large picture."""
    lead = next((story for story in left[0].stories if _lies_large(story)), None)
    if lead is None:
        return None
    return Row("feature", left[0], lead, lead, _without(left[0].stories, lead))


def _columns(left: list[Desk]) -> Row | None:
    """Two or three desks beside each other."""
    beside = left[:3]
    if len(beside) < 2:
        return None
    pictures = [next((one for one in desk.stories if one.lead), None) for desk in beside]
    middle_first = sorted(range(len(beside)), key=lambda place: place != 1)
    pictured = next((place for place in middle_first if pictures[place]), None)
    columns = [
        _column(desk, pictures[place] if place == pictured else None)
        for place, desk in enumerate(beside)
    ]
    return Row("columns", beside[0], beside[0].stories[0], columns=columns)


def _column(desk: Desk, picture: Story | None) -> Column:
    first = picture or desk.stories[0]
    return Column(desk, first, _without(desk.stories, first)[: _A_COLUMN - 1], picture is not None)


def _plain(left: list[Desk]) -> Row:
    """Words alone, one story larger than the rest."""
    return Row("plain", left[0], left[0].stories[0], None, left[0].stories[1:])


def _ledger(left: list[Desk]) -> Row:
    """Words alone, side by side."""
    return Row("ledger", left[0], left[0].stories[0], None, left[0].stories)


_LAYOUTS: dict[str, Callable[[list[Desk]], Row | None]] = {
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
def hung_top(
    stories: list[Story],
    days: list[tuple[datetime, list[Story]]],
    is_first: bool,  # noqa: FBT001 a template passes it by place
) -> Top:
    """The newest stories large, on the first page only; the rest by day, none twice."""
    if not is_first or not stories:
        return Top(None, None, [], days)
    lead = next((story for story in stories[:_A_TOP] if story.lead), stories[0])
    beside = _without(stories[:_A_TOP], lead)
    taken = {id(story) for story in stories[:_A_TOP]}
    left = [(day, [story for story in run if id(story) not in taken]) for day, run in days]
    return Top(
        lead,
        beside[0] if beside else None,
        beside[1:],
        [(day, run) for day, run in left if run],
    )
