"""Rows, choices and checks of the writing screen, and values no browser would post."""

import pytest
from django.utils import translation

from articles import publishing
from articles.admin import screen
from articles.models import Article, ArticlePhoto, Byline
from articles.roles import Role
from photos.models import Photo
from tests import make
from tests.articles.admin_forms import ADD, change_url, filled, signed

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def secretary(client):
    user = make.user("khue", role=Role.SECRETARY)
    client.force_login(user)
    return user


def errors(response):
    return response.context["adminform"].form.errors


# --- Rows that exchange what is unique -----------------------------------------------------------


def two_authors():
    article = make.article(signed="Hải Đăng")
    author = make.author("Minh Sa")
    Byline.objects.create(article=article, author=author, display_name="Minh Sa", order=1)
    return article


def test_two_bylines_exchange_their_authors(client, secretary):
    article = two_authors()
    first, second = article.bylines.all()
    posted = filled(article) | {
        "bylines-0-author": second.author_id, "bylines-0-role": second.role,
        "bylines-1-author": first.author_id, "bylines-1-role": first.role,
    }  # fmt: skip
    assert client.post(change_url(article), posted).status_code == 302
    assert [row.author for row in article.bylines.all()] == [second.author, first.author]


def test_an_author_moves_up_into_the_place_of_a_row_taken_out(client, secretary):
    article = two_authors()
    first, second = article.bylines.all()
    posted = filled(article) | {
        "bylines-0-author": second.author_id, "bylines-0-role": second.role,
        "bylines-1-DELETE": "on",
    }  # fmt: skip
    client.post(change_url(article), posted)
    row = article.bylines.get()
    assert (row.author, row.order) == (second.author, first.order)


def test_two_photos_exchange_their_places(client, secretary):
    article = make.article()
    rows = [
        ArticlePhoto.objects.create(article=article, photo=make.photo(), order=order)
        for order in range(2)
    ]
    posted = filled(article) | {"photos-TOTAL_FORMS": 2, "photos-INITIAL_FORMS": 2}
    for place, (row, other) in enumerate(zip(rows, rows[::-1], strict=True)):
        posted |= {f"photos-{place}-id": row.pk, f"photos-{place}-photo": other.photo_id}
        posted[f"photos-{place}-caption"] = ""
    assert client.post(change_url(article), posted).status_code == 302
    assert [row.photo for row in article.photos.all()] == [rows[1].photo, rows[0].photo]


# --- Values no browser would post ------------------------------------------------------------


@pytest.mark.parametrize("value", ["abc", "9" * 20, "1e5", "-1", "²", "9" * 5000])
@pytest.mark.parametrize(
    "field", ["section", "series", "lead_photo", "assignee", "origin", "topics"]
)
def test_what_is_no_choice_is_refused_at_its_field(client, secretary, field, value):
    response = client.post(ADD, filled(headline="Bến mới", **{field: value}))
    assert response.status_code == 200
    assert field in errors(response)


@pytest.mark.parametrize("value", ["abc", "9" * 20, "1e5"])
def test_what_is_no_author_is_refused_at_its_row(client, secretary, value):
    row = {**signed(make.author()), "author": value}
    response = client.post(ADD, filled(headline="Bến mới", bylines=[row]))
    assert response.status_code == 200
    assert not Article.objects.exists()


@pytest.mark.parametrize("field", ["section", "series", "lead_photo", "assignee", "topics"])
@pytest.mark.parametrize("value", ["abc", "9" * 20, "1e5"])
def test_an_address_with_what_is_no_choice_opens_an_empty_screen(client, secretary, field, value):
    assert client.get(ADD, {field: value}).status_code == 200


@pytest.mark.parametrize("name", ["in", "of", "assignee"])
@pytest.mark.parametrize("value", ["abc", "9" * 20, "9" * 4999, "²"])
def test_a_list_asked_for_what_is_none_shows_all(client, secretary, name, value):
    make.article(headline="Bến mới")
    assert "Bến mới" in client.get(LIST, {name: value}).content.decode()


