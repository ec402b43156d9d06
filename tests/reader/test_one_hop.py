"""An address that is not quite right leads to the right one at once, or nowhere."""

import pytest
from django.urls import reverse

from articles import publishing
from reader.models import OldAddress
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db


def moved(client, path: str) -> str:
    """Where an address leads for ever; what stands there leads nowhere else."""
    response = client.get(path)
    assert response.status_code == 301
    assert client.get(response["Location"]).status_code == 200
    return response["Location"]


@pytest.fixture
def article():
    return make.story(section=make.section("Đời sống"), headline="Đường làng")


# --- without the last slash -----------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/doi-song/sai-{}", "/kinh-te/duong-lang-{}", "/bai/{}"])
def test_a_wrong_address_without_its_slash_leads_to_the_story(client, article, path):
    make.section("Kinh tế")
    assert moved(client, path.format(article.pk)) == article.get_absolute_url()


def test_the_print_view_is_found_without_its_slash(client, article):
    right = {"section": "doi-song", "slug": "duong-lang", "pk": article.pk}
    wrong = reverse("print", kwargs={**right, "slug": "sai"})
    assert moved(client, wrong.rstrip("/")) == reverse("print", kwargs=right)


def test_a_former_section_is_followed_without_the_slash(client, article):
    article.section.slug = "cuoc-song"
    article.section.save()
    assert moved(client, "/doi-song") == "/cuoc-song/"
    asked = f"/doi-song/duong-lang-{article.pk}"
    assert moved(client, asked) == f"/cuoc-song/duong-lang-{article.pk}/"


def test_renamed_pages_are_found_without_the_slash(client):
    author, topic, series = make.author(), make.topic(), make.series()
    row = make.story(signed=author, series=series, part=1)
    row.topics.add(topic)
    publishing.republish(row, by=None)
    for name, found in (("author", author), ("topic", topic), ("series", series)):
        asked = reverse(name, kwargs={"slug": "ten-cu", "pk": found.pk})
        assert moved(client, asked.rstrip("/")) == found.get_absolute_url()


@pytest.mark.parametrize("path", ["/doi-song", "/toa-soan", "/admin"])
def test_a_right_address_gets_its_slash_as_ever(client, article, path):
    response = client.get(f"{path}?a=1")
    assert (response.status_code, response["Location"]) == (301, f"{path}/?a=1")


def test_a_right_story_gets_its_slash_and_keeps_its_query(client, article):
    asked = article.get_absolute_url().rstrip("/")
    assert client.get(f"{asked}?a=1")["Location"] == f"{asked}/?a=1"


def test_a_withdrawn_story_gets_its_slash_and_is_gone(client, article):
    publishing.withdraw(article, by=None, reason="Sai.")
    asked = article.get_absolute_url()
    assert client.get(asked.rstrip("/"))["Location"] == asked
    assert client.get(asked).status_code == 410


def test_the_desk_is_never_asked(client, article):
    """Its answer to strangers is the login, which would lead back to the wrong address."""
    asked = reverse("preview", kwargs={"pk": article.pk})
    assert client.get(asked.rstrip("/"))["Location"] == asked


def test_what_is_posted_is_answered_by_django(client, article):
    asked = f"/doi-song/sai-{article.pk}"
    assert client.post(asked)["Location"] == f"{asked}/"


def test_an_old_address_comes_before_a_slash(client, article):
    OldAddress.objects.create(path=f"/doi-song/sai-{article.pk}", leads_to="/toa-soan/")
    assert moved(client, f"/doi-song/sai-{article.pk}") == "/toa-soan/"


# --- numbers that are no story's ------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/admin-x/foo-{}/", "/khong-co/duong-lang-{}/", "/rss/a-{}/in/"])
@pytest.mark.parametrize("end", ["/", ""])
def test_a_number_below_no_section_is_no_story(client, article, path, end):
    asked = path.format(article.pk).rstrip("/") + end
    assert client.get(asked, follow=True).status_code == 404


def test_an_address_that_a_storys_number_ends_may_be_an_old_one(client, article):
    asked = f"/tin-tuc/ten-cu-{article.pk}/"
    OldAddress.objects.create(path=asked, leads_to="/toa-soan/")
    assert moved(client, asked) == "/toa-soan/"


def test_a_story_below_another_section_leads_to_its_own(client, article):
    make.section("Kinh tế")
    assert moved(client, f"/kinh-te/x-{article.pk}/") == article.get_absolute_url()


@pytest.mark.parametrize("asked", ["/luu-tru/2023-05-24/", "/luu-tru/2023-05-24"])
def test_a_day_of_the_archive_may_be_written_with_dashes(client, asked):
    make.story(pk=24, at=make.at("2023-05-24 07:00"))
    assert moved(client, asked) == "/luu-tru/2023/05/24/"


def test_a_day_no_month_has_is_not_found(client, article):
    assert client.get("/luu-tru/2023-02-31/").status_code == 404


def test_an_article_costs_no_query_more(client, article):
    assert queries(client, article.get_absolute_url()) <= 4
