"""What the front editor's screen may ask for, by role, and what no request can make of it."""

import json
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from articles.roles import Role
from fronts import standing
from fronts.admin.endpoints import LARGEST
from fronts.models import Front, Launch
from tests import make
from tests.fronts.arranged import content, front, launched, pin, post, slot, with_lead

pytestmark = pytest.mark.django_db

ACTS = ("save", "launch", "undo", "discard")
DRAFTS = ("save", "discard")
CHIEFS = (Role.SECRETARY, Role.DEPUTY_EDITOR, Role.EDITOR_IN_CHIEF)
PREPARES = (Role.SECTION_HEAD, *CHIEFS)
OUTSIDE = (Role.CONTRIBUTOR, Role.REPORTER, Role.EDITOR, Role.PHOTO_DESK, Role.BUSINESS)


def sign_in(client, role, **fields):
    user = make.user(role=role, **fields)
    client.force_login(user)
    return user


@pytest.fixture
def secretary(client):
    return sign_in(client, Role.SECRETARY, name="Minh Khuê")


@pytest.fixture
def head(client):
    return sign_in(client, Role.SECTION_HEAD, name="Hạ Vũ")


def differing():
    """A front on which every act can be done: two launches, and a draft that is neither."""
    made = launched(with_lead(1), with_lead(2))
    return front(made.section, draft=with_lead(3))


def given_for(act, made, number=None):
    if act == "undo":
        return {"number": 2}
    number = made.draft_number if number is None else number
    return {"number": number, "content": with_lead(4), "note": ""}


# --- Who may do what ------------------------------------------------------------------------


@pytest.mark.parametrize("role", OUTSIDE)
@pytest.mark.parametrize("act", ACTS)
def test_who_has_no_right_to_fronts_changes_nothing_and_is_told(client, role, act):
    made = differing()
    sign_in(client, role)
    response = post(client, act, made, given_for(act, made))
    assert response.status_code == 403
    assert len(response.json()["sentences"]) == 1
    assert (front().draft, Launch.objects.count()) == (with_lead(3), 2)


@pytest.mark.parametrize("role", PREPARES)
@pytest.mark.parametrize("act", DRAFTS)
def test_heads_and_chiefs_change_drafts(client, role, act):
    made = differing()
    sign_in(client, role)
    assert post(client, act, made, given_for(act, made)).status_code == 200
    assert front().draft == {"save": with_lead(4), "discard": with_lead(2)}[act]


@pytest.mark.parametrize("act", ["launch", "undo"])
def test_a_head_of_section_puts_nothing_before_readers(client, head, act):
    made = differing()
    assert post(client, act, made, given_for(act, made)).status_code == 403
    assert Launch.objects.count() == 2


@pytest.mark.parametrize("role", CHIEFS)
@pytest.mark.parametrize(("act", "seen"), [("launch", with_lead(3)), ("undo", with_lead(1))])
def test_chiefs_put_fronts_before_readers(client, role, act, seen):
    made = differing()
    user = sign_in(client, role)
    assert post(client, act, made, given_for(act, made)).status_code == 200
    live = standing.latest_launch(made)
    assert (live.content, live.by) == (seen, user)


@pytest.mark.parametrize("name", ["search", "photos"])
@pytest.mark.parametrize(
    ("roles", "status"), [(OUTSIDE, 403), (PREPARES, 200)], ids=["outside", "prepares"]
)
def test_who_prepares_fronts_finds_what_goes_on_them(client, name, roles, status):
    for role in roles:
        sign_in(client, role)
        assert client.get(reverse(f"admin:fronts_front_{name}")).status_code == status


@pytest.mark.parametrize("act", ACTS)
def test_who_has_not_signed_in_is_sent_to_do_so(client, act):
    made = differing()
    response = post(client, act, made, given_for(act, made))
    assert response.status_code == 302
    assert reverse("admin:login") in response["Location"]
    assert front().draft == with_lead(3)


@pytest.mark.parametrize("act", ACTS)
def test_a_page_of_another_site_can_do_nothing(act):
    made = differing()
    strict = Client(enforce_csrf_checks=True)
    sign_in(strict, Role.SECRETARY)
    assert post(strict, act, made, given_for(act, made)).status_code == 403
    assert (front().draft, Launch.objects.count()) == (with_lead(3), 2)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_posted(client, secretary, act):
    made = differing()
    response = client.get(reverse(f"admin:fronts_front_{act}", args=(made.pk,)))
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert Launch.objects.count() == 2


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("number", [0, 404, 10**30])
def test_a_front_that_is_not_there_is_not_found(client, secretary, act, number):
    path = reverse(f"admin:fronts_front_{act}", args=(number,))
    response = client.post(path, '{"number": 0}', content_type="application/json")
    assert response.status_code == 404


