"""What differs between what readers have and what is saved now, for a person to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles import bylines
from articles.body import plain_text
from articles.models import Article
from articles.revisions import ADDED_LATER, FIELDS

# Said word for word; the others only by name.
_WORDED = {"kicker", "headline", "subhead", "standfirst", "note_override", "lead_caption", "source"}
# What readers never see of an article.
_UNSEEN = {"body", "legacy_address", "legacy_number"}
_MOST_PARAGRAPHS = 8


@dataclass(frozen=True)
class Difference:
    """One thing that changed; without `before` and `after` only its name is said."""

    label: str
    before: str = ""
    after: str = ""


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    """Everything readers would find changed, in the order of the page. No query."""
    before, after = {**ADDED_LATER, **before}, {**ADDED_LATER, **after}
    return [*_fields(before, after), *_text(before["body"], after["body"]), *_rows(before, after)]


def _fields(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Difference]:
    for name in FIELDS:
        if name in _UNSEEN or before[name] == after[name]:
            continue
        if name in _WORDED:
            yield Difference(_label(name), before[name], after[name])
        else:
            yield Difference(_label(name))


def _text(before: str, after: str) -> Iterator[Difference]:
    """The paragraphs that changed; of very many, the first."""
    if before == after:
        return
    label = _label("body")
    old, new = plain_text(before).split("\n"), plain_text(after).split("\n")
    changes = [
        Difference(label, "\n".join(old[a:b]), "\n".join(new[c:d]))
        for kind, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes()
        if kind != "equal"
    ]
    yield from changes[:_MOST_PARAGRAPHS]
    if not changes:
        yield Difference(_("Text: only its form or its photos"))
    elif len(changes) > _MOST_PARAGRAPHS:
        yield Difference(_("Text: more changes further down"))


def _rows(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Difference]:
    if before["bylines"] != after["bylines"]:
        yield Difference(_("Byline"), _byline(before), _byline(after))
    named = {"photos": _("Photos"), "topics": _("Topics"), "related": _("Related stories")}
    for name, label in named.items():
        if before[name] != after[name]:
            yield Difference(label)


def _byline(content: dict[str, Any]) -> str:
    return bylines.line(
        bylines.Signed(row["role"], row["display_name"]) for row in content["bylines"]
    )


def _label(name: str) -> str:
    field: Any = Article._meta.get_field(name)
    return str(capfirst(field.verbose_name))
