"""How often the demo paper was read in the last week, as if it had readers."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from reader.models import Reading, Story
from reader.readings import reckoning

_HOURS = 7 * 24
# How many read in each hour of a day: early, at noon and in the evening.
_DAY = (1, 1, 1, 1, 2, 5, 9, 10, 8, 6, 6, 8, 9, 6, 5, 5, 6, 7, 8, 9, 10, 8, 5, 2)


@transaction.atomic
def read(now: datetime) -> None:
    """Count a week of readings and reckon the most read, unless something was counted already."""
    if Reading.objects.exists():
        return
    stories = Story.objects.live().newest_first().only("published_at")
    rows = [row for story in stories for row in _of(story, now)]
    Reading.objects.bulk_create(rows, batch_size=500)
    reckoning.reckon(now)


def _of(story: Story, now: datetime) -> Iterator[Reading]:
    """One story's hours: most on its first days, and more of some stories than of others."""
    dice = Random(story.pk)  # noqa: S311 nothing secret
    liked = dice.uniform(0.2, 2.5)
    this_hour = reckoning.start_of_hour(now)
    for back in range(_HOURS):
        hour = this_hour - timedelta(hours=back)
        age = (hour - story.published_at) / timedelta(days=1)
        if age < 0:
            return
        readers = _DAY[hour.astimezone(now.tzinfo).hour] * liked / (1 + age)
        if count := int(readers * dice.uniform(0.5, 1.5)):
            yield Reading(story_id=story.pk, hour=hour, count=count)
