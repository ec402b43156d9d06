"""A front as its template reads it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy

from fronts.arrangement import Arrangement, Layout, Pin, Source
from reader.choosing import Head
from reader.front import past
from reader.front.candidates import LISTED, READ, Stock, Tree, candidates
from reader.front.filling import Filled, fill, is_of_series
from reader.imprint import corrections_at
from reader.models import Story

Picture = dict[str, Any]
MOST_READ = 5
_UNNAMED: dict[str, Any] = {
    Layout.DESK: gettext_lazy("Also today"),
    Layout.OPINION: gettext_lazy("Opinion"),
    Layout.MOST_READ: gettext_lazy("Most read"),
}


@dataclass
class Band:
    """What stands across the page below the top: a desk, a series, a strip, a list."""

    layout: str = Layout.DESK
    name: str = ""
    url: str = ""
    hue: str = "ink"
    stories: list[Story] = field(default_factory=list)
    rhythm: str = ""
    children: list[dict[str, Any]] = field(default_factory=list)
    tables: list[dict[str, Any]] = field(default_factory=list)
    corrections: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.stories and not self.corrections


@dataclass
class Front:
    lead: Story | None = None
    beside: list[Story] = field(default_factory=list)
    seconds: list[Story] = field(default_factory=list)
    river: list[Story] = field(default_factory=list)
    editorial: Story | None = None
    bands: list[Band] = field(default_factory=list)
    # Of a section's front: the list below what is arranged, one story more than asked for.
    listed: list[Story] = field(default_factory=list)
    # And the most read of the section, but for what is arranged.
    most_read: list[Story] = field(default_factory=list)
    note: dict[str, str] | None = None
    filled: list[Filled] = field(default_factory=list)
    stories: dict[int, Story] = field(default_factory=dict)

    @property
    def has_column(self) -> bool:
        return bool(self.river or self.editorial)

    @property
    def has_top(self) -> bool:
        return bool(self.lead or self.seconds or self.has_column)


def compose(
    arrangement: Arrangement,
    imprint: dict[str, Any],
    *,
    stock: Stock,
    photos: dict[int, Picture] | None = None,
    listed: Iterable[Head] = (),
    most_listed: int = 0,
    read_in: Sequence[int] = (),
) -> Front:
    """The front an arrangement makes of the stories readers have. Two queries; more for the past.

    `photos` are the pictures its hand picks ask for, as printed; `read_in` are the sections whose
    most read stories are wanted.
    """
    tree = Tree(imprint["sections"])
    choice = candidates(arrangement, tree, stock, listed=listed, read_in=read_in)
    front = Front(filled=fill(arrangement, choice, tree, stock))
    arranged = {number for one in front.filled for number in one.stories}
    below = [place.story for place in choice[LISTED]][:most_listed]
    read = [place.story for place in choice[READ] if place.story not in arranged]
    most_read = list(dict.fromkeys(read))[:MOST_READ]
    front.stories = _cards(front.filled, {*arranged, *below, *most_read}, stock)
    _put_over(front, photos or {})
    front.listed = [front.stories[number] for number in below if number in front.stories]
    front.most_read = [front.stories[number] for number in most_read if number in front.stories]
    if arrangement.note_title or arrangement.note_text:
        front.note = {"title": arrangement.note_title, "text": arrangement.note_text}
    _lay_out(front, imprint, tree)
    _correct(front, corrections_at(imprint, stock.moment), is_front_page=not most_listed)
    return front


def _cards(filled: list[Filled], numbers: set[int], stock: Stock) -> dict[int, Story]:
    """The stories as cards, of a moment as they were; the slots lose what is gone."""
    strips = [n for one in filled if one.slot.layout == Layout.STRIP for n in one.stories]
    stories = stock.cards(numbers, strips=strips)
    if stock.is_past:
        past.reset(stories, stock.moment)
    for one in filled:
        one.stories = [number for number in one.stories if number in stories]
    return stories


def _put_over(front: Front, photos: dict[int, Picture]) -> None:
    for one in front.filled:
        for number in one.stories:
            if pin := one.pins.get(number):
                _pin_over(front.stories[number], pin, photos)


def _pin_over(story: Story, pin: Pin, photos: dict[int, Picture]) -> None:
    """The hand pick's own headline and picture, in place of the story's. Never saved."""
    if pin.headline:
        story.title = story.headline = pin.headline
    if pin.photo and (picture := photos.get(pin.photo)):
        story.lead = picture


def _lay_out(front: Front, imprint: dict[str, Any], tree: Tree) -> None:
    for one in front.filled:
        stories = [front.stories[number] for number in one.stories]
        if one.slot.layout == Layout.LEAD:
            front.lead, front.beside = next(iter(stories), None), stories[1:]
        elif one.slot.layout == Layout.SECONDS:
            # The desk's own order is the desk's own.
            front.seconds = stories if one.pins else unequal(stories)
        elif one.slot.layout == Layout.RIVER:
            front.river = stories
        elif one.slot.layout == Layout.EDITORIAL:
            front.editorial = next(iter(stories), None)
        else:
            front.bands.append(_band(one, stories, imprint, tree))


def _correct(front: Front, corrections: list[dict[str, Any]], *, is_front_page: bool) -> None:
    """Put the formal corrections where the editors left room for them, or last."""
    place = next((one for one in front.bands if one.layout == Layout.CORRECTIONS), None)
    if place is None and corrections and is_front_page:
        # The law wants them on the front page, whatever is arranged there.
        place = Band(Layout.CORRECTIONS)
        front.bands.append(place)
    if place:
        place.corrections = corrections
    front.bands = [band for band in front.bands if not band.is_empty]


def unequal(seconds: list[Story]) -> list[Story]:
    """The stories below the lead: one without a picture stands in the middle, set larger."""
    bare = next((story for story in seconds if not story.lead), None)
    if bare is None or len(seconds) < 3:
        return seconds
    first, *others = [story for story in seconds if story is not bare]
    return [first, bare, *others]


def _band(one: Filled, stories: list[Story], imprint: dict[str, Any], tree: Tree) -> Band:
    slot = one.slot
    if is_of_series(slot) and len({story.series_id for story in stories}) == 1:
        stories.sort(key=lambda story: story.part or 0)
    if slot.layout == Layout.STRIP:
        stories = [story for story in stories if pictures_of(story)]
    band = Band(slot.layout, slot.title, stories=stories, rhythm=slot.rhythm)
    entry = tree.entries.get(slot.of or 0) if slot.source == Source.SECTION else None
    if entry:
        band.name = slot.title or entry["name"]
        band.url = reverse("section", kwargs={"section": entry["slug"]})
        band.hue, band.children = str(entry["hue"]), entry["children"]
        band.tables = [table for table in imprint["tables"] if table["section"] == entry["id"]]
    elif slot.source == Source.TOPIC and stories:
        band.name, band.url = _topic(slot.of, stories[0], slot.title)
    elif not band.name:
        band.name = _UNNAMED.get(slot.layout, "")
    return band


def _topic(number: int | None, story: Story, title: str) -> tuple[str, str]:
    """A topic's name and address, as a story that carries it was printed with."""
    topic = next((one for one in story.topics if one["id"] == number), None)
    if topic is None:
        return title, ""
    try:
        url = reverse("topic", kwargs={"slug": topic["slug"], "pk": topic["id"]})
    except NoReverseMatch:
        url = ""
    return title or topic["name"], url


def pictures_of(story: Story) -> list[Picture]:
    """The pictures of a photo story; loaded for the strip's story alone."""
    pictures: list[Picture] = getattr(story, "strip", None) or []
    return pictures or ([story.lead] if story.lead else [])
