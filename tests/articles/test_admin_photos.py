import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.roles import Role
from photos.models import Photo
from tests import make

pytestmark = pytest.mark.django_db

PHOTOS = "/admin/articles/article/photos/"
ADD = PHOTOS + "add/"


@pytest.fixture
def reporter(client):
    user = make.user("sa", role=Role.REPORTER)
    client.force_login(user)
    return user


def numbers(response):
    return [photo["id"] for photo in response.json()["photos"]]


def test_photos_are_offered_newest_first(client, reporter):
    made = [make.photo().pk for _number in range(3)]
    assert numbers(client.get(PHOTOS)) == made[::-1]


def test_only_usable_photos_are_offered(client, reporter):
    make.photo(status=Photo.Status.EMBARGOED)
    make.photo(status=Photo.Status.WITHDRAWN)
    assert numbers(client.get(PHOTOS)) == []


def test_the_next_page_begins_where_this_one_ended(client, reporter):
    made = [make.photo().pk for _number in range(26)]
    first = client.get(PHOTOS).json()
    second = client.get(PHOTOS, {"before": first["next"]})
    assert len(first["photos"]) == 24
    assert numbers(second) == [made[1], made[0]]
    assert second.json()["next"] is None


@pytest.mark.parametrize("words", ["bến phà", "người chèo", "Hải Đăng", "mùa nước", "Cù lao"])
def test_the_search_reads_every_word_of_a_photo(client, reporter, words):
    wanted = make.photo(
        caption="Xe qua bến phà.", alt="Một người chèo đò", credit="Hải Đăng",
        keywords="mùa nước nổi", place="Cù lao Giữa",
    )  # fmt: skip
    make.photo(caption="Chợ.", alt="Chợ", credit="An")
    assert numbers(client.get(PHOTOS, {"q": words})) == [wanted.pk]


def test_photos_in_a_text_are_asked_for_by_number(client, reporter):
    wanted = make.photo(status=Photo.Status.WITHDRAWN)
    make.photo()
    response = client.get(PHOTOS, {"ids": f"{wanted.pk},999999"})
    assert numbers(response) == [wanted.pk]
    assert response.json()["photos"][0]["usable"] is False


@pytest.mark.parametrize("query", ["ids=x", "ids=", "before=-1", "before=x", "ids=" + "9" * 40])
def test_a_number_that_is_none_is_a_bad_request(client, reporter, query):
    assert client.get(f"{PHOTOS}?{query}").status_code == 400


def test_the_library_is_closed_to_those_who_may_not_see_it(client):
    client.force_login(make.user(role=Role.BUSINESS))
    assert client.get(PHOTOS).status_code == 403


def handed_in(client, data, **words):
    upload = SimpleUploadedFile("anh.jpg", data, "image/jpeg")
    return client.post(ADD, {"file": upload, "alt": "", "caption": "", "credit": "", **words})


def test_a_picture_is_taken_into_the_library(client, reporter):
    response = handed_in(client, make.jpeg(), caption="Bến phà.", credit="Minh Sa")
    photo = Photo.objects.get()
    assert response.json()["photo"]["id"] == photo.pk
    assert (photo.caption, photo.credit, photo.uploaded_by) == ("Bến phà.", "Minh Sa", reporter)


def test_what_is_no_picture_is_refused_in_words(client, reporter):
    response = handed_in(client, b"<svg onload=alert(1)>")
    assert response.status_code == 400
    assert len(response.json()["errors"]["file"]) == 1


def test_a_picture_the_library_has_is_refused_with_its_number(client, reporter):
    data = make.jpeg()
    number = handed_in(client, data).json()["photo"]["id"]
    assert str(number) in handed_in(client, data).json()["errors"]["file"][0]


def test_who_may_not_add_photos_does_not(client):
    client.force_login(make.user(role=Role.BUSINESS))
    assert handed_in(client, make.jpeg()).status_code == 403
    assert not Photo.objects.exists()


def test_a_series_tells_its_words_and_parts(client, reporter):
    series = make.series(label_style="bai")
    make.article(series=series, part=2)
    answer = client.get(f"/admin/articles/article/series/{series.pk}/").json()
    assert (answer["word"], answer["roman"]) == ("Bài", False)
    assert [part["part"] for part in answer["parts"]] == [2]
