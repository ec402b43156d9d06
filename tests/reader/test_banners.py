"""Which banners and formal corrections stand, when there are many and when a story goes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing
from reader.imprint import MOST_BANNERS, MOST_CORRECTIONS, breaking_at, compose, corrections_at
from tests import make
from tests.reader.fronts import banner

pytestmark = pytest.mark.django_db


def texts(client):
    return [one["text"] for one in client.get("/").context["breaking"]]


def test_a_withdrawn_storys_banner_leaves_with_it(client):
    row = make.story()
    banner(article=row)
    assert texts(client) == ["Xả lũ từ 9 giờ"]
    publishing.withdraw(row, by=None, reason="Sai.")
    assert texts(client) == []


def test_a_story_put_back_brings_its_banner_back(client):
    row = make.story()
    banner(article=row)
    publishing.withdraw(row, by=None, reason="Sai.")
    assert texts(client) == []
    publishing.reinstate(row, by=None, reason="Đã kiểm tra lại.")
    assert client.get("/").context["breaking"][0]["url"] == row.get_absolute_url()


def test_a_banner_of_a_story_to_come_stands_without_its_link(client):
    banner(article=make.article())
    (one,) = client.get("/").context["breaking"]
    assert (one["text"], one["url"]) == ("Xả lũ từ 9 giờ", "")


def test_a_banner_of_a_story_withdrawn_later_stood_at_the_time():
    row = make.story()
    banner(article=row)
    before = timezone.now()
    publishing.withdraw(row, by=None, reason="Sai.")
    assert len(breaking_at(compose(before.date(), moment=before), before)) == 1


def test_of_too_many_banners_the_latest_stand(client):
    for hour in range(MOST_BANNERS + 2):
        banner(f"Bản tin {hour}", start=-1 - hour)
    assert texts(client) == [f"Bản tin {hour}" for hour in range(MOST_BANNERS)]


def test_banners_to_come_take_no_place_from_those_that_stand(client):
    banner()
    for hour in range(MOST_BANNERS):
        banner("Chưa đến giờ", start=1 + hour, end=40)
    assert texts(client) == ["Xả lũ từ 9 giờ"]


def test_when_a_banner_ends_one_that_had_no_place_moves_up():
    banner("Còn lâu", start=-30, end=9)
    for _one in range(MOST_BANNERS):
        banner("Sắp hết", end=1)
    kept = compose(timezone.localdate())
    later = timezone.now() + timedelta(hours=2)
    assert [one["text"] for one in breaking_at(kept, later)] == ["Còn lâu"]


def test_a_formal_correction_that_had_no_place_moves_up_when_others_end():
    row = make.story()
    make.formal(row, right="Giữ lâu nhất.", days=30)
    for _one in range(MOST_CORRECTIONS):
        make.formal(row, days=1)
    kept = compose(timezone.localdate())
    now = timezone.now()
    assert len(corrections_at(kept, now)) == MOST_CORRECTIONS
    later = corrections_at(kept, now + timedelta(days=2))
    assert [one["right"] for one in later] == ["Giữ lâu nhất."]


def test_many_banners_cost_what_few_do(client):
    banner(article=make.story())
    few = composed_in()
    for _one in range(10):
        banner(article=make.story())
    assert composed_in() == few


def composed_in():
    with CaptureQueriesContext(connection) as captured:
        compose(timezone.localdate())
    return len(captured)
