"""Finding places with PostgreSQL: two vectors, made by the database itself (see the migration)."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from reader.search.query import Conditions, Syllables
from reader.search.scope import Level, Scope, Zone

_COLUMN = {Zone.HEADLINE: "head", Zone.HEAD: "head", Zone.WHOLE: "whole"}
_WEIGHTS = {Zone.HEADLINE: ":A", Zone.HEAD: "", Zone.WHOLE: ""}


# The planner does not know what reading a long vector costs, so it is not left the choice: what is
# common stands among the newest stories and is read there; what does not is rare enough to sort.
PROBED = 1_000


def find(levels: Sequence[Level], scope: Scope, *, most: int) -> list[tuple[int, int]]:
    """The newest `most` of each level as (place, number of the level). One query."""
    parts: list[str] = []
    values: list[Any] = []
    for number, level in enumerate(levels):
        condition, asked = _condition(level, scope)
        # Only column names of ours and placeholders are put together here.
        parts.append(
            "(WITH probe AS MATERIALIZED ("  # noqa: S608
            "SELECT place FROM (SELECT place, section_id, head, whole FROM reader_storytext"
            " WHERE place BETWEEN %s AND %s ORDER BY place DESC LIMIT %s) AS newest"
            f" WHERE {condition} ORDER BY place DESC LIMIT %s)"
            " SELECT place, %s::int FROM probe UNION ALL"
            " (SELECT place, %s::int FROM reader_storytext"
            " WHERE (SELECT count(*) FROM probe) < %s AND place BETWEEN %s AND %s"
            f" AND {condition} ORDER BY place + 0 DESC LIMIT %s))"
        )
        bounds = [scope.first, scope.last]
        values += [*bounds, max(PROBED, 3 * most), *asked, most, number]
        values += [number, most, *bounds, *asked, most]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return list(cursor.fetchall())


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
