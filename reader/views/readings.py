"""What is read: told by the pages, shown as the most read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from reader.choosing import choose
from reader.models import MostRead
from reader.readings import reckoning, visits
from reader.readings.counting import counter
from reader.views.page import furniture


@csrf_exempt  # a page tells of itself without a token; posts of other sites are left out
@require_POST
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """A page is being read. No query, no cookie, and the same answer whatever becomes of it."""
    now = timezone.now()
    if visits.counts(request, pk, now=now):
        counter.add(pk, now=now)
        counter.keep_writing()
    return HttpResponse(status=204)


def most_read(request: HttpRequest) -> HttpResponse:
    """The most read of a day and of a week. Three queries: imprint, places, stories."""
    heads = {str(span): reckoning.places(span)[: reckoning.PLACES] for span in MostRead.Span}
    return render(request, "reader/most_read.html", {**furniture(), **choose(heads)})
