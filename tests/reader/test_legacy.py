import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import publishing
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


def test_an_old_address_costs_one_query(client):
    make.story(legacy_address=OLD)
    with CaptureQueriesContext(connection) as captured:
        client.get(OLD)
        assert len(captured) == 1


def test_an_ordinary_page_does_not_ask_for_old_addresses(client):
    article = make.story()
    with CaptureQueriesContext(connection) as captured:
        client.get(article.get_absolute_url())
    assert not [query for query in captured.captured_queries if "legacy" in query["sql"].lower()]
