"""JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/"""

import json
from typing import Any

from django.conf import settings

from reader.entries import Entry, Feed
from reader.templatetags.printing import absolute

VERSION = "https://jsonfeed.org/version/1.1"


def write(feed: Feed) -> str:
    content = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page_address,
        "feed_url": feed.address,
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.paper}],
        "items": [_item(entry) for entry in feed.entries],
    }
    if settings.WEBSUB_HUB:
        content["hubs"] = [{"type": "WebSub", "url": settings.WEBSUB_HUB}]
    return json.dumps(content, ensure_ascii=False)


def _item(entry: Entry) -> dict[str, Any]:
    story = entry.story
    item: dict[str, Any] = {
        "id": entry.number_address,
        "url": entry.address,
        "title": story.headline,
        "date_published": entry.published_at.isoformat(timespec="seconds"),
        "date_modified": entry.updated_at.isoformat(timespec="seconds"),
        "tags": entry.categories,
    }
    # One of the two contents is required.
    if entry.full_html:
        item["content_html"] = entry.full_html
    else:
        item["content_text"] = entry.summary
    if story.standfirst:
        item["summary"] = story.standfirst
    if entry.authors:
        item["authors"] = [
            {"name": name, "url": page} if page else {"name": name} for name, page in entry.authors
        ]
    if entry.picture:
        item["image"] = absolute(entry.picture.path)
    return item
