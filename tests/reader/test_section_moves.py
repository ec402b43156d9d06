"""A section that is called otherwise: 301 from its old address, in one hop."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.models import FormerSectionSlug, Section
from articles.roles import Role
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def section() -> Section:
    return make.section("Kinh tế")


def move(section: Section, slug: str) -> None:
    section.slug = slug
    section.save()


def hop(client, path: str) -> str:
    """Where an address leads; the page is there at once."""
    response = client.get(path)
    assert response.status_code == 301
    assert client.get(response["Location"]).status_code == 200
    return response["Location"]


@pytest.mark.parametrize("rest", ["/", "", "/rss.xml", "/atom.xml", "/feed.json", "/?sau=1.0-1"])
def test_a_sections_old_addresses_lead_to_the_new_ones(client, section, rest):
    move(section, "kinh-doanh")
    expected = f"/kinh-doanh{rest}" if rest else "/kinh-doanh/"
    assert hop(client, f"/kinh-te{rest}") == expected


def test_a_storys_old_address_leads_to_the_new_one(client, section):
    article = make.story(section=section)
    old = article.get_absolute_url()
    move(section, "kinh-doanh")
    article.section.refresh_from_db()
    assert hop(client, old) == article.get_absolute_url()


def test_two_moves_make_no_chain(client, section):
    move(section, "kinh-doanh")
    move(section, "thi-truong")
    assert hop(client, "/kinh-te/") == hop(client, "/kinh-doanh/") == "/thi-truong/"


def test_a_section_may_take_its_old_address_back(client, section):
    move(section, "kinh-doanh")
    move(section, "kinh-te")
    assert client.get("/kinh-te/").status_code == 200
    assert hop(client, "/kinh-doanh/") == "/kinh-te/"
    assert list(FormerSectionSlug.objects.values_list("slug", flat=True)) == ["kinh-doanh"]


def test_a_section_that_has_the_address_now_wins(client, section):
    move(section, "kinh-doanh")
    other = make.section("Kinh tế mới", slug="kinh-te")
    assert other.name in client.get("/kinh-te/").content.decode()
    move(other, "kinh-te-moi")
    assert hop(client, "/kinh-te/") == "/kinh-te-moi/"


def test_two_sections_may_change_places(client, section):
    other = make.section("Xã hội")
    move(section, "tam")
    move(other, "kinh-te")
    move(section, "xa-hoi")
    assert client.get("/kinh-te/").status_code == client.get("/xa-hoi/").status_code == 200
    assert hop(client, "/tam/") == "/xa-hoi/"
    assert FormerSectionSlug.objects.count() == 1


def test_a_slug_left_to_be_made_from_the_name_is_kept_too(client, section):
    section.name, section.slug = "Thị trường", ""
    section.save()
    assert hop(client, "/kinh-te/") == "/thi-truong/"


def test_a_save_that_moves_nothing_keeps_nothing(section):
    section.slug = ""
    section.save()
    section.description = "Tiền bạc."
    section.save()
    assert not FormerSectionSlug.objects.exists()


def test_the_desk_moves_a_section_and_sees_where_it_was(client, section):
    client.force_login(make.user(role=Role.EDITOR_IN_CHIEF, is_superuser=True))
    address = reverse("admin:articles_section_change", args=(section.pk,))
    fields = {"name": "Kinh tế", "slug": "kinh-doanh", "order": "10", "hue": "8", "kind": "news"}
    client.post(address, fields)
    assert hop(client, "/kinh-te/") == "/kinh-doanh/"
    assert "/kinh-te/" in client.get(address).content.decode()


def test_a_former_address_bars_no_new_section(section):
    move(section, "kinh-doanh")
    Section(name="Kinh tế mới", slug="kinh-te").full_clean()


def test_an_address_of_the_site_is_still_refused():
    with pytest.raises(ValidationError):
        Section(name="Chủ đề", slug=reverse("topics").strip("/")).full_clean()
