"""Finding places with PostgreSQL: two vectors, made by the database itself (see the migration)."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from reader.search.query import Conditions, Syllables
from reader.search.scope import Level, Scope, Zone, wider

_COLUMN = {Zone.HEADLINE: "head", Zone.HEAD: "head", Zone.WHOLE: "whole"}
_WEIGHTS = {Zone.HEADLINE: ":A", Zone.HEAD: "", Zone.WHOLE: ""}


# The planner does not know what reading a long vector costs, so it is not left the choice: what is
# common stands among so many of the newest stories and is read there; what does not is rare enough
# to sort. A head is short and its row at hand, a whole text is neither.
PROBED = {Zone.HEADLINE: 10_000, Zone.HEAD: 10_000, Zone.WHOLE: 1_000}

Part = tuple[str, list[Any]]


def find(levels: Sequence[Level], scope: Scope, *, most: int) -> list[tuple[int, int]]:
    """The newest `most` of each level as (place, number of the level). One query.

    The widest level is read first. One that has fewer than `most` holds all there is: what stands
    inside it is looked for among those few, and not in the index again.
    """
    named: list[str] = []
    values: list[Any] = []
    # Only text of ours and placeholders are put together here.
    for number in reversed(range(len(levels))):
        for sql, asked in _named(levels, number, scope, most):
            named.append(sql)
            values += asked
    numbers = range(len(levels))
    every = " UNION ALL ".join(f"SELECT place, {each} FROM level{each}" for each in numbers)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(named)} {every}", values)
        return list(cursor.fetchall())


def _named(levels: Sequence[Level], number: int, scope: Scope, most: int) -> Iterator[Part]:
    """A level's query, after the probe it may need."""
    level = levels[number]
    condition, asked = _condition(level, scope)
    bounds = [scope.first, scope.last]
    parts: list[Part] = []
    long = "true"
    sizes: list[Any] = []
    for parent in wider(levels, number):
        size = f"(SELECT count(*) FROM level{parent})"  # noqa: S608
        parts.append(
            (
                f"SELECT place FROM reader_storytext WHERE {long} AND {size} < %s"  # noqa: S608
                f" AND place = ANY(ARRAY(SELECT place FROM level{parent})) AND {condition}",
                [*sizes, most, *asked],
            )
        )
        long, sizes = f"{long} AND {size} >= %s", [*sizes, most]
    yield (
        f"probe{number} AS MATERIALIZED ("  # noqa: S608
        "SELECT place FROM (SELECT place, section_id, head, whole FROM reader_storytext"
        f" WHERE {long} AND place BETWEEN %s AND %s ORDER BY place DESC LIMIT %s) AS newest"
        f" WHERE {condition} ORDER BY place DESC LIMIT %s)",
        [*sizes, *bounds, max(PROBED[level.zone], 3 * most), *asked, most],
    )
    probed = f"(SELECT count(*) FROM probe{number})"  # noqa: S608
    parts += [
        (f"SELECT place FROM probe{number} WHERE {probed} >= %s", [most]),  # noqa: S608
        (
            f"(SELECT place FROM reader_storytext WHERE {long} AND {probed} < %s"  # noqa: S608
            f" AND place BETWEEN %s AND %s AND {condition} ORDER BY place + 0 DESC LIMIT %s)",
            [*sizes, most, *bounds, *asked, most],
        ),
    ]
    every = " UNION ALL ".join(sql for sql, _values in parts)
    yield (
        f"level{number} (place) AS MATERIALIZED ({every})",
        [value for _sql, part in parts for value in part],
    )


def _condition(level: Level, scope: Scope) -> tuple[str, list[Any]]:
    conditions = [f"{_COLUMN[level.zone]} @@ %s::tsquery"]
    values: list[Any] = [tsquery(level.conditions, _WEIGHTS[level.zone])]
    if scope.sections:
        conditions.append("section_id = ANY(%s)")
        values.append(list(scope.sections))
    if scope.author:
        conditions.append("whole @@ %s::tsquery")
        values.append(_phrase(scope.author, ":D"))
    return " AND ".join(conditions), values


def tsquery(conditions: Conditions, weights: str = "") -> str:
    return " & ".join(
        "("
        + " | ".join(
            "(" + " & ".join(_phrase(piece, weights) for piece in way) + ")" for way in term
        )
        + ")"
        for term in conditions
    )


def _phrase(piece: Syllables, weights: str) -> str:
    # Syllables hold neither a quote nor a backslash.
    return "(" + " <-> ".join(f"'{syllable}'{weights}" for syllable in piece) + ")"
