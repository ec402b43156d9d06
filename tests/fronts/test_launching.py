"""Drafts beside what is live: kept, launched, taken back, and never lost under another's."""

import threading

import pytest
from django.db import connection

from articles.roles import Role
from articles.workflow import Refused
from fronts import launching, standing
from fronts.arrangement import Malformed
from fronts.launching import Stale
from fronts.models import Front, Launch
from fronts.signals import launched as launched_signal
from tests import make
from tests.fronts.arranged import content, front, launched, pin, slot, with_lead
from tests.threads import needs_two_connections

pytestmark = pytest.mark.django_db


@pytest.fixture
def head():
    return make.user("hạ", name="Hạ Vũ", role=Role.SECTION_HEAD)


@pytest.fixture
def secretary():
    return make.user("khuê", name="Minh Khuê", role=Role.SECRETARY)


def save(made, given, *, number=None, by=None):
    number = made.draft_number if number is None else number
    return launching.save_draft(made, number=number, content=given, by=by)


def launch(made, *, by=None, note=""):
    return launching.launch(made, number=made.draft_number, by=by, note=note)


def live(made):
    return standing.latest_launch(made)


# --- Opening --------------------------------------------------------------------------------


def test_a_new_front_begins_with_what_the_time_chooses():
    made = launching.open_front(None, by=None)
    assert made.draft == standing.content_now(made, None)


def test_a_front_is_made_once():
    section = make.section()
    assert launching.open_front(section, by=None) == launching.open_front(section, by=None)
    assert launching.open_front(None, by=None) == launching.open_front(None, by=None)


def test_a_draft_nobody_saved_follows_the_sections():
    front()
    section = make.section()
    assert section.pk in [slot["of"] for slot in front().draft["slots"]]


def test_a_draft_somebody_saved_stays():
    front(draft=with_lead(1))
    assert front().draft == with_lead(1)


def test_a_section_below_another_has_no_front():
    with pytest.raises(Refused):
        launching.open_front(make.section(parent=make.section()), by=None)


def test_a_reporter_opens_no_front():
    with pytest.raises(Refused):
        launching.open_front(None, by=make.user(role=Role.REPORTER))


def test_every_page_that_can_be_arranged_has_its_row():
    top = make.section()
    make.section(parent=top)
    launching.open_all()
    launching.open_all()
    assert set(Front.objects.values_list("section", flat=True)) == {None, top.pk}


# --- Saving ---------------------------------------------------------------------------------


def test_a_save_says_who_and_counts_on(head):
    made = save(front(), with_lead(1), by=head)
    made.refresh_from_db()
    assert (made.draft, made.draft_number, made.draft_by) == (with_lead(1), 1, head)
    assert made.draft_at


def test_a_save_over_somebody_elses_is_refused_with_theirs_at_hand(head, secretary):
    made = save(front(), with_lead(1), by=head)
    with pytest.raises(Stale) as caught:
        save(made, with_lead(2), number=0, by=secretary)
    stale = caught.value
    assert (stale.by, stale.at, stale.number) == (head, made.draft_at, 1)
    assert stale.content == with_lead(1)
    assert "Hạ Vũ" in str(stale)
    made.refresh_from_db()
    assert made.draft == with_lead(1)


def test_a_number_that_never_was_is_refused():
    with pytest.raises(Stale):
        save(front(), with_lead(1), number=7)


def test_the_same_content_again_is_no_conflict_and_no_new_number(head, secretary):
    made = save(front(), with_lead(1), by=head)
    save(made, with_lead(1), number=0, by=secretary)
    made.refresh_from_db()
    assert (made.draft_number, made.draft_by) == (1, head)


def test_the_same_moment_in_another_zone_is_the_same_content():
    made = save(front(), with_lead(pin(1, until="2026-10-14T19:00:00+07:00")))
    save(made, with_lead(pin(1, until="2026-10-14T12:00:00Z")), number=0)
    assert made.draft_number == 1


def test_a_malformed_draft_is_not_kept():
    made = front(draft=with_lead(1))
    with pytest.raises(Malformed):
        save(made, with_lead(1, 1))
    made.refresh_from_db()
    assert made.draft == with_lead(1)


def test_a_story_that_was_discarded_stays_in_the_draft_until_it_is_sent_away():
    made = front(draft=with_lead(999, 1))
    assert save(made, with_lead(999, 2)).draft == with_lead(999, 2)
    assert save(made, with_lead(2)).draft == with_lead(2)


def desk_about(of, *picks, key="a", source="topic"):
    return slot(key, *picks, layout="desk", source=source, of=of)


def test_a_slot_whose_topic_is_no_more_bars_no_further_work():
    topic = make.topic()
    made = front(draft=content(desk_about(topic.pk)))
    gone = topic.pk
    topic.delete()
    assert save(made, content(desk_about(gone, 1))).draft == content(desk_about(gone, 1))


def test_a_slot_newly_filled_by_what_is_no_more_is_refused():
    topic = make.topic()
    made = front(draft=content(desk_about(topic.pk)))
    gone = topic.pk
    topic.delete()
    with pytest.raises(Malformed):
        save(made, content(desk_about(gone), desk_about(gone, key="b", source="section")))


