"""Counting what is read: what a page tells, and who has read before."""

from datetime import timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from reader.readings import visits
from reader.readings.counting import Counter
from tests import make
from tests.reader.readings import NOON, Failing

SOMEONE = visits.Visitor("203.0.113.9", "Mozilla")
# Not one of those that belong to nobody: a caller from outside.
OUTSIDE = "9.9.9.9"

BROWSER = "Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 Chrome/120.0 Mobile Zalo"


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
    memory.is_first(SOMEONE, 7, now=NOON)
    later = NOON + timedelta(minutes=minutes)
    assert memory.is_first(SOMEONE, 7, now=later) is is_first


def test_a_new_day_knows_nobody():
    memory = visits.Memory()
    memory.is_first(SOMEONE, 7, now=make.at("2026-03-05 23:59"))
    assert memory.is_first(SOMEONE, 7, now=make.at("2026-03-06 00:01"))


def test_the_same_reader_leaves_other_marks_in_another_process_and_on_another_day():
    one, two = visits.Memory(), visits.Memory()
    for memory in (one, two):
        memory.is_first(SOMEONE, 7, now=NOON)
    before = hashes(one)
    one.is_first(SOMEONE, 7, now=NOON + timedelta(days=1))
    assert before.isdisjoint(hashes(two))
    assert before.isdisjoint(hashes(one))


def hashes(memory):
    return {*memory._marks, *memory._counts}


def test_a_mark_holds_nothing_of_its_reader():
    memory = visits.Memory()
    memory.is_first(SOMEONE, 7, now=NOON)
    kept = hashes(memory)
    assert {(len(one), b"203" in one, b"Moz" in one) for one in kept} == {(12, False, False)}


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=200))
def test_memory_never_grows_beyond_its_bound(visits_made):
    memory = visits.Memory(most=5)
    now = NOON
    for minutes, visitor in visits_made:
        now += timedelta(minutes=minutes)
        memory.is_first(visits.Visitor(f"203.0.113.{visitor}", "Mozilla"), 7, now=now)
        assert len(memory) <= 5
        assert len(memory._counts) <= 10


def test_a_flood_makes_the_oldest_forgotten():
    memory = visits.Memory(most=2)
    one, two, three = (visits.Visitor("203.0.113.9", name) for name in "abc")
    for visitor in (one, two, three):
        memory.is_first(visitor, 7, now=NOON)
    assert not memory.is_first(three, 7, now=NOON)
    assert memory.is_first(one, 7, now=NOON)


# --- Who pretends to be many ---------------------------------------------------------------------


def test_what_a_client_says_of_its_way_makes_no_other_reader(client, counted):
    for one in range(5):
        tell(client, 7, **{"x-forwarded-for": f"198.51.100.{one}, 203.0.113.9"})
    assert counted() == {7: 1}


def test_a_caller_from_outside_is_no_front_server_of_ours(client, counted):
    client.defaults["REMOTE_ADDR"] = OUTSIDE
    for one in range(5):
        tell(client, 7, **{"x-forwarded-for": f"203.0.113.{one}"})
    assert counted() == {7: 1}


@pytest.mark.parametrize("caller", ["127.0.0.1", "10.0.0.7", "::1", "::ffff:127.0.0.1", ""])
def test_behind_our_own_server_readers_are_told_apart(client, caller, counted):
    client.defaults["REMOTE_ADDR"] = caller
    tell(client, 7, **{"x-forwarded-for": "203.0.113.8"})
    tell(client, 7, **{"x-forwarded-for": "203.0.113.9"})
    assert counted() == {7: 2}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("203.0.113.9:4001", "203.0.113.9:4002"),
        ("203.0.113.9", " 203.0.113.9 "),
        ("203.0.113.9", "::ffff:203.0.113.9"),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),
        ("[2001:db8:1:2::1]:4001", "[2001:db8:1:2::1]:4002"),
        ("unknown", "_hidden"),
    ],
)
def test_one_address_is_one_reader_however_it_is_written(client, one, other, counted):
    tell(client, 7, **{"x-forwarded-for": one})
    tell(client, 7, **{"x-forwarded-for": other})
    assert counted() == {7: 1}


def test_from_one_address_a_story_counts_so_often_whatever_browsers_it_names(client, counted):
    for one in range(visits.MOST_OF_A_STORY + 5):
        tell(client, 7, **{"user-agent": f"{BROWSER} {one}"})
    tell(client, 7, **{"x-forwarded-for": "203.0.113.9"})
    assert counted() == {7: visits.MOST_OF_A_STORY + 1}


def test_from_one_address_so_many_readings_count_in_all(client, counted):
    for one in range(visits.MOST_OF_ALL + 5):
        tell(client, 1000 + one)
    tell(client, 7, **{"x-forwarded-for": "203.0.113.9"})
    assert sum(counted().values()) == visits.MOST_OF_ALL + 1


def test_an_address_that_has_had_its_share_counts_again_half_an_hour_later():
    memory = visits.Memory()
    names = [visits.Visitor("203.0.113.9", str(one)) for one in range(visits.MOST_OF_A_STORY + 1)]
    counting = [memory.is_first(one, 7, now=NOON) for one in names]
    assert counting == [True] * visits.MOST_OF_A_STORY + [False]
    assert memory.is_first(names[-1], 7, now=NOON + visits.AGAIN_AFTER)


def test_one_address_does_not_make_others_forgotten():
    memory = visits.Memory(most=visits.MOST_OF_ALL + 1)
    memory.is_first(SOMEONE, 7, now=NOON)
    for story in range(10 * visits.MOST_OF_ALL):
        memory.is_first(visits.Visitor("198.51.100.1", "Mozilla"), story, now=NOON)
    assert not memory.is_first(SOMEONE, 7, now=NOON)


@pytest.mark.parametrize("length", [0, 400, 8_000, 200_000])
def test_headers_of_any_length_are_taken(client, length):
    response = tell(client, 7, **{"user-agent": f"Mozilla {'a' * length}"})
    assert response.status_code == 204
