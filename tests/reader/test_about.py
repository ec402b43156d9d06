"""Pages about the paper that editors wrote."""

import pytest
from django.db import connection
from django.urls import reverse

from articles.models import AboutPage
from articles.roles import Role
from photos.models import Photo
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db


def about(**fields) -> AboutPage:
    fields = {"title": "Giới thiệu", "body": "<p>Báo ra đời bên sông.</p>", **fields}
    return AboutPage.objects.create(**{"is_shown": True, **fields})


def text(client, path: str) -> str:
    return client.get(path).content.decode()


def test_a_page_about_the_paper_prints_its_text(client):
    page = about(summary="Vài lời về chúng tôi.")
    printed = text(client, page.get_absolute_url())
    assert "<p>Báo ra đời bên sông.</p>" in printed
    assert "Vài lời về chúng tôi." in printed


def test_a_page_that_is_not_shown_is_not_there(client):
    page = about(is_shown=False)
    assert client.get(page.get_absolute_url()).status_code == 404
    assert page.get_absolute_url() not in text(client, "/")


def test_a_renamed_page_leads_to_its_new_address_in_one_hop(client):
    page = about()
    former = page.get_absolute_url()
    page.title, page.slug = "Về chúng tôi", ""
    page.save()
    for asked in (former, former.rstrip("/")):
        response = client.get(asked)
        assert (response.status_code, response["Location"]) == (301, page.get_absolute_url())
    assert client.get(response["Location"]).status_code == 200


def test_a_hidden_page_leads_nowhere(client):
    page = about(is_shown=False)
    assert client.get(reverse("about", args=("khac", page.pk))).status_code == 404


def test_every_page_leads_to_the_pages_about_the_paper(client):
    second = about(title="Quảng cáo", order=20)
    first = about()
    foot = text(client, "/").partition('id="contents"')[2]
    places = [foot.index(page.get_absolute_url()) for page in (first, second)]
    assert places == sorted(places)


def test_a_page_hidden_again_leaves_the_foot_at_once(client):
    page = about()
    assert page.get_absolute_url() in text(client, "/")
    page.is_shown = False
    page.save()
    assert page.get_absolute_url() not in text(client, "/")


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", '<img src=x onerror="alert(1)">', '<a href="javascript:x">a</a>'],
)
def test_nothing_unsafe_is_printed_even_if_it_was_stored(client, hostile):
    page = about()
    # By the one road that passes no field of ours.
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_aboutpage SET body = %s", [f"<p>Đầu</p>{hostile}"])
    printed = text(client, page.get_absolute_url())
    assert "alert(1)" not in printed
    assert "javascript:" not in printed


def test_a_photo_of_the_library_is_printed_with_its_caption_and_credit(client):
    photo = make.photo(credit="Hải Đăng")
    page = about(
        body=f'<figure data-photo="{photo.pk}"><figcaption>Bến cũ</figcaption></figure><p>Chữ</p>'
    )
    printed = text(client, page.get_absolute_url())
    assert photo.largest_url in printed
    assert "Bến cũ <small>Ảnh: Hải Đăng</small>" in printed


def test_a_photo_that_may_not_be_used_is_left_out(client):
    photo = make.photo()
    page = about(body=f'<figure data-photo="{photo.pk}"><figcaption>Bến</figcaption></figure>')
    Photo.objects.filter(pk=photo.pk).update(status=Photo.Status.WITHDRAWN)
    assert photo.largest_url not in text(client, page.get_absolute_url())


def test_a_page_about_the_paper_costs_the_same_with_few_photos_and_many(client):
    def figures(number: int) -> str:
        return "".join(
            f'<figure data-photo="{make.photo().pk}"><figcaption>x</figcaption></figure>'
            for _n in range(number)
        )

    bare, few, many = (about(title=f"Trang {n}", body=f"<p>Chữ</p>{figures(n)}") for n in (0, 1, 4))
    costs = [queries(client, page.get_absolute_url()) for page in (bare, few, many)]
    assert costs == [2, 3, 3]


# --- at the desk ------------------------------------------------------------------------------


@pytest.fixture
def chief(client):
    client.force_login(make.user(role=Role.SECRETARY))
    return client


def form(**fields) -> dict[str, str]:
    return {
        "title": "Giới thiệu", "slug": "", "summary": "", "body": "<p>Chữ</p>", "order": "10",
        "is_shown": "on", **fields,
    }  # fmt: skip


def test_editors_write_a_page_and_look_at_it(chief):
    chief.post(reverse("admin:articles_aboutpage_add"), form())
    page = AboutPage.objects.get()
    assert page.slug == "gioi-thieu"
    screen = text(chief, reverse("admin:articles_aboutpage_change", args=(page.pk,)))
    assert f'href="{page.get_absolute_url()}"' in screen
    assert chief.get(page.get_absolute_url()).status_code == 200


def test_a_hidden_page_offers_no_look_at_it(chief):
    page = about(is_shown=False)
    screen = text(chief, reverse("admin:articles_aboutpage_change", args=(page.pk,)))
    assert page.get_absolute_url() not in screen


def test_what_cannot_be_printed_is_taken_out_and_said(chief):
    hostile = '<p onclick="x">Chữ</p><script>alert(1)</script>'
    response = chief.post(reverse("admin:articles_aboutpage_add"), form(body=hostile), follow=True)
    assert AboutPage.objects.get().body == "<p>Chữ</p>"
    assert [message.level_tag for message in response.context["messages"]].count("warning") == 1


def test_a_reporter_may_not_write_about_the_paper(client):
    client.force_login(make.user(role=Role.REPORTER))
    assert client.get(reverse("admin:articles_aboutpage_add")).status_code == 403
