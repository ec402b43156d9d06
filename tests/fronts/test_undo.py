"""Taking a launch back: which one, to what stood before it, and once more further back."""

import pytest

from articles.roles import Role
from articles.workflow import Refused
from fronts import launching, standing
from fronts.launching import Overtaken
from tests import make
from tests.fronts.arranged import front, launched, post, with_lead

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary():
    return make.user("khuê", name="Minh Khuê", role=Role.SECRETARY)


def live(made):
    return standing.latest_launch(made)


def undo(made, *, by=None):
    """Take back what readers see."""
    return launching.undo(made, number=live(made).number, by=by)


def put(made, given):
    launching.save_draft(made, number=made.draft_number, content=given, by=None)
    return launching.launch(made, number=made.draft_number, by=None)


# --- What comes back ------------------------------------------------------------------------


def test_undo_launches_again_what_stood_before(secretary):
    made = launched(with_lead(1), with_lead(2))
    undo(made, by=secretary)
    found = live(made)
    assert (found.number, found.content, found.by) == (3, with_lead(1), secretary)
    assert found.note


def test_undo_sets_the_draft_to_what_readers_see_again():
    made = launched(with_lead(1), with_lead(2))
    undo(made)
    made.refresh_from_db()
    assert (made.draft, made.draft_number) == (with_lead(1), 3)


def test_undo_leaves_work_that_was_not_launched():
    made = launched(with_lead(1), with_lead(2))
    launching.save_draft(made, number=2, content=with_lead(3), by=None)
    undo(made)
    made.refresh_from_db()
    assert (made.draft, live(made).content) == (with_lead(3), with_lead(1))


def test_undo_of_the_first_launch_gives_the_choice_back_to_time():
    made = launched(with_lead(1))
    undo(made)
    assert live(made).content == standing.content_now(made, None)


# --- Further back ---------------------------------------------------------------------------


def test_undone_again_it_goes_further_back():
    made = launched(with_lead(1), with_lead(2), with_lead(3))
    assert [undo(made).content for _ in range(2)] == [with_lead(2), with_lead(1)]
    assert undo(made).content == standing.content_now(made, None)


def test_before_the_first_launch_there_is_nothing_to_go_back_to():
    made = launched(with_lead(1))
    undo(made)
    make.section()
    with pytest.raises(Refused):
        undo(made)


def test_undo_of_a_launch_after_an_undo_goes_to_what_readers_saw_before_it():
    made = launched(with_lead(1), with_lead(2))
    undo(made)
    put(made, with_lead(3))
    assert undo(made).content == with_lead(1)


def test_what_was_undone_does_not_come_back_after_another_launch_either():
    made = launched(with_lead(1), with_lead(2), with_lead(3))
    undo(made)
    put(made, with_lead(4))
    assert [undo(made).content for _ in range(2)] == [with_lead(2), with_lead(1)]


def test_the_same_launched_again_by_hand_is_a_launch_of_its_own():
    made = launched(with_lead(1), with_lead(2), with_lead(1))
    assert undo(made).content == with_lead(2)


# --- Which launch ---------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, 1, 3, -1, 10**30])
def test_only_what_readers_see_is_taken_back(number):
    made = launched(with_lead(1), with_lead(2))
    with pytest.raises(Overtaken):
        launching.undo(made, number=number, by=None)
    assert live(made).number == 2


def test_nothing_launched_is_nothing_to_undo():
    with pytest.raises(Refused):
        launching.undo(front(), number=1, by=None)


def test_who_may_not_launch_does_not_undo():
    made = launched(with_lead(1), with_lead(2))
    with pytest.raises(Refused):
        undo(made, by=make.user(role=Role.SECTION_HEAD))


def test_two_who_take_back_one_launch_take_it_back_once(client, secretary):
    client.force_login(secretary)
    made = launched(with_lead(1), with_lead(2))
    answers = [post(client, "undo", made, {"number": 2}) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 409]
    told = answers[1].json()
    assert (told["live"]["number"], told["live"]["content"]) == (3, with_lead(1))
    assert "Minh Khuê" in told["sentences"][0]
    assert told["stories"] == {"1": {"missing": True}}
    assert live(made).number == 3


# --- A section that left the main bar -----------------------------------------------------------


def test_a_front_of_a_section_moved_below_another_is_left_alone(client, secretary):
    client.force_login(secretary)
    section = make.section()
    made = front(section, draft=with_lead(1))
    launching.launch(made, number=1, by=None)
    section.parent = make.section()
    section.save()
    for act in ("save", "launch", "undo", "discard"):
        answer = post(client, act, made, {"number": 1, "content": with_lead(2)})
        assert (answer.status_code, len(answer.json()["sentences"])) == (400, 1)
    made.refresh_from_db()
    assert (made.draft, live(made).number) == (with_lead(1), 1)
