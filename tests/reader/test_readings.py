"""Counting what is read: who counts, how it reaches the database, what is read most."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from articles import publishing
from reader.models import MostRead, Reading
from reader.readings import counting, reckoning, visits, writing
from reader.readings.counting import Counter
from tests import make
from tests.counting import queries

BROWSER = "Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 Chrome/120.0 Mobile Zalo"
NOON = make.at("2026-03-05 12:10")
HOUR = make.at("2026-03-05 12:00")


class Failing:
    """Where batches are written to, after it has refused so many."""

    def __init__(self, times=0):
        self.times = times
        self.written = {}

    def __call__(self, batch):
        if self.times:
            self.times -= 1
            raise DatabaseError
        self.written |= batch


@pytest.fixture(autouse=True)
def counted(monkeypatch):
    """Says what was told to this test's own counter, whose memory is empty: {story: readings}."""
    kept = Failing()
    counter = Counter(kept)
    monkeypatch.setattr(visits, "memory", visits.Memory())
    monkeypatch.setattr("reader.views.readings.counter", counter)

    def totals():
        counter.flush()
        return {story: count for (_hour, story), count in kept.written.items()}

    return totals


def tell(client, article, **headers):
    """What a page sends when it is being read."""
    headers = {
        "user-agent": BROWSER, "sec-fetch-site": "same-origin", "origin": "http://testserver",
        **headers,
    }  # fmt: skip
    headers = {name: value for name, value in headers.items() if value is not None}
    number = getattr(article, "pk", article)
    return client.post(reverse("reading", args=[number]), headers=headers)


def written():
    return {(row.hour, row.story_id): row.count for row in Reading.objects.all()}


def places(span):
    rows = MostRead.objects.filter(span=span).order_by("place")
    return [(row.place, row.story_id, row.count) for row in rows]


# --- What a page tells ---------------------------------------------------------------------------


def test_a_reading_is_counted_and_answered_with_nothing(client, counted):
    response = tell(client, 7)
    assert (response.status_code, response.content, counted()) == (204, b"", {7: 1})


def test_a_reading_sets_no_cookie(client):
    assert not tell(client, 7).cookies


@pytest.mark.django_db
def test_a_reading_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        tell(client, 7)


def test_a_reading_is_posted(client):
    assert client.get(reverse("reading", args=[7])).status_code == 405


@pytest.mark.parametrize(
    "agent",
    [
        "", " ", None,
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
        "facebookexternalhit/1.1",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36",
        "curl/8.5.0",
    ],
)  # fmt: skip
def test_robots_are_left_out(client, agent, counted):
    assert tell(client, 7, **{"user-agent": agent}).status_code == 204
    assert counted() == {}


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Zalo iOS",
        "Mozilla/5.0 (Linux; Android 12; wv) Chrome/119.0 [FB_IAB/FB4A;FBAV/443;]",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 coc_coc_browser/120.0.0 Chrome/120.0",
        "Mozilla/5.0 (Linux; Android 11; CUBOT NOTE 20) AppleWebKit/537.36 Chrome/110.0 Mobile",
    ],
)
def test_browsers_inside_other_apps_count(client, agent, counted):
    tell(client, 7, **{"user-agent": agent})
    assert counted() == {7: 1}


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-purpose": "prefetch"},
        {"sec-purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
        {"x-moz": "prefetch"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
    ],
)
def test_what_no_page_of_ours_sent_is_left_out(client, headers, counted):
    tell(client, 7, **headers)
    assert counted() == {}


def test_an_old_browser_that_says_less_counts(client, counted):
    tell(client, 7, **{"sec-fetch-site": None, "origin": None})
    assert counted() == {7: 1}


def test_behind_a_proxy_the_public_address_counts_as_our_own(client, settings, counted):
    settings.SITE_URL = "https://bao.example"
    tell(client, 7, origin="https://bao.example")
    assert counted() == {7: 1}


# --- Who has read before -------------------------------------------------------------------------


def test_who_comes_back_soon_counts_once(client, counted):
    tell(client, 7)
    tell(client, 7)
    assert counted() == {7: 1}


