"""What stood on a front when: its launches, who made them, and what each of them changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.choices import is_key
from articles.workflow import Refused
from fronts import arrangement, changes, finding, launching, standing
from fronts.admin.cards import moment, readable
from fronts.arrangement import NEEDS_OF, Arrangement, Malformed, Slot, Source
from fronts.changes import Changes, Place
from fronts.models import Front, Launch

A_PAGE = 20


class ThenForm(forms.Form):
    """Asks for a moment of the past."""

    at = forms.DateTimeField(
        label=gettext_lazy("What stood there at"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def clean_at(self) -> Any:
        """No other moments than the page of then takes."""
        at = self.cleaned_data["at"]
        try:
            arrangement.moment(at.isoformat())
        except ValueError:
            raise forms.ValidationError(self.fields["at"].error_messages["invalid"]) from None
        if at > timezone.now():
            raise forms.ValidationError(_("This moment has not come yet."))
        return at


@dataclass(frozen=True)
class Entry:
    """A launch with what it changed, in sentences; `changes` is empty when nothing did."""

    launch: Launch
    changes: list[str]
    is_live: bool
    is_draft: bool  # the draft holds the same
    page_url: str
    draft_url: str


def history_page(admin: Any, request: HttpRequest, front: Front) -> HttpResponse:
    """Twenty launches a page, by key. At most nine queries beside the desk's own."""
    form = ThenForm(request.GET if "at" in request.GET else None)
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(_page_at(front, form.cleaned_data["at"]))
    launches = _launches(front, before=request.GET.get("before", ""))
    page = launches[:A_PAGE]
    context = {
        **admin.admin_site.each_context(request),
        "title": _("What stood there when"),
        "opts": admin.opts,
        "front": front,
        "form": form,
        "entries": entries(front, launches)[:A_PAGE],
        "following": page[-1].number if len(launches) > A_PAGE else None,
        "may_take": admin.has_change_permission(request, front),
        "draft_waits": _draft_waits(front),
    }
    return TemplateResponse(request, "admin/fronts/front/history.html", context)


def take_as_draft(admin: Any, request: HttpRequest, front: Front, number: int) -> HttpResponse:
    """POST makes a launch the draft and leads to the editor, from where it is launched as any."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not admin.has_change_permission(request, front):
        raise PermissionDenied(_("You do not have the right to do this."))
    launch = get_object_or_404(front.launches, number=number)
    try:
        launching.draft_from(launch, by=request.user)  # type: ignore[arg-type]
    except (Malformed, Refused) as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
        return redirect("admin:fronts_front_history", front.pk)
    at = timezone.localtime(launch.at)
    said = _("The draft is now what was put before readers at %(time)s.")
    messages.success(request, said % {"time": f"{at:%H:%M, %d/%m/%Y}"})
    return redirect("admin:fronts_front_change", front.pk)


def entries(front: Front, launches: Sequence[Launch]) -> list[Entry]:
    """Each launch beside the one before it, the first of all beside what the time chooses.

    Launches come newest first and without gaps.
    """
    by_time = standing.content_now(front, None)
    contents = [*(one.content for one in launches), by_time]
    arrangements = [readable(one) or Arrangement() for one in contents]
    found = [changes.between(before, after) for after, before in pairwise(arrangements)]
    headlines = finding.headlines(changes.articles_in(found))
    names = _names_of_sources(arrangements)
    latest = front.launches.newest_first().values_list("number", flat=True).first()
    return [
        Entry(
            launch,
            list(_sentences(change, headlines, names)),
            is_live=launch.number == latest,
            is_draft=launch.content == front.draft,
            page_url=_page_at(front, launch.at),
            draft_url=reverse("admin:fronts_front_draft_from", args=(front.pk, launch.number)),
        )
        for launch, change in zip(launches, found, strict=True)
    ]


def _launches(front: Front, *, before: str) -> list[Launch]:
    """A page of launches, and the one before the oldest of them, for comparison."""
    rows = front.launches.select_related("by").newest_first()
    if is_key(before):
        rows = rows.filter(number__lt=int(before))
    return list(rows[: A_PAGE + 1])


def _draft_waits(front: Front) -> bool:
    """Whether the draft is somebody's work that readers do not see. A query, or two."""
    live = standing.latest_launch(front)
    return bool(front.draft_number) and front.draft != standing.content_now(front, live)


def _page_at(front: Front, at: Any) -> str:
    url = reverse("front_preview", args=(front.pk,))
    return f"{url}?{urlencode({'luc': moment(at) or ''})}"


Names = dict[tuple[str, int], str]


def _names_of_sources(arrangements: Sequence[Arrangement]) -> Names:
    """What sections, topics and series are called. At most three queries."""
    used: dict[Source, set[int]] = {source: set() for source in NEEDS_OF}
    for one in arrangements:
        for slot in one.slots:
            if slot.source in used and slot.of is not None:
                used[slot.source].add(slot.of)
    return {
        (source, number): name
        for source, numbers in used.items()
        for number, name in finding.names(source, numbers).items()
    }


def _slot_name(slot: Slot, names: Names) -> str:
    label = str(slot.layout.label)
    said = slot.title or names.get((slot.source, slot.of or 0), "")
    return f"{label}: {said}" if said else label


def _sentences(change: Changes, headlines: dict[int, str], names: Names) -> Iterator[str]:
    def words(place: Place) -> dict[str, str]:
        headline = headlines.get(place.pin.article) or f"#{place.pin.article}"
        return {"headline": headline, "slot": _slot_name(place.slot, names)}

    for place in change.came:
        yield _("“%(headline)s” came into “%(slot)s”.") % words(place)
    for place in change.left:
        yield _("“%(headline)s” left “%(slot)s”.") % words(place)
    for before, after in change.moved:
        if before.slot.key == after.slot.key:
            yield _("“%(headline)s” moved within “%(slot)s”.") % words(after)
        else:
            yield _("“%(headline)s” moved from “%(before)s” to “%(slot)s”.") % {
                **words(after),
                "before": _slot_name(before.slot, names),
            }
    for place in change.altered:
        yield _("“%(headline)s” got another headline, picture or time.") % words(place)
    yield from _sentences_on_slots(change, names)


def _sentences_on_slots(change: Changes, names: Names) -> Iterator[str]:
    for said, slots in (
        (_("The slot “%(slot)s” is new."), change.slots_came),
        (_("The slot “%(slot)s” was taken away."), change.slots_left),
        (_("The slot “%(slot)s” is laid out or filled otherwise."), change.slots_altered),
    ):
        for slot in slots:
            yield said % {"slot": _slot_name(slot, names)}
    if change.order_altered:
        yield _("The slots stand in another order.")
    if change.note_altered:
        yield _("The note beside the masthead is another.")
