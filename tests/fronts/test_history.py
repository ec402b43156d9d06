"""What stood there when: launches told in words, and the way to the page of then."""

from datetime import timedelta
from itertools import chain, pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import Series
from articles.roles import Role
from fronts import launching
from fronts.admin import history
from fronts.arrangement import parse
from fronts.changes import Changes, between
from fronts.models import Launch
from tests import make
from tests.counting import queries
from tests.fronts.arranged import content, front, launched, pin, slot, with_lead


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def head(client, db):
    user = make.user(role=Role.SECTION_HEAD)
    client.force_login(user)
    return user


def path(made, name="history"):
    return reverse(f"admin:fronts_front_{name}", args=(made.pk,))


def page(client, made, **query):
    return client.get(path(made), query)


def said(*contents):
    """What the launch of the last of these is said to have changed."""
    made = launched(*contents)
    launches = list(made.launches.newest_first())
    return history.entries(made, launches)[0].changes


def story(headline):
    return make.article(headline=headline)


# --- In words -------------------------------------------------------------------------------


@pytest.mark.django_db
def test_what_came_and_what_left_is_said():
    old, new = story("Cầu cũ"), story("Cầu mới")
    assert said(with_lead(old), with_lead(new)) == [
        "“Cầu mới” came into “Lead”.",
        "“Cầu cũ” left “Lead”.",
    ]


@pytest.mark.django_db
def test_what_moved_from_one_slot_to_another_is_said():
    one = story("Cầu mới")
    desk = {"layout": "desk", "title": "Quanh ta"}
    before = content(slot("lead", one), slot("b", **desk))
    after = content(slot("lead"), slot("b", one, **desk))
    assert said(before, after) == ["“Cầu mới” moved from “Lead” to “Desk: Quanh ta”."]


@pytest.mark.django_db
def test_what_moved_within_a_slot_is_said_and_what_made_way_is_not():
    one, two, three = story("Một"), story("Hai"), story("Ba")
    assert said(with_lead(one, two, three), with_lead(three, one, two)) == [
        "“Ba” moved within “Lead”."
    ]


@pytest.mark.django_db
def test_what_merely_moved_up_is_not_said_to_have_moved():
    one, two = story("Một"), story("Hai")
    assert said(with_lead(one, two), with_lead(two)) == ["“Một” left “Lead”."]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "over", [{"headline": "Khác"}, {"photo": 7}, {"until": "2026-10-14T19:00:00+07:00"}]
)
def test_what_is_shown_otherwise_is_said(over):
    one = story("Cầu mới")
    assert said(with_lead(one), with_lead(pin(one, **over))) == [
        "“Cầu mới” got another headline, picture or time."
    ]


@pytest.mark.django_db
def test_a_story_that_is_no_more_is_called_by_its_number():
    assert said(with_lead(), with_lead(404)) == ["“#404” came into “Lead”."]


@pytest.mark.django_db
def test_what_happened_to_slots_is_said():
    a, b = slot("a", layout="desk"), slot("b", layout="strip", capacity=1, source="none")
    c = slot("c", layout="desk", title="Quanh ta")
    assert said(content(a, b), content({**a, "capacity": 3}, c)) == [
        "The slot “Desk: Quanh ta” is new.",
        "The slot “Photo strip” was taken away.",
        "The slot “Desk” is laid out or filled otherwise.",
    ]
    assert said(content(a, c), content(c, a)) == ["The slots stand in another order."]


@pytest.mark.django_db
def test_another_note_is_said():
    assert said(content(title="1,82 m"), content(title="1,84 m")) == [
        "The note beside the masthead is another."
    ]


@pytest.mark.django_db
def test_a_slot_is_called_by_what_fills_it():
    city, topic, series = make.section("Đô thị"), make.topic("Mùa lũ"), make.series("Giữ nghề")
    slots = [
        slot("a", 1, layout="desk", source="section", of=city.pk),
        slot("b", 2, layout="desk", source="topic", of=topic.pk),
        slot("c", 3, layout="series", source="series", of=series.pk),
    ]
    bare = content(*({**one, "pins": []} for one in slots))
    assert said(bare, content(*slots)) == [
        "“#1” came into “Desk: Đô thị”.",
        "“#2” came into “Desk: Mùa lũ”.",
        "“#3” came into “Series band: Giữ nghề”.",
    ]


@pytest.mark.django_db
def test_the_first_launch_is_told_beside_what_the_time_chooses():
    made = front()
    only = {**made.draft, "note": {"title": "1,82 m", "text": ""}}
    assert said(only) == ["The note beside the masthead is another."]


def test_nothing_is_told_of_what_did_not_change():
    one = parse(with_lead(1, 2))
    assert between(one, one) == Changes()


# --- The page -------------------------------------------------------------------------------


def test_who_when_and_why_is_told_newest_first(client, head):
    made = launched(with_lead(1))
    launching.save_draft(made, number=1, content=with_lead(2), by=None)
    secretary = make.user(role=Role.SECRETARY, name="Minh Khuê")
    launching.launch(made, number=2, by=secretary, note="Bão <b>vào</b> bờ")
    response = page(client, made)
    entries = response.context["entries"]
    assert [(one.launch.number, one.is_live) for one in entries] == [(2, True), (1, False)]
    html = response.content.decode()
    assert "Minh Khuê" in html
    assert "Bão &lt;b&gt;vào&lt;/b&gt; bờ" in html


