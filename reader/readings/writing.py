"""Adding a batch of readings to those of other processes."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import connection, transaction

from reader.models import Reading, Story

_ROWS_AT_ONCE = 300

Row = tuple[datetime, int, int]


@transaction.atomic
def write(batch: Mapping[tuple[datetime, int], int]) -> None:
    """Add a batch of {(hour, story): readings}: one query for the stories, one for 300 rows.

    Readings of what is no live story are dropped. Several processes may write at once: each row is
    added to by the database itself, and rows are locked in one order.
    """
    stories = {story for _hour, story in batch}
    live = set(Story.objects.live().filter(pk__in=stories).values_list("pk", flat=True))
    rows = sorted((hour, story, count) for (hour, story), count in batch.items() if story in live)
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        _add(rows[start : start + _ROWS_AT_ONCE])


def _add(rows: Sequence[Row]) -> None:
    """INSERT … ON CONFLICT: `bulk_create` could only put a new count in the place of the old."""
    quote = connection.ops.quote_name
    table = quote(Reading._meta.db_table)
    hour, story, count = quote("hour"), quote("story_id"), quote("count")
    statement = (
        f"INSERT INTO {table} ({hour}, {story}, {count}) "  # noqa: S608 our own names, quoted
        f"VALUES {', '.join(['(%s, %s, %s)'] * len(rows))} "
        f"ON CONFLICT ({hour}, {story}) DO UPDATE SET {count} = {table}.{count} + excluded.{count}"
    )
    adapted = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for at, *rest in rows for value in (adapted(at), *rest)])
