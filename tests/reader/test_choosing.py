"""Several short lists in two queries."""

import pytest
from django.test.utils import CaptureQueriesContext

from reader.choosing import choose
from reader.models import MostRead, Story
from tests import make

pytestmark = pytest.mark.django_db


def test_each_list_comes_newest_first_and_cut() -> None:
    here, there = make.section(), make.section()
    old, new, newest = (
        make.story(section=here, at=make.at(f"2026-01-0{day} 07:00")) for day in (1, 2, 3)
    )
    other = make.story(section=there, at=make.at("2026-01-04 07:00"))
    live = Story.objects.live().newest_first()

    lists = choose({"all": live[:2], "here": live.in_sections([here.pk])[:2]})

    assert [story.pk for story in lists["all"]] == [other.pk, newest.pk]
    assert [story.pk for story in lists["here"]] == [newest.pk, new.pk]
    assert old.pk not in {story.pk for story in lists["here"]}


def test_rows_that_name_a_story_keep_their_places() -> None:
    first, second = (make.story(at=make.at(f"2026-01-0{day} 07:00")) for day in (1, 2))
    MostRead.objects.create(span="day", place=1, story_id=first.pk, count=9)
    MostRead.objects.create(span="day", place=2, story_id=second.pk, count=5)

    lists = choose({"most": MostRead.objects.filter(span="day").order_by("place")[:5]})

    assert [story.pk for story in lists["most"]] == [first.pk, second.pk]


def test_an_empty_list_is_there() -> None:
    assert choose({"all": Story.objects.live().newest_first()[:2]}) == {"all": []}


@pytest.mark.parametrize("heads", [1, 40])
def test_lists_cost_two_queries(
    heads: int, django_assert_num_queries: type[CaptureQueriesContext]
) -> None:
    make.story()
    live = Story.objects.live().newest_first()

    with django_assert_num_queries(2):
        choose({str(number): live[:3] for number in range(heads)})
