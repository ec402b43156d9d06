"""Who the paper is: its staff, and the feeds it offers."""

from contextlib import suppress
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from masthead.models import Appointment
from reader.imprint import masthead_on
from reader.views.page import furniture


def masthead(request: HttpRequest) -> HttpResponse:
    """The staff page, today's or as of `?ngay=2023-05-24`. Three queries; five for another day."""
    page = furniture()
    day_name = pgettext("query parameter", "day")
    asked = request.GET.get(day_name, "")
    day, refusal = _day(asked, page["today"].date())
    as_of = page["imprint"]
    if day != page["today"].date():
        then = masthead_on(day)
        as_of = {"masthead": then, "offices": then["offices"] if then else []}
    context = {
        **page,
        "day_name": day_name,
        "day": day,
        "asked": asked,
        "refusal": refusal,
        "as_of": as_of,
        "appointments": Appointment.objects.on(day),
        "terms": Appointment.objects.of_editors_in_chief(),
    }
    return render(request, "reader/masthead.html", context, status=400 if refusal else 200)


def feeds(request: HttpRequest) -> HttpResponse:
    """Every feed there is. One query."""
    return render(request, "reader/feeds.html", furniture())


def _day(asked: str, today: date) -> tuple[date, str]:
    """The day asked for, or today and a sentence saying why not."""
    if not asked:
        return today, ""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(asked, form).date(), ""  # noqa: DTZ007
    sentence = _("“%(asked)s” is not a day. Write it like 2023-05-24.")
    return today, sentence % {"asked": asked[:40]}
