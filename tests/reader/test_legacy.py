import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import publishing
from reader.models import OldAddress, OldPattern
from tests import make

pytestmark = pytest.mark.django_db

OLD = "/Channel/5012/202305/Nguoi-giu-ben-2577783/"


@pytest.mark.parametrize(
    "asked",
    [OLD, OLD.lower(), OLD.upper(), OLD.rstrip("/"), OLD.lower().rstrip("/"), f"{OLD}?utm=x"],
)
@pytest.mark.parametrize("entered", [OLD, OLD.lower(), OLD.rstrip("/")])
def test_an_old_address_leads_to_its_story_in_one_hop(client, entered, asked):
    article = make.story(legacy_address=entered)
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, article.get_absolute_url())
    assert client.get(response["Location"]).status_code == 200


def test_an_old_address_may_have_a_query(client):
    article = make.story(legacy_address="/tin.aspx?id=7")
    assert client.get("/tin.aspx?ID=7")["Location"] == article.get_absolute_url()
    assert client.get("/tin.aspx?id=8").status_code == 404


def test_the_old_address_of_a_withdrawn_story_says_gone(client):
    article = make.story(legacy_address=OLD, body="<p>Câu phải gỡ.</p>")
    publishing.withdraw(article, by=None, reason="Sai tên người.")
    response = client.get(OLD)
    assert response.status_code == 410
    assert "Sai tên người." in response.content.decode()


def test_the_old_address_of_a_draft_is_not_known(client):
    make.article(legacy_address=OLD)
    assert client.get(OLD).status_code == 404


def test_the_number_in_an_old_address_is_not_taken_for_ours(client):
    article = make.story()
    assert client.get(f"/channel/5012/202305/ten-bai-{article.pk}/").status_code == 404


def test_an_old_address_that_looks_like_one_of_ours_leads_to_its_own_story(client):
    first = make.story()
    second = make.story(legacy_address=f"/tin-tuc/ten-cu-{first.pk}/")
    assert client.get(f"/tin-tuc/ten-cu-{first.pk}/")["Location"] == second.get_absolute_url()


def test_of_two_that_differ_by_a_slash_the_exact_one_is_meant(client):
    bare = make.story(legacy_address="/cu/bai")
    slashed = make.story(legacy_address="/cu/bai/")
    assert client.get("/cu/bai")["Location"] == bare.get_absolute_url()
    assert client.get("/cu/bai/")["Location"] == slashed.get_absolute_url()


@pytest.mark.parametrize(
    "path", ["/%00/x/", "/x/" + "a" * 400 + "/x/", "/x//y//", "/%F0%9F%98%80/", "/%FF/"]
)
def test_a_strange_address_is_a_404(client, path):
    make.story(legacy_address="")
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "asked", [OLD, "/rss/home.htm", "/channel/1/2/cu-77/", "/cu/", "/cu/rss.xml"]
)
def test_an_old_address_costs_two_queries_at_most(client, asked):
    article = make.story(legacy_address=OLD, section=make.section(slug="cu"))
    make.story(legacy_number="77")
    article.section.slug = "moi"
    article.section.save()
    OldAddress.objects.create(path="/rss/home.htm", leads_to=article.section.get_absolute_url())
    OldPattern.objects.create(pattern="/channel/*/*/*-{number}/")
    client.get(reverse("masthead"))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(asked).status_code == 301
        # A page of a section is asked for the imprint first.
        assert len([one for one in captured if "imprint" not in one["sql"]]) <= 2


def test_an_unknown_address_is_looked_up_in_two_queries_at_most(client):
    make.story(legacy_number="77")
    for number in range(20):
        OldPattern.objects.create(pattern=f"/channel{number}/*/*-{{number}}/")
        OldAddress.objects.create(path=f"/rss/{number}.htm", leads_to="/")
    client.get(reverse("masthead"))
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/channel7/a/khong-co-78/").status_code == 404
    # The page itself asks for the imprint and the newest stories.
    assert len(captured) <= 4


# --- addresses entered one by one -------------------------------------------------------------


@pytest.fixture
def section():
    return make.section("Kinh tế")


@pytest.mark.parametrize("asked", ["/RSS/Home.htm", "/rss/home.htm", "/rss/home.htm/"])
def test_an_entered_address_leads_to_its_page_in_whatever_case(client, section, asked):
    OldAddress.objects.create(path="/rss/home.htm", leads_to="/kinh-te/rss.xml")
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, "/kinh-te/rss.xml")
    assert client.get(response["Location"]).status_code == 200


def test_an_entered_address_may_have_a_query(client, section):
    OldAddress.objects.create(path="/chuyen-muc.aspx?id=7", leads_to="/kinh-te/")
    assert client.get("/Chuyen-muc.aspx?ID=7")["Location"] == "/kinh-te/"
    assert client.get("/chuyen-muc.aspx?id=8").status_code == 404


def test_an_entered_address_follows_its_page_when_that_moves(client, section):
    OldAddress.objects.create(path="/kinh-te.htm", leads_to="/kinh-te/")
    section.slug = "kinh-doanh"
    section.save()
    assert client.get("/kinh-te.htm")["Location"] == "/kinh-doanh/"


def test_an_entered_address_follows_a_story_and_a_series(client, section):
    series, rows = make.printed_series(1, section=section)
    OldAddress.objects.create(path="/bai.htm", leads_to=rows[0].get_absolute_url())
    OldAddress.objects.create(path="/loat.htm", leads_to=series.get_absolute_url())
    section.slug = "kinh-doanh"
    section.save()
    series.slug = "ten-khac"
    series.save()
    rows[0].section.refresh_from_db()
    assert client.get("/bai.htm")["Location"] == rows[0].get_absolute_url()
    assert client.get("/loat.htm")["Location"] == series.get_absolute_url()


