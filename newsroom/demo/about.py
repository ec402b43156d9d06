"""The demo's pages about the paper."""

import tomllib
from pathlib import Path

from django.db import transaction

from articles.models import AboutPage
from newsroom.demo.markup import to_html

CONTENT = Path(__file__).parent / "content" / "about.toml"


@transaction.atomic
def write() -> None:
    """Make the pages that nobody has: one is known again by its title or its slug."""
    for row in tomllib.loads(CONTENT.read_text("utf-8"))["page"]:
        pages = AboutPage.objects
        if (pages.filter(slug=row["slug"]) | pages.filter(title=row["title"])).exists():
            continue
        words = {name: row[name] for name in ("slug", "title", "summary", "order")}
        pages.create(**words, body=to_html(row["body"], _no_photo), is_shown=True)


def _no_photo(key: str) -> int:
    raise KeyError(key)
