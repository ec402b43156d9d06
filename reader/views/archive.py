"""The archive by day: a calendar of each month, and what was published on each day."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from reader import calendars
from reader.lists import after, cursor_name, older, published
from reader.views.page import furniture


def archive(request: HttpRequest) -> HttpResponseBase:
    """This month, or on to the day of `?ngay=2023-05-24`. Three queries; four after a refusal."""
    page = furniture()
    today = page["today"].date()
    asked = request.GET.get(calendars.day_name(), "")
    if not asked:
        return _calendar(request, page, today.replace(day=1))
    day, refusal = calendars.read_day(asked, today)
    if day:
        return redirect("archive_of_day", day=day)
    return _calendar(request, page, today.replace(day=1), refusal)


def archive_of_month(request: HttpRequest, month: date) -> HttpResponse:
    """Three queries: imprint, the oldest story, the days that have stories."""
    return _calendar(request, furniture(), month)


def _calendar(
    request: HttpRequest, page: dict[str, Any], first: date, refusal: str = ""
) -> HttpResponse:
    month = calendars.month(first, page["today"].date())
    if month is None:
        raise Http404
    context = {**page, "month": month, "day_name": calendars.day_name(), "refusal": refusal}
    return render(request, "reader/archive.html", context, status=400 if refusal else 200)


def archive_of_iso_day(request: HttpRequest, day: date) -> HttpResponseBase:  # noqa: ARG001
    """/luu-tru/2023-05-24/: on to /luu-tru/2023/05/24/. No query."""
    return redirect("archive_of_day", day=day, permanent=True)


def archive_of_day(request: HttpRequest, day: date) -> HttpResponse:
    """Three queries: imprint, stories, the days around. Days of no paper's life are not there."""
    page = furniture()
    if day > page["today"].date():
        raise Http404
    stories = published(calendars.midnight(day), calendars.midnight(day + timedelta(days=1)))
    shown = list(after(stories, request).for_cards()[: calendars.A_PAGE + 1])
    before, later = calendars.neighbours(day)
    if not shown and before is None:
        raise Http404
    context = {
        **page,
        "day": day,
        "before": before,
        "later": later,
        "sections": calendars.by_section(shown[: calendars.A_PAGE], page["imprint"]["sections"]),
        "is_first": cursor_name() not in request.GET,
        "older": older(shown, most=calendars.A_PAGE),
        "cursor_name": cursor_name(),
    }
    return render(request, "reader/archive_of_day.html", context)
