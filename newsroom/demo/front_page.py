"""The demo's front page as its editors left it: launched, with a banner, a table, a correction."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles import correcting
from articles.models import Article, Correction, Section
from fronts import launching, standing
from fronts.arrangement import Arrangement, Pin, dump
from fronts.models import Breaking, Launch, Table

CONTENT = Path(__file__).parent / "content" / "front.toml"

Find = Callable[[str], Article | None]


@transaction.atomic
def lay_out(story: Find, sections: dict[str, Section]) -> None:
    """Make what is not there yet. `story` finds an article by its key, or nothing."""
    content = tomllib.loads(CONTENT.read_text("utf-8"))
    for row in content["table"]:
        _table(row, sections[row["section"]])
    _correct(content["correction"], story)
    _break(content["breaking"], story)
    if not Launch.objects.filter(front__section=None).exists():
        _launch(content, story)


def _table(row: dict[str, Any], section: Section) -> None:
    if not Table.objects.filter(section=section).exists():
        words = {name: row[name] for name in ("title", "unit", "rows", "note")}
        Table.objects.create(section=section, **words)


def _correct(row: dict[str, Any], story: Find) -> None:
    article = story(row["story"])
    if article is None or article.status != Article.Status.PUBLISHED:
        return
    if Correction.objects.filter(article=article).exists():
        return
    names = ("wrong", "right", "apology", "basis", "days")
    words = correcting.Words(Correction.Kind.FORMAL, **{name: row[name] for name in names})
    correcting.correct(article, words, by=None)


def _break(row: dict[str, Any], story: Find) -> None:
    if Breaking.objects.exists():
        return
    now = timezone.now()
    until = now + timedelta(hours=row["hours"])
    Breaking.objects.create(
        text=row["text"], article=story(row["story"]), shown_from=now, shown_until=until
    )


def _launch(content: dict[str, Any], story: Find) -> None:
    by_time = standing.by_time(standing.section_tree())
    pins: dict[str, list[Pin]] = {}
    for row in content["pin"]:
        if article := story(row["story"]):
            pins.setdefault(row["slot"], []).append(Pin(article.pk, row.get("headline", "")))
    slots = tuple(replace(slot, pins=tuple(pins.get(slot.key, ()))) for slot in by_time.slots)
    note = content["note"]
    arranged = Arrangement(slots, note_title=note["title"], note_text=note["text"])
    front = launching.open_front(None, by=None)
    front = launching.save_draft(front, number=front.draft_number, content=dump(arranged), by=None)
    launching.launch(front, number=front.draft_number, by=None)
