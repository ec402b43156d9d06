"""What once stood before readers taken up again as the draft."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.roles import Role
from articles.workflow import Refused
from fronts import launching, standing
from fronts.arrangement import Malformed
from fronts.models import Launch
from tests import make
from tests.fronts.arranged import front, launched, with_lead

pytestmark = pytest.mark.django_db

PREPARES = (Role.SECTION_HEAD, Role.SECRETARY, Role.DEPUTY_EDITOR, Role.EDITOR_IN_CHIEF)
OUTSIDE = (Role.CONTRIBUTOR, Role.REPORTER, Role.EDITOR, Role.PHOTO_DESK, Role.BUSINESS)


@pytest.fixture
def head(client):
    user = make.user(role=Role.SECTION_HEAD, name="Hạ Vũ")
    client.force_login(user)
    return user


def old(made, number=1):
    return made.launches.get(number=number)


def take(client, made, number=1):
    return client.post(reverse("admin:fronts_front_draft_from", args=(made.pk, number)))


def history(client, made):
    return client.get(reverse("admin:fronts_front_history", args=(made.pk,)))


def now(made):
    made.refresh_from_db()
    return made.draft


# --- The act --------------------------------------------------------------------------------


def test_a_launch_long_past_becomes_the_draft_and_readers_see_no_change():
    made = launched(with_lead(1), with_lead(2), with_lead(3))
    launching.draft_from(old(made), by=None)
    assert now(made) == with_lead(1)
    assert standing.latest_launch(made).content == with_lead(3)
    assert made.launches.count() == 3


def test_who_took_it_is_told_and_the_number_counts_on():
    made, user = launched(with_lead(1), with_lead(2)), make.user(role=Role.SECTION_HEAD)
    number = made.draft_number
    taken = launching.draft_from(old(made), by=user)
    assert (taken.draft_number, taken.draft_by) == (number + 1, user)


def test_a_draft_taken_up_again_is_launched_as_any():
    made = launched(with_lead(1), with_lead(2))
    taken = launching.draft_from(old(made), by=None)
    launching.launch(taken, number=taken.draft_number, by=None)
    assert standing.latest_launch(made).content == with_lead(1)


def test_a_draft_somebody_works_on_gives_way_and_their_next_save_is_refused():
    made = launched(with_lead(1), with_lead(2))
    theirs = front(draft=with_lead(3))
    launching.draft_from(old(made), by=None)
    assert now(made) == with_lead(1)
    with pytest.raises(launching.Stale):
        launching.save_draft(made, number=theirs.draft_number, content=with_lead(4), by=None)


def test_the_same_once_more_writes_nothing():
    made = launched(with_lead(1))
    number = made.draft_number
    assert launching.draft_from(old(made), by=None).draft_number == number


def test_who_may_not_change_fronts_is_refused():
    made = launched(with_lead(1), with_lead(2))
    with pytest.raises(Refused):
        launching.draft_from(old(made), by=make.user(role=Role.EDITOR))
    assert now(made) == with_lead(2)


def test_a_launch_that_cannot_be_read_is_no_draft():
    made = launched(with_lead(1), with_lead(2))
    Launch.objects.filter(number=1).update(content={"form": 0})
    with pytest.raises(Malformed):
        launching.draft_from(old(made), by=None)
    assert now(made) == with_lead(2)


# --- From the history -----------------------------------------------------------------------


@pytest.mark.parametrize("role", PREPARES)
def test_who_prepares_drafts_takes_one_and_is_led_to_the_editor(client, role):
    made = launched(with_lead(1), with_lead(2))
    client.force_login(make.user(role=role))
    response = take(client, made)
    assert response["Location"] == reverse("admin:fronts_front_change", args=(made.pk,))
    assert now(made) == with_lead(1)


@pytest.mark.parametrize("role", OUTSIDE)
def test_who_sees_no_fronts_takes_none(client, role):
    made = launched(with_lead(1), with_lead(2))
    client.force_login(make.user(role=role))
    assert take(client, made).status_code == 403
    assert now(made) == with_lead(2)


def test_who_only_looks_takes_none_and_is_offered_none(client):
    made = launched(with_lead(1), with_lead(2))
    onlooker = make.user()
    onlooker.user_permissions.add(Permission.objects.get(codename="view_front"))
    client.force_login(onlooker)
    assert take(client, made).status_code == 403
    assert "formaction" not in history(client, made).content.decode()
    assert now(made) == with_lead(2)


def test_a_link_takes_nothing(client, head):
    made = launched(with_lead(1), with_lead(2))
    path = reverse("admin:fronts_front_draft_from", args=(made.pk, 1))
    assert client.get(path).status_code == 405
    assert now(made) == with_lead(2)


@pytest.mark.parametrize("number", [0, 3, 9**30])
def test_a_launch_that_never_was_is_not_found(client, head, number):
    made = launched(with_lead(1), with_lead(2))
    assert take(client, made, number).status_code == 404


def test_another_fronts_launch_is_not_found(client, head):
    launched(with_lead(1), with_lead(2))
    assert take(client, front(make.section())).status_code == 404


def test_what_cannot_be_read_is_said_in_the_history(client, head):
    made = launched(with_lead(1), with_lead(2))
    Launch.objects.filter(number=1).update(content={"form": 0})
    response = take(client, made)
    assert response["Location"] == reverse("admin:fronts_front_history", args=(made.pk,))
    assert list(history(client, made).context["messages"])


def test_every_launch_but_the_one_the_draft_equals_is_offered(client, head):
    made = launched(with_lead(1), with_lead(2))
    html = history(client, made).content.decode()
    offered = [reverse("admin:fronts_front_draft_from", args=(made.pk, one)) for one in (1, 2)]
    assert [f'formaction="{url}"' in html for url in offered] == [True, False]


def test_work_that_would_be_lost_is_spoken_of(client, head):
    made = launched(with_lead(1), with_lead(2))
    assert not history(client, made).context["draft_waits"]
    front(draft=with_lead(3))
    assert history(client, made).context["draft_waits"]
