"""Corrections as readers see them: under their story for ever, and in the list of them all.

When the story is withdrawn a slip goes with it. A formal one stays, in the list, for its days on
the front page, and on the page that says the story is gone.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import correcting
from articles.models import Correction, Section
from reader.models import Story, StoryCorrection


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


def lasting(words: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of a story's corrections that outlive it: what the law had printed stays printed."""
    return [one for one in words if one["kind"] == Correction.Kind.FORMAL]


def leave(story: Story) -> None:
    """Take a withdrawn story's slips out of the list; its formal corrections stay for ever."""
    StoryCorrection.objects.filter(story=story.pk).exclude(kind=Correction.Kind.FORMAL).delete()


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
