"""Arrangements for tests, and the front editor's requests."""

import json
from typing import Any

from django.test import Client
from django.urls import reverse

from fronts import launching
from fronts.models import Front


def slot(key: str = "lead", *picks: Any, **fields: Any) -> dict[str, Any]:
    """A slot whose hand picks are articles, their numbers, or pins spelled out."""
    return {
        "key": key,
        "layout": "lead",
        "capacity": 4,
        "title": "",
        "rhythm": "",
        "source": "newest",
        "of": None,
        "pins": [pin(one) for one in picks],
        **fields,
    }


def pin(pick: Any, **fields: Any) -> dict[str, Any]:
    if isinstance(pick, dict):
        return pick
    number = pick if isinstance(pick, int) else pick.pk
    empty = {"headline": "", "photo": None, "from": None, "until": None}
    return {"article": number, **empty, **fields}


def content(*slots: dict[str, Any], title: str = "", text: str = "") -> dict[str, Any]:
    return {"form": 1, "note": {"title": title, "text": text}, "slots": list(slots)}


def with_lead(*picks: Any) -> dict[str, Any]:
    """A front of one slot."""
    return content(slot("lead", *picks))


def front(section: Any = None, *, draft: Any = None) -> Front:
    made = launching.open_front(section, by=None)
    if draft is not None:
        launching.save_draft(made, number=made.draft_number, content=draft, by=None)
    return made


def launched(*contents: Any, note: str = "") -> Front:
    """A front on which these stood one after the other."""
    made = front()
    for one in contents:
        launching.save_draft(made, number=made.draft_number, content=one, by=None)
        launching.launch(made, number=made.draft_number, by=None, note=note)
    return made


def post(client: Client, name: str, front: Front, given: Any) -> Any:
    sent = given if isinstance(given, str | bytes) else json.dumps(given)
    url = reverse(f"admin:fronts_front_{name}", args=(front.pk,))
    return client.post(url, sent, content_type="application/json")
