"""The photo library through its own door, the desk's forms."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from photos.models import Photo
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db

ADD = reverse("admin:photos_photo_add")
WORDS = {
    "caption": "Bến sông", "alt": "Bến", "credit": "Hải Đăng", "status": "usable",
}  # fmt: skip


@pytest.fixture
def desk(client):
    client.force_login(make.user(role="Ban ảnh"))
    return client


def hand_in(desk, data: bytes, name: str = "anh.jpg", **words):
    return desk.post(ADD, {**WORDS, **words, "file": SimpleUploadedFile(name, data)})


def test_a_picture_handed_in_is_in_the_library(desk):
    response = hand_in(desk, make.jpeg())
    assert response.status_code == 302
    photo = Photo.objects.get()
    assert (photo.caption, photo.credit_line) == ("Bến sông", "Hải Đăng")


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "rong.jpg", "rỗng"),
        (b"chi la chu", "chu.jpg", "không phải"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "hinh.svg", "SVG"),
        (make.jpeg(600, 400)[:900], "cut.jpg", ""),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence_and_the_words_stay(
    desk, data, name, sentence
):
    response = hand_in(desk, data, name)
    assert response.status_code == 200
    errors = " ".join(response.context["adminform"].form.errors["file"])
    assert sentence in errors
    assert "Bến sông" in response.content.decode()
    assert not Photo.objects.exists()


def test_the_same_picture_twice_is_refused_and_named(desk):
    known = make.photo()
    data = make.jpeg(colour="#123456")
    hand_in(desk, data)
    response = hand_in(desk, data)
    assert "đã có trong kho" in response.content.decode()
    assert Photo.objects.exclude(pk=known.pk).count() == 1


def test_the_words_of_a_photo_can_be_changed(desk):
    photo = make.photo()
    path = reverse("admin:photos_photo_change", args=[photo.pk])
    assert desk.post(path, {**WORDS, "caption": "Lời mới"}).status_code == 302
    photo.refresh_from_db()
    assert photo.caption == "Lời mới"


def test_a_photo_is_not_deleted(desk, admin_client):
    photo = make.photo()
    path = reverse("admin:photos_photo_delete", args=[photo.pk])
    assert admin_client.post(path, {"post": "yes"}).status_code == 403
    assert Photo.objects.exists()


def test_the_library_costs_the_same_with_few_and_many(desk):
    path = reverse("admin:photos_photo_changelist")
    make.photo()
    few = queries(desk, path)
    for _n in range(8):
        make.photo()
    assert queries(desk, path) == few
