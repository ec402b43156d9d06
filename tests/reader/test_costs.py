"""What each page costs once the day's imprint is made: the same with few rows and with many."""

import pytest

from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db


def few_and_many(client, path, grow, cost: int) -> None:
    """Asserts that a page costs what it should, and the same when there is more to show."""
    few = queries(client, path())
    grow()
    assert (few, queries(client, path())) == (cost, cost)


@pytest.mark.parametrize("sections", [2, 30])
def test_the_front_costs_the_same_with_few_and_many(client, sections):
    tree = [make.section() for _n in range(sections)]
    make.printed_series(2)

    def grow():
        for section in tree[:3]:
            for _n in range(15):
                make.story(section=section)

    few_and_many(client, lambda: "/", grow, cost=4)


@pytest.mark.parametrize("children", [0, 30])
def test_a_section_costs_the_same_with_few_and_many(client, children):
    section = make.section()
    for _n in range(children):
        make.story(section=make.section(parent=section))
    make.story(section=section)
    few_and_many(
        client,
        section.get_absolute_url,
        lambda: [make.story(section=section) for _n in range(30)],
        cost=4,
    )


@pytest.mark.parametrize(("children", "cost"), [(0, 2), (3, 3)])
def test_a_later_page_of_a_section_costs_the_same_with_few_and_many(client, children, cost):
    section = make.section("Xã hội")
    for _n in range(children):
        make.section(parent=section)
    for _n in range(25):
        make.story(section=section)
    older = client.get("/xa-hoi/").context["older"]
    few_and_many(
        client,
        lambda: f"/xa-hoi/?sau={older}",
        lambda: [make.story(section=section, at=make.at("2020-01-01 07:00")) for _n in range(30)],
        cost=cost,
    )


def test_an_article_costs_the_same_with_few_and_many(client):
    series, rows = make.printed_series(2)

    def grow():
        for number in range(3, 12):
            make.story(series=series, part=number)
        for _n in range(10):
            make.story()

    few_and_many(client, rows[0].get_absolute_url, grow, cost=4)


def test_a_series_costs_the_same_with_few_and_many(client):
    series, _rows = make.printed_series(2)
    few_and_many(
        client,
        series.get_absolute_url,
        lambda: [make.story(series=series, part=number) for number in range(3, 20)],
        cost=2,
    )


def test_an_author_costs_the_same_with_few_and_many(client):
    author = make.author()
    make.story(signed=author)
    few_and_many(
        client,
        author.get_absolute_url,
        lambda: [make.story(signed=author) for _n in range(30)],
        cost=4,
    )
