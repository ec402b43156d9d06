"""The files readers get: the picture at a few widths, encoded anew, with nothing else in them."""

import io
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from photos.colour import on_white

WIDTHS = (480, 960, 1600)
SHARE_WIDTH = 1200  # what Zalo and Facebook show; both want JPEG

_STEM = re.compile(r"[0-9a-f]{32}")
_EXTENSIONS = frozenset({"webp", "jpg"})


@dataclass(frozen=True)
class Rendition:
    """One file to be served; `format` is its extension, "webp" or "jpg"."""

    width: int
    height: int
    format: str
    data: bytes


def new_stem() -> str:
    """Give a random beginning for a picture's file names, so that none can be guessed."""
    return secrets.token_hex(16)


def rendition_name(stem: str, width: int, extension: str) -> str:
    """Give the file's name in the storage, such as "photos/ab/ab…-960.webp".

    Raises ValueError for a stem or an extension that is not ours: names never come from outside.
    """
    if not _STEM.fullmatch(stem) or extension not in _EXTENSIONS:
        raise ValueError(f"no rendition is called {stem!r}, {extension!r}")
    return f"photos/{stem[:2]}/{stem}-{width:d}.{extension}"


def render(image: Image.Image, widths: Sequence[int] = WIDTHS) -> Iterator[Rendition]:
    """Make WebP at every width the picture fills, then one JPEG for sharing.

    A picture narrower than the widest is also given at its own width; none is ever enlarged.
    `image` is that of an AdmittedPhoto: upright, in sRGB, without metadata.
    """
    fitting = {width for width in widths if width <= image.width}
    if image.width < max(widths):
        fitting.add(image.width)
    for width in sorted(fitting):
        yield _encoded(_resized(image, width), "webp")
    yield _encoded(on_white(_resized(image, min(SHARE_WIDTH, image.width))), "jpg")


def _resized(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    if (width, height) == image.size:
        return image
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def _encoded(image: Image.Image, extension: str) -> Rendition:
    buffer = io.BytesIO()
    if extension == "webp":
        image.save(buffer, "WEBP", quality=80, method=4)
    else:
        image.save(buffer, "JPEG", quality=85, optimize=True, progressive=True)
    return Rendition(image.width, image.height, extension, buffer.getvalue())
