"""What every page needs, and what several share."""

from typing import Any

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