def test_a_launch_leads_to_the_page_as_it_was_launched(client, head):
    first, second = make.story(headline="Bài trước"), make.story(headline="Bài sau")
    made = launched(with_lead(first), with_lead(second))
    newer, older = page(client, made).context["entries"]
    for entry, article in ((newer, second), (older, first)):
        then = client.get(entry.page_url)
        assert then.context["front"].lead.pk == article.pk


def test_a_front_nobody_launched_has_an_empty_history(client, head):
    response = page(client, front())
    assert (response.status_code, response.context["entries"]) == (200, [])


def test_an_undo_is_on_record_as_a_launch(client, head):
    made = launched(with_lead(1), with_lead(2))
    launching.undo(made, number=2, by=None)
    latest = page(client, made).context["entries"][0]
    assert latest.changes == ["“#1” came into “Lead”.", "“#2” left “Lead”."]
    assert latest.launch.note


def long_history(number):
    made = front()
    Launch.objects.bulk_create(
        Launch(front=made, number=one, content=with_lead(one), at=timezone.now())
        for one in range(1, number + 1)
    )
    return made


def test_older_launches_are_on_a_page_of_their_own_and_none_is_left_out(client, head):
    made = long_history(history.A_PAGE * 2 + 3)
    found, query = [], {}
    while query is not None:
        context = page(client, made, **query).context
        found.append(context["entries"])
        query = {"before": context["following"]} if context["following"] else None
    assert [len(one) for one in found] == [history.A_PAGE, history.A_PAGE, 3]
    everything = list(chain.from_iterable(found))
    numbers = [one.launch.number for one in everything]
    assert all(after == before - 1 for before, after in pairwise(numbers))
    last_of_first = found[0][-1]
    number = last_of_first.launch.number
    assert last_of_first.changes == [
        f"“#{number}” came into “Lead”.",
        f"“#{number - 1}” left “Lead”.",
    ]
    assert [one.launch.number for one in everything if one.is_live] == numbers[:1]


@pytest.mark.parametrize("before", ["x", "-1", "9" * 30, "0", "²"])
def test_a_page_that_is_none_is_a_page_still(client, head, before):
    assert page(client, launched(with_lead(1)), before=before).status_code == 200


def test_another_fronts_launches_are_not_here(client, head):
    launched(with_lead(1))
    assert page(client, front(make.section())).context["entries"] == []


@pytest.mark.parametrize("number", ["404", "x", "9" * 30])
def test_a_front_that_is_not_there_has_no_history(client, head, number):
    response = client.get(reverse("admin:fronts_front_history", args=(number,)))
    assert response.status_code == 302


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR, Role.BUSINESS])
@pytest.mark.django_db
def test_who_sees_no_fronts_sees_no_history(client, role):
    made = launched(with_lead(1))
    client.force_login(make.user(role=role))
    assert page(client, made).status_code == 403


def test_a_long_history_costs_what_a_short_one_does(client, head):
    made = launched(full())
    few = queries(client, path(made))
    for _one in range(4):
        launching.save_draft(made, number=made.draft_number, content=full(), by=head)
        launching.launch(made, number=made.draft_number, by=None)
    assert queries(client, path(made)) == few


def full():
    """Slots filled in every way, with stories of their own."""
    section, topic = make.section(), make.topic()
    series = Series.objects.first() or make.series()
    return content(
        slot("a", make.article(), make.article()),
        slot("b", make.article(), layout="desk", source="section", of=section.pk),
        slot("c", make.article(), layout="desk", source="topic", of=topic.pk),
        slot("d", make.article(), layout="series", source="series", of=series.pk),
    )


# --- What stood there at a moment -----------------------------------------------------------


def test_a_moment_leads_to_the_page_of_then_on_the_papers_clock(client, head):
    made = launched(with_lead(1))
    response = page(client, made, at="2026-10-14T19:00")
    target = urlsplit(response["Location"])
    assert target.path == reverse("front_preview", args=(made.pk,))
    assert parse_qs(target.query) == {"luc": ["2026-10-14T19:00:00+07:00"]}


def test_the_page_of_then_has_what_was_launched_then(client, head):
    long_ago = timezone.now() - timedelta(days=2)
    first, second = make.story(at=long_ago), make.story(at=long_ago)
    made = launched(with_lead(first), with_lead(second))
    Launch.objects.filter(number=1).update(at=long_ago)
    yesterday = timezone.localtime() - timedelta(days=1)
    response = client.get(path(made), {"at": f"{yesterday:%Y-%m-%dT%H:%M}"}, follow=True)
    assert response.context["front"].lead.pk == first.pk


@pytest.mark.parametrize(
    "moment",
    ["", "hôm qua", "2026-13-01T07:00", "0001-01-01T00:00", "0001-01-01T00:00+14:00",
     "9999-12-31T23:59", "9999-12-31T23:59-14:00", "9" * 500],
)  # fmt: skip
def test_a_moment_that_cannot_be_is_refused_in_a_sentence(client, head, moment):
    response = page(client, launched(with_lead(1)), at=moment)
    assert response.status_code == 200
    assert len(response.context["form"].errors["at"]) == 1
    assert len(response.context["entries"]) == 1


def test_a_moment_that_has_not_come_is_refused(client, head):
    tomorrow = timezone.localtime() + timedelta(days=1)
    response = page(client, front(), at=f"{tomorrow:%Y-%m-%dT%H:%M}")
    assert response.context["form"].errors["at"] == ["This moment has not come yet."]