@pytest.mark.parametrize(
    "other", [{"user-agent": f"{BROWSER} 2"}, {"x-forwarded-for": "203.0.113.9"}]
)
def test_another_browser_or_address_is_another_reader(client, other, counted):
    tell(client, 7)
    tell(client, 7, **other)
    assert counted() == {7: 2}


def test_each_story_counts_by_itself(client, counted):
    tell(client, 7)
    tell(client, 8)
    assert counted() == {7: 1, 8: 1}


@pytest.mark.parametrize(("minutes", "is_first"), [(0, False), (29, False), (30, True)])
def test_after_half_an_hour_the_same_reader_counts_again(minutes, is_first):
    memory = visits.Memory()
    memory.is_first("someone", 7, now=NOON)
    later = NOON + timedelta(minutes=minutes)
    assert memory.is_first("someone", 7, now=later) is is_first


def test_a_new_day_knows_nobody():
    memory = visits.Memory()
    memory.is_first("someone", 7, now=make.at("2026-03-05 23:59"))
    assert memory.is_first("someone", 7, now=make.at("2026-03-06 00:01"))


def test_the_same_reader_leaves_other_marks_in_another_process_and_on_another_day():
    one, two = visits.Memory(), visits.Memory()
    for memory in (one, two):
        memory.is_first("someone", 7, now=NOON)
    before = set(one._marks)
    one.is_first("someone", 7, now=NOON + timedelta(days=1))
    assert before.isdisjoint(two._marks)
    assert before.isdisjoint(one._marks)


def test_a_mark_holds_nothing_of_its_reader():
    memory = visits.Memory()
    memory.is_first("203.0.113.9 Mozilla", 7, now=NOON)
    (mark,) = memory._marks
    assert (len(mark), b"203" in mark, b"Moz" in mark) == (12, False, False)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=200))
def test_memory_never_grows_beyond_its_bound(visits_made):
    memory = visits.Memory(most=5)
    now = NOON
    for minutes, visitor in visits_made:
        now += timedelta(minutes=minutes)
        memory.is_first(str(visitor), 7, now=now)
        assert len(memory) <= 5


def test_a_flood_makes_the_oldest_forgotten():
    memory = visits.Memory(most=2)
    for visitor in ("a", "b", "c"):
        memory.is_first(visitor, 7, now=NOON)
    assert not memory.is_first("c", 7, now=NOON)
    assert memory.is_first("a", 7, now=NOON)


@pytest.mark.parametrize("length", [0, 400, 8_000, 200_000])
def test_headers_of_any_length_are_taken(client, length):
    response = tell(client, 7, **{"user-agent": f"Mozilla {'a' * length}"})
    assert response.status_code == 204


# --- On the way to the database ------------------------------------------------------------------


@pytest.mark.django_db
def test_readings_are_written_by_hour_and_story():
    article = make.story()
    counter = Counter()
    for minutes in (0, 20, 55):
        counter.add(article.pk, now=NOON + timedelta(minutes=minutes))
    assert counter.flush() == 3
    assert written() == {
        (HOUR, article.pk): 2,
        (HOUR + timedelta(hours=1), article.pk): 1,
    }


@pytest.mark.django_db
def test_what_two_processes_counted_adds_up():
    one, two = make.story(), make.story()
    writing.write({(HOUR, one.pk): 3, (HOUR, two.pk): 1})
    writing.write({(HOUR, one.pk): 4})
    assert written() == {(HOUR, one.pk): 7, (HOUR, two.pk): 1}


@pytest.mark.django_db(transaction=True)
def test_what_two_processes_write_at_once_adds_up():
    stories = [make.story().pk for _n in range(4)]

    def process(number):
        order = stories if number % 2 else stories[::-1]
        try:
            for _time in range(5):
                writing.write({(HOUR, story): 1 for story in order})
        finally:
            connection.close()

    if connection.vendor == "sqlite":  # in memory, its tables admit one writer and refuse the rest
        for number in range(2):
            process(number)
    else:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(process, range(2)))
    assert written() == {(HOUR, story): 10 for story in stories}


