"""What stands on a section's front, and beside the list below it."""

import re

import pytest

from articles.models import Section
from reader.models import MostRead
from tests import make
from tests.counting import queries
from tests.reader.fronts import composed, launched, main, numbers, shown, slot

pytestmark = pytest.mark.django_db


def read(*rows, span=MostRead.Span.DAY):
    """These stories read most, in this order."""
    for place, row in enumerate(rows, 1):
        MostRead.objects.create(span=span, place=place, story_id=row.pk, count=99 - place)


def test_a_hand_pick_leads_its_sections_front_alone(client):
    section = make.section("Xã hội")
    picked = make.story(section=section, at=make.at("2020-01-01 07:00"))
    newest = make.story(section=section)
    launched(slot("lead", picked, source="section", of=section.pk, capacity=6), section=section)
    assert composed(client, "/xa-hoi/").lead.pk == picked.pk
    assert composed(client).lead.pk == newest.pk


def test_what_is_arranged_is_not_in_the_list_below(client):
    section = make.section("Xã hội")
    rows = [make.story(section=section, headline=f"Tin số {n:02}.") for n in range(12)]
    page = main(client, "/xa-hoi/")
    assert {page.count(f"{row.headline}<") for row in rows} == {1}


def test_the_list_below_ends_where_the_next_page_begins(client):
    section = make.section("Xã hội")
    rows = [make.story(section=section) for _n in range(25)]
    first = client.get("/xa-hoi/").context
    second = client.get("/xa-hoi/", {"sau": first["older"]}).context
    seen = numbers(first["stories"]) + numbers(second["stories"])
    assert sorted(seen) == sorted(numbers(rows))


@pytest.mark.parametrize("span", MostRead.Span)
def test_beside_a_sections_list_stand_its_most_read(client, span):
    section = make.section("Xã hội")
    other = make.story(section=make.section("Kinh tế"))
    rows = [make.story(section=section) for _n in range(10)]
    read(other, *rows[:7], span=span)
    arranged = shown(composed(client, "/xa-hoi/"))
    left = [row.pk for row in rows[:7] if row.pk not in arranged]
    assert left
    assert numbers(composed(client, "/xa-hoi/").most_read) == left
    assert rows[0].get_absolute_url() in main(client, "/xa-hoi/").partition("<aside")[2]


def test_the_most_read_of_a_section_are_of_the_day_before_the_week_and_none_twice(client):
    section = make.section("Xã hội")
    rows = [make.story(section=section) for _n in range(9)]
    read(rows[1], rows[0], span=MostRead.Span.WEEK)
    read(rows[2], rows[1], span=MostRead.Span.DAY)
    chosen = composed(client, "/xa-hoi/").most_read
    assert numbers(chosen) == numbers([rows[2], rows[1], rows[0]])


def test_the_most_read_of_a_section_are_those_below_it_too(client):
    parent = make.section("Xã hội")
    below = make.story(section=make.section("Y tế", parent=parent))
    for _n in range(8):
        make.story(section=parent)
    read(below)
    assert numbers(composed(client, "/xa-hoi/").most_read) == [below.pk]


def test_what_is_arranged_is_not_among_the_most_read_beside(client):
    section = make.section("Xã hội")
    read(make.story(section=section))
    assert composed(client, "/xa-hoi/").most_read == []


def test_a_section_of_opinions_hangs_initials(client):
    voice = make.section("Ý kiến", kind=Section.Kind.OPINION)
    dung = make.author("Hứa Thị Dung")
    rows = [make.story(section=voice, signed=dung) for _n in range(8)]
    page = main(client, "/y-kien/")
    assert len(re.findall(r'class="num"[^>]*>H<', page)) == len(rows)


def test_a_section_of_news_hangs_none(client):
    make.story(section=make.section("Xã hội"), signed=make.author("Hứa Thị Dung"))
    assert not re.search(r'class="num"[^>]*>H<', main(client, "/xa-hoi/"))


@pytest.mark.parametrize("stories", [8, 40])
def test_a_section_with_its_most_read_costs_four_queries(client, stories):
    section = make.section("Xã hội")
    rows = [make.story(section=section) for _n in range(stories)]
    read(*rows[:20])
    client.get("/")
    assert queries(client, "/xa-hoi/") == 4
