"""Pages that list stories: by topic, series and author; and the lists of those."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from articles.models import Topic
from people.models import Author
from photos.models import Photo
from reader import alphabet, lists
from reader.choosing import choose
from reader.imprint import section_entry
from reader.lists import A_PAGE, A_PAGE_OF_SERIES, by_day, by_month, cursor_name, older
from reader.models import Story
from reader.views.page import furniture


def topic(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """Three queries: topic, stories, imprint. A topic nothing was printed under has no page."""
    found = get_object_or_404(Topic, pk=pk)
    shown = lists.under(found, request)
    if not shown:
        raise Http404
    if found.slug != slug:
        return redirect(found, permanent=True)
    return render(
        request,
        "reader/topic.html",
        {
            **furniture(),
            "topic": found,
            "is_first": cursor_name() not in request.GET,
            "days": by_day(shown[:A_PAGE]),
            "picture": next((one.lead for one in shown if one.lead), None),
            "older": older(shown),
            "cursor_name": cursor_name(),
        },
    )


def topics(request: HttpRequest) -> HttpResponse:
    """Two queries: imprint, topics. A long list shows one letter at a time."""
    name = alphabet.letter_name()
    index = alphabet.index(lists.printed_topics(), request.GET.get(name))
    if index is None:
        raise Http404
    return render(
        request, "reader/topics.html", {**furniture(), "index": index, "letter_name": name}
    )


def all_series(request: HttpRequest) -> HttpResponse:
    """Four queries: imprint, series, and the first part of each in two."""
    rows = lists.series_page(request)
    live = Story.objects.live()
    firsts = choose({f"{row.pk}": live.in_series(row).in_part_order()[:1] for row in rows})
    shown = [(row, next(iter(firsts[f"{row.pk}"]), None)) for row in rows[:A_PAGE_OF_SERIES]]
    return render(
        request,
        "reader/all_series.html",
        {
            **furniture(),
            "is_first": cursor_name() not in request.GET,
            "shown": shown,
            "older": shown[-1][0].pk if len(rows) > A_PAGE_OF_SERIES else "",
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
    shown = lists.signed_by(found, request)
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
            "portrait": Photo.objects.usable().portraying(found).first(),
            "months": by_month(shown[:A_PAGE]),
            "series_done": list(
                {one.series_id: one.series for one in shown if one.series}.values()
            ),
            "older": older(shown),
            "cursor_name": cursor_name(),
        },
    )