# --- What comes back ------------------------------------------------------------------------


def test_a_save_tells_its_number_its_time_and_the_stories_in_it(client, head):
    article = make.article(headline="Bến mới", section=make.section("Đô thị", hue=3))
    told = post(client, "save", front(), {"number": 0, "content": with_lead(article, 999)}).json()
    kept = Front.objects.get()
    assert (told["number"], kept.draft_by) == (1, head)
    assert datetime.fromisoformat(told["at"]) == kept.draft_at
    one = told["stories"][str(article.pk)]
    assert (one["headline"], one["section"], one["hue"]) == ("Bến mới", "Đô thị", 3)
    assert told["stories"]["999"] == {"missing": True}


def test_a_save_tells_the_pictures_that_stand_in_place_of_stories_own(client, head):
    photo = make.photo(alt="Cầu mới")
    sent = with_lead(pin(make.article(), photo=photo.pk))
    told = post(client, "save", front(), {"number": 0, "content": sent}).json()
    assert told["photos"][str(photo.pk)]["alt"] == "Cầu mới"


def test_a_stale_save_is_told_whose_draft_stands_there_and_the_first_is_kept(client, head):
    made = front()
    post(client, "save", made, {"number": 0, "content": with_lead(1)})
    sign_in(client, Role.SECRETARY)
    response = post(client, "save", made, {"number": 0, "content": with_lead(2)})
    told = response.json()
    assert response.status_code == 409
    assert (told["by"], told["number"], told["content"]) == ("Hạ Vũ", 1, with_lead(1))
    assert told["at"]
    assert told["stories"] == {"1": {"missing": True}}
    assert "Hạ Vũ" in " ".join(told["sentences"])
    assert (front().draft, front().draft_by) == (with_lead(1), head)


def test_a_draft_is_saved_over_anothers_by_naming_theirs(client, head):
    made = front(draft=with_lead(1))
    stale = post(client, "save", made, {"number": 0, "content": with_lead(2)}).json()
    again = {"number": stale["number"], "content": with_lead(2)}
    assert post(client, "save", made, again).status_code == 200
    assert front().draft == with_lead(2)


@pytest.mark.parametrize("act", ["launch", "discard"])
def test_a_draft_somebody_changed_since_is_neither_launched_nor_discarded(client, secretary, act):
    made = differing()
    response = post(client, act, made, {"number": made.draft_number - 1})
    assert (response.status_code, response.json()["content"]) == (409, with_lead(3))
    assert (front().draft, Launch.objects.count()) == (with_lead(3), 2)


def test_what_breaks_a_rule_is_refused_in_sentences(client, head):
    made = front(draft=with_lead(1))
    response = post(client, "save", made, {"number": 1, "content": with_lead(1, 1)})
    assert response.status_code == 400
    assert len(response.json()["sentences"]) == 1
    assert front().draft == with_lead(1)


def test_a_launch_tells_what_is_live_and_with_which_reason(client, secretary):
    made = front(draft=with_lead(1))
    told = post(client, "launch", made, {"number": 1, "note": "Bão vào bờ"}).json()
    assert (told["live"]["number"], told["live"]["by"]) == (1, "Minh Khuê")
    assert told["live"]["content"] == told["draft"]["content"] == with_lead(1)
    assert told["sentences"]
    assert Launch.objects.get().note == "Bão vào bờ"


def test_an_undo_tells_what_is_live_again_and_the_draft_that_follows(client, secretary):
    made = launched(with_lead(1), with_lead(2))
    told = post(client, "undo", made, {"number": 2}).json()
    assert told["live"]["content"] == told["draft"]["content"] == with_lead(1)
    assert (told["live"]["number"], told["draft"]["number"]) == (3, 3)


def test_a_discarded_draft_comes_back_as_readers_see_it(client, head):
    made = front(launched(with_lead(1)).section, draft=with_lead(2))
    told = post(client, "discard", made, {"number": 2}).json()
    assert (told["draft"]["number"], told["draft"]["content"]) == (3, with_lead(1))
    assert told["stories"] == {"1": {"missing": True}}


@pytest.mark.parametrize("act", ["launch", "undo"])
def test_nothing_to_do_is_refused_in_a_sentence(client, secretary, act):
    made = launched(with_lead(1)) if act == "launch" else front(draft=with_lead(1))
    response = post(client, act, made, {"number": made.draft_number})
    assert (response.status_code, len(response.json()["sentences"])) == (400, 1)


