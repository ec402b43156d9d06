"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reader import front as fronts
from reader.views.page import furniture


def front(request: HttpRequest) -> HttpResponse:
    """Three queries: imprint, choice, stories."""
    page = furniture()
    return render(
        request,
        "reader/front.html",
        {**page, "front": fronts.compose(page["imprint"]["sections"])},
    )
