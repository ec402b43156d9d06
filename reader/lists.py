"""Long lists: read by key from where the last page ended, and grouped as they hang."""

import re
from datetime import UTC, datetime
from itertools import groupby

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import pgettext

from reader.models import Story, StoryQuerySet

A_PAGE = 20
CURSOR = re.compile(r"(\d{1,12})\.(\d{1,6})-(\d{1,15})", re.ASCII)


def cursor_name() -> str:
    """The query parameter that says where a page begins: `sau` on a Vietnamese site."""
    return pgettext("query parameter", "after")


def after(stories: StoryQuerySet, request: HttpRequest) -> StoryQuerySet:
    """The list from where the cursor says the page before ended; 404 for a made-up place."""
    cursor = request.GET.get(cursor_name())
    if cursor is None:
        return stories
    place = CURSOR.fullmatch(cursor)
    if place is None:
        raise Http404
    seconds, fraction, number = place.groups()
    try:
        at = datetime.fromtimestamp(int(seconds), UTC).replace(
            microsecond=int(fraction.ljust(6, "0"))
        )
    except (ValueError, OverflowError, OSError):
        raise Http404 from None
    return stories.before(at, int(number))


def older(shown: list[Story]) -> str:
    """The cursor of the next page, when one more story than a page was found; otherwise ""."""
    if len(shown) <= A_PAGE:
        return ""
    last = shown[A_PAGE - 1]
    at = last.published_at
    return f"{int(at.timestamp())}.{at.microsecond:06d}-{last.pk}"


def by_day(stories: list[Story]) -> list[tuple[datetime, list[Story]]]:
    """Runs of stories of one local day, each with a moment of that day."""
    grouped = groupby(stories, key=lambda one: timezone.localtime(one.published_at).date())
    return [
        (timezone.localtime(run[0].published_at), run) for run in (list(g) for _d, g in grouped)
    ]


def by_month(stories: list[Story]) -> list[tuple[datetime, list[Story]]]:
    """Runs of stories of one local month, each with a moment of that month."""
    grouped = groupby(
        stories, key=lambda one: timezone.localtime(one.published_at).strftime("%Y-%m")
    )
    return [
        (timezone.localtime(run[0].published_at), run) for run in (list(g) for _d, g in grouped)
    ]
