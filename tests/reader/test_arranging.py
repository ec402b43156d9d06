from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.front import Band
from reader.front.page import unequal
from reader.models import Story
from reader.templatetags import arranging

PICTURE = {"frame": "r32", "width": 1500}


def story(*, picture=None):
    return Story(lead=picture)


def desk(*pictures, **fields):
    return Band(stories=[story(picture=picture) for picture in pictures], **fields)


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


@given(desks)
def test_desks_beside_each_other_are_about_as_long(chosen):
    for row in arranging.in_rhythm(chosen):
        assert len({len(column.desk.stories) < 3 for column in row.columns}) < 2
        assert all(len(column.rest) <= 3 for column in row.columns)


@given(desks)
def test_short_desks_in_three_columns_show_pictures_all_or_none(chosen):
    for row in arranging.in_rhythm(chosen):
        if len(row.columns) == 3 and len(row.columns[0].desk.stories) < 3:
            assert len({column.shows_picture for column in row.columns}) == 1


def test_a_short_desk_chosen_as_a_column_does_not_stand_beside_a_long_one():
    long, short = desk(*[PICTURE] * 5, rhythm="columns"), desk(None, rhythm="columns")

    assert not any(row.columns for row in arranging.in_rhythm([long, short]))


def test_each_of_two_columns_shows_its_own_picture():
    (row,) = arranging.in_rhythm([desk(PICTURE), desk(PICTURE, None)])

    assert [column.shows_picture for column in row.columns] == [True, True]


@pytest.mark.parametrize(("words", "fits"), [(10, True), (36, False)])
def test_long_headlines_stand_below_the_leads_picture(words, fits):
    headline = " ".join(["nghiêng"] * words)
    lead = Story(standfirst="Mực nước sông lúc bảy giờ.")

    assert arranging.fit_beside([Story(headline=headline) for _n in range(3)], lead) is fits


def test_a_chosen_rhythm_is_kept():
    rows = arranging.in_rhythm([desk(PICTURE, PICTURE), desk(PICTURE, PICTURE, rhythm="turn")])

    assert [row.rhythm for row in rows] == ["feature", "turn"]


def test_a_rhythm_that_cannot_be_gives_way():
    (row,) = arranging.in_rhythm([desk(None, None, None, rhythm="turn")])

    assert row.rhythm == "plain"


def test_desks_chosen_as_columns_stand_beside_each_other():
    rows = arranging.in_rhythm([desk(PICTURE, rhythm="columns") for _n in range(3)])

    assert [len(row.columns) for row in rows] == [3]


def test_a_single_desk_chosen_as_a_column_stands_by_itself():
    (row,) = arranging.in_rhythm([desk(PICTURE, rhythm="columns")])

    assert not row.columns


def test_what_hangs_by_itself_parts_the_desks_above_from_those_below():
    strip = Band(layout="strip", stories=[story(picture=PICTURE)])

    rows = arranging.in_rhythm([desk(None), strip, desk(None)])

    assert [row.rhythm for row in rows] == ["plain", "strip", "ledger"]


def test_a_table_stands_beside_a_turned_story():
    (row,) = arranging.in_rhythm([desk(PICTURE, None, tables=[{"title": "Giá"}])])

    assert row.rhythm == "turn"


def test_a_table_without_a_picture_stands_beside_words():
    (row,) = arranging.in_rhythm([desk(None, None, tables=[{"title": "Giá"}])])

    assert row.rhythm == "plain"


def test_a_story_without_a_picture_stands_in_the_middle_of_the_seconds():
    bare, one, other = story(), story(picture=PICTURE), story(picture=PICTURE)

    assert [id(s) for s in unequal([bare, one, other])] == [id(one), id(bare), id(other)]


def test_two_seconds_keep_their_order():
    bare, one = story(), story(picture=PICTURE)

    assert [id(s) for s in unequal([bare, one])] == [id(bare), id(one)]
