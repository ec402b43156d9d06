"""The furniture of every page: who the paper is today, its sections, what it must say at once."""

from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db import DatabaseError, transaction
from django.forms.models import model_to_dict
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext

from articles.models import AboutPage, Correction, Section
from fronts import tables
from fronts.models import Breaking, Table
from masthead.models import Appointment, Masthead, Office
from reader.models import Imprint, Story, StoryCorrection

# Raise it when the content takes another form: rows of the old one are then made anew.
FORM = 3
# So many are shown at once; all that are not over are kept, and move up when others end.
MOST_BANNERS = 20
MOST_CORRECTIONS = 10


def imprint_on(day: date) -> dict[str, Any]:
    """The imprint of a day: one query, or some twenty when it is the day's first page."""
    kept = Imprint.objects.filter(day=day).values_list("content", flat=True).first()
    if kept is not None and kept.get("form") == FORM:
        return kept
    content = compose(day)
    try:
        with transaction.atomic():
            Imprint.objects.update_or_create(day=day, defaults={"content": content})
        if compose(day) != content:
            # Something was saved while this was being made, and may have been forgotten before.
            forget()
    except DatabaseError:
        # A page can be read while the database only reads: it costs a few queries more.
        return content
    return content


def forget() -> None:
    """Something every page shows has changed."""
    Imprint.objects.all().delete()


def names(number: int) -> bool:
    """Whether a banner or a pinned correction leads to this story. Two queries at most."""
    return (
        Breaking.objects.not_over(timezone.now()).filter(article=number).exists()
        or StoryCorrection.objects.filter(story=number, pinned_until__isnull=False).exists()
    )


def section_entry(content: dict[str, Any], slug: str) -> dict[str, Any]:
    """A section as the imprint has it, with its `parent`, if any, and the slug of its `top`.

    Raises Http404.
    """
    for top in content["sections"]:
        if top["slug"] == slug:
            return {**top, "parent": None, "top": slug}
        for child in top["children"]:
            if child["slug"] == slug:
                return {**child, "children": [], "parent": top, "top": top["slug"]}
    raise Http404


def breaking_at(content: dict[str, Any], moment: datetime) -> list[dict[str, Any]]:
    """The banners that stand across the top of a page at a moment, the latest first."""
    standing = []
    for one in content["breaking"]:
        starts, ends = (datetime.fromisoformat(one[name]) for name in ("starts", "ends"))
        if starts <= moment < ends:
            standing.append({**one, "starts": starts, "ends": ends})
    return standing[:MOST_BANNERS]


def corrections_at(content: dict[str, Any], moment: datetime) -> list[dict[str, Any]]:
    """The formal corrections the front page shows at a moment, the latest first."""
    standing = [
        one
        for one in content["corrections"]
        if moment < datetime.fromisoformat(one["pinned_until"])
    ]
    return standing[:MOST_CORRECTIONS]


def masthead_on(day: date) -> dict[str, Any] | None:
    """Who the paper was on a day and where, for a page that shows nothing else: two queries."""
    found = Masthead.objects.on(day)
    return (
        {**_masthead(found), "offices": list(map(_office, found.offices.all()))} if found else None
    )


def compose(day: date, *, moment: datetime | None = None) -> dict[str, Any]:
    """The imprint of a day, with what had to be said at once now or at a moment of the past."""
    moment = moment or timezone.now()
    masthead = Masthead.objects.on(day)
    return {
        "form": FORM,
        "title": masthead.product_name if masthead else gettext("Newsroom"),
        "description": (masthead.tagline or masthead.governing_phrase) if masthead else "",
        "masthead": _masthead(masthead) if masthead else None,
        "offices": [_office(office) for office in masthead.offices.all()] if masthead else [],
        "officers": _officers(day),
        "sections": _sections(),
        "about": list(AboutPage.objects.shown().in_order().values("id", "title", "slug")),
        "tables": _tables(),
        "breaking": _breaking(moment),
        "corrections": _corrections(moment),
    }


def _masthead(masthead: Masthead) -> dict[str, Any]:
    content = model_to_dict(masthead)
    for name in ("effective_from", "licence_on"):
        content[name] = content[name].isoformat() if content[name] else None
    return {**content, "plate": masthead.plate}


def _office(office: Office) -> dict[str, Any]:
    return {
        "name": office.name,
        "address": office.address,
        "phone": office.phone,
        "phones": office.phones,
        "fax": office.fax,
        "emails": office.emails,
        "hotlines": office.hotlines,
        "advertising": office.advertising,
    }


def _officers(day: date) -> list[dict[str, Any]]:
    """Those named at the foot of a page: one entry a title, names in order."""
    named = Appointment.objects.on(day).filter(position__in_footer=True)
    return [
        {"title": title, "names": [str(one.person) for one in same]}
        for title, same in groupby(named, key=lambda one: one.title)
    ]


def _sections() -> list[dict[str, Any]]:
    """The tree of sections, two levels deep, in order."""
    rows = list(Section.objects.in_order())
    return [
        {
            **_section(row),
            "children": [_section(child) for child in rows if child.parent_id == row.pk],
        }
        for row in rows
        if row.parent_id is None
    ]


def _section(row: Section) -> dict[str, Any]:
    return {"id": row.pk, "name": row.name, "slug": row.slug, "hue": row.hue, "kind": row.kind}


def _tables() -> list[dict[str, Any]]:
    """The small tables that stand beside sections' stories; one that cannot be read is left out."""
    made = []
    for row in Table.objects.filter(is_shown=True).order_by("section", "title", "pk"):
        try:
            cells = tables.parse(row.rows)
        except tables.UnreadableTable:
            continue
        made.append(
            {
                "section": row.section_id,
                "title": row.title,
                "unit": row.unit,
                "rows": cells,
                "note": row.note,
                "changed_at": row.changed_at.isoformat(),
            }
        )
    return made


def _breaking(moment: datetime) -> list[dict[str, Any]]:
    """The banners that are not over, the latest first; a page shows those whose time has come.

    What is told of a withdrawn story goes with it. A story that is yet to come has no link.
    """
    banners = list(Breaking.objects.not_over(moment).order_by("-shown_from", "-pk"))
    stories = Story.objects.in_bulk_of(one.article_id for one in banners if one.article_id)
    made = []
    for one in banners:
        story = stories.get(one.article_id or 0)
        if story and story.withdrawn_at and story.withdrawn_at <= moment:
            continue
        made.append(
            {
                "text": one.text,
                "url": story.get_absolute_url() if story and story.is_live else "",
                "starts": one.shown_from.isoformat(),
                "ends": one.shown_until.isoformat(),
            }
        )
    return made


def _corrections(moment: datetime) -> list[dict[str, Any]]:
    """The formal corrections pinned to the front page, the latest first."""
    rows = StoryCorrection.objects.filter(
        kind=Correction.Kind.FORMAL, made_at__lte=moment, pinned_until__gt=moment
    ).newest_first()
    return [{**row.content, "pinned_until": row.pinned_until.isoformat()} for row in rows]  # type: ignore[union-attr]
