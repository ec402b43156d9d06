"""The archive by day: a month as a calendar, and which of its days have stories."""

from calendar import MONDAY, Calendar
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from reader.lists import published
from reader.models import Story

# As much of a day as a page lists.
A_PAGE = 100

_YEAR = "[12][0-9]{3}"
_MONTH = "(?:0[1-9]|1[0-2])"


class MonthConverter:
    """2026/11, as the first day of the month."""

    regex = f"{_YEAR}/{_MONTH}"

    def to_python(self, value: str) -> date:
        return datetime.strptime(value, "%Y/%m").date()  # noqa: DTZ007

    def to_url(self, value: date) -> str:
        return value.strftime("%Y/%m")


class DayConverter:
    """2026/11/23; a day no month has is no address."""

    regex = f"{_YEAR}/{_MONTH}/[0-9]{{2}}"

    def to_python(self, value: str) -> date:
        return datetime.strptime(value, "%Y/%m/%d").date()  # noqa: DTZ007

    def to_url(self, value: date) -> str:
        return value.strftime("%Y/%m/%d")


class IsoDayConverter:
    """2026-11-23, as days are written everywhere but in the archive's own addresses."""

    regex = f"{_YEAR}-{_MONTH}-[0-9]{{2}}"

    def to_python(self, value: str) -> date:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007

    def to_url(self, value: date) -> str:
        return value.isoformat()


@dataclass(frozen=True)
class Day:
    """A square of the calendar."""

    day: date
    has_stories: bool
    is_today: bool


@dataclass(frozen=True)
class Month:
    """A month of the archive and where one goes on from it; None and [] where there is no way."""

    first: date
    weeks: list[list[Day | None]]
    begins: date | None
    earlier: date | None
    later: date | None
    months: list[tuple[date, bool]]
    years: list[date]

    @property
    def is_empty(self) -> bool:
        return not any(day and day.has_stories for week in self.weeks for day in week)


def day_name() -> str:
    """The query parameter of the day to jump to: `ngay` on a Vietnamese site."""
    return pgettext("query parameter", "day")


def month(first: date, today: date) -> Month | None:
    """Two queries; None for a month before the first story or after today's."""
    begins = beginning()
    oldest = (begins or today).replace(day=1)
    newest = today.replace(day=1)
    if not oldest <= first <= newest:
        return None
    earlier, later = _month_before(first), next_month(first)
    printed = days_with_stories(first)
    return Month(
        first,
        _weeks(first, today, printed),
        begins,
        earlier if earlier >= oldest else None,
        later if later <= newest else None,
        [(one, oldest <= one <= newest) for one in _months_of(first.year)],
        [
            min(max(first.replace(year=year), oldest), newest)
            for year in range(newest.year, oldest.year - 1, -1)
        ],
    )


def days_with_stories(first: date) -> set[date]:
    """The days of the month that have live stories: one range of the index, one query."""
    stories = published(midnight(first), midnight(next_month(first)))
    moments = stories.values_list("published_at", flat=True)
    return {timezone.localtime(at).date() for at in moments.iterator()}


def beginning() -> date | None:
    """The day of the oldest story: one query."""
    oldest = Story.objects.live().order_by("published_at", "pk")
    at = oldest.values_list("published_at", flat=True).first()
    return timezone.localtime(at).date() if at else None


def neighbours(day: date) -> tuple[date | None, date | None]:
    """The nearest days before and after this one that have stories: one query."""
    live = Story.objects.live()
    start, end = midnight(day), midnight(day + timedelta(days=1))
    nearest = (
        live.filter(published_at__lt=start).order_by("-published_at", "-pk"),
        live.filter(published_at__gte=end).order_by("published_at", "pk"),
    )
    before, after = (
        Story.objects.filter(pk__in=rows.values("pk")[:1]).values_list("published_at")
        for rows in nearest
    )
    found = sorted(timezone.localtime(at).date() for (at,) in before.union(after, all=True))
    return (
        next((one for one in found if one < day), None),
        next((one for one in found if one > day), None),
    )


def by_section(
    stories: list[Story], sections: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], list[Story]]]:
    """The stories under the sections of the main bar, in its order."""
    tops = {one["id"]: top for top in sections for one in (top, *top["children"])}
    return [
        (top, run)
        for top in sections
        if (run := [story for story in stories if tops.get(story.section_id) is top])
    ]


def read_day(asked: str, today: date) -> tuple[date | None, str]:
    """The day asked for, or a sentence saying why there is none. One query for a past day."""
    day = _parse(asked.strip())
    if day is None:
        sentence = _("“%(asked)s” is not a day. Write it like 2023-05-24.")
        return None, sentence % {"asked": asked[:40]}
    if day > today:
        return None, _("%(day)s has not come yet.") % {"day": _printed(day)}
    begins = beginning()
    if begins is None or day < begins:
        if begins is None:
            return None, _("Nothing has been published yet.")
        return None, _("The archive begins on %(day)s.") % {"day": _printed(begins)}
    return day, ""


def midnight(day: date) -> datetime:
    """The moment a day begins in the paper's zone."""
    return timezone.make_aware(datetime.combine(day, time.min))


def next_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def _month_before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def _months_of(year: int) -> list[date]:
    return [date(year, number, 1) for number in range(1, 13)]


def _weeks(first: date, today: date, printed: set[date]) -> list[list[Day | None]]:
    """Whole weeks from Monday on; None stands for a day of another month."""
    weeks = Calendar(MONDAY).monthdatescalendar(first.year, first.month)
    return [
        [
            Day(one, one in printed, one == today) if one.month == first.month else None
            for one in week
        ]
        for week in weeks
    ]


def _parse(asked: str) -> date | None:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(asked, form).date()  # noqa: DTZ007
    return None


def _printed(day: date) -> str:
    return day.strftime("%d/%m/%Y")
