"""The front page and the sections' fronts: as readers have them, and as the desk looks at them."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseBase,
    JsonResponse,
)
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin

from articles.models import Section
from fronts import arrangement, standing
from fronts.models import Front
from reader import lists
from reader.front import Stock, compose, stock_at
from reader.front.page import Front as Page
from reader.imprint import breaking_at, section_entry
from reader.imprint import compose as compose_imprint
from reader.lists import A_PAGE, by_day, cursor_name, older
from reader.models import Story
from reader.printing_fronts import Printed, standing_front, with_photos
from reader.views.page import furniture

# The desk's own parameter, the same in every language.
MOMENT = "luc"
# Where the paper or its writers speak: a page of these does not look like news.
_VOICED = {Section.Kind.OPINION, Section.Kind.EDITORIAL}

AtMoment = Callable[[HttpRequest, int, datetime | None], HttpResponseBase]


def front(request: HttpRequest) -> HttpResponse:
    """Four queries: imprint, arrangement, choice, stories."""
    page = furniture()
    printed = standing_front(page["imprint"]["sections"])
    context = _front_page(page, printed, Stock(page["today"]))
    return render(request, "reader/front.html", context)


def section(request: HttpRequest, section: str) -> HttpResponse:
    """Four queries, as the front; of a later page two, or three when others stand below it."""
    page = furniture()
    entry = section_entry(page["imprint"], section)
    if cursor_name() in request.GET:
        return render(request, "reader/section.html", _later_page(page, entry, request))
    printed = standing_front(page["imprint"]["sections"], entry["id"])
    context = _section_page(page, entry, printed, Stock(page["today"]))
    return render(request, "reader/section.html", context)


def _at_moment(view: AtMoment) -> Callable[[HttpRequest, int], HttpResponseBase]:
    """The view with the moment asked for, or None; what cannot be read is answered in words."""

    @wraps(view)
    def answer(request: HttpRequest, pk: int) -> HttpResponseBase:
        # An address that was not escaped has a blank where the zone's plus was.
        asked = request.GET.get(MOMENT, "").strip().replace(" ", "+")
        try:
            moment = arrangement.moment(asked)
        except ValueError:
            sentence = _("This is not a moment. Write it like 2026-10-14T19:00.")
            return HttpResponseBadRequest(sentence, content_type="text/plain; charset=utf-8")
        try:
            return view(request, pk, moment)
        except arrangement.Malformed as malformed:
            sentence = " ".join(malformed.sentences)
            return HttpResponseBadRequest(sentence, content_type="text/plain; charset=utf-8")

    return answer


@never_cache
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]
@staff_member_required
@permission_required("fronts.view_front", raise_exception=True)
@_at_moment
def front_preview(request: HttpRequest, pk: int, moment: datetime | None) -> HttpResponseBase:
    """The draft as readers would see it; with `?luc=2026-10-14T19:00`, the page of that moment."""
    found = get_object_or_404(Front, pk=pk)
    page = {**(_furniture_at(moment) if moment else furniture()), "is_preview": True}
    if moment:
        page["seen_at"] = moment
    printed = _arranged(found, page["imprint"], moment)
    stock = stock_at(moment or timezone.now())
    if found.section is None:
        return render(request, "reader/front.html", _front_page(page, printed, stock))
    entry = section_entry(page["imprint"], found.section.slug)
    return render(request, "reader/section.html", _section_page(page, entry, printed, stock))


@never_cache
@staff_member_required
@permission_required("fronts.view_front", raise_exception=True)
@_at_moment
def front_composed(
    request: HttpRequest,  # noqa: ARG001
    pk: int,
    moment: datetime | None,
) -> JsonResponse:
    """What stands in each slot: of the draft and of what is live, or of a moment of the past."""
    found = get_object_or_404(Front, pk=pk)
    if moment:
        imprint = _furniture_at(moment)["imprint"]
        then = compose(
            _arranged(found, imprint, moment).arrangement, imprint, stock=stock_at(moment)
        )
        return JsonResponse({"then": _slots(then)})
    imprint = furniture()["imprint"]
    stock = Stock(timezone.now())
    draft = compose(_arranged(found, imprint, None).arrangement, imprint, stock=stock)
    live = standing_front(imprint["sections"], found.section_id)
    return JsonResponse(
        {
            "draft": _slots(draft),
            "live": _slots(compose(live.arrangement, imprint, stock=stock)),
        }
    )


def _front_page(page: dict[str, Any], printed: Printed, stock: Stock) -> dict[str, Any]:
    made = compose(printed.arrangement, page["imprint"], stock=stock, photos=printed.photos)
    return {**page, "front": made}


def _section_page(
    page: dict[str, Any], entry: dict[str, Any], printed: Printed, stock: Stock
) -> dict[str, Any]:
    """The first page of a section: what is arranged, and below it the newest by day, none twice."""
    numbers = _numbers(entry)
    made = compose(
        printed.arrangement,
        page["imprint"],
        stock=stock,
        photos=printed.photos,
        listed=[
            stories.in_sections([number]).newest_first()[: A_PAGE + 1]
            for stories in stock.stories()
            for number in numbers
        ],
        most_listed=A_PAGE + 1,
        read_in=numbers,
    )
    arranged = {number for one in made.filled for number in one.stories}
    below = [story for story in made.listed[:A_PAGE] if story.pk not in arranged]
    return {
        **page,
        "section": entry,
        "is_voiced": entry["kind"] in _VOICED,
        "is_first": True,
        "front": made,
        "stories": made.listed[:A_PAGE],
        "days": by_day(below),
        "older": older(made.listed),
        "cursor_name": cursor_name(),
    }


def _later_page(
    page: dict[str, Any], entry: dict[str, Any], request: HttpRequest
) -> dict[str, Any]:
    shown = list(lists.in_sections(_numbers(entry), lists.place(request)).for_cards())
    return {
        **page,
        "section": entry,
        "is_voiced": entry["kind"] in _VOICED,
        "is_first": False,
        "front": Page(),
        "stories": shown[:A_PAGE],
        "days": by_day(shown[:A_PAGE]),
        "older": older(shown),
        "cursor_name": cursor_name(),
    }


def _numbers(entry: dict[str, Any]) -> list[int]:
    return [entry["id"], *(child["id"] for child in entry["children"])]


def _arranged(found: Front, imprint: dict[str, Any], moment: datetime | None) -> Printed:
    """The draft, or what stood at a moment; a choice by time where neither is."""
    content = found.draft
    if moment:
        launch = standing.launch_at(found, moment)
        content = launch.content if launch else None
    if content is None:
        return Printed(standing.by_time(imprint["sections"], found.section_id))
    return with_photos(content)


def _furniture_at(moment: datetime) -> dict[str, Any]:
    """What the page carried at a moment: the masthead of that day, the banners of that minute."""
    day = timezone.localtime(moment)
    imprint = compose_imprint(day.date(), moment=moment)
    return {"today": day, "imprint": imprint, "breaking": breaking_at(imprint, moment)}


def _slots(made: Page) -> dict[str, list[dict[str, Any]]]:
    return {
        one.slot.key: [_card(made.stories[number], is_pinned=number in one.pins)
                       for number in one.stories]
        for one in made.filled
    }  # fmt: skip


def _card(story: Story, *, is_pinned: bool) -> dict[str, Any]:
    return {
        "id": story.pk,
        "headline": story.headline,
        "section": story.section.name,
        "hue": story.section.hue,
        "publishedAt": timezone.localtime(story.published_at).isoformat(),
        "isPinned": is_pinned,
        "url": story.get_absolute_url() if story.is_live else "",
    }
