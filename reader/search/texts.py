"""What search reads of a story: its words by zone, exact and folded."""

from collections.abc import Iterable
from datetime import datetime
from math import floor

from articles.body import plain_text
from reader.models import Story, StoryText
from vietnamese.folding import exact_text, folded_text

# PostgreSQL keeps 16,383 positions and a megabyte of words in one vector, and both forms of a text
# go into it. A story longer than this is found by its beginning.
MOST_SYLLABLES = 7_000
MOST_BYTES = 150_000
LONGEST_SYLLABLE = 60

_NUMBER_BITS = 30


def place(at: datetime, number: int = 0) -> int:
    """Where a story stands in time: a larger place is newer, and no two stories share one."""
    assert number < 1 << _NUMBER_BITS
    return (floor(at.timestamp()) << _NUMBER_BITS) + number


def story_number(place: int) -> int:
    return place & ((1 << _NUMBER_BITS) - 1)


def enter(story: Story, text: str) -> None:
    """Write the words of a printed story anew; a withdrawn one has none. Two queries."""
    StoryText.objects.filter(story=story.pk).delete()
    if story.is_live:
        StoryText.objects.bulk_create([text_of(story, text)])


def enter_again(stories: Iterable[Story]) -> None:
    """Something printed on these stories has changed: two queries each."""
    for story in stories:
        enter(story, plain_text(story.body))


def text_of(story: Story, text: str) -> StoryText:
    topics = [topic["name"] for topic in story.topics]
    names = [one["name"] for phrase in story.byline for one in phrase["names"]]
    zones = {
        "headline": story.headline,
        "standfirst": story.standfirst,
        "text": "\n".join([story.kicker, story.subhead, text, *topics, story.source]),
        "names": "\n".join(names),
    }
    row = StoryText(
        place=place(story.published_at, story.pk), story_id=story.pk, section_id=story.section_id
    )
    for zone, words in zones.items():
        setattr(row, f"exact_{zone}", _cut(exact_text(words)))
        setattr(row, f"folded_{zone}", _cut(folded_text(words)))
    return row


def rename(stories: Iterable[Story]) -> None:
    """The headlines of these printed stories have changed."""
    headlines = {story.pk: story.headline for story in stories}
    rows = list(StoryText.objects.filter(story__in=headlines))
    for row in rows:
        row.exact_headline = exact_text(headlines[row.story_id])
        row.folded_headline = folded_text(headlines[row.story_id])
    StoryText.objects.bulk_update(rows, ["exact_headline", "folded_headline"], batch_size=100)


def _cut(text: str) -> str:
    kept = [one[:LONGEST_SYLLABLE] for one in text.split(" ", MOST_SYLLABLES)[:MOST_SYLLABLES]]
    return " ".join(kept).encode()[:MOST_BYTES].decode(errors="ignore")
