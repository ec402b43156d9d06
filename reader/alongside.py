"""What stands beside a story: its series, what belongs to it, and what else there is to read."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.choosing import Head, places
from reader.models import MostRead, Story, StoryTopic
from reader.readings import reckoning

A_BLOCK = 5
AT_ONCE = 3  # chosen by hand, before the text
IN_NAVIGATOR = 12
TOPICS = 6
# More numbers than a block holds: what stands in one block is left out of the next.
OF_A_TOPIC = 8
OF_THE_SECTION = 4 * A_BLOCK
NEWEST = 6 * A_BLOCK
MOST_READ = 4 * A_BLOCK

Numbers = list[int]
Take = Callable[[Iterable[int], int], Numbers]


@dataclass
class Alongside:
    """The blocks of an article page. No story stands in two of them, nor the page's own in any."""

    parts: list[Story]  # the whole series, the page's own story with it
    navigator: list[Story]  # those of them that the page shows; nothing where one part is all
    next_part: Story | None
    at_once: list[Story]  # directly under the standfirst
    related: list[Story]  # after the text
    most_read: list[Story]
    in_section: list[Story]
    newest: list[Story]


def beside(story: Story) -> Alongside:
    """Everything an article page shows besides its story: two queries, whatever there is."""
    found = _found(story)
    take = _taking({story.pk, *found["parts"]})
    chosen = take([number for number in story.related if number in found["by hand"]], A_BLOCK)
    near = take([*_most_shared(found["topics"]), *found["section"]], A_BLOCK - len(chosen))
    most_read = take(found["most read"], A_BLOCK)
    in_section = take(found["section"], A_BLOCK)
    newest = take(found["newest"], A_BLOCK)
    known = Story.objects.live().in_bulk_of(
        [*found["parts"], *chosen, *near, *most_read, *in_section, *newest]
    )

    def cards(numbers: Numbers) -> list[Story]:
        # One may have been withdrawn between the two queries.
        return [known[number] for number in numbers if number in known]

    parts = _parts(story, cards(found["parts"]))
    navigator = _around(parts, story) if len(parts) > 1 else []
    # The other parts of a series stand under the standfirst already.
    first = 0 if navigator else AT_ONCE
    unseen = _nearest([one for one in parts if one not in navigator], story) if navigator else []
    return Alongside(
        parts=parts,
        navigator=navigator,
        next_part=next((one for one in parts if (one.part or 0) > (story.part or 0)), None),
        at_once=cards(chosen[:first]),
        related=[*cards(chosen[first:]), *unseen, *cards(near)][: A_BLOCK - len(chosen[:first])],
        most_read=cards(most_read),
        in_section=cards(in_section),
        newest=cards(newest),
    )


def _found(story: Story) -> dict[str, Numbers]:
    """The live stories' numbers of each list, newest first or by their rank: one query."""
    found: dict[str, Numbers] = defaultdict(list)
    for place in places(_heads(story)):
        found[place.head].append(place.story)
    return found


def _heads(story: Story) -> list[tuple[str, Head]]:
    """What the blocks are cut from, each read from the top of its own index."""
    live = Story.objects.live()
    heads: list[tuple[str, Head]] = [
        ("by hand", live.filter(pk__in=story.related[: 2 * A_BLOCK])),
        ("section", live.in_sections([story.section_id]).newest_first()[:OF_THE_SECTION]),
        ("newest", live.newest_first()[:NEWEST]),
        ("most read", reckoning.places(MostRead.Span.DAY)[:MOST_READ]),
    ]
    if story.series_id:
        heads.append(("parts", live.in_series(story.series_id)))
    for topic in story.topics[:TOPICS]:
        tagged = StoryTopic.objects.filter(topic=topic["id"]).order_by("-published_at", "-story_id")
        heads.append(("topics", live.filter(pk__in=tagged[:OF_A_TOPIC].values("story"))))
    return heads


def _most_shared(tagged: Numbers) -> Numbers:
    """Those that share the most topics first, then the newest: each came once for every topic."""
    return [number for number, _times in Counter(tagged).most_common()]


def _taking(taken: set[int]) -> Take:
    """A function that takes the first so many of a choice that nobody took before."""

    def take(choice: Iterable[int], most: int) -> Numbers:
        chosen = list(dict.fromkeys(number for number in choice if number not in taken))[:most]
        taken.update(chosen)
        return chosen

    return take


def _parts(story: Story, printed: list[Story]) -> list[Story]:
    """The parts in order; a story in preview stands among them as it will."""
    if story.series_id is None:
        return []
    own = next((one for one in printed if one.pk == story.pk), story)
    others = [one for one in printed if one.pk != story.pk]
    return sorted([*others, own], key=lambda one: one.part or 0)


def _around(parts: list[Story], story: Story) -> list[Story]:
    """As many parts as a navigator holds, the story's own in their middle."""
    place = next(place for place, one in enumerate(parts) if one.pk == story.pk)
    start = max(0, min(place - IN_NAVIGATOR // 2, len(parts) - IN_NAVIGATOR))
    return parts[start : start + IN_NAVIGATOR]


def _nearest(parts: list[Story], story: Story) -> list[Story]:
    """Parts that the navigator has no room for, those nearest the story first."""
    own = story.part or 0
    return sorted(parts, key=lambda one: (abs((one.part or 0) - own), -(one.part or 0)))
