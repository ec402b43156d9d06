"""A launched front as readers' pages need it: its arrangement with the pictures it asks for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from fronts import standing
from fronts.arrangement import Arrangement, Malformed, parse
from fronts.models import Front, Launch
from photos.models import Photo
from reader.figures import picture
from reader.models import PrintedFront

# Raise it when what is kept takes another form: rows of the old one are then printed anew.
FORM = 1
Picture = dict[str, Any]


@dataclass
class Printed:
    """An arrangement and its pictures by number."""

    arrangement: Arrangement
    photos: dict[int, Picture] = field(default_factory=dict)


def print_front(launch: Launch) -> None:
    """Keep what was launched for readers' pages, over whatever was kept before."""
    PrintedFront.objects.update_or_create(
        front_id=launch.front_id, defaults={"content": _content(launch)}
    )


def print_again(photo: Photo) -> None:
    """Print every front that asks for this photo again: its words or rights changed."""
    asking = PrintedFront.objects.filter(content__photos__has_key=str(photo.pk))
    for number in list(asking.order_by("front").values_list("front", flat=True)):
        _print_again(number)


def print_all() -> None:
    """Print every front that was ever launched again."""
    for number in list(Front.objects.order_by("pk").values_list("pk", flat=True)):
        _print_again(number)


@transaction.atomic
def _print_again(number: int) -> None:
    """Hold the front as launching does: its latest launch may be the former one a moment later."""
    front = Front.objects.select_for_update().filter(pk=number).first()
    if front and (launch := standing.latest_launch(front)):
        print_front(launch)


def standing_front(sections: Sequence[dict[str, Any]], section: int | None = None) -> Printed:
    """What was launched last on the front page or a section's front; else a choice by time.

    Only sections of the main bar have a front: one moved below another leaves it. One query.
    """
    if section is not None and all(one["id"] != section for one in sections):
        return Printed(standing.by_time(sections, section))
    row = PrintedFront.objects.filter(front__section=section).values_list("content", flat=True)
    content = row.first()
    if content is not None and content["form"] == FORM:
        try:
            arrangement = parse(content["arrangement"])
        except Malformed:
            pass  # an older form than this version reads: time chooses until the next launch
        else:
            photos = {int(number): one for number, one in content["photos"].items() if one}
            return Printed(arrangement, photos)
    return Printed(standing.by_time(sections, section))


def with_photos(content: Any) -> Printed:
    """An arrangement in plain data, and its pictures as they are now. At most one query.

    Raises Malformed.
    """
    arrangement = parse(content)
    return Printed(arrangement, {number: one for number, one in _photos(arrangement) if one})


def _content(launch: Launch) -> dict[str, Any]:
    arrangement = parse(launch.content)
    # A photo out of use is kept in mind: the front is printed again when it comes back.
    photos = {str(number): one for number, one in _photos(arrangement)}
    return {"form": FORM, "arrangement": launch.content, "photos": photos}


def _photos(arrangement: Arrangement) -> Iterable[tuple[int, Picture | None]]:
    asked = {pin.photo for slot in arrangement.slots for pin in slot.pins if pin.photo}
    if not asked:
        return
    library = Photo.objects.select_related("photographer").in_bulk(asked)
    for number, photo in sorted(library.items()):
        words = {"caption": photo.caption, "credit": photo.credit_line, "share": photo.share_url}
        yield number, {**picture(photo), **words} if photo.is_usable else None
