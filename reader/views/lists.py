"""Pages that list stories: by section, series and author."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from people.models import Author
from photos.models import Photo
from reader.lists import A_PAGE, after, by_day, by_month, cursor_name, older
from reader.models import Story
from reader.views.page import furniture, section_entry


def section(request: HttpRequest, section: str) -> HttpResponse:
    """Two queries: imprint, stories of the section and those below it."""
    page = furniture()
    entry = section_entry(page["imprint"], section)
    numbers = [entry["id"], *(child["id"] for child in entry["children"])]
    stories = Story.objects.live().in_sections(numbers).newest_first().for_cards()
    shown = list(after(stories, request)[: A_PAGE + 1])
    return render(
        request,
        "reader/section.html",
        {
            **page,
            "section": entry,
            "is_first": cursor_name() not in request.GET,
            "stories": shown[:A_PAGE],
            "days": by_day(shown[:A_PAGE]),
            "older": older(shown),
            "cursor_name": cursor_name(),
        },
    )


def series(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """Two queries: parts with their series, imprint."""
    parts = list(Story.objects.live().in_series(pk).in_part_order().for_cards())
    if not parts:
        raise Http404
    found = parts[0].series
    assert found is not None
    if found.slug != slug:
        return redirect(found, permanent=True)
    page = furniture()
    entry = section_entry(page["imprint"], parts[0].section.slug)
    context = {**page, "series": found, "parts": parts, "section": entry}
    return render(request, "reader/series.html", context)


def author(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """Four queries: author, portrait, imprint, stories. A name never printed has no page."""
    found = get_object_or_404(Author, pk=pk)
    stories = Story.objects.live().signed_by(found).newest_first().for_cards()
    shown = list(after(stories, request)[: A_PAGE + 1])
    if not shown:
        raise Http404
    if found.slug != slug:
        return redirect(found, permanent=True)
    return render(
        request,
        "reader/author.html",
        {
            **furniture(),
            "author": found,
            "portrait": Photo.objects.usable().filter(portrait_of=found).first(),
            "months": by_month(shown[:A_PAGE]),
            "series_done": list(
                {one.series_id: one.series for one in shown if one.series}.values()
            ),
            "older": older(shown),
            "cursor_name": cursor_name(),
        },
    )