def test_one_sentence_is_not_said_twice():
    with pytest.raises(Malformed) as caught:
        save(front(), content(desk_about(998), desk_about(999, key="b")))
    assert len(caught.value.sentences) == 1


def test_who_may_not_change_fronts_is_refused():
    with pytest.raises(Refused):
        save(front(), with_lead(1), by=make.user(role=Role.EDITOR))


# --- Discarding -----------------------------------------------------------------------------


def test_a_discarded_draft_begins_again_with_what_readers_see(head):
    made = launched(with_lead(1))
    save(made, with_lead(2))
    launching.discard_draft(made, number=2, by=head)
    made.refresh_from_db()
    assert (made.draft, made.draft_number) == (with_lead(1), 3)


def test_discarding_what_somebody_has_changed_since_is_refused(head):
    made = save(front(), with_lead(1))
    with pytest.raises(Stale):
        launching.discard_draft(made, number=0, by=head)


def test_discarding_what_differs_in_nothing_writes_nothing():
    made = launched(with_lead(1))
    launching.discard_draft(made, number=1, by=None)
    assert made.draft_number == 1


# --- Launching ------------------------------------------------------------------------------


def test_a_launch_puts_the_draft_before_readers_and_on_record(secretary):
    made = front(draft=with_lead(1))
    launch(made, by=secretary, note="  Bão vào bờ. ")
    found = live(made)
    assert (found.number, found.content, found.by) == (1, with_lead(1), secretary)
    assert found.note == "Bão vào bờ."


def test_launches_count_on_and_the_old_ones_stay():
    launched(with_lead(1), with_lead(2))
    kept = Launch.objects.order_by("number").values_list("number", "content")
    assert list(kept) == [(1, with_lead(1)), (2, with_lead(2))]


def test_a_change_of_the_draft_is_not_live():
    made = launched(with_lead(1))
    save(made, with_lead(2))
    assert live(made).content == with_lead(1)


def test_a_head_of_section_prepares_and_does_not_launch(head):
    made = save(front(), with_lead(1), by=head)
    with pytest.raises(Refused):
        launch(made, by=head)
    assert live(made) is None


def test_a_draft_somebody_has_changed_since_is_not_launched(secretary):
    made = front(draft=with_lead(1))
    save(made, with_lead(2))
    with pytest.raises(Stale):
        launching.launch(made, number=1, by=secretary)


def test_what_readers_see_already_is_not_launched():
    made = launched(with_lead(1))
    with pytest.raises(Refused):
        launch(made)


def test_a_note_too_long_for_the_record_is_refused():
    made = front(draft=with_lead(1))
    with pytest.raises(Refused):
        launch(made, note="a" * 501)


def test_the_signal_is_sent_inside_the_transaction():
    def fall_over(**_kwargs):
        raise RuntimeError

    made = front(draft=with_lead(1))
    launched_signal.connect(fall_over)
    try:
        with pytest.raises(RuntimeError):
            launch(made)
    finally:
        launched_signal.disconnect(fall_over)
    assert live(made) is None


# --- Two at once ----------------------------------------------------------------------------


def at_once(*acts):
    """What each act gave or raised, all begun at one moment in threads of their own."""
    start = threading.Barrier(len(acts))
    results = {}

    def run(number, act):
        try:
            start.wait(timeout=10)
            results[number] = act()
        except Exception as error:
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(results.values())


@needs_two_connections
@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_once_one_wins_and_the_other_is_told():
    front()
    results = at_once(
        *(
            lambda number=number: save(Front.objects.get(), with_lead(number), number=0)
            for number in range(1, 5)
        )
    )
    winners = [one for one in results if isinstance(one, Front)]
    losers = [one for one in results if isinstance(one, Stale)]
    assert (len(winners), len(losers)) == (1, 3)
    kept = Front.objects.get()
    assert (kept.draft, kept.draft_number) == (winners[0].draft, 1)
    assert all(loser.content == kept.draft for loser in losers)


@needs_two_connections
@pytest.mark.django_db(transaction=True)
def test_of_two_launches_at_once_one_goes_before_readers():
    front(draft=with_lead(1))
    results = at_once(*[lambda: launch(Front.objects.get())] * 3)
    assert sum(isinstance(one, Launch) for one in results) == 1
    assert sum(isinstance(one, Refused) for one in results) == 2


@needs_two_connections
@pytest.mark.django_db(transaction=True)
def test_a_front_opened_by_two_at_once_is_made_once():
    results = at_once(*[lambda: launching.open_front(None, by=None)] * 4)
    assert {one.pk for one in results} == {Front.objects.get().pk}


def test_the_draft_and_its_slots_may_be_long():
    picks = [slot(f"s{one}", *range(one * 30 + 1, one * 30 + 31), layout="desk", capacity=6)
             for one in range(1, 10)]  # fmt: skip
    made = front(draft=content(*picks))
    assert launch(made).content == content(*picks)
