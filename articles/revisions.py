"""The record of every version: what an article was, as plain data the press can print from."""

from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone

from articles.models import Article, Event, Revision
from people.models import User

FIELDS = (
    "kicker", "headline", "subhead", "standfirst", "body", "section_id", "series_id", "part",
    "note_override", "lead_photo_id", "lead_caption", "source", "origin_id", "legacy_address",
    "legacy_number",
)  # fmt: skip
# What revisions were written without before these were kept.
ADDED_LATER: dict[str, Any] = {"related": [], "corrections": [], "legacy_number": ""}


def content(article: Article) -> dict[str, Any]:
    """Everything the desk set on an article, by value. Five queries."""
    return {
        **{name: getattr(article, name) for name in FIELDS},
        "topics": list(article.topics.order_by("pk").values_list("pk", flat=True)),
        "bylines": list(
            article.bylines.order_by("order", "pk").values("author_id", "role", "display_name")
        ),
        "photos": list(article.photos.order_by("order", "pk").values("photo_id", "caption")),
        "related": list(article.related.order_by("order", "pk").values_list("to_id", flat=True)),
        "corrections": corrections(article),
    }


def corrections(article: Article) -> list[dict[str, Any]]:
    """What readers were told was wrong, oldest first, without what only the desk knows."""
    return [
        {
            "id": one.pk,
            "kind": one.kind,
            "wrong": one.wrong,
            "right": one.right,
            "apology": one.apology,
            "made_at": one.made_at.isoformat(),
        }
        for one in article.corrections.oldest_first()
    ]


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two contents say the same, however old the revisions they were written in."""
    return {**ADDED_LATER, **one} == {**ADDED_LATER, **other}


def latest(article: Article) -> Revision | None:
    return article.revisions.order_by("-number").first()


def latest_printed(article: Article) -> Revision | None:
    """The one readers have, or had before the story was withdrawn."""
    return article.revisions.printed().order_by("-number").first()


def record(
    article: Article,
    event: Event,
    *,
    by: User | None,
    note: str = "",
    at: datetime | None = None,
    printed: dict[str, Any] | None = None,
) -> Revision:
    """Write the next revision. The caller holds the article's row or has just made it.

    Its content is the working copy, unless what goes to the press is given.
    """
    number = article.revisions.aggregate(latest=Max("number"))["latest"] or 0
    return Revision.objects.create(
        article=article,
        number=number + 1,
        content=content(article) if printed is None else printed,
        event=event,
        by=by,
        at=at or timezone.now(),
        note=note,
    )


def record_save(article: Article, *, by: User | None) -> Revision | None:
    """Write a revision of a save, unless it changed nothing since the latest one."""
    before = latest(article)
    if before and same(before.content, content(article)):
        return None
    return record(article, Event.SAVED, by=by)
