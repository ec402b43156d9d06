"""Corrections as readers see them: under their story for ever, and in the list of them all."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import correcting
from articles.models import Correction, Section
from reader.lists import A_PAGE, Place
from reader.models import Story, StoryCorrection

# What a row of the list shows of its story.
_OF_STORY = [
    *("pk", "kind", "content", "made_at"),
    *(f"story__{name}" for name in ("headline", "slug", "section", "published_at")),
    *(f"story__section__{name}" for name in ("name", "slug", "hue")),
]


def printed(content: dict[str, Any]) -> list[dict[str, Any]]:
    """What a story's page says of them, oldest first, from a revision's content."""
    return [
        {
            "kind": one["kind"],
            "title": correcting.title(one["kind"]),
            "wrong": one["wrong"],
            "right": one["right"],
            "apology": one["apology"],
            "made_at": one["made_at"],
        }
        for one in content.get("corrections", [])
    ]


def in_words(one: dict[str, Any]) -> str:
    """A correction as one line, for machines that show no page."""
    said = [f"{one['title']}."]
    if one["wrong"]:
        said.append(_("As published: %(words)s") % {"words": one["wrong"]})
        said.append(_("What is right: %(words)s") % {"words": one["right"]})
    else:
        said.append(one["right"])
    return " ".join(" ".join([*said, one["apology"]]).split())


def enter(story: Story, content: dict[str, Any]) -> None:
    """Put a printed story's corrections into the list. No query without any, else two or more.

    Row by row and only what changed: whoever shows the newest of them hears of each.
    """
    made = {one["id"]: one for one in content.get("corrections", [])}
    if not made:
        return
    pinned = dict(Correction.objects.filter(pk__in=made).values_list("pk", "pinned_until"))
    before = StoryCorrection.objects.in_bulk(made)
    words = printed(content)
    for (number, one), said in zip(made.items(), words, strict=True):
        row = StoryCorrection(
            correction_id=number,
            story_id=story.pk,
            kind=one["kind"],
            content={**{name: said[name] for name in said if name != "made_at"}, **_work(story)},
            made_at=datetime.fromisoformat(one["made_at"]),
            pinned_until=pinned[number],
        )
        if _values(row) != _values(before.get(number)):
            row.save(force_insert=number not in before)


def follow(stories: Iterable[Story]) -> None:
    """Say the stories' present names and addresses in the list: one query, more if any changed."""
    known = {story.pk: story for story in stories}
    for row in StoryCorrection.objects.filter(story__in=known):
        content = {**row.content, **_work(known[row.story_id])}
        if content != row.content:
            row.content = content
            row.save(update_fields=["content"])


def follow_section(section: Section) -> None:
    """The same for everything corrected in a section that was renamed."""
    corrected = StoryCorrection.objects.values("story")
    stories = Story.objects.in_sections([section.pk]).filter(pk__in=corrected)
    follow(stories.select_related("section"))


def leave(story: Story) -> None:
    """Take a withdrawn story's corrections out of the list; the desk keeps them."""
    StoryCorrection.objects.filter(story=story.pk).delete()


def newest(begins: Place | None) -> list[StoryCorrection]:
    """A page of the list and one more, with their stories as they are now: one query."""
    rows = StoryCorrection.objects.order_by("-made_at", "-correction_id")
    if begins:
        older = Q(made_at__lt=begins.at) | Q(correction__lt=begins.number)
        rows = rows.filter(older, made_at__lte=begins.at)
    return list(rows.select_related("story__section").only(*_OF_STORY)[: A_PAGE + 1])


def by_day(rows: list[StoryCorrection]) -> list[tuple[datetime, list[StoryCorrection]]]:
    """Runs of corrections made on one local day, each with a moment of that day."""
    grouped = groupby(rows, key=lambda one: timezone.localtime(one.made_at).date())
    runs = [list(run) for _day, run in grouped]
    return [(timezone.localtime(run[0].made_at), run) for run in runs]


def _work(story: Story) -> dict[str, Any]:
    """The story a correction names. Reads the section."""
    return {
        "headline": story.headline,
        "url": story.get_absolute_url(),
        "section": story.section.name,
        "hue": story.section.hue,
        "published_on": timezone.localtime(story.published_at).date().isoformat(),
    }


def _values(row: StoryCorrection | None) -> tuple[Any, ...] | None:
    if row is None:
        return None
    return row.story_id, row.kind, row.content, row.made_at, row.pinned_until
