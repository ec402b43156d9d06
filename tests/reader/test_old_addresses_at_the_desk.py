"""How editors say where old addresses lead."""

import pytest
from django.urls import reverse

from articles.roles import Role
from reader.models import OldAddress, OldPattern
from tests import make

pytestmark = pytest.mark.django_db

ADDRESSES = "admin:reader_oldaddress_add"
PATTERNS = "admin:reader_oldpattern_add"


@pytest.fixture(autouse=True)
def _secretary(client):
    client.force_login(make.user(role=Role.SECRETARY))
    make.section("Kinh tế")


def enter(client, path: str, leads_to: str = "/kinh-te/"):
    return client.post(reverse(ADDRESSES), {"path": path, "leads_to": leads_to})


def errors(response) -> dict:
    return response.context["adminform"].form.errors


def test_an_entered_address_leads_on_and_stands_in_the_list(client):
    enter(client, "/Rss/Home.htm")
    assert client.get("/rss/home.htm")["Location"] == "/kinh-te/"
    page = client.get(reverse("admin:reader_oldaddress_changelist")).content.decode()
    assert "/rss/home.htm" in page
    assert 'href="/kinh-te/"' in page


def test_the_sites_own_name_may_stand_before_both(client, settings):
    enter(client, f"{settings.SITE_URL}/cu.htm", f"{settings.SITE_URL}/kinh-te/")
    row = OldAddress.objects.get()
    assert (row.path, row.leads_to) == ("/cu.htm", "/kinh-te/")


def test_a_missing_last_slash_is_added(client):
    enter(client, "/cu.htm", "/kinh-te")
    assert OldAddress.objects.get().leads_to == "/kinh-te/"


@pytest.mark.parametrize(
    "path", ["/kinh-te/", "/kinh-te", "/Kinh-Te/rss.xml", "/", "/admin/x/", "/static/x.css",
             "/media/x.jpg", "/rss.xml", "cu.htm", "//cu.htm", "https://khac.example/x"],
)  # fmt: skip
def test_an_address_that_can_never_lead_on_is_refused(client, path):
    assert list(errors(enter(client, path))) == ["path"]


def test_a_storys_present_address_is_refused(client):
    article = make.story()
    assert list(errors(enter(client, article.get_absolute_url()))) == ["path"]


@pytest.mark.parametrize(
    "target", ["/khong-co/", "/admin/", "https://khac.example/", "//khac.example/", "/x.htm", "x",
               "/kinh-te/bai-99/", "/khong-co/rss.xml"],
)  # fmt: skip
def test_an_address_must_lead_to_a_page_of_this_site(client, target):
    assert list(errors(enter(client, "/cu.htm", target))) == ["leads_to"]


def test_an_address_may_lead_to_every_kind_of_page(client):
    series, rows = make.printed_series(1)
    author = rows[0].bylines.get().author
    pages = [one.get_absolute_url() for one in (series, author, rows[0])]
    pages += [reverse("front"), reverse("topics"), f"{reverse('search')}?q=a"]
    for number, page in enumerate(pages):
        enter(client, f"/cu-{number}.htm", page)
        assert client.get(f"/cu-{number}.htm")["Location"] == page


def test_an_address_is_entered_once_in_whatever_case(client):
    enter(client, "/cu.htm")
    assert list(errors(enter(client, "/CU.htm"))) == ["path"]


@pytest.mark.parametrize("pattern", ["/Channel/*/*/*-{number}/", "/*/*/*/*-{number}.html"])
def test_a_pattern_is_entered(client, pattern):
    client.post(reverse(PATTERNS), {"pattern": pattern, "order": "10"})
    assert OldPattern.objects.get().pattern == pattern.lower()


@pytest.mark.parametrize(
    "pattern", ["/*/*-{number}/", "/kinh-te/*-{number}/", "/kinh-te/{number}", "/channel/*", "x"]
)
def test_a_pattern_that_covers_our_own_pages_or_nothing_is_refused(client, pattern):
    response = client.post(reverse(PATTERNS), {"pattern": pattern, "order": "10"})
    assert list(errors(response)) == ["pattern"]


def test_a_reporter_may_not_enter_old_addresses(client):
    client.force_login(make.user(role=Role.REPORTER))
    assert client.get(reverse(ADDRESSES)).status_code == 403


@pytest.mark.parametrize("name", ["reading", "preview"])
def test_an_address_that_is_no_page_to_read_is_refused(client, name):
    article = make.story()
    refused = enter(client, "/cu.htm", reverse(name, args=[article.pk]))
    assert list(errors(refused)) == ["leads_to"]


def test_an_address_copied_with_its_codes_is_kept_as_it_reads(client):
    enter(client, "/tin%20t%E1%BB%A9c.htm")
    assert client.get("/tin%20t%E1%BB%A9c.htm")["Location"] == "/kinh-te/"
