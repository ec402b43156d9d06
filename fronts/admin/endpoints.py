"""What the front editor's screen asks for and says while it is open. JSON in, JSON out.

A refusal is {"sentences": […]}: 400 for what cannot be done, 403 for want of a right, 409 with the
other's draft when somebody has saved in between, or with what readers see when somebody has
launched.
"""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.endpoints import find_photos
from articles.workflow import Refused
from fronts import finding, launching, standing
from fronts.admin import cards
from fronts.arrangement import NEEDS_OF, Malformed
from fronts.models import Front
from photos.models import Photo

LARGEST = 64 * 1024  # bytes
_MOST_PHOTOS = 24
_MOST_NUMBERS = 100

Endpoint = Callable[..., dict[str, Any]]


def endpoint(method: str, *rights: str) -> Callable[[Endpoint], Callable[..., JsonResponse]]:
    """A view of the data a function gives, with the refusals it raises turned into answers."""

    def decorate(answer: Endpoint) -> Callable[..., JsonResponse]:
        @wraps(answer)
        def view(request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
            if request.method != method:
                return JsonResponse({"sentences": []}, status=405, headers={"Allow": method})
            if not request.user.has_perms(rights):
                sentences = [_("You do not have the right to do this.")]
                return JsonResponse({"sentences": sentences}, status=403)
            try:
                return JsonResponse(answer(request, *args, **kwargs))
            except (Refused, Malformed) as refused:
                return JsonResponse({"sentences": refused.sentences}, status=400)
            except launching.Stale as stale:
                return JsonResponse(_theirs(stale), status=409)
            except launching.Overtaken as overtaken:
                return JsonResponse(_overtook(overtaken), status=409)

        return view

    return decorate


@endpoint("POST", "fronts.change_front")
def save(request: HttpRequest, pk: int) -> dict[str, Any]:
    given = _given(request)
    front = launching.save_draft(
        _front(pk), number=_number(given), content=given.get("content"), by=request.user  # type: ignore[arg-type]
    )  # fmt: skip
    kept = cards.draft(front)
    return {"number": kept["number"], "at": kept["at"], **cards.things_in([front.draft])}


@endpoint("POST", "fronts.launch_front")
def launch(request: HttpRequest, pk: int) -> dict[str, Any]:
    given = _given(request)
    note = given["note"] if given.get("note") is not None else ""
    if not isinstance(note, str):
        raise Malformed([_("The reason cannot be read.")])
    front = _front(pk)
    made = launching.launch(front, number=_number(given), by=request.user, note=note)  # type: ignore[arg-type]
    at = timezone.localtime(made.at)
    said = _("Readers see this front since %(time)s.") % {"time": f"{at:%H:%M}"}
    return {**_both(front), "sentences": [said]}


@endpoint("POST", "fronts.launch_front")
def undo(request: HttpRequest, pk: int) -> dict[str, Any]:
    """`number` is that of the launch the screen shows as live."""
    number = _given(request).get("number")
    if type(number) is not int:
        raise Malformed([_("The screen did not say which launch to take back.")])
    front = _front(pk)
    launching.undo(front, number=number, by=request.user)  # type: ignore[arg-type]
    return {**_both(front), "sentences": [_("Readers see again what stood there before.")]}


@endpoint("POST", "fronts.change_front")
def discard(request: HttpRequest, pk: int) -> dict[str, Any]:
    front = _front(pk)
    launching.discard_draft(front, number=_number(_given(request)), by=request.user)  # type: ignore[arg-type]
    return {"draft": cards.draft(front), **cards.things_in([front.draft])}


@endpoint("GET", "fronts.view_front")
def search(request: HttpRequest) -> dict[str, Any]:
    """`?q=` finds articles, `?of=1,2` names them; with `?kind=` what may fill a slot is found."""
    words, kind = request.GET.get("q", ""), request.GET.get("kind", "")
    if kind:
        if kind not in NEEDS_OF:
            raise Malformed([_("Only sections, topics and series can be looked for.")])
        return {"results": finding.sources(kind, words)}
    if "of" in request.GET:
        known = finding.stories_numbered(_numbers(request.GET["of"]))
        return {"results": [cards.story(one) for one in known.values()]}
    return {"results": [cards.story(one) for one in finding.stories(words)]}


@endpoint("GET", "fronts.view_front", "photos.view_photo")
def photos(request: HttpRequest) -> dict[str, Any]:
    """Usable photos that hold every word of `?q=`, newest first."""
    rows = Photo.objects.select_related("photographer").usable().newest_first()
    found = find_photos(rows, request.GET.get("q", ""), limit=_MOST_PHOTOS)
    return {"results": [cards.found_picture(photo) for photo in found]}


def _front(pk: int) -> Front:
    return get_object_or_404(Front.objects.select_related("section", "draft_by"), pk=pk)


def _both(front: Front) -> dict[str, Any]:
    live = standing.latest_launch(front)
    contents = [front.draft, *([live.content] if live else [])]
    return {
        "live": cards.launched(live),
        "draft": cards.draft(front),
        **cards.things_in(contents),
    }


def _theirs(stale: launching.Stale) -> dict[str, Any]:
    theirs = cards.version(stale.number, by=stale.by, at=stale.at, content=stale.content)
    return {**theirs, **cards.things_in([stale.content]), "sentences": stale.sentences}


def _overtook(overtaken: launching.Overtaken) -> dict[str, Any]:
    live = overtaken.live
    seen = {"live": cards.launched(live), **cards.things_in([live.content])}
    return {**seen, "sentences": overtaken.sentences}


def _given(request: HttpRequest) -> dict[str, Any]:
    """The object that was sent. Raises Malformed for anything else, and for too much of it."""
    sent = request.read(LARGEST + 1)
    if len(sent) > LARGEST:
        raise Malformed([_("This is more than a front can hold.")])
    try:
        given = json.loads(sent)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise Malformed([_("What was sent cannot be read.")])
    return given


def _number(given: dict[str, Any]) -> int:
    number = given.get("number")
    if type(number) is not int:
        raise Malformed([_("The screen did not say which draft it began with.")])
    return number


def _numbers(text: str) -> list[int]:
    found = [part for part in text.split(",") if part.isascii() and part.isdecimal()]
    return [int(part) for part in found if len(part) < 16][:_MOST_NUMBERS]
