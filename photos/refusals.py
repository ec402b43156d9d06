"""Why a file may not come in, in sentences that say what to do."""

from collections.abc import Callable

from django.utils.translation import gettext as _

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000
MOST_SIDE = 12_000  # pixels


class PhotoRefused(ValueError):
    """The file may not come in; the message says why and what to do, in a sentence for people."""


def empty() -> str:
    return _("The file is empty. Send the picture again.")


def too_large(size: int) -> str:
    return _(
        "The file is too large: %(size)d MB. At most %(limit)d MB are accepted; "
        "save it as a JPEG of lower quality."
    ) % {"size": -(-size // 1_000_000), "limit": MOST_BYTES // 1_000_000}


def why_not(data: bytes) -> str:
    """The sentence for a file that is none of our formats, by what it begins with."""
    start = data[:1024].lstrip().lower()
    for found, sentence in _KINDS:
        if found(data, start):
            return sentence()
    return not_a_picture()


def _begins(*magics: bytes) -> Callable[[bytes, bytes], bool]:
    return lambda data, _start: data.startswith(magics)


def _brand(*brands: bytes) -> Callable[[bytes, bytes], bool]:
    return lambda data, _start: data[4:8] == b"ftyp" and data[8:12] in brands


def _is_svg(_data: bytes, start: bytes) -> bool:
    return b"<svg" in start or start.startswith(b"<?xml")


def _svg() -> str:
    return _("SVG drawings are not accepted: they can hold programs. Save it as PNG.")


def _heic() -> str:
    return _(
        "HEIC files are not accepted. Save it as JPEG (on an iPhone: Settings, Camera, Formats, "
        "Most Compatible)."
    )


def _tiff() -> str:
    return _("TIFF files are not accepted. Save it as JPEG.")


def _pdf() -> str:
    return _("A PDF is not a picture. Save the picture in it as JPEG.")


def _photoshop() -> str:
    return _("Photoshop files are not accepted. Save it as JPEG.")


def _bmp() -> str:
    return _("BMP files are not accepted. Save it as JPEG or PNG.")


def _video() -> str:
    return _("A video is not a picture. Send a still from it as JPEG.")


def _archive() -> str:
    return _("A Word document or ZIP archive is not a picture. Send the pictures in it one by one.")


def damaged() -> str:
    return _("The picture is damaged or incomplete. Save it again as JPEG, or send it again.")


def not_a_picture() -> str:
    return _("This file is not a picture we can read. Send JPEG, PNG, WebP, AVIF or GIF.")


def too_many_pixels() -> str:
    return _(
        "The picture has too many pixels. At most %(pixels)d megapixels and %(side)d pixels a side "
        "are accepted; make it smaller first."
    ) % {"pixels": MOST_PIXELS // 1_000_000, "side": MOST_SIDE}


_KINDS: tuple[tuple[Callable[[bytes, bytes], bool], Callable[[], str]], ...] = (
    (_begins(b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8"), damaged),
    (lambda data, _start: data[:4] == b"RIFF" and data[8:12] == b"WEBP", damaged),
    (_brand(b"avif", b"avis"), damaged),
    (_brand(b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"), _heic),
    (lambda data, _start: data[4:8] == b"ftyp", _video),
    (_begins(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), _tiff),
    (_begins(b"%PDF"), _pdf),
    (_begins(b"8BPS"), _photoshop),
    (_begins(b"BM"), _bmp),
    (_begins(b"PK\3\4"), _archive),
    (_is_svg, _svg),
)
