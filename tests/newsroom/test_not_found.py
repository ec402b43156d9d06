"""What an unknown address is answered in development."""

import pytest

from reader.models import OldAddress
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_development(settings):
    settings.DEBUG = True


@pytest.mark.parametrize("path", ["/khong-co/", "/a/b/c/d", "/khong-co/bai-1/"])
def test_the_papers_own_page_stands_there_in_development_too(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert "reader/not_found.html" in [template.name for template in response.templates]


def test_old_addresses_lead_on_in_development_too(client):
    make.section("Kinh tế")
    OldAddress.objects.create(path="/cu.htm", leads_to="/kinh-te/")
    assert client.get("/cu.htm")["Location"] == "/kinh-te/"


def test_a_missing_last_slash_is_still_added(client):
    make.section("Kinh tế")
    response = client.get("/kinh-te")
    assert (response.status_code, response["Location"]) == (301, "/kinh-te/")
