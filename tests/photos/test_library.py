from pathlib import Path

import pytest
from django.core.files.storage import default_storage, storages

from photos import library
from photos.gate import PhotoRefused
from photos.models import Photo
from tests import make

pytestmark = pytest.mark.django_db


def kept() -> list[str]:
    """Every file of the library, originals and renditions."""
    found = []
    for storage in (default_storage, storages["originals"]):
        root = storage.path("")
        found += [str(path) for path in Path(root).rglob("*") if path.is_file()]
    return found


def test_a_picture_taken_in_has_a_row_and_files():
    photo = make.photo()
    assert default_storage.exists(f"photos/{photo.stem[:2]}/{photo.stem}-{photo.widths[0]}.webp")
    assert storages["originals"].exists(photo.original)


def test_a_row_that_does_not_come_to_be_leaves_no_file():
    with pytest.raises(TypeError):
        library.add(make.jpeg(), by=None, words={"no_such_field": 1})
    assert kept() == []


def test_the_same_bytes_are_refused_and_leave_no_file():
    data = make.jpeg()
    library.add(data, by=None, words={})
    before = kept()
    with pytest.raises(PhotoRefused):
        library.add(data, by=None, words={})
    assert kept() == before
    assert Photo.objects.count() == 1
