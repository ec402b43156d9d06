"""Only pictures come in, whatever a file calls itself; and they come in upright, sRGB and bare."""

import hashlib
import io
import struct
import zlib
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone, translation
from PIL import Image, ImageCms

from photos.gate import PhotoRefused, admit
from tests.photos.files import about, encode, exif, halves
from tests.runaway import no_runaway

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
FORMATS = [
    ("JPEG", "jpg"),
    ("PNG", "png"),
    ("GIF", "gif"),
    ("WEBP", "webp"),
    ("AVIF", "avif"),
]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


# --- What comes in --------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "extension"), FORMATS)
def test_the_five_formats_come_in(form, extension):
    data = encode(halves(), form)

    admitted = admit(data)

    assert (admitted.format, admitted.extension) == (form, extension)
    assert (admitted.width, admitted.height) == admitted.image.size == (60, 40)
    assert admitted.sha256 == hashlib.sha256(data).hexdigest()
    assert admitted.image.mode == "RGB"


def test_the_format_is_that_of_the_bytes_not_of_the_name():
    assert admit(encode(halves(), "PNG"), name="anh.jpg").extension == "png"


def test_a_phones_picture_of_two_is_a_jpeg():
    data = encode(halves(), "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))])

    admitted = admit(data)

    assert (admitted.format, admitted.extension) == ("JPEG", "jpg")
    assert admitted.image.size == (60, 40)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_picture_is_turned_upright(orientation):
    turned = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    stored = halves() if turned is None else halves().transpose(turned)

    admitted = admit(encode(stored, exif=exif(orientation=orientation), quality=95))

    assert (admitted.width, admitted.height) == (60, 40)
    assert about(admitted.image.getpixel((5, 5)), RED)
    assert about(admitted.image.getpixel((50, 30)), BLUE)
    assert about(admitted.image.getpixel((50, 5)), BLUE)


def test_cmyk_becomes_rgb():
    admitted = admit(encode(halves().convert("CMYK"), quality=95))

    assert admitted.image.mode == "RGB"
    assert about(admitted.image.getpixel((5, 5)), RED)


def test_sixteen_bits_a_pixel_keep_their_shades():
    ramp = Image.new("I;16", (256, 4))
    for x in range(256):
        for y in range(4):
            ramp.putpixel((x, y), x * 257)

    image = admit(encode(ramp, "PNG")).image

    assert [image.getpixel((x, 0))[0] for x in range(256)] == list(range(256))


@pytest.mark.parametrize("mode", ["1", "L", "P"])
def test_modes_of_few_colours_become_rgb(mode):
    assert admit(encode(halves().convert(mode), "PNG")).image.mode == "RGB"


@pytest.mark.parametrize("mode", ["LA", "RGBA", "PA"])
def test_transparency_is_kept_for_the_screen_and_white_for_the_rest(mode):
    image = halves().convert("RGBA")
    image.putalpha(Image.new("L", image.size, 0))

    admitted = admit(encode(image.convert(mode) if mode != "PA" else image, "PNG"))

    assert admitted.image.mode == "RGBA"
    assert admitted.dominant_colour == "#ffffff"


def test_a_palette_with_a_transparent_colour_keeps_it():
    image = Image.new("P", (20, 20), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.putpixel((0, 0), 1)

    admitted = admit(encode(image, "PNG", transparency=0))

    assert admitted.image.getpixel((5, 5))[3] == 0
    assert admitted.image.getpixel((0, 0)) == (0, 0, 255, 255)


def test_an_opaque_alpha_channel_is_dropped():
    assert admit(encode(halves().convert("RGBA"), "PNG")).image.mode == "RGB"


def test_of_an_animation_the_first_frame_comes_in():
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue")]

    admitted = admit(encode(frames[0], "GIF", save_all=True, append_images=frames[1:]))

    assert about(admitted.image.getpixel((5, 5)), RED)


def test_colours_are_converted_by_the_pictures_own_profile():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    plain = Image.new("RGB", (8, 8), (10, 200, 30))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))

    assert about(
        admit(encode(plain, "PNG", icc_profile=srgb.tobytes())).image.getpixel((1, 1)),
        (10, 200, 30),
        2,
    )
    # A profile of another colour space is no profile for this picture.
    assert admit(encode(plain, "PNG", icc_profile=profile.tobytes())).image.getpixel((1, 1)) == (
        10,
        200,
        30,
    )


