"""What stands on a front: what was launched last or, before any launch, a choice by time."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from articles.models import Section
from fronts.arrangement import KINDS, MOST_SLOTS, Arrangement, Layout, Slot, Source, dump
from fronts.models import Front, Launch

_ON_A_SECTION = 6
_DESKS_ABOVE = 2  # the photo strip and opinion stand after so many desks

# A section as the imprint has it: id, name, slug, hue, kind, children.
SectionData = Mapping[str, Any]


def by_time(sections: Iterable[SectionData], section: int | None = None) -> Arrangement:
    """What stands on the front page, or on a section's front, that nobody has arranged.

    `section` is the number of the section whose front it is. No query.
    """
    if section is not None:
        return Arrangement((Slot("lead", Layout.LEAD, _ON_A_SECTION, Source.SECTION, section),))
    tree = list(sections)
    tops = [_slot(Layout.LEAD), _slot(Layout.SECONDS), _slot(Layout.RIVER)]
    tops += _of_kind(tree, Layout.EDITORIAL, Section.Kind.EDITORIAL)
    tops.append(_slot(Layout.SERIES, Source.LATEST_SERIES))
    amid = [
        *_of_kind(tree, Layout.STRIP, Section.Kind.PICTURES),
        *_of_kind(tree, Layout.OPINION, Section.Kind.OPINION),
    ]
    foot = [_slot(Layout.MOST_READ, Source.MOST_READ), _slot(Layout.CORRECTIONS, Source.NONE)]
    desks = [
        _slot(Layout.DESK, Source.SECTION, one["id"], key=f"desk-{one['id']}")
        for one in tree
        if one.get("kind", Section.Kind.NEWS) == Section.Kind.NEWS
    ][: MOST_SLOTS - len(tops) - len(amid) - len(foot)]
    return Arrangement((*tops, *desks[:_DESKS_ABOVE], *amid, *desks[_DESKS_ABOVE:], *foot))


def section_tree() -> list[dict[str, Any]]:
    """The sections as the imprint has them, for the desk. One query."""
    rows = list(Section.objects.in_order())
    return [
        {**_section(row), "children": [_section(one) for one in rows if one.parent_id == row.pk]}
        for row in rows
        if row.parent_id is None
    ]


def launch_at(front: Front, moment: datetime) -> Launch | None:
    """The launch in force at a moment. One query."""
    return front.launches.select_related("by").standing_at(moment).first()


def latest_launch(front: Front) -> Launch | None:
    """The launch that readers see; None while the front is chosen by time. One query."""
    return front.launches.select_related("by").newest_first().first()


def latest_launches(fronts: Sequence[Front]) -> dict[int, Launch]:
    """{front: the launch that readers see}, for those that have one. One query."""
    newest = Launch.objects.filter(front=OuterRef("front")).newest_first()
    rows = Launch.objects.filter(
        front__in=[front.pk for front in fronts], pk=Subquery(newest.values("pk")[:1])
    )
    return {row.front_id: row for row in rows.select_related("by")}


def content_now(
    front: Front, launch: Launch | None, *, sections: Iterable[SectionData] | None = None
) -> dict[str, Any]:
    """What readers see of this front, as plain data: the launch's, or what the time chooses.

    One query when there is no launch and the sections are not given.
    """
    if launch is not None:
        content: dict[str, Any] = launch.content
        return content
    return dump(by_time(section_tree() if sections is None else sections, front.section_id))


def _slot(
    layout: Layout, source: Source = Source.NEWEST, of: int | None = None, *, key: str = ""
) -> Slot:
    return Slot(key or str(layout), layout, KINDS[layout].capacity, source, of)


def _of_kind(tree: Iterable[SectionData], layout: Layout, kind: Section.Kind) -> list[Slot]:
    """A slot for the first section of a kind, wherever in the tree it stands; or none."""
    everything = [one for top in tree for one in (top, *top.get("children", ()))]
    found = next((one for one in everything if one.get("kind") == kind), None)
    return [_slot(layout, Source.SECTION, found["id"])] if found else []


def _section(row: Section) -> dict[str, Any]:
    return {"id": row.pk, "name": row.name, "slug": row.slug, "hue": row.hue, "kind": row.kind}
