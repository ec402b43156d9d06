"""What stands on the front page and on a section's front, for readers."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Section
from fronts.models import Front, Table
from photos.models import Photo
from reader.models import MostRead, PrintedFront
from tests import make
from tests.counting import queries
from tests.reader.fronts import banner, composed, launched, main, numbers, shown, slot

pytestmark = pytest.mark.django_db


# --- chosen by time ---------------------------------------------------------------------------


def test_the_newest_story_with_a_picture_leads(client):
    make.story(at=make.at("2026-01-01 07:00"))
    pictured = make.story(at=make.at("2026-01-01 06:00"), lead_photo=make.photo())
    assert composed(client).lead.pk == pictured.pk


def test_without_pictures_the_newest_leads(client):
    make.story(at=make.at("2026-01-01 06:00"))
    newest = make.story(at=make.at("2026-01-01 07:00"))
    assert composed(client).lead.pk == newest.pk


def test_beside_a_lead_stand_stories_of_its_section(client):
    here, there = make.section(), make.section()
    own = make.story(section=here, at=make.at("2026-01-01 05:00"))
    for hour in (6, 7, 8, 9):
        make.story(section=there, at=make.at(f"2026-01-01 0{hour}:00"))
    make.story(section=here, at=make.at("2026-01-02 07:00"))
    assert composed(client).beside[0].pk == own.pk


@pytest.mark.parametrize("sections", [1, 4])
def test_no_story_stands_twice(client, sections):
    tree = [make.section() for _n in range(sections)]
    for place in range(40):
        make.story(section=tree[place % sections])
    make.printed_series(3)
    front = composed(client)
    assert len(shown(front)) == len(set(shown(front)))


def test_a_desk_fills_although_the_top_took_its_newest(client):
    section = make.section()
    for _n in range(30):
        make.story(section=section)
    (desk,) = [band for band in composed(client).bands if band.layout == "desk"]
    assert len(desk.stories) == 6


def test_the_parts_of_the_latest_series_stand_together_in_order(client):
    _series, rows = make.printed_series(3)
    make.story()
    (band,) = [band for band in composed(client).bands if band.layout == "series"]
    assert numbers(band.stories) == numbers(rows)


def test_a_single_part_makes_no_band(client):
    make.printed_series(1)
    assert not [band for band in composed(client).bands if band.layout == "series"]


def test_opinion_leads_only_when_there_is_nothing_else(client):
    news = make.story(section=make.section("Xã hội"), at=make.at("2026-01-01 07:00"))
    voice = make.section("Ý kiến", kind=Section.Kind.OPINION)
    for _n in range(6):
        make.story(section=voice)
    assert composed(client).lead.pk == news.pk


def test_the_leading_article_closes_the_river(client):
    parent = make.section("Chính trị")
    make.story(section=parent)
    editorial = make.story(
        section=make.section("Xã luận", parent=parent, kind=Section.Kind.EDITORIAL)
    )
    assert composed(client).editorial.pk == editorial.pk


def test_a_section_below_of_another_kind_is_not_in_its_parents_desk(client):
    parent = make.section("Chính trị")
    below = make.section("Xã luận", parent=parent, kind=Section.Kind.EDITORIAL)
    for _n in range(3):
        make.story(section=below)
    launched(slot("desk", source="section", of=parent.pk, capacity=6))
    assert shown(composed(client)) == []


def test_opinion_hangs_the_initial_of_its_writer(client):
    make.story(section=make.section("Xã hội"))
    voice = make.section("Ý kiến", kind=Section.Kind.OPINION)
    make.story(section=voice, signed=make.author("Hứa Thị Dung"))
    page = main(client)
    assert re.search(r'class="num"[^>]*>H<', page)
    assert "Hứa Thị Dung" in page


def test_a_photo_story_shows_its_pictures_in_a_strip(client):
    make.story(section=make.section("Xã hội"))
    strip = make.section("Phóng sự ảnh", kind=Section.Kind.PICTURES)
    inside = make.photo(caption="Ảnh trong bài.")
    body = f'<p>Một.</p><figure data-photo="{inside.pk}"></figure>'
    make.story(section=strip, lead_photo=make.photo(caption="Ảnh đầu."), body=body)
    page = main(client)
    page = page[page.index("strip-roll") :]
    assert page.index("Ảnh đầu.") < page.index("Ảnh trong bài.")


def test_only_the_strip_loads_all_pictures_of_a_story(client):
    news = make.story(section=make.section("Xã hội"), lead_photo=make.photo())
    assert composed(client).stories[news.pk].strip is None


def test_the_most_read_stand_in_the_order_of_reading(client):
    rows = [make.story() for _n in range(20)]
    for place, row in enumerate(rows[:3], 1):
        MostRead.objects.create(span="day", place=place, story_id=row.pk, count=9 - place)
    (band,) = [band for band in composed(client).bands if band.layout == "most_read"]
    assert numbers(band.stories) == numbers(rows[:3])


def test_a_table_stands_beside_its_sections_stories(client):
    section = make.section("Kinh tế")
    for _n in range(20):
        make.story(section=section)
    Table.objects.create(section=section, title="Giá lúa", rows="Lúa thơm | 7.450 | tăng 150")
    page = main(client)
    assert "Giá lúa" in page
    assert "7.450" in page


def test_a_table_that_is_not_shown_is_not_there(client):
    section = make.section("Kinh tế")
    for _n in range(20):
        make.story(section=section)
    table = Table.objects.create(section=section, title="Giá lúa", rows="Lúa thơm | 7.450")
    assert "Giá lúa" in main(client)
    table.is_shown = False
    table.save()
    assert "Giá lúa" not in main(client)


# --- arranged by hand -------------------------------------------------------------------------


def test_a_hand_pick_leads(client):
    picked = make.story(at=make.at("2020-01-01 07:00"))
    make.story()
    launched(slot("lead", picked, source="newest", capacity=4))
    assert composed(client).lead.pk == picked.pk


def test_a_slot_is_filled_up_below_its_hand_picks(client):
    section = make.section()
    newest = make.story(section=section)
    picked = make.story(section=section, at=make.at("2020-01-01 07:00"))
    launched(slot("desk", picked, source="section", of=section.pk, capacity=2))
    assert shown(composed(client)) == [picked.pk, newest.pk]


def test_a_hand_pick_below_wins_over_the_backfill_above(client):
    picked, other = make.story(), make.story(at=make.at("2020-01-01 07:00"))
    launched(slot("lead", source="newest"), slot("desk", picked))
    assert shown(composed(client)) == [other.pk, picked.pk]


def test_a_hand_picks_own_headline_stands_in_place_of_the_storys(client):
    row = make.story(headline="Tít của bài")
    launched(slot("lead", (row, {"headline": "Tít trên trang nhất"})))
    page = main(client)
    assert "Tít trên trang nhất" in page
    assert "Tít của bài" not in page
    assert row.get_absolute_url() in page


def test_a_hand_picks_own_picture_stands_in_place_of_the_storys(client):
    row = make.story(lead_photo=make.photo(alt="Ảnh của bài"))
    launched(slot("lead", (row, {"photo": make.photo(alt="Ảnh khác").pk})))
    page = main(client)
    assert 'alt="Ảnh khác"' in page
    assert 'alt="Ảnh của bài"' not in page


def test_a_picture_withdrawn_leaves_the_front_and_comes_back_with_its_release(client):
    photo = make.photo(alt="Ảnh khác")
    row = make.story(lead_photo=make.photo(alt="Ảnh của bài"))
    launched(slot("lead", (row, {"photo": photo.pk})))
    photo.status = Photo.Status.WITHDRAWN
    photo.save()
    assert 'alt="Ảnh của bài"' in main(client)
    photo.status = Photo.Status.USABLE
    photo.save()
    assert 'alt="Ảnh khác"' in main(client)


def test_a_pictures_new_words_reach_the_front(client):
    photo = make.photo(alt="Lời cũ")
    launched(slot("lead", (make.story(), {"photo": photo.pk})))
    photo.alt = "Lời mới"
    photo.save()
    assert 'alt="Lời mới"' in main(client)


@pytest.mark.parametrize(
    ("start", "end", "stands"), [(-2, 2, True), (1, 2, False), (-2, -1, False)]
)
def test_a_hand_pick_stands_in_its_time(client, start, end, stands):
    now = timezone.now()
    times = {
        "from": (now + timedelta(hours=start)).isoformat(),
        "until": (now + timedelta(hours=end)).isoformat(),
    }
    row = make.story()
    launched(slot("lead", (row, times)))
    assert (row.pk in shown(composed(client))) == stands


def test_a_withdrawn_story_leaves_at_once_and_its_slot_is_filled(client):
    picked, other = make.story(), make.story(at=make.at("2020-01-01 07:00"))
    launched(slot("lead", picked, source="newest"))
    publishing.withdraw(picked, by=None, reason="Sai.")
    assert shown(composed(client)) == [other.pk]


def test_a_hand_pick_not_yet_published_waits(client):
    row = make.article()
    launched(slot("lead", row))
    assert shown(composed(client)) == []
    publishing.publish(row, by=None)
    assert shown(composed(client)) == [row.pk]


def test_more_hand_picks_than_a_slot_holds_leave_the_rest_out(client):
    rows = [make.story() for _n in range(3)]
    launched(slot("lead", *rows, capacity=2))
    assert shown(composed(client)) == numbers(rows[:2])


def test_the_note_stands_beside_the_masthead(client):
    launched(slot("lead", make.story()), note={"title": "1,82 m", "text": "Mực nước sông"})
    page = client.get("/").content.decode()
    assert "1,82 m" in page[: page.index("<main")]


def test_a_desk_of_a_topic_bears_its_name_and_leads_to_it(client):
    topic = make.topic("Mùa nước nổi")
    row = make.article()
    row.topics.add(topic)
    publishing.publish(row, by=None)
    launched(slot("desk", source="topic", of=topic.pk, capacity=3))
    page = main(client)
    assert "Mùa nước nổi" in page
    assert topic.get_absolute_url() in page


def test_a_slot_of_a_section_that_is_gone_is_left_out(client):
    section = make.section()
    launched(slot("desk", source="section", of=section.pk, capacity=3))
    section.delete()
    assert shown(composed(client)) == []


def test_a_front_without_a_lead_has_the_rest(client):
    row = make.story()
    launched(slot("river", row))
    assert row.get_absolute_url() in main(client)


def test_an_arrangement_of_another_form_gives_way_to_time(client):
    row = make.story()
    front = launched(slot("desk", row))
    PrintedFront.objects.filter(front=front).update(content={"form": 0})
    assert composed(client).lead.pk == row.pk


# --- the river --------------------------------------------------------------------------------


def test_the_river_names_a_day_once_and_today_never(client):
    today = timezone.localtime().replace(hour=0, minute=0)
    moments = [
        today,
        make.at("2023-05-24 08:00"),
        make.at("2023-05-24 07:00"),
        make.at("2023-05-23 09:00"),
    ]
    launched(slot("river", *(make.story(at=moment) for moment in moments)))
    found = re.findall(r"(?:<b>(\d\d/\d\d)</b> )?(\d\d:\d\d)</time>", main(client))
    assert found == [("", "00:00"), ("24/05", "08:00"), ("", "07:00"), ("23/05", "09:00")]


def test_the_river_holds_eight_by_default(client):
    for _n in range(40):
        make.story()
    assert len(composed(client).river) == 8


# --- what it costs ----------------------------------------------------------------------------


@pytest.mark.parametrize("picks", [1, 12])
def test_an_arranged_front_costs_four_queries_whatever_is_picked(client, picks):
    rows = [make.story(section=make.section()) for _n in range(picks)]
    pictured = make.photo()
    slots = [
        slot("desk", (row, {"photo": pictured.pk}), key=f"s{n}", source="newest", capacity=6)
        for n, row in enumerate(rows)
    ]
    launched(*slots)
    banner()
    assert queries(client, "/") == 4


def test_a_front_is_opened_once(client):
    launched(slot("lead", make.story()))
    assert Front.objects.count() == 1
