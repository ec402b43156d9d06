"""What readers had at an earlier moment. For the desk: the queries are not few."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Sum
from django.utils import timezone

from articles.models import Event, Revision
from photos.models import Photo
from reader.figures import print_lead
from reader.front.candidates import Stock
from reader.models import Reading, Story

_A_DAY = timedelta(days=1)
_MOST = 60
# Revisions written before a key was kept lack it.
_WORDS = ("kicker", "standfirst", "subhead")


def stock_at(moment: datetime) -> Stock:
    """The stories readers had then; for now and for times to come, those they have."""
    if moment >= timezone.now():
        return Stock(moment)
    since = Story.objects.filter(withdrawn_at__gt=moment).published_by(moment)
    return Stock(
        moment,
        is_past=True,
        withdrawn_since=tuple(since.values_list("pk", flat=True)),
        not_yet_back=_not_yet_back(moment),
        most_read=_most_read(moment),
    )


def reset(stories: dict[int, Story], moment: datetime) -> None:
    """Set each story's words and picture as they were printed then; a withdrawn one has no picture.

    A story whose revision was not kept whole stays as it is.
    """
    printed = _printed_then(stories, moment)
    leads = [number for one in printed.values() if (number := one.get("lead_photo_id"))]
    library = {
        photo.pk: photo
        for photo in Photo.objects.select_related("photographer").filter(pk__in=leads)
        if photo.is_usable
    }
    for number, content in printed.items():
        if not content:
            continue
        story = stories[number]
        story.title = content["headline"]
        story.headline = story.title
        if story.label and story.series:
            story.headline = f"{story.series.title} - {story.label}: {story.title}"
        for name in _WORDS:
            setattr(story, name, content.get(name, ""))
        if story.is_live and (lead := print_lead(content, library)):
            story.lead = lead


def _printed_then(stories: dict[int, Story], moment: datetime) -> dict[int, dict[str, Any]]:
    """The content of each story's revision in force at the moment."""
    rows = Revision.objects.filter(article__in=list(stories), at__lte=moment).printed()
    newest: dict[int, Revision] = {}
    for row in rows.order_by("number"):
        newest[row.article_id] = row
    return {number: row.content for number, row in newest.items()}


def _not_yet_back(moment: datetime) -> frozenset[int]:
    """Stories readers have again today that were withdrawn at the moment."""
    withdrawn = Revision.objects.filter(event=Event.WITHDRAWN, at__lte=moment)
    latest: dict[int, int] = dict(withdrawn.order_by("number").values_list("article", "number"))
    printed = Revision.objects.filter(article__in=list(latest), at__lte=moment).printed()
    back: dict[int, int] = dict(printed.order_by("number").values_list("article", "number"))
    return frozenset(number for number, gone in latest.items() if back.get(number, 0) < gone)


def _most_read(moment: datetime) -> tuple[int, ...]:
    """The most read of the day before the moment, as far as the hours are still kept."""
    hours = Reading.objects.filter(hour__gt=moment - _A_DAY, hour__lte=moment)
    ranked = hours.values("story").annotate(total=Sum("count")).order_by("-total", "story")
    return tuple(row["story"] for row in ranked[:_MOST])
