"""What is read most: how it is reckoned, and its page."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from reader.models import MostRead
from reader.readings import reckoning, writing
from reader.readings.counting import Counter
from tests import make
from tests.reader.readings import HOUR, NOON, places, written

pytestmark = pytest.mark.django_db


def test_the_most_read_of_a_day_and_of_a_week_are_reckoned():
    of_today, of_the_week = make.story(), make.story()
    writing.write(
        {
            (HOUR, of_today.pk): 5,
            (HOUR, of_the_week.pk): 1,
            (HOUR - timedelta(hours=24), of_the_week.pk): 9,
        }
    )
    reckoning.reckon(NOON)
    assert places("day") == [(1, of_today.pk, 5), (2, of_the_week.pk, 1)]
    assert places("week") == [(1, of_the_week.pk, 10), (2, of_today.pk, 5)]


@pytest.mark.parametrize(
    ("hours", "spans"),
    [(23, ["day", "week"]), (24, ["week"]), (167, ["week"]), (168, [])],
)
def test_a_reading_counts_as_long_as_its_span(hours, spans):
    writing.write({(HOUR - timedelta(hours=hours), make.story().pk): 1})
    reckoning.reckon(NOON)
    assert sorted(MostRead.objects.values_list("span", flat=True)) == spans


def test_readings_older_than_eight_days_are_thrown_away():
    article = make.story()
    kept, gone = HOUR - timedelta(days=8), HOUR - timedelta(days=8, hours=1)
    writing.write({(kept, article.pk): 1, (gone, article.pk): 1})
    reckoning.reckon(NOON)
    assert written() == {(kept, article.pk): 1}


def test_there_are_twenty_places():
    writing.write({(HOUR, make.story().pk): 1 for _n in range(22)})
    reckoning.reckon(NOON)
    assert [place for place, *_rest in places("day")] == list(range(1, 21))


def test_a_list_that_grew_shorter_keeps_no_old_places():
    writing.write({(HOUR, make.story().pk): 1 for _n in range(3)})
    reckoning.reckon(NOON)
    reckoning.reckon(NOON + timedelta(days=2))
    assert (places("day"), len(places("week"))) == ([], 3)


def test_of_stories_read_as_often_the_newer_stands_first():
    older, newer = make.story(), make.story()
    writing.write({(HOUR, older.pk): 2, (HOUR, newer.pk): 2})
    reckoning.reckon(NOON)
    assert [story for _place, story, _count in places("day")] == [newer.pk, older.pk]


def test_a_withdrawn_story_is_not_reckoned():
    gone, stays = make.story(), make.story()
    writing.write({(HOUR, gone.pk): 9, (HOUR, stays.pk): 1})
    publishing.withdraw(gone, by=None, reason="Sai người.")
    reckoning.reckon(NOON)
    assert places("day") == [(1, stays.pk, 1)]


def test_it_is_reckoned_once_a_minute_at_most():
    assert reckoning.reckon_when_due(NOON)
    assert not reckoning.reckon_when_due(NOON)


def test_it_is_reckoned_though_nobody_reads():
    counter, article = Counter(), make.story()
    counter.add(article.pk, now=NOON)
    counter.write_down(NOON)
    cache.clear()  # the minute is over
    counter.write_down(NOON + timedelta(hours=24))
    assert (places("day"), places("week")) == ([], [(1, article.pk, 1)])


def test_within_the_hour_nothing_is_reckoned_while_nobody_reads():
    counter = Counter()
    counter.write_down(NOON)
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        counter.write_down(NOON + timedelta(minutes=5))
    assert len(captured) == 0


def test_what_came_too_soon_is_reckoned_the_next_time():
    counter, article = Counter(), make.story()
    counter.write_down(NOON)
    counter.add(article.pk, now=NOON)
    counter.write_down(NOON)
    assert places("day") == []
    cache.clear()
    counter.write_down(NOON + timedelta(minutes=1))
    assert places("day") == [(1, article.pk, 1)]


@pytest.mark.parametrize("stories", [1, 30])
def test_reckoning_costs_the_same_with_few_and_many(stories):
    writing.write({(HOUR, make.story().pk): 1 for _n in range(stories)})
    with CaptureQueriesContext(connection) as captured:
        reckoning.reckon(NOON)
    assert len([one for one in captured if "SAVEPOINT" not in one["sql"]]) == 7


# --- The page -------------------------------------------------------------------------------------


def listed(client, span):
    return [story.pk for story in client.get(reverse("most_read")).context.get(span, [])]


def test_the_page_shows_both_spans_in_their_order(client):
    one, two = make.story(), make.story()
    now = timezone.now()
    hour = reckoning.start_of_hour(now)
    writing.write({(hour, one.pk): 5, (hour, two.pk): 1, (hour - timedelta(days=2), two.pk): 9})
    reckoning.reckon(now)
    assert listed(client, "day") == [one.pk, two.pk]
    assert listed(client, "week") == [two.pk, one.pk]


def test_a_withdrawn_story_leaves_the_page_at_once_and_the_places_close_up(client):
    first, second = make.story(), make.story()
    now = timezone.now()
    hour = reckoning.start_of_hour(now)
    writing.write({(hour, first.pk): 5, (hour, second.pk): 1})
    reckoning.reckon(now)
    publishing.withdraw(first, by=None, reason="Sai người.")
    page = client.get(reverse("most_read")).content.decode()
    assert first.headline not in page
    assert page.count('<span class="num" aria-hidden="true">1</span>') == 2
    assert '<span class="num" aria-hidden="true">2</span>' not in page


@pytest.mark.parametrize(
    ("hours", "day", "week"), [(23, True, True), (24, False, True), (168, False, False)]
)
def test_what_was_read_longer_ago_leaves_the_page_though_nobody_reckons(client, hours, day, week):
    then = timezone.now() - timedelta(hours=hours)
    article = make.story()
    writing.write({(reckoning.start_of_hour(then), article.pk): 5})
    reckoning.reckon(then)
    assert (bool(listed(client, "day")), bool(listed(client, "week"))) == (day, week)


def test_what_was_read_longer_ago_leaves_the_articles_and_the_front(client):
    other, article = make.story(), make.story()
    then = timezone.now() - timedelta(hours=25)
    writing.write({(reckoning.start_of_hour(then), article.pk): 5})
    reckoning.reckon(then)
    assert client.get(other.get_absolute_url()).context["beside"].most_read == []
    slots = client.get("/").context["front"].filled
    assert not [one.stories for one in slots if one.slot.layout == "most_read" if one.stories]


def test_before_anything_is_counted_the_page_says_so(client):
    page = client.get(reverse("most_read"))
    assert (
        page.status_code,
        "<ol" in page.content.decode().split("<main")[1].split("</main")[0],
    ) == (200, False)
