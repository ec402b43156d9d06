"""The list of fronts, and what the front editor's screen begins with."""

import json
import re

import pytest
from django.urls import reverse

from articles.models import Section
from articles.roles import Role
from fronts import launching
from fronts.models import Front
from tests import make
from tests.counting import queries
from tests.fronts.arranged import content, front, launched, pin, slot, with_lead

pytestmark = pytest.mark.django_db

LIST = "admin:fronts_front_changelist"
CHANGE = "admin:fronts_front_change"
OUTSIDE = (Role.CONTRIBUTOR, Role.REPORTER, Role.EDITOR, Role.PHOTO_DESK, Role.BUSINESS)


@pytest.fixture
def secretary(client):
    user = make.user(role=Role.SECRETARY, name="Minh Khuê")
    client.force_login(user)
    return user


def change(made):
    return reverse(CHANGE, args=(made.pk,))


def data(client, made):
    return client.get(change(made)).context["front_data"]


def listed(client):
    changelist = client.get(reverse(LIST)).context["cl"]
    return changelist.model_admin, list(changelist.result_list)


# --- The list -------------------------------------------------------------------------------


def test_the_front_page_and_every_section_of_the_main_bar_are_listed(client, secretary):
    second, first = make.section(order=2), make.section(order=1)
    make.section(parent=first)
    _admin, rows = listed(client)
    assert [row.section for row in rows] == [None, first, second]


def test_a_section_moved_below_another_leaves_the_list(client, secretary):
    top, moved = make.section(), make.section()
    front(moved)
    Section.objects.filter(pk=moved.pk).update(parent=top)
    _admin, rows = listed(client)
    assert [row.section for row in rows] == [None, top]


def test_a_front_says_since_when_it_is_live_and_by_whom(client, secretary):
    made = front(draft=with_lead(1))
    launching.launch(made, number=1, by=secretary)
    admin, (row,) = listed(client)
    assert "Minh Khuê" in admin.live_since(row)
    assert "<time" in admin.live_since(row)


def test_a_draft_that_readers_do_not_see_is_told_apart(client, secretary):
    made = launched(with_lead(1))
    admin, (row,) = listed(client)
    same = admin.draft_state(row)
    launching.save_draft(made, number=1, content=with_lead(2), by=secretary)
    admin, (row,) = listed(client)
    assert "<time" not in same
    assert "Minh Khuê" in admin.draft_state(row)


def test_a_front_opened_and_left_alone_does_not_differ(client, secretary):
    client.get(change(front()))
    make.section()
    admin, rows = listed(client)
    assert {"<time" in admin.draft_state(row) for row in rows} == {False}


@pytest.mark.parametrize("role", OUTSIDE)
def test_who_prepares_no_fronts_sees_none(client, role):
    client.force_login(make.user(role=role))
    assert client.get(reverse(LIST)).status_code == 403
    assert not Front.objects.exists()
    assert client.get(change(front())).status_code == 403


def test_a_list_of_many_fronts_costs_what_one_of_few_does(client, secretary):
    launched(with_lead(1))
    front(make.section(), draft=with_lead(2))
    client.get(reverse(LIST))
    few = queries(client, reverse(LIST))
    for _one in range(6):
        made = front(make.section(), draft=with_lead(3))
        launching.launch(made, number=1, by=make.user(role=Role.SECRETARY))
        launching.save_draft(made, number=1, content=with_lead(4), by=secretary)
    client.get(reverse(LIST))
    assert queries(client, reverse(LIST)) == few


# --- The screen -----------------------------------------------------------------------------


def test_the_screen_has_draft_and_live_side_by_side(client, secretary):
    made = launched(with_lead(1))
    launching.save_draft(made, number=1, content=with_lead(2), by=secretary)
    given = data(client, made)
    assert (given["draft"]["number"], given["draft"]["by"]) == (2, "Minh Khuê")
    assert (given["draft"]["content"], given["live"]["content"]) == (with_lead(2), with_lead(1))
    assert set(given["stories"]) == {"1", "2"}


def test_the_first_to_open_a_front_finds_what_the_time_chooses(client, secretary):
    section = make.section()
    listed(client)
    given = data(client, Front.objects.get(section=section))
    assert given["live"] is None
    assert given["draft"]["content"]["slots"][0]["of"] == section.pk
    assert given["front"]["url"] == section.get_absolute_url()


