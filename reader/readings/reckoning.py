"""The most read stories of the last day and week, made from what was counted."""

from datetime import UTC, datetime, timedelta

from django.core.cache import cache
from django.db import transaction
from django.db.models import Max, Q, QuerySet, Sum
from django.utils import timezone

from reader.models import MostRead, Reading

PLACES = 20
HOURS = {MostRead.Span.DAY: 24, MostRead.Span.WEEK: 7 * 24}
# A day longer than the longest span.
KEPT = timedelta(days=8)
AT_MOST_EVERY = 60  # seconds
_RECKONED = "reader.readings.reckoned"


def start_of_hour(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def places(span: MostRead.Span) -> QuerySet[MostRead]:
    """The places of a span as last reckoned, without stories withdrawn or not read in it since."""
    in_span = Q(until=None) | Q(until__gt=timezone.now())
    return MostRead.objects.filter(in_span, span=span, story__withdrawn_at=None).order_by("place")


def reckon_when_due(now: datetime) -> bool:
    """Reckon, unless that was done in the last minute by any process that shares the cache."""
    is_due = cache.add(_RECKONED, now.isoformat(), AT_MOST_EVERY)
    if is_due:
        reckon(now)
    return is_due


@transaction.atomic
def reckon(now: datetime) -> None:
    """Make both lists anew and throw away what is too old to count. Seven queries."""
    hour = start_of_hour(now)
    for span, hours in HOURS.items():
        _fill(span, since=hour - timedelta(hours=hours - 1), lasts=timedelta(hours=hours))
    Reading.objects.filter(hour__lt=hour - KEPT).delete()


def _fill(span: MostRead.Span, *, since: datetime, lasts: timedelta) -> None:
    """Write over each place: two processes that reckon at once end with one list."""
    counted = Reading.objects.filter(hour__gte=since, story__withdrawn_at__isnull=True)
    totals = counted.values_list("story_id").annotate(total=Sum("count"), latest=Max("hour"))
    found = totals.order_by("-total", "-story_id")[:PLACES]
    rows = [
        MostRead(span=span, place=place, story_id=story, count=total, until=latest + lasts)
        for place, (story, total, latest) in enumerate(found, 1)
    ]
    MostRead.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["span", "place"],
        update_fields=["story", "count", "until"],
    )
    MostRead.objects.filter(span=span, place__gt=len(rows)).delete()
