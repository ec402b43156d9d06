"""Finding places with SQLite: an FTS5 table kept by triggers (see the migration)."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from reader.search.query import Conditions, Syllables
from reader.search.scope import Level, Scope, Zone, wider

_COLUMNS = {
    Zone.HEADLINE: "{folded_headline exact_headline} : ",
    Zone.HEAD: "{folded_headline exact_headline folded_standfirst exact_standfirst} : ",
    Zone.WHOLE: "",
}
_AUTHOR = "{folded_names exact_names} : "
# The same columns in one line: syllables stand between blanks, and no phrase reaches over a bar.
_LINES = {
    Zone.HEADLINE: ("headline",),
    Zone.HEAD: ("headline", "standfirst"),
    Zone.WHOLE: ("headline", "standfirst", "text", "names"),
}
_BAR = " || ' | ' || "

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
        parts = list(_parts(levels, number, scope, most))
        read = " UNION ALL ".join(f"SELECT * FROM ({sql})" for sql, _values in parts)  # noqa: S608
        named.append(f"level{number} (place) AS ({read})")
        values += [value for _sql, part in parts for value in part]
    numbers = range(len(levels))
    every = " UNION ALL ".join(f"SELECT place, {each} FROM level{each}" for each in numbers)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(named)} {every}", values)
        return list(cursor.fetchall())


def _parts(levels: Sequence[Level], number: int, scope: Scope, most: int) -> Iterator[Part]:
    """The ways to read a level; all but one are closed by what was read before."""
    level = levels[number]
    long = ""
    sizes: list[Any] = []
    for parent in wider(levels, number):
        size = f"(SELECT count(*) FROM level{parent})"  # noqa: S608
        condition, asked = _among(level)
        # Not a join: SQLite may read the whole table first, to learn which rows it can pass over.
        yield (
            f"SELECT place FROM level{parent} AS wide WHERE {long}{size} < %s AND EXISTS ("  # noqa: S608
            f"SELECT 1 FROM reader_storytext AS row WHERE row.place = wide.place AND {condition})",
            [*sizes, most, *asked],
        )
        long += f"{size} >= %s AND "
        sizes.append(most)
    # Asked for nothing, the index is not read; a condition beside it would come too late.
    unless = f"CASE WHEN {long}1 THEN %s ELSE '\"\"' END"
    sql, values = _newest(level, scope, most)
    yield sql.format(asked=unless), [*sizes, *values]


def _among(level: Level) -> Part:
    """Whether a row has what the level asks for, without the index."""
    columns = [f"row.{form}_{zone}" for zone in _LINES[level.zone] for form in ("folded", "exact")]
    line = f"' ' || {_BAR.join(columns)} || ' '"
    terms = [
        " OR ".join("(" + " AND ".join([f"instr({line}, %s)"] * len(way)) + ")" for way in term)
        for term in level.conditions
    ]
    pieces = [piece for term in level.conditions for way in term for piece in way]
    return "(" + ") AND (".join(terms) + ")", [f" {' '.join(piece)} " for piece in pieces]


def _newest(level: Level, scope: Scope, most: int) -> Part:
    """Newest first out of the index; `{asked}` has to be filled."""
    asked = expression(level.conditions, _COLUMNS[level.zone])
    if scope.author:
        asked += f" AND {_AUTHOR}{_phrase(scope.author)}"
    joined = where = ""
    if scope.sections:
        # CROSS JOIN keeps SQLite to this order: newest first out of the index, then the row.
        joined = "CROSS JOIN reader_storytext AS row ON row.place = found.rowid"
        where = f"AND row.section_id IN ({', '.join(['%s'] * len(scope.sections))})"
    return (
        f"SELECT found.rowid FROM reader_storytext_fts AS found {joined}"  # noqa: S608
        " WHERE reader_storytext_fts MATCH {asked}"
        f" AND found.rowid BETWEEN %s AND %s {where} ORDER BY found.rowid DESC LIMIT %s",
        [asked, scope.first, scope.last, *scope.sections, most],
    )


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
