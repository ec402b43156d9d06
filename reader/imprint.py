"""The furniture of every page: who the paper is today, and its sections."""

from datetime import date
from itertools import groupby
from typing import Any

from django.db import DatabaseError, transaction
from django.forms.models import model_to_dict
from django.utils.translation import gettext

from articles.models import Section
from masthead.models import Appointment, Masthead, Office
from reader.models import Imprint

# Raise it when the content takes another form: rows of the old one are then made anew.
FORM = 1


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


def compose(day: date) -> dict[str, Any]:
    masthead = Masthead.objects.on(day)
    return {
        "form": FORM,
        "title": masthead.product_name if masthead else gettext("Newsroom"),
        "description": (masthead.tagline or masthead.governing_phrase) if masthead else "",
        "masthead": _masthead(masthead) if masthead else None,
        "offices": [_office(office) for office in masthead.offices.all()] if masthead else [],
        "officers": _officers(day),
        "sections": _sections(),
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
    return {"id": row.pk, "name": row.name, "slug": row.slug, "hue": row.hue}
