"""Photos as printed: a story's pictures resolved from the library into HTML and data."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import mark_safe

from articles.body import Figure, clean_body, figures, place_figures, plain_text
from photos.models import Photo

# The frames the design knows, as width over height; a picture hangs in the nearest one.
FRAMES = {"r21": 2.0, "r169": 16 / 9, "r32": 1.5, "r43": 4 / 3, "r11": 1.0, "r34": 0.75}


def placed_photos(content: dict[str, Any]) -> list[int]:
    """Every photo a revision shows, once: the lead, those in the text, those that came along."""
    numbers = [content["lead_photo_id"]]
    numbers += [figure.photo_id for figure in figures(content["body"])]
    numbers += [row["photo_id"] for row in content["photos"]]
    return list(dict.fromkeys(number for number in numbers if number))


def print_body(content: dict[str, Any], library: dict[int, Photo]) -> str:
    """The text, sanitised once more, its figures drawn, unplaced photos after it."""
    body = clean_body(content["body"]).html
    captions = {row["photo_id"]: row["caption"] for row in content["photos"]}

    def draw(figure: Figure) -> str:
        photo = library.get(figure.photo_id)
        if photo is None:
            return ""
        return _figure(
            photo, figure.caption_html or escape(captions.get(photo.pk) or photo.caption)
        )

    placed = {figure.photo_id for figure in figures(body)} | {content["lead_photo_id"]}
    unplaced = [
        _figure(
            library[row["photo_id"]], escape(row["caption"] or library[row["photo_id"]].caption)
        )
        for row in content["photos"]
        if row["photo_id"] in library and row["photo_id"] not in placed
    ]
    return "\n".join([place_figures(body, draw), *unplaced])


def print_lead(content: dict[str, Any], library: dict[int, Photo]) -> dict[str, Any] | None:
    """The picture the story's cards show, or nothing; `on_top` says whether the page opens with it.

    A story without a lead photo is shown by the first picture in its text, and opens with words.
    """
    number = content["lead_photo_id"] or next(iter(placed_photos(content)), 0)
    photo = library.get(number)
    if photo is None:
        return None
    captions = {row["photo_id"]: row["caption"] for row in content["photos"]}
    return {
        **picture(photo),
        "on_top": number == content["lead_photo_id"],
        "caption": content["lead_caption"] or captions.get(photo.pk) or photo.caption,
        "credit": photo.credit_line,
        "share": photo.share_url,
    }


def print_pictures(content: dict[str, Any], library: dict[int, Photo]) -> list[dict[str, Any]]:
    """Every picture of the story once, the lead first, with the caption it has where it stands."""
    captions = {row["photo_id"]: row["caption"] for row in content["photos"]}
    for figure in reversed(figures(content["body"])):
        words = plain_text(figure.caption_html)
        captions[figure.photo_id] = words or captions.get(figure.photo_id, "")
    captions[content["lead_photo_id"]] = content["lead_caption"] or captions.get(
        content["lead_photo_id"], ""
    )
    return [
        {
            **picture(library[number]),
            "caption": captions[number] or library[number].caption,
            "credit": library[number].credit_line,
        }
        for number in placed_photos(content)
        if number in library
    ]


def picture(photo: Photo) -> dict[str, Any]:
    """What an <img> needs."""
    return {
        "id": photo.pk,
        "src": photo.largest_url,
        "srcset": photo.srcset,
        "width": photo.width,
        "height": photo.height,
        "alt": photo.alt,
        "frame": frame(photo),
    }


def frame(photo: Photo) -> str:
    ratio = photo.width / photo.height
    return min(FRAMES, key=lambda name: abs(FRAMES[name] - ratio))


def _figure(photo: Photo, caption_html: str) -> str:
    # The caption is the sanitiser's output or has just been escaped.
    return render_to_string(
        "reader/parts/_figure.html",
        {
            "picture": picture(photo),
            "caption": mark_safe(caption_html) if plain_text(caption_html) else "",  # noqa: S308
            "credit": photo.credit_line,
        },
    )