# --- Hostile requests -----------------------------------------------------------------------

HOSTILE = [
    b"",
    b"\xff\xfe\x00",
    b"[" * 60_000,
    b'{"a":' * 10_000,
    b"null",
    b"[]",
    b'"draft"',
    b"1",
    b"NaN",
    b"{}",
    b'{"number": null}',
    b'{"number": true}',
    b'{"number": "1"}',
    b'{"number": 1.0}',
    b'{"number": 1e999}',
    b'{"number": NaN}',
    b'{"number": -Infinity}',
    b'{"number": []}',
    b'{"number": ' + b"9" * 5000 + b"}",
]


@pytest.mark.parametrize("sent", HOSTILE, ids=lambda sent: repr(sent[:30]))
@pytest.mark.parametrize("act", ACTS)
def test_what_is_no_request_is_refused_in_a_sentence(client, secretary, act, sent):
    response = post(client, act, differing(), sent)
    assert response.status_code == 400
    assert response.json()["sentences"]
    assert (front().draft, Launch.objects.count()) == (with_lead(3), 2)


@pytest.mark.parametrize("number", [-1, 10**30])
@pytest.mark.parametrize("act", ["save", "launch", "discard"])
def test_a_number_that_never_was_is_a_conflict(client, secretary, act, number):
    made = differing()
    assert post(client, act, made, given_for(act, made, number)).status_code == 409


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "draft",
        [],
        {},
        {"form": 2, "slots": []},
        {"form": 1, "slots": {}},
        {"form": 1, "slots": [[]], "note": []},
        {"form": 1, "slots": [], "note": {"title": {}}},
        content(slot(of={"a": 1}, source="section")),
        content(slot("lead", pin(1, photo={"id": 1}))),
    ],
    ids=repr,
)
def test_content_that_is_no_arrangement_is_refused_in_a_sentence(client, head, sent):
    response = post(client, "save", differing(), {"number": 3, "content": sent})
    assert response.status_code == 400
    assert response.json()["sentences"]
    assert front().draft == with_lead(3)


@pytest.mark.parametrize("source", ["section", "topic"])
def test_a_slot_filled_by_what_does_not_exist_is_refused_in_a_sentence(client, head, source):
    sent = content(slot("a", layout="desk", source=source, of=10**15 - 1))
    response = post(client, "save", front(), {"number": 0, "content": sent})
    assert (response.status_code, len(response.json()["sentences"])) == (400, 1)
    assert front().draft_number == 0


def test_numbers_of_nothing_are_kept_shown_and_launched(client, secretary):
    """The largest a request may name: every database takes them, and readers see a page."""
    made, most = front(), 10**15 - 1
    topic = make.topic().pk
    sent = content(slot("a", pin(5, photo=most), most, layout="desk", source="topic", of=topic))
    assert post(client, "save", made, {"number": 0, "content": sent}).status_code == 200
    assert post(client, "launch", made, {"number": 1}).status_code == 200
    for name in ("admin:fronts_front_change", "admin:fronts_front_history", "front_preview"):
        assert client.get(reverse(name, args=(made.pk,))).status_code == 200
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("note", [1, [], {"a": 1}, True])
def test_a_reason_that_is_no_text_is_refused(client, secretary, note):
    made = front(draft=with_lead(1))
    assert post(client, "launch", made, {"number": 1, "note": note}).status_code == 400
    assert not Launch.objects.exists()


def test_letters_no_database_takes_are_left_out(client, secretary):
    sent = content(slot("lead", pin(1, headline="Bến\0 \ud800mới")), title="\0")
    made = front()
    assert post(client, "save", made, {"number": 0, "content": sent}).status_code == 200
    assert post(client, "launch", made, {"number": 1, "note": "\0\ud800Bão"}).status_code == 200
    found = Launch.objects.get()
    assert found.content == content(slot("lead", pin(1, headline="Bến mới")))
    assert found.note == "Bão"


@pytest.mark.parametrize("act", ["save", "launch", "discard"])
def test_more_than_a_front_can_hold_is_refused(client, secretary, act):
    made = differing()
    given = json.dumps(given_for(act, made))
    full = given + " " * (LARGEST - len(given))
    assert post(client, act, made, full + " ").status_code == 400
    assert (front().draft, Launch.objects.count()) == (with_lead(3), 2)
    assert post(client, act, made, full).status_code == 200


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]
)
def test_a_form_is_no_request(client, secretary, kind):
    made = differing()
    path = reverse("admin:fronts_front_save", args=(made.pk,))
    assert client.post(path, b"number=3&content=", content_type=kind).status_code == 400
    assert front().draft == with_lead(3)