def test_each_story_says_how_it_stands_and_one_that_is_no_more_is_missing(client, secretary):
    photo = make.photo(alt="Bến sông")
    unpublished, published = make.article(), make.story(lead_photo=photo)
    told = data(client, front(draft=with_lead(unpublished, published, 999)))["stories"]
    one, other = told[str(unpublished.pk)], told[str(published.pk)]
    assert (one["status"], one["publishedAt"], one["photo"]) == ("draft", None, None)
    assert (other["status"], other["photo"]["id"]) == ("published", photo.pk)
    assert other["publishedAt"]
    assert told["999"] == {"missing": True}


def test_topics_and_series_that_are_used_come_with_their_names(client, secretary):
    topic, series = make.topic("Mùa lũ"), make.series("Giữ nghề")
    make.topic()
    given = data(
        client,
        front(
            draft=content(
                slot("a", layout="desk", source="topic", of=topic.pk),
                slot("b", layout="series", source="series", of=series.pk),
            )
        ),
    )
    assert given["topics"] == [{"id": topic.pk, "name": "Mùa lũ"}]
    assert given["series"] == [{"id": series.pk, "name": "Giữ nghề"}]


@pytest.mark.parametrize(
    ("role", "may"), [(Role.SECTION_HEAD, False), (Role.SECRETARY, True)], ids=["head", "secretary"]
)
def test_the_screen_knows_who_may_launch(client, role, may):
    client.force_login(make.user(role=role))
    given = data(client, front())
    assert (given["mayChange"], given["mayLaunch"]) == (True, may)


def test_no_headline_ends_the_data_in_the_page(client, secretary):
    article = make.article(headline="</script><script>alert(1)</script>")
    page = client.get(change(front(draft=with_lead(article)))).content.decode()
    (found,) = re.findall(r'<script id="front-data" type="application/json">(.*?)</script>', page)
    assert json.loads(found)["stories"][str(article.pk)]["headline"] == article.headline


def test_the_screen_is_read_and_never_posted_to(client, secretary):
    assert client.post(change(front()), {}).status_code == 405


@pytest.mark.parametrize("number", ["404", "x", "9" * 30])
def test_a_front_that_is_not_there_leads_back_to_the_desk(client, secretary, number):
    response = client.get(reverse(CHANGE, args=(number,)))
    assert (response.status_code, response["Location"]) == (302, reverse("admin:index"))


def test_the_screen_of_a_full_front_costs_what_that_of_a_small_one_does(client, secretary):
    small = launched(full(1))
    few = queries(client, change(small))
    assert few <= 12  # session, user, two of rights, imprint, front, and six of the screen's own
    launching.save_draft(small, number=1, content=full(6), by=secretary)
    launching.launch(small, number=2, by=secretary)
    launching.save_draft(small, number=2, content=full(6), by=secretary)
    assert queries(client, change(small)) == few


def full(number):
    """Slots filled in every way, with so many stories each, each with a section and a photo."""
    slots = [
        slot("lead", *picks(number)),
        *(slot(f"s{one}", *picks(number), layout="desk", source="section", of=make.section().pk)
          for one in range(number)),
        *(slot(f"t{one}", layout="desk", source="topic", of=make.topic().pk)
          for one in range(number)),
        *(slot(f"r{one}", layout="series", source="series", of=make.series(f"Kỳ {one}").pk)
          for one in range(number)),
    ]  # fmt: skip
    return content(*slots)


def picks(number):
    section = make.section()
    return [
        pin(make.article(section=section, lead_photo=make.photo()), photo=make.photo().pk)
        for _one in range(number)
    ]


# --- Fronts are kept ------------------------------------------------------------------------


def test_a_front_is_not_thrown_away(client):
    client.force_login(make.user(is_superuser=True))
    for made in (front(), launched_section()):
        path = reverse("admin:fronts_front_delete", args=(made.pk,))
        assert client.post(path, {"post": "yes"}).status_code == 403
    assert Front.objects.count() == 2


def test_a_section_made_in_error_goes_with_the_front_nobody_launched(client):
    client.force_login(make.user(is_superuser=True))
    kept, section = launched_section().section, make.section()
    listed(client)
    for one in (kept, section):
        path = reverse("admin:articles_section_delete", args=(one.pk,))
        client.post(path, {"post": "yes"})
    assert list(Section.objects.all()) == [kept]


def launched_section():
    made = front(make.section(), draft=with_lead(1))
    launching.launch(made, number=1, by=None)
    return made
