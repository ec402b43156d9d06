"""What every page needs, and what several share."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from reader.imprint import breaking_at, imprint_on
from reader.models import Story


def furniture() -> dict[str, Any]:
    """What every page needs: one query."""
    now = timezone.localtime()
    imprint = imprint_on(now.date())
    return {"today": now, "imprint": imprint, "breaking": breaking_at(imprint, now)}


def newest(most: int) -> list[Story]:
    return list(Story.objects.live().newest_first().for_cards()[:most])


def section_entry(imprint: dict[str, Any], slug: str) -> dict[str, Any]:
    """A section as the imprint has it, with its `parent`, if any, and the slug of its `top`."""
    for top in imprint["sections"]:
        if top["slug"] == slug:
            return {**top, "parent": None, "top": slug}
        for child in top["children"]:
            if child["slug"] == slug:
                return {**child, "children": [], "parent": top, "top": top["slug"]}
    raise Http404