@pytest.mark.django_db
def test_readings_of_what_is_no_live_story_are_dropped():
    draft, gone = make.article(), make.story()
    publishing.withdraw(gone, by=None, reason="Sai người.")
    writing.write({(HOUR, draft.pk): 1, (HOUR, gone.pk): 1, (HOUR, 999_999_999_999_999): 1})
    assert written() == {}


@pytest.mark.django_db
@pytest.mark.parametrize("stories", [1, 40])
def test_a_batch_is_written_in_two_queries(stories):
    batch = {(HOUR, make.story().pk): 1 for _n in range(stories)}
    with CaptureQueriesContext(connection) as captured:
        writing.write(batch)
    asked = [one for one in captured if "SAVEPOINT" not in one["sql"]]
    assert len(asked) == 2


@pytest.mark.django_db
def test_a_batch_larger_than_one_statement_is_written_whole():
    article = make.story()
    hours = [HOUR + timedelta(hours=back) for back in range(700)]
    writing.write({(hour, article.pk): 2 for hour in hours})
    assert written() == {(hour, article.pk): 2 for hour in hours}


def test_what_cannot_be_written_is_kept_for_the_next_time():
    failing = Failing(times=1)
    counter = Counter(failing)
    counter.add(7, now=NOON)
    with pytest.raises(DatabaseError):
        counter.flush()
    counter.add(7, now=NOON)
    assert (counter.flush(), failing.written) == (2, {(HOUR, 7): 2})


def test_what_is_kept_is_bounded():
    counter = Counter(Failing(times=10))
    for number in range(counting.MOST_WAITING + 100):
        counter.add(number, now=NOON)
    with pytest.raises(DatabaseError):
        counter.flush()
    counter.add(10**9, now=NOON)
    assert len(counter) == counting.MOST_WAITING


def test_what_is_known_still_counts_when_there_is_no_room():
    failing = Failing()
    counter = Counter(failing)
    for number in range(counting.MOST_WAITING + 1):
        counter.add(number, now=NOON)
    counter.add(0, now=NOON)
    counter.flush()
    assert failing.written[(HOUR, 0)] == 2


@pytest.mark.django_db
def test_nothing_counted_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Counter().flush() == 0


def test_a_thread_of_its_own_writes_what_waits_when_the_process_ends(settings):
    settings.READINGS_EVERY = 3600
    kept = Failing()
    counter = Counter(kept)
    counter.add(7, now=NOON)
    counter.keep_writing()
    thread = counter._thread
    counter.keep_writing()
    assert counter._thread is thread
    counter.stop()
    assert (thread.is_alive(), kept.written) == (False, {(HOUR, 7): 1})


def test_a_full_batch_wakes_the_thread(settings):
    counter = Counter(Failing())
    for _reading in range(counting.A_BATCH - 1):
        counter.add(7, now=NOON)
    assert not counter._wake.is_set()
    counter.add(7, now=NOON)
    assert counter._wake.is_set()


def test_without_a_rhythm_no_thread_is_started(settings):
    settings.READINGS_EVERY = 0
    counter = Counter()
    counter.keep_writing()
    assert counter._thread is None


# --- The most read -------------------------------------------------------------------------------


@pytest.mark.django_db
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


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hours", "spans"),
    [(23, ["day", "week"]), (24, ["week"]), (167, ["week"]), (168, [])],
)
def test_a_reading_counts_as_long_as_its_span(hours, spans):
    writing.write({(HOUR - timedelta(hours=hours), make.story().pk): 1})
    reckoning.reckon(NOON)
    assert sorted(MostRead.objects.values_list("span", flat=True)) == spans


@pytest.mark.django_db
def test_readings_older_than_eight_days_are_thrown_away():
    article = make.story()
    kept, gone = HOUR - timedelta(days=8), HOUR - timedelta(days=8, hours=1)
    writing.write({(kept, article.pk): 1, (gone, article.pk): 1})
    reckoning.reckon(NOON)
    assert written() == {(kept, article.pk): 1}


@pytest.mark.django_db
def test_there_are_twenty_places():
    writing.write({(HOUR, make.story().pk): 1 for _n in range(22)})
    reckoning.reckon(NOON)
    assert [place for place, *_rest in places("day")] == list(range(1, 21))


