"""The public pages: fetch, render. Each says how many queries it costs after the day's first."""

from reader.views.about import about
from reader.views.archive import archive, archive_of_day, archive_of_iso_day, archive_of_month
from reader.views.corrections import corrections
from reader.views.errors import healthz, not_found, server_error
from reader.views.fronts import front, front_composed, front_preview, section
from reader.views.lists import all_series, author, series, topic, topics
from reader.views.paper import feeds, masthead
from reader.views.printing import print_view
from reader.views.readings import most_read, reading
from reader.views.searching import search
from reader.views.stories import article, preview, story

__all__ = [
    "about",
    "all_series",
    "archive",
    "archive_of_day",
    "archive_of_iso_day",
    "archive_of_month",
    "article",
    "author",
    "corrections",
    "feeds",
    "front",
    "front_composed",
    "front_preview",
    "healthz",
    "masthead",
    "most_read",
    "not_found",
    "preview",
    "print_view",
    "reading",
    "search",
    "section",
    "series",
    "server_error",
    "story",
    "topic",
    "topics",
]
