"""The archive by day."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from reader import calendars
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db


def of_month(text: str) -> str:
    return reverse("archive_of_month", kwargs={"month": date.fromisoformat(f"{text}-01")})


def of_day(text: str) -> str:
    return reverse("archive_of_day", kwargs={"day": date.fromisoformat(text)})


def main(client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    page = response.content.decode()
    return page[page.index("<main") : page.index("</main>")]


def linked_days(page: str) -> list[str]:
    return re.findall(r'<td[^>]*><a href="[^"]+"><time datetime="([^"]+)"', page)


# --- the calendar -----------------------------------------------------------------------------


def test_the_addresses_are_years_months_and_days():
    assert of_month("2023-05").endswith("/2023/05/")
    assert of_day("2023-05-24").endswith("/2023/05/24/")


def test_a_month_links_the_days_that_have_stories(client):
    for moment in ("2023-05-02 07:00", "2023-05-24 07:00", "2023-05-24 09:00", "2023-06-01 07:00"):
        make.story(at=make.at(moment))
    page = main(client, of_month("2023-05"))
    assert linked_days(page) == ["2023-05-02", "2023-05-24"]
    assert of_day("2023-05-24") in page


def test_a_day_begins_at_midnight_in_the_papers_zone(client):
    make.story(at=make.at("2023-04-30 23:59"))
    make.story(at=make.at("2023-05-01 00:00"), headline="Đầu tháng")
    make.story(at=make.at("2023-05-31 23:59"), headline="Cuối tháng")
    assert linked_days(main(client, of_month("2023-05"))) == ["2023-05-01", "2023-05-31"]
    assert "Đầu tháng" in main(client, of_day("2023-05-01"))
    assert "Cuối tháng" in main(client, of_day("2023-05-31"))


def test_a_week_begins_on_monday_and_other_months_days_are_left_blank():
    make.story(at=make.at("2023-05-02 07:00"))
    month = calendars.month(date(2023, 5, 1), date(2023, 5, 24))
    assert month
    assert {len(week) for week in month.weeks} == {7}
    first, last = month.weeks[0][0], month.weeks[-1]
    assert first
    assert first.day == date(2023, 5, 1)
    assert [day.day.day if day else None for day in last] == [29, 30, 31, None, None, None, None]


def test_the_archive_opens_at_this_month_with_today_marked(client):
    make.story()
    page = main(client, reverse("archive"))
    assert page.count('aria-current="date"') == 1
    assert linked_days(page) == [timezone.localdate().isoformat()]


def test_a_paper_without_stories_has_an_empty_calendar(client):
    assert linked_days(main(client, reverse("archive"))) == []


def test_a_month_leads_to_those_around_it_and_not_out_of_the_archive(client):
    make.story(at=make.at("2022-12-31 07:00"))
    page = main(client, of_month("2023-01"))
    assert f'href="{of_month("2022-12")}" rel="prev"' in page
    assert f'href="{of_month("2023-02")}" rel="next"' in page
    assert 'rel="prev"' not in main(client, of_month("2022-12"))
    now = timezone.localdate().strftime("%Y-%m")
    assert 'rel="next"' not in main(client, of_month(now))


def test_every_year_of_the_archive_is_one_step_away(client):
    make.story(at=make.at("2021-11-24 07:00"))
    page = main(client, of_month("2023-05"))
    assert of_month("2022-05") in page
    # The archive begins later in that year: the nearest month there is.
    assert of_month("2021-11") in page
    assert of_month("2021-05") not in page


@pytest.mark.parametrize("month", ["2023-04", "2999-01", "1901-01"])
def test_a_month_outside_the_archive_is_a_404(client, month):
    make.story(at=make.at("2023-05-24 07:00"))
    assert client.get(f"{reverse('archive')}{month.replace('-', '/')}/").status_code == 404


@pytest.mark.parametrize(
    "path", ["2023/13/", "2023/00/", "2023/5/", "2023/02/30/", "2023/05/24", "0000/01/01/", "2023/"]
)
def test_what_is_no_day_is_no_address(client, path):
    make.story(at=make.at("2023-05-24 07:00"))
    response = client.get(f"{reverse('archive')}{path}")
    assert response.status_code == (301 if path.endswith("24") else 404)


def test_a_month_without_stories_says_so_and_is_kept_from_search_engines(client):
    make.story(at=make.at("2023-05-24 07:00"))
    response = client.get(of_month("2023-07"))
    assert b'name="robots" content="noindex"' in response.content
    assert response.status_code == 200


def test_an_archive_may_be_older_than_the_century_before_last(client):
    make.story(at=make.at("1865-04-15 07:00"))
    assert linked_days(main(client, of_month("1865-04"))) == ["1865-04-15"]
    assert of_month("1865-11") in main(client, reverse("archive"))


def test_a_withdrawn_story_leaves_the_calendar_at_once(client):
    make.story(at=make.at("2023-05-01 07:00"))
    article = make.story(at=make.at("2023-05-24 07:00"), headline="Câu phải gỡ")
    publishing.withdraw(article, by=None, reason="Sai.")
    assert linked_days(main(client, of_month("2023-05"))) == ["2023-05-01"]
    assert "Câu phải gỡ" not in main(client, of_day("2023-05-24"))


# --- a day ------------------------------------------------------------------------------------


def test_a_day_lists_its_stories_by_section_in_the_bars_order(client):
    last = make.section("Thể thao", order=30)
    first = make.section("Xã hội", order=10)
    child = make.section("Y tế", parent=first)
    for section, headline in ((last, "Trận cầu"), (child, "Trạm xá"), (first, "Khu phố")):
        make.story(section=section, headline=headline, at=make.at("2023-05-24 07:00"))
    make.story(section=first, headline="Hôm sau", at=make.at("2023-05-25 07:00"))
    page = main(client, of_day("2023-05-24"))
    heads = re.findall(r"<h2><a[^>]+>([^<]+)</a></h2>", page)
    assert heads == ["Xã hội", "Thể thao"]
    places = [page.index(headline) for headline in ("Khu phố", "Trạm xá", "Trận cầu")]
    assert places[2] == max(places)
    assert "Hôm sau" not in page


def test_a_day_leads_to_the_nearest_days_with_stories(client):
    for day in ("2023-05-02", "2023-05-24", "2023-06-15"):
        make.story(at=make.at(f"{day} 07:00"))
    page = main(client, of_day("2023-05-24"))
    assert f'href="{of_day("2023-05-02")}" rel="prev"' in page
    assert f'href="{of_day("2023-06-15")}" rel="next"' in page


def test_a_day_without_stories_says_so_and_leads_on(client):
    for day in ("2023-05-02", "2023-05-24"):
        make.story(at=make.at(f"{day} 07:00"))
    response = client.get(of_day("2023-05-10"))
    page = response.content.decode()
    assert response.status_code == 200
    assert 'name="robots" content="noindex"' in page
    assert of_day("2023-05-02") in page
    assert of_day("2023-05-24") in page


@pytest.mark.parametrize("day", ["2023-05-23", "2999-01-01"])
def test_a_day_before_the_first_story_or_not_yet_come_is_a_404(client, day):
    make.story(at=make.at("2023-05-24 07:00"))
    assert client.get(of_day(day)).status_code == 404


def test_a_full_day_pages_by_key(client, monkeypatch):
    monkeypatch.setattr(calendars, "A_PAGE", 10)
    make.archive(24, sections=[make.section(), make.section()], until=make.at("2023-05-24 23:30"))
    path, seen = of_day("2023-05-24"), []
    while path:
        page = main(client, path)
        seen += re.findall(r"Tin cũ số \d+", page)
        more = re.search(r'href="(\?[^"]+)" rel="next"', page)
        path = f"{of_day('2023-05-24')}{more[1]}" if more else ""
    assert len(seen) == len(set(seen)) == 24


# --- jumping to a day -------------------------------------------------------------------------


@pytest.mark.parametrize("asked", ["2023-05-24", "24/05/2023", " 2023-05-24 "])
def test_the_form_leads_to_the_day(client, asked):
    make.story(at=make.at("2023-05-02 07:00"))
    response = client.get(reverse("archive"), {calendars.day_name(): asked})
    assert (response.status_code, response["Location"]) == (302, of_day("2023-05-24"))


@pytest.mark.parametrize("asked", ["hôm qua", "2023-02-30", "2999-01-01", "2001-01-01", "<b>"])
def test_the_form_says_why_there_is_no_such_day(client, asked):
    make.story(at=make.at("2023-05-02 07:00"))
    response = client.get(reverse("archive"), {calendars.day_name(): asked})
    assert response.status_code == 400
    assert 'class="refusal" role="alert"' in response.content.decode()
    assert "<b>”" not in response.content.decode()


# --- what it costs ----------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["2023/05/", "2023/05/24/", ""])
def test_a_page_of_the_archive_costs_three_queries(client, path):
    path = f"{reverse('archive')}{path}"
    make.story(at=make.at("2023-05-01 07:00"))
    make.story(at=make.at("2023-05-24 07:00"))
    few = queries(client, path)
    make.archive(200, sections=[make.section()], until=make.at("2023-05-30 23:00"))
    assert few == queries(client, path) == 3


def test_the_archive_neither_counts_nor_skips(client):
    make.story(at=timezone.now() - timedelta(days=40))
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("archive"))
        client.get(of_day(timezone.localdate().isoformat()))
    asked = " ".join(query["sql"].upper() for query in captured.captured_queries)
    assert "OFFSET" not in asked
    assert "COUNT(" not in asked
