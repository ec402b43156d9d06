"""Which addresses the public site has, and which of them are pages."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLResolver

from reader import urls

# What is not a page, or not readers': files for machines, ways to a page, and the desk's previews.
NO_PAGES = {
    "healthz", "robots", "sitemap", "sitemap_of_pages", "sitemap_of_news", "sitemap_of_month",
    "sitemap_of_month_file", "archive_of_iso_day",
    "feed", "feed_of_section", "feed_of_series", "feed_of_author", "feed_of_topic", "story",
    "reading", "preview", "front_preview", "front_composed",
}  # fmt: skip


def public_names() -> set[str]:
    """The name of every address in reader.urls, also of those that stand under another."""
    return set(_names(urls.urlpatterns))


def page_names() -> set[str]:
    """The names of what readers open and look at. A name that is forgotten above is among them."""
    return public_names() - NO_PAGES


def _names(patterns: list[Any]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        else:
            yield pattern.name
