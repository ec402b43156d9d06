"""A story on a sheet of paper."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from reader import own_addresses
from reader.imprint import masthead_on
from reader.models import Story
from reader.views.page import furniture, newest


def print_view(request: HttpRequest, section: str, slug: str, pk: int) -> HttpResponseBase:
    """Three queries: story, the masthead of its own day, offices; four when it is gone.

    A part of a complete series: a fourth, for how many parts there are.
    """
    story = get_object_or_404(Story.objects.for_page(), pk=pk)
    own_addresses.require_section(section, of=story)
    if not story.is_live:
        gone = {**furniture(), "story": story, "newest": newest(3)}
        return render(request, "reader/gone.html", gone, status=410)
    if (story.section.slug, story.slug) != (section, slug):
        canonical = {"section": story.section.slug, "slug": story.slug, "pk": pk}
        return redirect(reverse("print", kwargs=canonical), permanent=True)
    day = timezone.localdate(story.published_at)
    whole = story.series if story.series and story.series.is_complete else None
    context = {
        "story": story,
        "masthead": masthead_on(day),
        "now": timezone.localtime(),
        "parts": Story.objects.live().in_series(whole).count() if whole else 0,
    }
    return render(request, "reader/print.html", context)
