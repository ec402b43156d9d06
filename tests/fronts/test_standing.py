"""What stands on a front that nobody has arranged, and what stood there when."""

import pytest
from django.utils import timezone

from articles.models import Section
from fronts import standing
from fronts.arrangement import MOST_SLOTS, Layout, dump, parse
from fronts.models import Front, Launch
from tests import make
from tests.fronts.arranged import content, front, launched, slot

Kind = Section.Kind


def sections(*kinds):
    return [{"id": at, "kind": kind, "children": []} for at, kind in enumerate(kinds, 1)]


def layouts(arrangement):
    return [slot.layout for slot in arrangement.slots]


def of(arrangement, layout):
    return [slot.of for slot in arrangement.slots if slot.layout == layout]


def test_each_news_section_has_its_desk_in_order():
    found = standing.by_time(sections(Kind.NEWS, Kind.OPINION, Kind.NEWS))
    assert of(found, Layout.DESK) == [1, 3]


def test_the_strip_and_opinion_stand_after_the_second_desk():
    found = layouts(standing.by_time(sections(*[Kind.NEWS] * 3, Kind.PICTURES, Kind.OPINION)))
    assert found[4:9] == [Layout.DESK, Layout.DESK, Layout.STRIP, Layout.OPINION, Layout.DESK]


def test_a_leading_article_follows_the_river_where_there_is_such_a_section():
    with_it = layouts(standing.by_time(sections(Kind.NEWS, Kind.EDITORIAL)))
    assert with_it[:4] == [Layout.LEAD, Layout.SECONDS, Layout.RIVER, Layout.EDITORIAL]
    assert Layout.EDITORIAL not in layouts(standing.by_time(sections(Kind.NEWS)))


def test_a_kind_is_found_below_another_section():
    tree = [{"id": 1, "kind": "news", "children": [{"id": 2, "kind": "pictures"}]}]
    assert of(standing.by_time(tree), Layout.STRIP) == [2]


def test_the_front_of_a_section_is_its_newest():
    (only,) = standing.by_time(sections(Kind.NEWS), 1).slots
    assert (only.layout, only.source, only.of, only.capacity) == ("lead", "section", 1, 6)


@pytest.mark.parametrize("number", [0, 1, 2, 30, 90])
def test_what_the_time_chooses_can_be_a_draft(number):
    found = standing.by_time(sections(*[Kind.NEWS] * number, Kind.PICTURES, Kind.EDITORIAL))
    assert len(found.slots) <= MOST_SLOTS
    assert parse(dump(found)) == found


@pytest.mark.django_db
def test_the_section_tree_is_what_the_imprint_has():
    top = make.section("Đời sống", kind=Kind.PICTURES, hue=3)
    below = make.section("Giáo dục", parent=top)
    (found,) = standing.section_tree()
    assert (found["id"], found["kind"], found["hue"]) == (top.pk, "pictures", 3)
    assert [one["id"] for one in found["children"]] == [below.pk]


@pytest.mark.django_db
def test_before_the_first_launch_the_time_chooses():
    made = front()
    assert standing.content_now(made, standing.latest_launch(made)) == dump(
        standing.by_time(standing.section_tree())
    )


@pytest.mark.django_db
def test_the_launch_in_force_at_a_moment_is_the_one_made_last_before_it():
    made = launched(content(slot("a")), content(slot("b")))
    times = ["2026-10-14 07:00", "2026-10-14 19:00"]
    for number, time in enumerate(times, 1):
        Launch.objects.filter(number=number).update(at=make.at(time))
    found = [
        standing.launch_at(made, make.at(f"2026-10-14 {time}"))
        for time in ("06:59", "07:00", "18:59", "19:00")
    ]
    assert [launch and launch.number for launch in found] == [None, 1, 1, 2]


@pytest.mark.django_db
def test_the_latest_launches_of_many_fronts_cost_one_query(django_assert_num_queries):
    launched(content(slot("a")), content(slot("b")))
    for _one in range(3):
        front(make.section())
    fronts = list(Front.objects.all())
    with django_assert_num_queries(1):
        found = standing.latest_launches(fronts)
    assert [launch.number for launch in found.values()] == [2]
    assert standing.launch_at(fronts[0], timezone.now()) in found.values()