def test_an_entered_address_of_a_withdrawn_story_says_gone(client):
    article = make.story()
    OldAddress.objects.create(path="/bai.htm", leads_to=article.get_absolute_url())
    publishing.withdraw(article, by=None, reason="Sai tên người.")
    assert client.get("/bai.htm").status_code == 410


@pytest.mark.parametrize("target", ["//evil.example/", "https://evil.example/", "khong-co", "/x/y"])
def test_an_address_that_leads_to_no_page_of_ours_leads_nowhere(client, target):
    OldAddress.objects.create(path="/cu.htm", leads_to=target)
    assert client.get("/cu.htm").status_code == 404


def test_a_storys_own_old_address_comes_before_an_entered_one(client, section):
    article = make.story(legacy_address="/cu.htm")
    OldAddress.objects.create(path="/cu.htm", leads_to="/kinh-te/")
    assert client.get("/cu.htm")["Location"] == article.get_absolute_url()


# --- patterns for a whole archive -------------------------------------------------------------


@pytest.fixture
def pattern() -> OldPattern:
    return OldPattern.objects.create(pattern="/channel/*/*/*-{number}/")


@pytest.mark.parametrize("asked", [OLD, OLD.lower(), OLD.upper(), OLD.rstrip("/"), f"{OLD}?utm=x"])
def test_the_number_in_an_old_address_finds_its_story(client, pattern, asked):
    article = make.story(legacy_number="2577783")
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, article.get_absolute_url())


def test_the_number_of_a_withdrawn_story_says_gone(client, pattern):
    article = make.story(legacy_number="2577783")
    publishing.withdraw(article, by=None, reason="Sai tên người.")
    response = client.get(OLD)
    assert response.status_code == 410
    assert "Sai tên người." in response.content.decode()


def test_a_number_no_story_had_is_not_found(client, pattern):
    make.story(legacy_number="1")
    make.article(legacy_number="2577783")
    assert client.get(OLD).status_code == 404


def test_of_two_stories_with_one_number_the_live_one_is_meant(client, pattern):
    gone = make.story(legacy_number="2577783")
    live = make.story(legacy_number="2577783")
    publishing.withdraw(gone, by=None, reason="Trùng.")
    assert client.get(OLD)["Location"] == live.get_absolute_url()


def test_patterns_are_tried_in_their_order(client):
    second, first = (make.story(legacy_number=number) for number in ("3", "12"))
    OldPattern.objects.create(pattern="/a/*-{number}/*", order=20)
    OldPattern.objects.create(pattern="/a/*/*-{number}", order=10)
    assert client.get("/a/x-3/y-12/")["Location"] == first.get_absolute_url()
    assert client.get("/a/x-3/y/")["Location"] == second.get_absolute_url()


def test_a_pattern_may_find_the_number_in_the_query(client):
    article = make.story(legacy_number="77")
    OldPattern.objects.create(pattern="/tin.aspx?id={number}")
    assert client.get("/Tin.aspx?ID=77")["Location"] == article.get_absolute_url()
    assert client.get("/tin.aspx?id=78").status_code == 404


def test_a_pattern_does_not_read_numbers_from_a_query_it_does_not_name(client):
    OldPattern.objects.create(pattern="/a/*{number}")
    article = make.story(legacy_number="12")
    make.story(legacy_number="3")
    assert client.get("/a/x-12/?trang=3")["Location"] == article.get_absolute_url()


def test_an_ordinary_page_does_not_ask_for_old_addresses(client):
    article = make.story()
    with CaptureQueriesContext(connection) as captured:
        client.get(article.get_absolute_url())
    assert not [one for one in captured.captured_queries if "oldaddress" in one["sql"].lower()]


def test_an_old_address_leads_nowhere_before_it_is_printed(client):
    article = make.story()
    article.legacy_address, article.legacy_number = "/chua-in.htm", "99"
    article.save()
    OldPattern.objects.create(pattern="/cu/*-{number}.htm")
    assert client.get("/chua-in.htm").status_code == 404
    assert client.get("/cu/x-99.htm").status_code == 404
    publishing.republish(article, by=None)
    assert client.get("/chua-in.htm")["Location"] == article.get_absolute_url()
    assert client.get("/cu/x-99.htm")["Location"] == article.get_absolute_url()


@pytest.mark.parametrize("asked", ["/Đời-Xưa.htm", "/đời-xưa.htm", "/ĐỜI-XƯA.HTM"])
def test_an_old_address_with_marks_is_found_in_whatever_case(client, asked):
    article = make.story(legacy_address="/Đời-Xưa.htm")
    assert client.get(asked)["Location"] == article.get_absolute_url()


def test_no_pattern_takes_a_storys_own_address(client):
    article = make.story(section=make.section(slug="doi-song"))
    make.story(legacy_number=str(article.pk))
    OldPattern.objects.create(pattern="/d*/*{number}/")
    response = client.get(f"/doi-song/sai-{article.pk}/")
    assert response["Location"] == article.get_absolute_url()


def test_addresses_that_lead_to_each_other_lead_nowhere(client):
    OldAddress.objects.create(path="/aa/", leads_to="/bb/")
    OldAddress.objects.create(path="/bb/", leads_to="/aa/")
    assert client.get("/aa/").status_code == 404


def test_a_print_view_is_found_under_its_present_address(client):
    article = make.story()
    words = {"section": article.section.slug, "slug": "ten-cu", "pk": article.pk}
    OldAddress.objects.create(path="/in.htm", leads_to=reverse("print", kwargs=words))
    response = client.get("/in.htm")
    assert client.get(response["Location"]).status_code == 200
