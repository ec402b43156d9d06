import pytest
from PIL import ImageChops, ImageStat

from newsroom.demo.pictures import PICTURES, draw

SMALL = (150, 100)


@pytest.mark.parametrize("key", PICTURES)
def test_a_picture_has_the_size_asked_for_and_something_to_look_at(key):
    picture = draw(key, SMALL)
    assert (picture.mode, picture.size) == ("RGB", SMALL)
    assert max(ImageStat.Stat(picture).stddev) > 25
    assert len(picture.quantize(64).getcolors()) > 40


@pytest.mark.parametrize("key", PICTURES)
def test_a_picture_is_the_same_every_time(key):
    assert ImageChops.difference(draw(key, SMALL), draw(key, SMALL)).getbbox() is None


def test_no_two_pictures_are_alike():
    thumbs = {draw(key, (30, 20)).tobytes() for key in PICTURES}
    assert len(thumbs) == len(PICTURES)


@pytest.mark.parametrize("size", [(100, 100), (160, 90), (60, 100)])
def test_a_shape_other_than_three_by_two_is_filled_to_its_edges(size):
    assert draw("ruong-lua", size).size == size


def test_every_picture_says_in_vietnamese_what_it_shows():
    assert all(len(picture.alt.split()) >= 6 for picture in PICTURES.values())


def test_no_two_pictures_say_the_same():
    assert len({picture.alt for picture in PICTURES.values()}) == len(PICTURES)
