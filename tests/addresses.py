"""Which addresses the public site has."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLResolver

from reader import urls


def public_names() -> set[str]:
    """The name of every address in reader.urls, also of those that stand under another."""
    return set(_names(urls.urlpatterns))


def _names(patterns: list[Any]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        else:
            yield pattern.name
