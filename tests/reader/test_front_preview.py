"""A front as the desk looks at it: its draft, and how it stood at a moment."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles import publishing
from fronts import launching
from tests import make
from tests.reader.fronts import banner, desk_of, launched, main, shown, slot

pytestmark = pytest.mark.django_db


def preview(client, front, **query):
    return client.get(reverse("front_preview", kwargs={"pk": front.pk}), query)


def test_the_preview_shows_the_draft_and_readers_do_not_see_it(client):
    live, drafted = make.story(headline="Bài đang đăng"), make.story(headline="Bài trong nháp")
    front = launched(slot("lead", live))
    content = {"form": 1, "slots": [slot("lead", drafted)]}
    launching.save_draft(front, number=front.draft_number, content=content, by=None)
    desk_of(client)
    assert "Bài trong nháp" in preview(client, front).content.decode()
    assert "Bài trong nháp" not in main(client)


def test_a_sections_front_has_a_preview(client):
    section = make.section("Xã hội")
    row = make.story(section=section)
    front = launched(slot("lead", row), section=section)
    desk_of(client)
    assert preview(client, front).context["front"].lead.pk == row.pk


def test_a_preview_may_be_framed_by_the_desk_alone_and_is_never_kept(client):
    front = launching.open_front(None, by=None)
    desk_of(client)
    response = preview(client, front)
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response.content.decode()


@pytest.mark.parametrize("name", ["front_preview", "front_composed"])
def test_a_preview_needs_the_right_to_see_fronts(client, name):
    path = reverse(name, kwargs={"pk": launching.open_front(None, by=None).pk})
    assert client.get(path).status_code == 302
    client.force_login(make.user(role="Trị sự"))
    assert client.get(path).status_code == 403


@pytest.mark.parametrize("name", ["front_preview", "front_composed"])
def test_a_front_that_is_not_there_has_no_preview(client, name):
    desk_of(client)
    assert client.get(reverse(name, kwargs={"pk": 12345})).status_code == 404


@pytest.mark.parametrize("name", ["front_preview", "front_composed"])
@pytest.mark.parametrize(
    "moment",
    ["hôm qua", "2026-13-01T07:00", "0000-00-00", "0001-01-01T00:00", "9999-12-31T23:59",
     "9999-12-31T23:59-14:00", "1999-12-31T23:59", "2026-10-14T19:00+99:99", "9" * 500,
     "2199-12-31T23:59:00Z", "2000-01-01T00:00+14"],
)  # fmt: skip
def test_a_moment_that_is_none_is_refused_with_a_sentence(client, name, moment):
    front = launching.open_front(None, by=None)
    desk_of(client)
    response = client.get(reverse(name, kwargs={"pk": front.pk}), {"luc": moment})
    said = gettext("This is not a moment. Write it like 2026-10-14T19:00.")
    assert (response.status_code, response.content.decode()) == (400, said)


@pytest.mark.parametrize("moment", ["2000-01-01T00:00", "2199-12-31T23:59"])
def test_the_first_and_the_last_moment_have_a_page(client, moment):
    front = launching.open_front(None, by=None)
    desk_of(client)
    assert preview(client, front, luc=moment).status_code == 200


@pytest.mark.parametrize("name", ["front_preview", "front_composed"])
def test_a_draft_this_version_cannot_read_is_answered_with_a_sentence(client, name):
    front = launching.open_front(None, by=None)
    front.draft = {"form": 99}
    front.draft_number = 1
    front.save()
    desk_of(client)
    response = client.get(reverse(name, kwargs={"pk": front.pk}))
    said = gettext("This arrangement is of a form this version cannot read.")
    assert (response.status_code, response.content.decode()) == (400, said)


def test_what_stands_in_each_slot_is_told_of_draft_and_live(client):
    section = make.section("Xã hội", hue=4)
    old = make.story(section=section, headline="Bài cũ", at=make.at("2020-01-01 07:00"))
    new = make.story(section=section, headline="Bài mới")
    front = launched(slot("lead", old, source="newest", capacity=2))
    content = {"form": 1, "slots": [slot("desk", new)]}
    launching.save_draft(front, number=front.draft_number, content=content, by=None)
    desk_of(client)
    told = client.get(reverse("front_composed", kwargs={"pk": front.pk})).json()
    assert [(one["id"], one["isPinned"]) for one in told["live"]["lead"]] == [
        (old.pk, True), (new.pk, False)
    ]  # fmt: skip
    (one,) = told["draft"]["desk"]
    assert (one["headline"], one["section"], one["hue"]) == ("Bài mới", "Xã hội", 4)
    assert one["url"] == new.get_absolute_url()


class TestThePast:
    """The front at 19:00 on 14 October."""

    @pytest.fixture
    def then(self):
        return timezone.now() - timedelta(hours=2)

    def at(self, client, front, moment):
        return preview(client, front, luc=moment.isoformat())

    def relaunch(self, front, *slots):
        """What stood there was launched three hours ago; this is launched now."""
        front.launches.update(at=timezone.now() - timedelta(hours=3))
        return launched(*slots)

    def published(self, hours, **fields):
        """A story published so many hours ago, its revision dated like it."""
        at = timezone.now() - timedelta(hours=hours)
        row = make.story(at=at, **fields)
        row.revisions.update(at=at)
        return row

    def test_the_launch_of_that_time_stands(self, client, then):
        before, after = self.published(5), self.published(5)
        front = launched(slot("lead", before))
        self.relaunch(front, slot("lead", after))
        desk_of(client)
        assert shown(self.at(client, front, then).context["front"]) == [before.pk]

    def test_what_was_published_later_is_not_there(self, client, then):
        old = self.published(5)
        self.published(1)
        front = launched(slot("lead", source="newest"))
        self.relaunch(front, slot("lead", old))
        desk_of(client)
        assert shown(self.at(client, front, then).context["front"]) == [old.pk]

    def test_the_headline_is_the_one_printed_then(self, client, then):
        row = self.published(5, headline="Tít cũ")
        front = launched(slot("lead", row))
        front.launches.update(at=then - timedelta(hours=1))
        row.headline = "Tít mới"
        row.save()
        publishing.republish(row, by=None)
        desk_of(client)
        assert self.at(client, front, then).context["front"].lead.headline == "Tít cũ"

    def test_a_story_withdrawn_since_stands_without_a_link(self, client, then):
        row = self.published(5, headline="Bài gỡ sau đó")
        front = launched(slot("lead", row))
        front.launches.update(at=then - timedelta(hours=1))
        publishing.withdraw(row, by=None, reason="Sai.")
        desk_of(client)
        page = self.at(client, front, then).content.decode()
        assert "Bài gỡ sau đó" in page
        assert f'href="{row.get_absolute_url()}"' not in page

    def test_a_story_withdrawn_then_and_back_since_is_not_there(self, client, then):
        row = self.published(5)
        front = launched(slot("lead", row))
        front.launches.update(at=then - timedelta(hours=1))
        withdrawn = publishing.withdraw(row, by=None, reason="Sai.")
        type(withdrawn).objects.filter(pk=withdrawn.pk).update(at=then - timedelta(minutes=5))
        publishing.reinstate(row, by=None, reason="Đúng.")
        desk_of(client)
        assert shown(self.at(client, front, then).context["front"]) == []

    def test_before_any_launch_time_chose(self, client, then):
        row = self.published(5)
        front = launched(slot("desk", row))
        desk_of(client)
        assert self.at(client, front, then).context["front"].lead.pk == row.pk

    def test_a_banner_of_that_time_stands(self, client, then):
        banner("Xả lũ hôm ấy", start=-3, end=-1)
        front = launching.open_front(None, by=None)
        desk_of(client)
        assert "Xả lũ hôm ấy" in self.at(client, front, then).content.decode()

    def test_what_stood_in_each_slot_is_told(self, client, then):
        row = self.published(5, headline="Bài hôm ấy")
        front = launched(slot("lead", row))
        front.launches.update(at=then - timedelta(hours=1))
        desk_of(client)
        path = reverse("front_composed", kwargs={"pk": front.pk})
        told = client.get(path, {"luc": then.isoformat()}).json()
        assert [one["headline"] for one in told["then"]["lead"]] == ["Bài hôm ấy"]

    def test_a_time_to_come_shows_what_is_timed_for_it(self, client):
        row = self.published(5)
        start = timezone.now() + timedelta(hours=1)
        front = launched(slot("lead", (row, {"from": start.isoformat()})))
        desk_of(client)
        later = self.at(client, front, start + timedelta(minutes=1))
        assert shown(later.context["front"]) == [row.pk]
