"""The list of all series."""

import re

import pytest
from django.urls import reverse

from articles import publishing
from reader import lists
from reader.lists import cursor_name
from reader.views import lists as pages
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db


def main(client, query: str = "") -> str:
    page = client.get(f"{reverse('all_series')}{query}").content.decode()
    return page[page.index("<main") : page.index("</main>")]


def test_series_stand_newest_first_with_the_number_of_their_parts(client):
    older, _rows = make.printed_series(2)
    newer, _rows = make.printed_series(3)
    page = main(client)
    assert page.index(newer.get_absolute_url()) < page.index(older.get_absolute_url())
    assert re.findall(r'<span class="num">(\d)</span>', page) == ["3", "2"]


def test_a_series_without_a_published_part_is_not_named(client):
    series, rows = make.printed_series(1)
    unbegun = make.series("Chưa có phần nào")
    make.article(series=unbegun, part=1)
    assert unbegun.title not in main(client)
    publishing.withdraw(rows[0], by=None, reason="Sai.")
    assert series.title not in main(client)


def test_a_long_list_of_series_pages_by_key(client, monkeypatch):
    for module in (lists, pages):
        monkeypatch.setattr(module, "A_PAGE_OF_SERIES", 2)
    made = [make.printed_series(1)[0].get_absolute_url() for _n in range(5)]
    seen, query = [], ""
    while True:
        page = main(client, query)
        seen += re.findall(r'<h2 class="h-l"><a href="([^"]+)"', page)
        more = re.search(r'href="(\?[^"]+)" rel="next"', page)
        if not more:
            break
        query = more[1]
    assert seen == made[::-1]


@pytest.mark.parametrize("cursor", ["x", "-1", "1" * 16, "1.0-1"])
def test_a_made_up_place_is_a_404(client, cursor):
    assert client.get(reverse("all_series"), {cursor_name(): cursor}).status_code == 404


def test_the_list_of_series_costs_four_queries(client):
    make.printed_series(2)
    few = queries(client, reverse("all_series"))
    for _n in range(5):
        make.printed_series(3)
    assert few == queries(client, reverse("all_series")) == 4


def test_a_paper_without_series_says_so(client):
    assert "dek empty" in main(client)
