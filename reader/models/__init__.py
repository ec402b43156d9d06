"""The printed side: what readers see, and the rows their lists are read from.

What is printed is a projection of published revisions. It can be thrown away and printed again
with `manage.py reprint`; only reader.press writes it.
"""

from reader.models.addresses import OldAddress, OldPattern
from reader.models.lists import (
    PlaceQuerySet,
    StoryAuthor,
    StoryCorrection,
    StoryCorrectionQuerySet,
    StoryPhoto,
    StoryTopic,
)
from reader.models.pages import Imprint, PrintedFront
from reader.models.readings import MostRead, Reading
from reader.models.search import Equivalent, StoryText
from reader.models.story import WORDS_A_MINUTE, Story, StoryQuerySet

__all__ = [
    "WORDS_A_MINUTE",
    "Equivalent",
    "Imprint",
    "MostRead",
    "OldAddress",
    "OldPattern",
    "PlaceQuerySet",
    "PrintedFront",
    "Reading",
    "Story",
    "StoryAuthor",
    "StoryCorrection",
    "StoryCorrectionQuerySet",
    "StoryPhoto",
    "StoryQuerySet",
    "StoryText",
    "StoryTopic",
]
