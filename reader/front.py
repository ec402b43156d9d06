"""What stands on the front page: chosen by time, never the same story twice."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from reader.models import Story, StoryQuerySet

SECONDS = 3  # a plain one between two with pictures
BESIDE = 3
RIVER = 12
A_DESK = 6
PARTS = 3  # the newest of a series
NEWEST = 24

Take = Callable[[Iterable[Story], int], list[Story]]


@dataclass
class Desk:
    """A section's place on the front."""

    section: dict[str, Any]
    stories: list[Story]


@dataclass
class Front:
    lead: Story | None = None
    beside: list[Story] = field(default_factory=list)
    seconds: list[Story] = field(default_factory=list)
    river: list[Story] = field(default_factory=list)
    series: list[Story] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)


def compose(sections: Iterable[dict[str, Any]]) -> Front:
    """The front of this moment: two queries, whatever the size of the archive."""
    sections = list(sections)
    stories = _candidates(sections)
    front = Front()
    taken: set[int] = set()

    def take(choice: Iterable[Story], most: int) -> list[Story]:
        chosen = [story for story in choice if story.pk not in taken][:most]
        taken.update(story.pk for story in chosen)
        return chosen

    newest = stories[:NEWEST]
    leads = take([story for story in newest if story.lead] or newest, 1)
    front.lead = leads[0] if leads else None
    front.series = take(_latest_series(stories, front.lead), PARTS)
    if front.lead:
        own = [story for story in stories if story.section_id == front.lead.section_id]
        front.beside = take(own, BESIDE)
    front.seconds = _flanked(take, newest)
    front.river = take(newest, RIVER)
    for section in sections:
        numbers = {section["id"], *(child["id"] for child in section["children"])}
        own = [story for story in stories if story.section_id in numbers]
        chosen = take(own, A_DESK)
        if chosen:
            front.desks.append(Desk(section, chosen))
    return front


def _flanked(take: Take, newest: list[Story]) -> list[Story]:
    """The newest stories under the lead, a plain one between two with pictures where there are."""
    first = take([story for story in newest if story.lead] or newest, 1)
    middle = take([story for story in newest if not story.lead] or newest, 1)
    last = take([story for story in newest if story.lead], 1) or take(newest, 1)
    return [*first, *middle, *last]


def _candidates(sections: list[dict[str, Any]]) -> list[Story]:
    """Enough of the newest, of each section and of the latest series, newest first."""
    live = Story.objects.live()
    heads: list[StoryQuerySet] = [live.newest_first()[:NEWEST]]
    for section in sections:
        numbers = [section["id"], *(child["id"] for child in section["children"])]
        # Each number by itself reads its own index from the top.
        heads += [
            live.in_sections([number]).newest_first()[: A_DESK + RIVER + SECONDS]
            for number in numbers
        ]
    latest = live.filter(series__isnull=False).newest_first().values("series")[:1]
    heads.append(live.filter(series__in=latest).order_by("-part")[:PARTS])
    chosen = [Story.objects.filter(pk__in=head.values("pk")).values_list("pk") for head in heads]
    found = {pk for (pk,) in chosen[0].union(*chosen[1:], all=True)}
    return list(Story.objects.live().filter(pk__in=found).for_cards().newest_first())


def _latest_series(stories: list[Story], lead: Story | None) -> list[Story]:
    """The parts of the series that ran last, in order, when it has several."""
    running = next((story.series_id for story in stories if story.series_id), None)
    parts = [story for story in stories if running and story.series_id == running]
    parts = [story for story in parts if lead is None or story.pk != lead.pk]
    parts.sort(key=lambda story: story.part or 0)
    return parts[-PARTS:] if len(parts) > 1 else []
