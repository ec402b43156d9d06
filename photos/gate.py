"""The only way a picture's file gets in: by upload, import or mail, it passes here.

Nothing about the file is believed, neither its name nor what it says it is, and nothing large is
decoded before its size is known.
"""

import hashlib
import io
import warnings
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageOps

from photos import colour, refusals
from photos.refusals import PhotoRefused

__all__ = ["AdmittedPhoto", "PhotoRefused", "admit"]

# Pillow's name of the format -> the extension of our file. MPO is what a phone makes of a JPEG
# when it puts a second picture behind the first; only the first is read.
EXTENSIONS = {
    "JPEG": "jpg",
    "MPO": "jpg",
    "PNG": "png",
    "GIF": "gif",
    "WEBP": "webp",
    "AVIF": "avif",
}
_FIRST_PHOTO = 1826
_SNIFFED = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")

# Pillow only warns of a picture that would fill the memory; here and everywhere that is an error.
warnings.simplefilter("error", Image.DecompressionBombWarning)


@dataclass(frozen=True)
class AdmittedPhoto:
    """A picture that passed: upright, in sRGB, without metadata.

    `image` is of mode RGB, or RGBA where parts of it are transparent. `width` and `height` are of
    the upright picture; `sha256` is of the file as it came; `taken_at` is aware.
    """

    sha256: str
    format: str
    extension: str
    width: int
    height: int
    taken_at: datetime | None
    dominant_colour: str  # "#rrggbb"
    image: Image.Image


def admit(data: bytes, *, name: str = "") -> AdmittedPhoto:
    """Let a picture's file in, or raise PhotoRefused; `name` only tells people which it was."""
    try:
        return _admit(data)
    except PhotoRefused as refused:
        if not name:
            raise
        shown = "".join(filter(str.isprintable, name))[-80:]
        sentence = _("%(name)s: %(reason)s") % {"name": shown, "reason": refused}
        raise PhotoRefused(sentence) from refused


def _admit(data: bytes) -> AdmittedPhoto:
    _check_length(data)
    with _sniffed(data) as opened:
        if opened.format not in EXTENSIONS:
            raise PhotoRefused(refusals.not_a_picture())
        _check_size(opened.size)
        try:
            opened.load()
        except Exception as error:  # Pillow raises ValueError, SyntaxError, and more
            raise PhotoRefused(refusals.damaged()) from error
        _check_size(opened.size)  # a GIF grows to its first frame
        taken_at = _taken_at(opened)
        try:
            image = colour.without_metadata(colour.to_srgb(_upright(opened)))
        except Exception as error:
            raise PhotoRefused(refusals.damaged()) from error
        return AdmittedPhoto(
            sha256=hashlib.sha256(data).hexdigest(),
            format="JPEG" if opened.format == "MPO" else opened.format,
            extension=EXTENSIONS[opened.format],
            width=image.width,
            height=image.height,
            taken_at=taken_at,
            dominant_colour=colour.dominant_colour(image),
            image=image,
        )


def _check_length(data: bytes) -> None:
    if not data:
        raise PhotoRefused(refusals.empty())
    if len(data) > refusals.MOST_BYTES:
        raise PhotoRefused(refusals.too_large(len(data)))


def _sniffed(data: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=_SNIFFED)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise PhotoRefused(refusals.too_many_pixels()) from error
    except Exception as error:
        raise PhotoRefused(refusals.why_not(data)) from error


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > refusals.MOST_PIXELS or max(size) > refusals.MOST_SIDE:
        raise PhotoRefused(f"{refusals.too_many_pixels()} ({width} × {height})")


def _upright(opened: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(opened)
    except Exception:  # unreadable EXIF is no reason to refuse the picture
        return opened


def _taken_at(opened: Image.Image) -> datetime | None:
    try:
        exif = opened.getexif().get_ifd(ExifTags.IFD.Exif)
    except Exception:
        return None
    for moment, offset in (
        (ExifTags.Base.DateTimeOriginal, ExifTags.Base.OffsetTimeOriginal),
        (ExifTags.Base.DateTimeDigitized, ExifTags.Base.OffsetTimeDigitized),
    ):
        taken_at = _read_moment(exif.get(moment), exif.get(offset))
        if taken_at:
            return taken_at
    return None


def _read_moment(moment: object, offset: object) -> datetime | None:
    """EXIF writes "2023:05:25 06:30:00" and, since 2016, "+07:00" in a field of its own."""
    text, zone = (str(part or "").strip("\0 ") for part in (moment, offset))
    taken_at = _parsed(text + zone, "%Y:%m:%d %H:%M:%S%z") if zone else None
    if not taken_at:
        naive = _parsed(text, "%Y:%m:%d %H:%M:%S")
        zone_here = timezone.get_default_timezone()
        taken_at = timezone.make_aware(naive, zone_here) if naive else None
    # Years no camera saw come from clocks that were never set, and no database takes some of them.
    if taken_at and taken_at.year > _FIRST_PHOTO and taken_at < timezone.now() + timedelta(days=1):
        return taken_at
    return None


def _parsed(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form)  # noqa: DTZ007 made aware above where it is not
    except ValueError:
        return None
