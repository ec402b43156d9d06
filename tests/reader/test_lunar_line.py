import pytest
from django.utils import timezone

from reader.templatetags.lunar import lunar
from tests import make
from vietnamese.lunar import FIRST, lunar_date

pytestmark = pytest.mark.django_db


def test_the_front_page_bears_the_lunar_date_and_an_article_does_not(client):
    line = str(lunar_date(timezone.localdate()))
    assert line in client.get("/").content.decode()
    assert line not in client.get(make.story().get_absolute_url()).content.decode()


def test_a_paper_may_leave_the_lunar_date_off(client, settings):
    settings.LUNAR_DATE = False
    assert str(lunar_date(timezone.localdate())) not in client.get("/").content.decode()


def test_the_day_is_the_one_in_the_papers_zone():
    moment = make.at("2024-02-10 00:30")
    assert lunar(moment) == lunar(moment.date()) == "mùng 1 tháng Giêng, Giáp Thìn"


def test_a_day_no_calendar_reaches_has_no_line():
    assert lunar(FIRST.replace(year=1800)) == ""
