"""Files to send at the gate, made on the spot."""

import io

from PIL import ExifTags, Image


def encode(image, form="JPEG", **options):
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def halves(width=60, height=40):
    """A picture whose upper left quarter is red and whose rest is blue."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height // 2))
    return image


def exif(*, orientation=None, taken=None, offset=None, gps=False):
    made = Image.Exif()
    if orientation:
        made[ExifTags.Base.Orientation] = orientation
    made[ExifTags.Base.Artist] = "Máy của ai đó"
    inner = made.get_ifd(ExifTags.IFD.Exif)
    if taken:
        inner[ExifTags.Base.DateTimeOriginal] = taken
    if offset:
        inner[ExifTags.Base.OffsetTimeOriginal] = offset
    if gps:
        position = made.get_ifd(ExifTags.IFD.GPSInfo)
        position[ExifTags.GPS.GPSLatitudeRef] = "N"
        position[ExifTags.GPS.GPSLatitude] = (20.0, 17.0, 35.0)
    return made


def about(colour, expected, tolerance=12):
    """Whether two colours differ by no more than a lossy encoder makes them."""
    return all(abs(a - b) <= tolerance for a, b in zip(colour, expected, strict=True))
