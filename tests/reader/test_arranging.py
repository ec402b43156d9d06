from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.front import Desk
from reader.models import Story
from reader.templatetags import arranging

PICTURE = {"frame": "r32", "width": 1500}


def story(*, picture=None):
    return Story(lead=picture)


def desk(*pictures):
    return Desk({"slug": "mua-vu"}, [story(picture=picture) for picture in pictures])


def stories_of(row):
    if row.columns:
        return [one for column in row.columns for one in [column.first, *column.rest]]
    if row.rhythm == "ledger":
        return row.rest
    shown = [row.lead, *row.rest]
    return [*shown, row.picture] if row.rhythm == "text" else shown


pictures = st.sampled_from(
    [None, PICTURE, {"frame": "r34", "width": 1500}, {"frame": "r32", "width": 400}]
)
desks = st.lists(st.lists(pictures, min_size=1, max_size=6).map(lambda p: desk(*p)), max_size=12)


@given(desks)
def test_no_two_neighbouring_rows_are_alike(chosen):
    rows = arranging.in_rhythm(chosen)

    assert all(above.rhythm != below.rhythm for above, below in pairwise(rows))


@given(desks)
def test_every_desk_stands_once_and_in_its_order(chosen):
    placed = []
    for row in arranging.in_rhythm(chosen):
        placed += [column.desk for column in row.columns] or [row.desk]

    assert [id(one) for one in placed] == [id(one) for one in chosen]


@given(desks)
def test_no_story_stands_twice(chosen):
    shown = [id(one) for row in arranging.in_rhythm(chosen) for one in stories_of(row)]

    assert len(shown) == len(set(shown))


@given(desks)
def test_a_desk_by_itself_shows_all_its_stories(chosen):
    for row in arranging.in_rhythm(chosen):
        if not row.columns:
            assert {id(one) for one in stories_of(row)} == {id(one) for one in row.desk.stories}


@given(desks)
def test_a_row_that_shows_a_picture_has_one(chosen):
    for row in arranging.in_rhythm(chosen):
        assert row.picture is None or row.picture.lead
        assert all(column.first.lead for column in row.columns if column.shows_picture)


def test_a_small_picture_carries_no_words():
    (row,) = arranging.in_rhythm([desk({"frame": "r32", "width": 400})])

    assert row.rhythm != "feature"


def test_three_small_desks_stand_beside_each_other():
    (row,) = arranging.in_rhythm([desk(None), desk(None, None), desk(PICTURE)])

    assert row.rhythm == "columns"


def test_a_story_without_a_picture_stands_in_the_middle_of_the_seconds():
    bare, one, other = story(), story(picture=PICTURE), story(picture=PICTURE)

    assert [id(s) for s in arranging.unequal([bare, one, other])] == [id(one), id(bare), id(other)]


def test_two_seconds_keep_their_order():
    bare, one = story(), story(picture=PICTURE)

    assert [id(s) for s in arranging.unequal([bare, one])] == [id(bare), id(one)]


DAY = datetime(2026, 11, 24, tzinfo=UTC)


def test_the_newest_story_with_a_picture_leads_a_section():
    bare, pictured = story(), story(picture=PICTURE)

    top = arranging.hung_top([bare, pictured], [(DAY, [bare, pictured])], True)  # noqa: FBT003

    assert top.lead is pictured
    assert top.second is bare


def test_what_leads_a_section_is_not_in_its_list_again():
    stories = [story() for _ in range(8)]

    top = arranging.hung_top(stories, [(DAY, stories)], True)  # noqa: FBT003

    shown = [top.lead, top.second, *top.others, *(one for _day, run in top.days for one in run)]
    assert [id(one) for one in shown] == [id(one) for one in stories]


def test_a_day_whose_stories_all_lead_is_not_listed():
    stories = [story() for _ in range(3)]

    assert arranging.hung_top(stories, [(DAY, stories)], True).days == []  # noqa: FBT003


def test_a_later_page_has_no_lead():
    stories = [story() for _ in range(3)]
    days = [(DAY, stories)]

    top = arranging.hung_top(stories, days, False)  # noqa: FBT003

    assert top.lead is None
    assert top.days == days


def test_an_empty_section_has_no_lead():
    assert arranging.hung_top([], [], True).lead is None  # noqa: FBT003