@pytest.mark.django_db
def test_a_list_that_grew_shorter_keeps_no_old_places():
    writing.write({(HOUR, make.story().pk): 1 for _n in range(3)})
    reckoning.reckon(NOON)
    reckoning.reckon(NOON + timedelta(days=2))
    assert (places("day"), len(places("week"))) == ([], 3)


@pytest.mark.django_db
def test_of_stories_read_as_often_the_newer_stands_first():
    older, newer = make.story(), make.story()
    writing.write({(HOUR, older.pk): 2, (HOUR, newer.pk): 2})
    reckoning.reckon(NOON)
    assert [story for _place, story, _count in places("day")] == [newer.pk, older.pk]


@pytest.mark.django_db
def test_a_withdrawn_story_is_not_reckoned():
    gone, stays = make.story(), make.story()
    writing.write({(HOUR, gone.pk): 9, (HOUR, stays.pk): 1})
    publishing.withdraw(gone, by=None, reason="Sai người.")
    reckoning.reckon(NOON)
    assert places("day") == [(1, stays.pk, 1)]


@pytest.mark.django_db
def test_it_is_reckoned_once_a_minute_at_most():
    assert reckoning.reckon_when_due(NOON)
    assert not reckoning.reckon_when_due(NOON)


@pytest.mark.django_db
@pytest.mark.parametrize("stories", [1, 30])
def test_reckoning_costs_the_same_with_few_and_many(stories):
    writing.write({(HOUR, make.story().pk): 1 for _n in range(stories)})
    with CaptureQueriesContext(connection) as captured:
        reckoning.reckon(NOON)
    assert len([one for one in captured if "SAVEPOINT" not in one["sql"]]) == 7


# --- The page ------------------------------------------------------------------------------------


def listed(client, span):
    return [story.pk for story in client.get(reverse("most_read")).context.get(span, [])]


@pytest.mark.django_db
def test_the_page_shows_both_spans_in_their_order(client):
    one, two = make.story(), make.story()
    writing.write({(HOUR, one.pk): 5, (HOUR, two.pk): 1, (HOUR - timedelta(days=2), two.pk): 9})
    reckoning.reckon(NOON)
    assert listed(client, "day") == [one.pk, two.pk]
    assert listed(client, "week") == [two.pk, one.pk]


@pytest.mark.django_db
def test_a_withdrawn_story_leaves_the_page_at_once_and_the_places_close_up(client):
    first, second = make.story(), make.story()
    writing.write({(HOUR, first.pk): 5, (HOUR, second.pk): 1})
    reckoning.reckon(NOON)
    publishing.withdraw(first, by=None, reason="Sai người.")
    page = client.get(reverse("most_read")).content.decode()
    assert first.headline not in page
    assert page.count('<span class="num" aria-hidden="true">1</span>') == 2
    assert '<span class="num" aria-hidden="true">2</span>' not in page


@pytest.mark.django_db
def test_before_anything_is_counted_the_page_says_so(client):
    page = client.get(reverse("most_read"))
    assert (
        page.status_code,
        "<ol" in page.content.decode().split("<main")[1].split("</main")[0],
    ) == (200, False)


@pytest.mark.django_db
def test_the_page_costs_the_same_with_few_and_many(client):
    writing.write({(HOUR, make.story().pk): 1})
    reckoning.reckon(NOON)
    few = queries(client, reverse("most_read"))
    writing.write({(HOUR, make.story().pk): 1 for _n in range(30)})
    reckoning.reckon(NOON)
    assert (few, queries(client, reverse("most_read"))) == (3, 3)


@pytest.mark.django_db
def test_an_article_says_where_its_reading_is_told(client):
    article = make.story()
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'data-reading="{reverse("reading", args=[article.pk])}"' in page


@pytest.mark.django_db
def test_a_preview_is_not_counted(client):
    client.force_login(make.user(is_superuser=True))
    page = client.get(reverse("preview", args=[make.article().pk])).content.decode()
    assert "data-reading" not in page
