"""The public pages: fetch, render. Each says how many queries it costs after the day's first."""

from contextlib import suppress
from datetime import date, datetime
from typing import Any

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from articles import revisions
from articles.models import Article
from masthead.models import Appointment
from people.models import Author
from photos.models import Photo
from reader import front as fronts
from reader import legacy, press
from reader.imprint import compose as compose_imprint
from reader.imprint import imprint_on
from reader.lists import A_PAGE, after, by_day, by_month, cursor_name, older
from reader.models import Story
from reader.search import finding


def front(request: HttpRequest) -> HttpResponse:
    """Three queries: imprint, choice, stories."""
    page = _page()
    return render(
        request,
        "reader/front.html",
        {**page, "front": fronts.compose(page["imprint"]["sections"])},
    )


def section(request: HttpRequest, section: str) -> HttpResponse:
    """Two queries: imprint, stories of the section and those below it."""
    page = _page()
    entry = _section_entry(page["imprint"], section)
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


def article(request: HttpRequest, section: str, slug: str, pk: int) -> HttpResponseBase:
    """Four queries: story, imprint, the series' parts, newest of the section."""
    story = get_object_or_404(Story.objects.for_page(), pk=pk)
    if (story.section.slug, story.slug) != (section, slug):
        # An earlier website's address may look like one of ours: then its number is not ours.
        return _moved(request) or redirect(story, permanent=True)
    return render(request, *_article_page(story))


def story(request: HttpRequest, pk: int) -> HttpResponseBase:  # noqa: ARG001
    """The short address: to the full one."""
    return redirect(
        get_object_or_404(Story.objects.select_related("section"), pk=pk), permanent=True
    )


@never_cache
@staff_member_required
@permission_required("articles.view_article", raise_exception=True)
def preview(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The working copy through the same press and the same template, for the desk alone."""
    draft = get_object_or_404(Article, pk=pk)
    if draft.section is None:
        return render(request, "reader/preview_refused.html", {**_page(), "article": draft})
    at = draft.published_at or timezone.now()
    proof = press.set_type(draft, revisions.content(draft), at=at)
    template, context = _article_page(proof.story)[:2]
    return render(request, template, {**context, "is_preview": True})


def series(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """Two queries: parts with their series, imprint."""
    parts = list(Story.objects.live().in_series(pk).in_part_order().for_cards())
    if not parts:
        raise Http404
    found = parts[0].series
    assert found is not None
    if found.slug != slug:
        return redirect(found, permanent=True)
    page = _page()
    entry = _section_entry(page["imprint"], parts[0].section.slug)
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
            **_page(),
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


def masthead(request: HttpRequest) -> HttpResponse:
    """The staff page, today's or as of `?ngay=2023-05-24`. Three queries; seven for another day."""
    page = _page()
    day_name = pgettext("query parameter", "day")
    asked = request.GET.get(day_name, "")
    day, refusal = _day(asked, page["today"].date())
    context = {
        **page,
        "day_name": day_name,
        "day": day,
        "asked": asked,
        "refusal": refusal,
        "as_of": compose_imprint(day) if day != page["today"].date() else page["imprint"],
        "appointments": Appointment.objects.on(day),
        "terms": Appointment.objects.of_editors_in_chief(),
    }
    return render(request, "reader/masthead.html", context, status=400 if refusal else 200)


def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 while pages can be made; 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:  # noqa: ARG001
    if moved := _moved(request):
        return moved
    context = {**_page(), "newest": _newest(3)}
    return render(request, "reader/not_found.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Nothing here may fail: no database, no request."""
    return HttpResponse(render_to_string("500.html"), status=500)


def feeds(request: HttpRequest) -> HttpResponse:
    """Every feed there is. One query."""
    return render(request, "reader/feeds.html", _page())


def _moved(request: HttpRequest) -> HttpResponseBase | None:
    """The answer of an earlier website's address: on to the story, or gone. One query."""
    story = legacy.story_at(request)
    if story is None:
        return None
    if story.is_live:
        return redirect(story, permanent=True)
    return render(request, *_article_page(story))


def _page() -> dict[str, Any]:
    """What every page needs: one query."""
    now = timezone.localtime()
    return {"today": now, "imprint": imprint_on(now.date())}


def _article_page(story: Story) -> tuple[str, dict[str, Any], None, int]:
    """Template, context, content type and status of a story's page: three queries at most."""
    page = _page()
    if not story.is_live:
        context = {**page, "story": story, "newest": _newest(3)}
        return "reader/gone.html", context, None, 410
    parts: list[Story] = []
    if story.series_id:
        parts = list(Story.objects.live().in_series(story.series_id).in_part_order().for_cards())
        if story.pk not in {one.pk for one in parts}:
            parts = sorted([*parts, story], key=lambda one: one.part or 0)
    beside = Story.objects.live().in_sections([story.section_id]).newest_first().for_cards()
    known = {story.pk, *(one.pk for one in parts)}
    context = {
        **page,
        "story": story,
        "section": _section_entry(page["imprint"], story.section.slug),
        "parts": parts,
        "next_part": next((one for one in parts if (one.part or 0) > (story.part or 0)), None),
        "beside": [one for one in beside[: 5 + len(known)] if one.pk not in known][:5],
    }
    return "reader/article.html", context, None, 200


def _newest(most: int) -> list[Story]:
    return list(Story.objects.live().newest_first().for_cards()[:most])


def _section_entry(imprint: dict[str, Any], slug: str) -> dict[str, Any]:
    """A section as the imprint has it, with its `parent`, if any, and the slug of its `top`."""
    for top in imprint["sections"]:
        if top["slug"] == slug:
            return {**top, "parent": None, "top": slug}
        for child in top["children"]:
            if child["slug"] == slug:
                return {**child, "children": [], "parent": top, "top": top["slug"]}
    raise Http404


def _day(asked: str, today: date) -> tuple[date, str]:
    """The day asked for, or today and a sentence saying why not."""
    if not asked:
        return today, ""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(asked, form).date(), ""  # noqa: DTZ007
    sentence = _("“%(asked)s” is not a day. Write it like 2023-05-24.")
    return today, sentence % {"asked": asked[:40]}


def search(request: HttpRequest) -> HttpResponse:
    """Four queries: imprint, equivalents, places, stories; or the headlines, when nothing is."""
    page = _page()
    answer = finding.answer(request.GET, page["imprint"]["sections"])
    context = {**page, "answer": answer, "form": answer.form, "names": answer.form.names}
    status = 400 if answer.form.refusals else 200
    return render(request, "reader/search.html", context, status=status)
