"""The list of everything the paper owned up to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reader.lists import A_PAGE, by_day, corrected, cursor, cursor_name
from reader.views.page import furniture


def corrections(request: HttpRequest) -> HttpResponse:
    """Two queries: imprint, corrections with their stories."""
    found = corrected(request)
    shown = found[:A_PAGE]
    last = shown[-1] if len(found) > A_PAGE else None
    context = {
        **furniture(),
        "days": by_day(shown, when="made_at"),
        "is_first": cursor_name() not in request.GET,
        "older": cursor(last.made_at, last.pk) if last else "",
        "cursor_name": cursor_name(),
    }
    return render(request, "reader/corrections.html", context)