# --- The checklist and the way so far --------------------------------------------------------


def test_the_first_publication_stays_on_the_way(secretary):
    story = make.story()
    for _time in range(4):
        publishing.republish(story, by=secretary)
    labels = [step.label for step in screen.context(story, user=secretary)["steps"]]
    assert labels == ["Draft", "Published", *["Published again"] * 3]


def test_a_story_without_photos_is_not_praised_for_them(client, secretary):
    checks = client.get(change_url(make.article())).context["checks"]
    assert [str(check.label) for check in checks if check.is_empty] == [
        "Lead photo", "Photos that came with it",
    ]  # fmt: skip


def test_a_photo_without_credit_is_mended_on_its_own_page(client, secretary):
    photo = make.photo(credit="")
    page = client.get(change_url(make.article(lead_photo=photo))).content.decode()
    assert f'<a href="/admin/photos/photo/{photo.pk}/change/" target="_blank">Mend</a>' in page


def test_a_caption_is_mended_in_the_article(client, secretary):
    photo = make.photo(caption="")
    page = client.get(change_url(make.article(lead_photo=photo))).content.decode()
    assert f'<a href="#lead-photo" data-caption-of="{photo.pk}">Mend</a>' in page


def test_a_photo_that_is_gone_is_mended_in_the_text(client, secretary):
    article = make.article(body='<p>Chữ.</p><figure data-photo="999"></figure>')
    assert '<a href="#text">Mend</a>' in client.get(change_url(article)).content.decode()


# --- Who may only read ---------------------------------------------------------------------


def test_who_may_only_read_sees_the_pictures_of_the_text(client):
    client.force_login(make.user(role=Role.PHOTO_DESK))
    photo = make.photo(alt='Bến "cũ"')
    figure = f'<figure data-photo="{photo.pk}"><figcaption>Bến.</figcaption></figure>'
    page = client.get(change_url(make.article(body=f"<p>Chữ.</p>{figure}"))).content.decode()
    assert f'<img src="{photo.largest_url}" alt="Bến &quot;cũ&quot;">' in page
    assert "<figcaption>Bến.</figcaption>" in page


def test_who_has_no_right_is_told_so_and_led_back(client):
    client.force_login(make.user(role=Role.BUSINESS))
    response = client.get("/admin/articles/article/photos/")
    assert response.status_code == 403
    assert '<a class="more" href="/admin/">' in response.content.decode()


# --- Searching the library --------------------------------------------------------------------


def found(client, query):
    response = client.get("/admin/articles/article/photos/", {"q": query})
    return [photo["caption"] for photo in response.json()["photos"]]


@pytest.fixture
def _photos():
    for caption in ("Ruộng muối Bạc Liêu.", "Mười người.", "Đường về bến."):
        make.photo(caption=caption, alt="", credit="An")


@pytest.mark.usefixtures("_photos")
@pytest.mark.parametrize(
    ("query", "captions"),
    [
        ("muoi", ["Mười người.", "Ruộng muối Bạc Liêu."]),
        ("muối", ["Ruộng muối Bạc Liêu."]),
        ("MUỐI bac", ["Ruộng muối Bạc Liêu."]),
        ("duong", ["Đường về bến."]),
    ],
)
def test_marks_typed_are_meant_and_marks_left_out_do_not_matter(client, secretary, query, captions):
    assert found(client, query) == captions


def test_photos_beyond_the_newest_are_found_as_they_are_spelt(client, secretary, monkeypatch):
    monkeypatch.setattr("articles.admin.endpoints._FOLDED", 1)
    make.photo(caption="muối ba")
    make.photo(caption="muối hai")
    make.photo(caption="Chợ.")
    make.photo(caption="muối một", status=Photo.Status.USABLE)
    assert found(client, "muối") == ["muối một", "muối hai", "muối ba"]
