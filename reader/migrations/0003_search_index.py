"""The full-text index of each database, over the columns of reader_storytext.

Each database keeps its own from then on: PostgreSQL by generated columns, SQLite by triggers. On
SQLite Django alters most columns by making the table anew, which drops triggers: a migration that
alters reader_storytext has to run `make` again. tests/reader/test_search.py notices.
"""

from django.db import migrations

TABLE = "reader_storytext"
INDEX = "reader_storytext_fts"
ZONES = ("headline", "standfirst", "text", "names")
COLUMNS = [f"{form}_{zone}" for zone in ZONES for form in ("folded", "exact")]

# No phrase reaches over a lexeme that no text can hold.
GAP = "'''|'':1'::tsvector"
WEIGHTS = dict(zip(ZONES, "ABCD", strict=True))


def vector(*zones):
    """Both forms one after the other: a syllable with diacritics is only ever in the exact one."""
    return f" || {GAP} || ".join(
        f"setweight(to_tsvector('simple'::regconfig, {form}_{zone}), '{WEIGHTS[zone]}')"
        for zone in zones
        for form in ("folded", "exact")
    )


POSTGRESQL = [
    f"ALTER TABLE {TABLE} "
    f"ADD COLUMN head tsvector GENERATED ALWAYS AS ({vector('headline', 'standfirst')}) STORED, "
    f"ADD COLUMN whole tsvector GENERATED ALWAYS AS ({vector(*ZONES)}) STORED",
    f"CREATE INDEX {INDEX} ON {TABLE} USING gin (head, whole)",
]
POSTGRESQL_BACK = [
    f"DROP INDEX {INDEX}",
    f"ALTER TABLE {TABLE} DROP COLUMN head, DROP COLUMN whole",
]

_NAMES = ", ".join(COLUMNS)
_OLD = ", ".join(f"old.{name}" for name in COLUMNS)
_NEW = ", ".join(f"new.{name}" for name in COLUMNS)
_ENTER = f"INSERT INTO {INDEX} (rowid, {_NAMES}) VALUES (new.place, {_NEW});"  # noqa: S608
_LEAVE = (
    f"INSERT INTO {INDEX} ({INDEX}, rowid, {_NAMES}) "  # noqa: S608
    f"VALUES ('delete', old.place, {_OLD});"
)
SQLITE = [
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5({_NAMES}, content='{TABLE}', "
    "content_rowid='place', tokenize='unicode61 remove_diacritics 0')",
    f"CREATE TRIGGER {INDEX}_enter AFTER INSERT ON {TABLE} BEGIN {_ENTER} END",
    f"CREATE TRIGGER {INDEX}_leave AFTER DELETE ON {TABLE} BEGIN {_LEAVE} END",
    f"CREATE TRIGGER {INDEX}_change AFTER UPDATE ON {TABLE} BEGIN {_LEAVE} {_ENTER} END",
    f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')",  # noqa: S608
]
SQLITE_BACK = [
    *(f"DROP TRIGGER IF EXISTS {INDEX}_{name}" for name in ("enter", "leave", "change")),
    f"DROP TABLE {INDEX}",
]


def make(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in POSTGRESQL if is_postgresql else SQLITE:
        schema_editor.execute(statement, params=None)


def unmake(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in POSTGRESQL_BACK if is_postgresql else SQLITE_BACK:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("reader", "0002_search")]

    operations = [migrations.RunPython(make, unmake)]
