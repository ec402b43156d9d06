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
)  # fmt: skip


def content(article: Article) -> dict[str, Any]:
    """Everything the desk set on an article, by value. Three queries."""
    return {
        **{name: getattr(article, name) for name in FIELDS},
        "topics": list(article.topics.order_by("pk").values_list("pk", flat=True)),
        "bylines": list(
            article.bylines.order_by("order", "pk").values("author_id", "role", "display_name")
        ),
        "photos": list(article.photos.order_by("order", "pk").values("photo_id", "caption")),
    }


def latest(article: Article) -> Revision | None:
    return article.revisions.order_by("-number").first()


def record(
    article: Article, event: Event, *, by: User | None, note: str = "", at: datetime | None = None
) -> Revision:
    """Write the next revision. The caller holds the article's row or has just made it."""
    number = article.revisions.aggregate(latest=Max("number"))["latest"] or 0
    return Revision.objects.create(
        article=article,
        number=number + 1,
        content=content(article),
        event=event,
        by=by,
        at=at or timezone.now(),
        note=note,
    )


def record_save(article: Article, *, by: User | None) -> Revision | None:
    """Write a revision of a save, unless it changed nothing since the latest one."""
    before = latest(article)
    if before and before.content == content(article):
        return None
    return record(article, Event.SAVED, by=by)
