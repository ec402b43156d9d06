"""The search form: what was typed, what of it can be used, and a sentence for what cannot."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from reader.search.query import Syllables
from reader.search.scope import Scope
from reader.search.texts import place
from reader.search.tokens import tokens_of

_YEARS = range(1900, 2200)
_FORMS = ("%Y-%m-%d", "%d/%m/%Y")
_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_SHOWN = 40


def names() -> dict[str, str]:
    """The query parameters: Vietnamese on a Vietnamese site."""
    return {
        "q": "q",
        "section": pgettext("query parameter", "section"),
        "author": pgettext("query parameter", "author"),
        "since": pgettext("query parameter", "from"),
        "until": pgettext("query parameter", "until"),
        "order": pgettext("query parameter", "order"),
        "newest": pgettext("query parameter", "newest"),
        "page": pgettext("query parameter", "page"),
    }


@dataclass
class Form:
    """What stands in the fields, as typed, and the scope that can be made of it."""

    q: str
    chosen: list[str]  # slugs of sections
    author: str
    since: str
    until: str
    is_newest: bool
    names: dict[str, str]
    opened: set[str] = field(default_factory=set)  # slugs of sections with a chosen one below them
    scope: Scope = field(default_factory=Scope)
    refusals: list[str] = field(default_factory=list)

    @property
    def day_kinds(self) -> dict[str, str]:
        """The kinds of the two fields: a browser throws away what a field for days cannot hold."""
        return {
            name: "date" if not value or _ISO.fullmatch(value) else "text"
            for name, value in (("since", self.since), ("until", self.until))
        }

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is set beside the words."""
        return self.is_filtered or self.is_newest

    @property
    def is_filtered(self) -> bool:
        return bool(self.chosen or self.author.strip() or self.since or self.until)

    def address(self, **changes: Any) -> str:
        """The query string that asks for the same again, but for what `changes` says."""
        values: list[tuple[str, Any]] = [("q", self.q)]
        values += [("section", slug) for slug in self.chosen]
        values += [("author", self.author), ("since", self.since), ("until", self.until)]
        values += [("order", self.names["newest"] if self.is_newest else "")]
        pairs = [(self.names[name], value) for name, value in values if name not in changes]
        pairs += [(self.names.get(name, name), value) for name, value in changes.items()]
        return "?" + urlencode([(name, value) for name, value in pairs if value])


def read(data: QueryDict, sections: Sequence[Mapping[str, Any]]) -> Form:
    """Never fails: a filter that cannot be used is left out, and a sentence says so."""
    called = names()
    form = Form(
        q=data.get("q", ""),
        chosen=list(dict.fromkeys(data.getlist(called["section"])))[:50],
        author=data.get(called["author"], ""),
        since=data.get(called["since"], "").strip(),
        until=data.get(called["until"], "").strip(),
        is_newest=data.get(called["order"]) == called["newest"],
        names=called,
    )
    first, last = _bounds(form)
    form.scope = Scope(first, last, sections=list(_numbers(form, sections)), author=_author(form))
    return form


def _numbers(form: Form, sections: Sequence[Mapping[str, Any]]) -> Iterator[int]:
    """The chosen sections and those below them."""
    known: dict[str, list[int]] = {}
    for top in sections:
        known[top["slug"]] = [top["id"], *(child["id"] for child in top["children"])]
        below = {child["slug"]: [child["id"]] for child in top["children"]}
        known |= below
        if not below.keys().isdisjoint(form.chosen):
            form.opened.add(top["slug"])
    form.chosen = [slug for slug in form.chosen if slug]
    for slug in form.chosen:
        if slug not in known:
            sentence = _("“%(asked)s” is not a section of this paper. Choose one of the list.")
            form.refusals.append(sentence % {"asked": slug[:_SHOWN]})
    yield from dict.fromkeys(number for slug in form.chosen for number in known.get(slug, ()))


def _author(form: Form) -> Syllables:
    syllables = tuple(token.folded for token in tokens_of(form.author[:200]))[:10]
    if form.author.strip() and not syllables:
        sentence = _("“%(asked)s” is not a name. Write the author's name, with marks or without.")
        form.refusals.append(sentence % {"asked": form.author.strip()[:_SHOWN]})
    return syllables


def _bounds(form: Form) -> tuple[int, int]:
    since, until = _day(form.since, form), _day(form.until, form)
    form.since = since.isoformat() if since else form.since
    form.until = until.isoformat() if until else form.until
    if since and until and since > until:
        form.refusals.append(_("The first day is after the last one. Exchange them."))
        since = until = None
    everything = Scope()
    return (
        place(_midnight(since)) if since else everything.first,
        place(_midnight(until + timedelta(days=1))) - 1 if until else everything.last,
    )


def _day(asked: str, form: Form) -> date | None:
    if not asked:
        return None
    for pattern in _FORMS:
        try:
            day = datetime.strptime(asked[:_SHOWN], pattern).date()  # noqa: DTZ007
        except ValueError:
            continue
        if day.year in _YEARS:
            return day
    sentence = _("“%(asked)s” is not a day. Write it like 2023-05-24.")
    form.refusals.append(sentence % {"asked": asked[:_SHOWN]})
    return None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def page_number(data: QueryDict, most: int) -> int | None:
    """The page asked for, the first if none is; nothing for one that cannot be."""
    asked = data.get(names()["page"], "1")
    if not re.fullmatch("[1-9][0-9]{0,3}", asked, re.ASCII) or int(asked) > most:
        return None
    return int(asked)
