"""The public pages: fetch, render. Each says how many queries it costs after the day's first."""

from reader.views.errors import healthz, not_found, server_error
from reader.views.fronts import front
from reader.views.lists import author, section, series
from reader.views.paper import feeds, masthead
from reader.views.searching import search
from reader.views.stories import article, preview, story

__all__ = [
    "article",
    "author",
    "feeds",
    "front",
    "healthz",
    "masthead",
    "not_found",
    "preview",
    "search",
    "section",
    "series",
    "server_error",
    "story",
]
