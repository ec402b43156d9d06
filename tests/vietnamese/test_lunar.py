from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.lunar import FIRST, LAST, lunar_date

# The first day of the lunar year, as Vietnamese calendars printed it.
NEW_YEARS = """
1968-01-29 1969-02-16 1985-01-21 1987-01-29
1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28
1999-02-16 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17
2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08
2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29
2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02
"""
# The lunar month that came twice. Those of 1985 and 1987 are Vietnam's own: China repeated the
# tenth of 1984 and the sixth of 1987.
LEAP_MONTHS = {
    1984: 0, 1985: 2, 1986: 0, 1987: 7, 1990: 5, 1993: 3, 1995: 8, 1998: 5, 2001: 4, 2004: 2,
    2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2022: 0, 2023: 2, 2024: 0, 2025: 6,
    2028: 5, 2031: 3, 2033: 11,
}  # fmt: skip
A_DAY = timedelta(days=1)
days = st.dates(FIRST, LAST - A_DAY)


@pytest.mark.parametrize("new_year", NEW_YEARS.split())
def test_a_lunar_year_begins_on_the_day_vietnam_keeps(new_year):
    day = date.fromisoformat(new_year)
    assert lunar_date(day)[:4] == (1, 1, day.year, False)
    assert lunar_date(day - A_DAY)[1:3] == (12, day.year - 1)


@pytest.mark.parametrize(("year", "leap"), LEAP_MONTHS.items())
def test_a_leap_month_is_the_one_vietnam_keeps(year, leap):
    first = date(year, 2, 1)
    found = {lunar_date(first + n * A_DAY) for n in range(400)}
    assert {one.month for one in found if one.year == year and one.is_leap_month} == (
        {leap} if leap else set()
    )


def test_the_new_year_of_2007_came_a_day_before_chinas():
    assert lunar_date(date(2007, 2, 17))[:2] == (1, 1)
    assert lunar_date(date(2007, 2, 18))[:2] == (2, 1)


def test_the_new_year_of_1985_came_a_month_before_chinas():
    assert lunar_date(date(1985, 1, 21))[:3] == (1, 1, 1985)
    assert lunar_date(date(1985, 2, 20))[:3] == (1, 2, 1985)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2023, 5, 25), "mùng 7 tháng Tư, Quý Mão"),
        (date(2024, 2, 10), "mùng 1 tháng Giêng, Giáp Thìn"),
        (date(2024, 2, 24), "rằm tháng Giêng, Giáp Thìn"),
        (date(2025, 1, 22), "23 tháng Chạp, Giáp Thìn"),
        (date(2025, 7, 25), "mùng 1 tháng Sáu nhuận, Ất Tỵ"),
        (date(2026, 11, 24), "16 tháng Mười, Bính Ngọ"),
    ],
)
def test_a_date_is_written_as_a_calendar_writes_it(day, written):
    assert str(lunar_date(day)) == written


@given(days)
def test_the_next_day_goes_on_or_begins_a_month(day):
    today, tomorrow = lunar_date(day), lunar_date(day + A_DAY)
    if tomorrow.day == 1:
        assert today.day in {29, 30}
        assert (tomorrow.month - today.month) % 12 == (0 if tomorrow.is_leap_month else 1)
    else:
        assert tomorrow == today._replace(day=today.day + 1)


@pytest.mark.parametrize("day", [FIRST - A_DAY, LAST + A_DAY])
def test_a_day_no_calendar_reaches_is_refused(day):
    with pytest.raises(ValueError, match="outside"):
        lunar_date(day)
