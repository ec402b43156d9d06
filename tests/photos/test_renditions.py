"""What readers get is made anew: at sensible widths, and without a trace of where it was taken."""

import io

import pytest
from PIL import Image, ImageCms

from photos.gate import admit
from photos.renditions import WIDTHS, new_stem, render, rendition_name
from tests.photos.files import about, encode, exif, halves


def made(image, widths=WIDTHS):
    return [
        (rendition.format, rendition.width, rendition.height) for rendition in render(image, widths)
    ]


def opened(rendition):
    return Image.open(io.BytesIO(rendition.data))


@pytest.mark.parametrize(
    ("width", "webp", "jpg"),
    [
        (1, [1], 1),
        (300, [300], 300),
        (480, [480], 480),
        (700, [480, 700], 700),
        (960, [480, 960], 960),
        (1200, [480, 960, 1200], 1200),
        (1599, [480, 960, 1599], 1200),
        (1600, [480, 960, 1600], 1200),
        (4000, [480, 960, 1600], 1200),
    ],
)
def test_no_picture_is_enlarged_and_none_goes_without(width, webp, jpg):
    found = made(Image.new("RGB", (width, 20)))

    assert [each[:2] for each in found] == [*(("webp", each) for each in webp), ("jpg", jpg)]


def test_proportions_are_kept():
    assert made(Image.new("RGB", (2000, 1000)), (480,)) == [("webp", 480, 240), ("jpg", 1200, 600)]


@pytest.mark.parametrize("size", [(12_000, 1), (1, 12_000), (3, 9_000)])
def test_a_sliver_of_a_picture_can_be_rendered(size):
    assert all(width > 0 and height > 0 for _format, width, height in made(Image.new("RGB", size)))


def test_the_file_is_what_it_says_it_is():
    for rendition in render(halves(600, 400)):
        image = opened(rendition)
        assert image.format == {"webp": "WEBP", "jpg": "JPEG"}[rendition.format]
        assert image.size == (rendition.width, rendition.height)


def test_colours_are_kept():
    for rendition in render(halves(600, 400)):
        image = opened(rendition).convert("RGB")
        assert about(image.getpixel((20, 20)), (255, 0, 0), 20)
        assert about(image.getpixel((image.width - 20, 20)), (0, 0, 255), 20)


def test_transparency_is_kept_in_webp_and_white_in_jpeg():
    image = Image.new("RGBA", (500, 100), (255, 0, 0, 0))

    *webp, jpg = render(image)

    assert all(opened(each).convert("RGBA").getpixel((9, 9))[3] == 0 for each in webp)
    assert about(opened(jpg).getpixel((9, 9)), (255, 255, 255))


@pytest.fixture
def traced():
    """A picture that says who, where and when, five times over, with a script behind it."""
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return (
        encode(
            halves(600, 400),
            exif=exif(gps=True, orientation=6, taken="2023:05:25 06:30:00"),
            icc_profile=icc,
            comment=b"so dien thoai",
            xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>noi chup</x:xmpmeta>",
        )
        + b"<script>alert(1)</script><?php system('x');"
    )


def test_no_metadata_is_served(traced):
    assert b"script" in traced
    for rendition in render(admit(traced).image):
        image = opened(rendition)
        image.load()
        assert not image.getexif()
        assert image.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"} | {
            "loop",
            "background",
            "timestamp",
            "duration",
            "progressive",
            "progression",
        }


@pytest.mark.parametrize(
    "trace",
    [b"GPS", b"Exif", b"ICC_PROFILE", b"ICCP", b"xmp", b"noi chup", b"so dien", b"script", b"php"],
)
def test_not_a_byte_of_the_original_is_served(traced, trace):
    assert all(trace not in rendition.data for rendition in render(admit(traced).image))


def test_names_are_random_and_spread_over_folders():
    stem = new_stem()

    assert rendition_name(stem, 960, "webp") == f"photos/{stem[:2]}/{stem}-960.webp"
    assert len({new_stem() for _number in range(100)}) == 100


@pytest.mark.parametrize(
    ("stem", "extension"),
    [
        ("../../etc/passwd", "webp"),
        ("a" * 31, "webp"),
        ("A" * 32, "webp"),
        ("a" * 32 + "\n", "webp"),
        ("a" * 32, "html"),
        ("a" * 32, "svg"),
        ("a" * 32, ""),
    ],
)
def test_a_name_that_is_not_ours_is_not_made(stem, extension):
    with pytest.raises(ValueError, match="no rendition"):
        rendition_name(stem, 960, extension)