def test_a_broken_profile_is_ignored():
    data = encode(Image.new("RGB", (8, 8), "red"), "PNG", icc_profile=b"not a profile")

    assert admit(data).image.getpixel((1, 1)) == RED


def test_nothing_but_pixels_is_left():
    data = encode(
        halves(),
        exif=exif(gps=True, taken="2023:05:25 06:30:00"),
        comment=b"ghi",
        icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        xmp=b"<x:xmpmeta/>",
    )

    image = admit(data).image

    assert image.info == {}
    assert not image.getexif()


def test_the_dominant_colour_is_that_of_most_of_the_picture():
    assert admit(encode(halves(), "PNG")).dominant_colour == "#0000ff"


# --- When it was taken ----------------------------------------------------------------------


def test_the_moment_it_was_taken_is_read_with_its_offset():
    data = encode(halves(), exif=exif(taken="2023:05:25 06:30:00", offset="+09:00"))

    assert admit(data).taken_at == datetime(2023, 5, 24, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize("offset", [None, "?", "   :  "])
def test_without_an_offset_the_camera_was_in_the_papers_time_zone(offset):
    data = encode(halves(), exif=exif(taken="2023:05:25 06:30:00", offset=offset))

    naive = datetime(2023, 5, 25, 6, 30)  # noqa: DTZ001 made aware here
    assert admit(data).taken_at == timezone.make_aware(naive, timezone.get_default_timezone())


@pytest.mark.parametrize(
    "taken", [None, "", "0000:00:00 00:00:00", "    :  :     :  :  ", "0001:01:01 00:00:00", "x"]
)
def test_a_moment_nobody_can_read_is_none(taken):
    assert admit(encode(halves(), exif=exif(taken=taken))).taken_at is None


def test_a_moment_to_come_is_none():
    future = (timezone.now() + timedelta(days=400)).strftime("%Y:%m:%d %H:%M:%S")

    assert admit(encode(halves(), exif=exif(taken=future))).taken_at is None


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_unreadable_metadata_does_not_keep_a_picture_out():
    data = encode(halves(), exif=b"Exif\0\0MM\0*\xff\xff\xff\xff garbage")

    assert admit(data).taken_at is None


# --- What stays out -------------------------------------------------------------------------


def empty_png(width, height):
    """A PNG of nothing but black, a few kilobytes whatever its size."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(-(-width // 8) + 1) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(name, data) for name, data in [(b"IHDR", header), (b"IDAT", rows), (b"IEND", b"")]
    )


def jpeg_says(width, height):
    """A small JPEG whose header claims another size."""
    data = bytearray(encode(halves()))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


REFUSED = {
    "empty": (b"", "is empty"),
    "text": ("Đây là chữ".encode(), "not a picture we can read"),
    "blanks": (b" " * 5000, "not a picture we can read"),
    "html": (b"<!doctype html><script>alert(1)</script>", "not a picture we can read"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG"),
    "svg after a declaration": (b"\n <?xml version='1.0'?><!-- x --><svg/>", "SVG"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC.*Save it as JPEG"),
    "heif": (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC"),
    "tiff": (encode(halves(), "TIFF"), "TIFF.*Save it as JPEG"),
    "bmp": (encode(halves(), "BMP"), "BMP"),
    "icon": (encode(halves(), "ICO"), "not a picture we can read"),
    "jpeg 2000": (encode(halves(), "JPEG2000"), "not a picture we can read"),
    "postscript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a picture we can"),
    "pdf": (encode(halves(), "PDF"), "PDF"),
    "photoshop": (b"8BPS\0\1", "Photoshop"),
    "video": (b"\0\0\0\x18ftypisom\0\0\2\0", "video"),
    "word": (b"PK\3\4\x14\0\6\0", "Word"),
    "truncated jpeg": (encode(halves(900, 900), quality=95)[:2000], "damaged"),
    "truncated png": (encode(Image.effect_noise((90, 90), 50), "PNG")[:900], "damaged"),
    "truncated webp": (encode(halves(), "WEBP")[:60], "damaged"),
    "truncated avif": (encode(halves(), "AVIF")[:200], "damaged"),
    "jpeg header only": (b"\xff\xd8\xff\xe0", "damaged"),
    "png header only": (b"\x89PNG\r\n\x1a\n", "damaged"),
    "21 MB": (b"\xff\xd8\xff" + bytes(20_999_997), "21 MB.*20 MB"),
    "one byte too many": (encode(halves()) + bytes(20_000_000), "20 MB"),
    "a bomb": (empty_png(13_000, 13_000), "50 megapixels"),
    "a greater bomb": (empty_png(60_000, 60_000)[:5000], "50 megapixels"),
    "51 megapixels": (empty_png(10_000, 5_100), r"50 megapixels.*10000 × 5100"),
    "too wide": (empty_png(12_001, 10), r"12,?000.*12001 × 10"),
    "too high": (empty_png(10, 12_001), r"10 × 12001"),
    "a jpeg that says so": (jpeg_says(12_500, 3_000), r"12500 × 3000"),
}


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_picture_of_ours_stays_out_and_is_told_why(data, sentence):
    with pytest.raises(PhotoRefused, match=sentence):
        admit(data)


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_its_name_opens_no_door(data, sentence):
    with pytest.raises(PhotoRefused, match=rf"^anh\.jpg: .*{sentence}"):
        admit(data, name="anh.jpg")


@pytest.mark.parametrize("form", [form for form, _extension in FORMATS])
def test_a_file_cut_anywhere_comes_in_whole_or_not_at_all(form):
    data = encode(Image.effect_noise((64, 64), 80).convert("RGB"), form)

    for end in range(0, len(data), max(1, len(data) // 60)):
        with suppress(PhotoRefused):
            assert admit(data[:end]).image.size == (64, 64)


@pytest.mark.parametrize("form", [form for form, _extension in FORMATS])
def test_a_spoilt_file_raises_nothing_but_a_refusal(form):
    data = bytearray(encode(halves(), form))

    for place in range(0, len(data), max(1, len(data) // 150)):
        spoilt = data.copy()
        spoilt[place] ^= 0xFF
        with suppress(PhotoRefused):
            admit(bytes(spoilt))


def test_a_bomb_is_refused_before_it_is_decoded():
    data = empty_png(10_000, 11_000)
    assert len(data) < 20_000
    with no_runaway(), pytest.raises(PhotoRefused):
        admit(data)


def test_a_large_picture_within_the_limits_comes_in():
    assert admit(empty_png(12_000, 4_000)).image.size == (12_000, 4_000)


def test_a_hostile_name_is_shortened_and_bare_of_control_characters():
    with pytest.raises(PhotoRefused) as refused:
        admit(b"", name="a\r\n\x00\u202e" + "b" * 500)

    sentence = str(refused.value)
    assert len(sentence) < 200
    assert sentence.split(":", maxsplit=1)[0].isprintable()


def test_a_script_behind_a_picture_is_not_part_of_the_picture():
    data = encode(halves()) + b"<script>alert(1)</script>"

    pixels = io.BytesIO()
    admit(data).image.save(pixels, "PNG")

    assert b"script" not in pixels.getvalue()
