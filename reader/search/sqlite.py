"""Finding places with SQLite: an FTS5 table kept by triggers (see the migration)."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from reader.search.query import Conditions, Syllables
from reader.search.scope import Level, Scope, Zone

_COLUMNS = {
    Zone.HEADLINE: "{folded_headline exact_headline} : ",
    Zone.HEAD: "{folded_headline exact_headline folded_standfirst exact_standfirst} : ",
    Zone.WHOLE: "",
}
_AUTHOR = "{folded_names exact_names} : "


def find(levels: Sequence[Level], scope: Scope, *, most: int) -> list[tuple[int, int]]:
    """The newest `most` of each level as (place, number of the level). One query."""
    parts: list[str] = []
    values: list[Any] = []
    for number, level in enumerate(levels):
        asked = expression(level.conditions, _COLUMNS[level.zone])
        if scope.author:
            asked += f" AND {_AUTHOR}{_phrase(scope.author)}"
        joined = where = ""
        values += [number, asked, scope.first, scope.last]
        if scope.sections:
            # CROSS JOIN keeps SQLite to this order: newest first out of the index, then the row.
            joined = "CROSS JOIN reader_storytext AS row ON row.place = found.rowid"
            where = f"AND row.section_id IN ({', '.join(['%s'] * len(scope.sections))})"
            values += scope.sections
        values.append(most)
        # Only text of ours and placeholders are put together here.
        parts.append(
            f"SELECT * FROM (SELECT found.rowid, %s FROM reader_storytext_fts AS found {joined} "  # noqa: S608
            "WHERE reader_storytext_fts MATCH %s AND found.rowid BETWEEN %s AND %s "
            f"{where} ORDER BY found.rowid DESC LIMIT %s)"
        )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return list(cursor.fetchall())


def expression(conditions: Conditions, columns: str = "") -> str:
    return " AND ".join(
        "("
        + " OR ".join(
            "(" + " AND ".join(columns + _phrase(piece) for piece in way) + ")" for way in term
        )
        + ")"
        for term in conditions
    )


def _phrase(piece: Syllables) -> str:
    # Syllables hold no quote.
    return '"' + " ".join(piece) + '"'
