"""Everything the front editor's screen begins with, as one piece of plain data."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from fronts import finding, standing
from fronts.admin import cards
from fronts.arrangement import KINDS, Arrangement, Layout, Rhythm, Source
from fronts.models import Front
from people.models import User


def front_data(front: Front, *, user: User) -> dict[str, Any]:
    """At most seven queries, whatever the front holds. Reads section and who saved the draft."""
    live = standing.latest_launch(front)
    contents = [front.draft, *([live.content] if live else [])]
    arrangements = [one for content in contents if (one := cards.readable(content))]
    return {
        "front": {"id": front.pk, "name": str(front), "url": _public_url(front)},
        "mayChange": user.has_perm("fronts.change_front"),
        "mayLaunch": user.has_perm("fronts.launch_front"),
        "draft": cards.draft(front),
        "live": cards.launched(live),
        **cards.things_in(contents),
        "kinds": _kinds(),
        "sources": {str(one): str(one.label) for one in Source},
        "rhythms": {str(one): str(one.label) for one in Rhythm},
        "sections": finding.sources("section", "", most=None),
        "topics": _named(Source.TOPIC, arrangements),
        "series": _named(Source.SERIES, arrangements),
        "urls": _urls(front),
    }


def _kinds() -> dict[str, dict[str, Any]]:
    return {
        str(layout): {
            "label": str(Layout(layout).label),
            "capacity": kind.capacity,
            "most": kind.most,
            "sources": [str(one) for one in kind.sources],
            "isSingle": kind.is_single,
        }
        for layout, kind in KINDS.items()
    }


def _named(source: Source, arrangements: Iterable[Arrangement]) -> list[dict[str, Any]]:
    used = {
        slot.of
        for one in arrangements
        for slot in one.slots
        if slot.source == source and slot.of is not None
    }
    return [{"id": pk, "name": name} for pk, name in finding.names(source, used).items()]


def _public_url(front: Front) -> str:
    return front.section.get_absolute_url() if front.section else reverse("front")


def _urls(front: Front) -> dict[str, str]:
    acts = ("save", "launch", "undo", "discard")
    return {
        **{act: reverse(f"admin:fronts_front_{act}", args=(front.pk,)) for act in acts},
        "search": reverse("admin:fronts_front_search"),
        "photos": reverse("admin:fronts_front_photos"),
        "history": reverse("admin:fronts_front_history", args=(front.pk,)),
        "form": reverse("admin:fronts_front_change", args=(front.pk,)),
        "composed": reverse("front_composed", args=(front.pk,)),
        "preview": reverse("front_preview", args=(front.pk,)),
    }
