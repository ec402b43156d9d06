"""Counting what is read: on the way to the database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from articles import publishing
from reader.readings import counting, writing
from reader.readings.counting import Counter
from tests import make
from tests.reader.readings import HOUR, NOON, Failing, written


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
