"""What a browser would post from the writing screen."""

from typing import Any

from django.urls import reverse

from articles.models import Article
from people.models import Author

ADD = "/admin/articles/article/add/"

Row = dict[str, Any]


def change_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=(article.pk,))


def act_url(article: Article, action: str) -> str:
    return reverse(f"admin:articles_article_{action}", args=(article.pk,))


def filled(article: Article | None = None, **changes: Any) -> dict[str, Any]:
    """Every field of the screen as it stands; `bylines`, `photos`, `related` are rows to add."""
    bylines: list[Row] = changes.pop("bylines", [])
    photos: list[Row] = changes.pop("photos", [])
    related: list[Row] = changes.pop("related", [])
    fields: dict[str, Any] = {
        name: getattr(article, name) if article else ""
        for name in (
            "kicker", "headline", "subhead", "standfirst", "body", "note_override", "lead_caption",
            "source", "legacy_address", "legacy_number",
        )
    }  # fmt: skip
    for name in ("section", "series", "lead_photo", "assignee", "origin"):
        fields[name] = (getattr(article, f"{name}_id") if article else None) or ""
    fields["part"] = (article.part if article else None) or ""
    kept = 0
    if article:
        fields["topics"] = [topic.pk for topic in article.topics.all()]
        old = [
            {
                "id": row.pk,
                "author": row.author_id,
                "role": row.role,
                "display_name": row.display_name,
            }
            for row in article.bylines.all()
        ]
        kept = len(old)
        bylines = [*old, *bylines]
    fields |= _rows("bylines", bylines, kept) | _rows("photos", photos, 0)
    fields |= _rows("related", related, 0)
    latest = article and article.revisions.order_by("-number").first()
    fields["seen"] = latest.number if latest else 0
    return {**fields, "_continue": "1", **changes}


def signed(author: Author, role: str = "by", name: str = "") -> Row:
    return {"author": author.pk, "role": role, "display_name": name}


def _rows(prefix: str, rows: list[Row], kept: int) -> dict[str, Any]:
    posted: dict[str, Any] = {
        f"{prefix}-TOTAL_FORMS": len(rows),
        f"{prefix}-INITIAL_FORMS": kept,
    }
    for number, row in enumerate(rows):
        posted |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return posted
