"""What is refused before the sanitiser sees it, because reading it would take too long.

nh3 is quadratic in nesting: 230 kB of open <b> cost it ten seconds. This guard is linear.
"""

import re
from collections import Counter

from django.utils.translation import gettext as _

from articles.body import markup

MOST_BYTES = 400_000
MOST_TAGS = 20_000
MOST_DEPTH = 100
# Within these browsers read comments, scripts and end tags by other rules, so depth cannot be
# told from the tags alone; that few tags are harmless at any depth.
UNUSUAL = frozenset(
    {"applet", "button", "frameset", "marquee", "math", "object", "plaintext", "select"}
    | {"svg", "template"}
)
MOST_UNUSUAL_TAGS = 2_000

_BARE_AMPERSAND = re.compile(r"&(?!(?:[a-zA-Z]+|#[0-9]+);)")
_SELF_CLOSING = markup.VOID | {"p", "li"}
# A parser opens these again in every block that follows until they are closed.
_REOPENED = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong"}
    | {"tt", "u"}
)
_CELLS = frozenset({"caption", "td", "th"})
# A tag on the left ends what it follows if that is one of those on the right.
_ENDS_BEFORE = {
    "dd": frozenset({"dd", "dt"}),
    "dt": frozenset({"dd", "dt"}),
    "option": frozenset({"option"}),
    "td": _CELLS,
    "th": _CELLS,
    "tr": _CELLS | {"tr"},
    "tbody": _CELLS | {"tbody", "thead", "tr"},
}
_TABLE = _CELLS | {"table", "tbody", "tfoot", "thead", "tr"}


class BodyTooComplex(ValueError):
    """The text cannot be cleaned in reasonable time; the message is a sentence for people."""


class _Nesting:
    """How deep the tags stand, and how often a parser would open formatting again."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.names: Counter[str] = Counter()
        self.formatting: Counter[str] = Counter()
        self.reopened = 0

    def read(self, tag: markup.Tag) -> None:
        if tag.name not in _REOPENED:
            self.reopened += self.formatting.total()
        elif not tag.closes:
            self.formatting[tag.name] += 1
        elif self.formatting[tag.name]:
            self.formatting[tag.name] -= 1
        if tag.closes:
            self._close(tag.name)
        elif tag.name not in _SELF_CLOSING:
            while self.open and self.open[-1] in _ENDS_BEFORE.get(tag.name, ()):
                self.names[self.open.pop()] -= 1
            self.open.append(tag.name)
            self.names[tag.name] += 1

    def _close(self, name: str) -> None:
        if not self.names[name]:
            return
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place] == name:
                self.names.subtract(self.open[place:])
                del self.open[place:]
                return
            if self.open[place] in _CELLS and name not in _TABLE:
                return  # no end tag in a cell closes what was opened outside it


def check(html: str) -> list[markup.Tag]:
    """Give the tags; raise BodyTooComplex beyond 400 kB, 20,000 tags or 100 levels."""
    # What an & is written as is longer: the size is that of the text as it would be stored.
    size = len(html.encode("utf-8", "surrogatepass")) + 4 * len(_BARE_AMPERSAND.findall(html))
    if size > MOST_BYTES:
        raise BodyTooComplex(
            _(
                "The text is too long: %(size)d kB. At most %(limit)d kB can be saved; "
                "split it into parts."
            )
            % {"size": -(-size // 1000), "limit": MOST_BYTES // 1000}
        )
    tags = list(markup.tags(html))
    nesting = _Nesting()
    for tag in tags:
        nesting.read(tag)
        if len(nesting.open) > MOST_DEPTH:
            raise too_deep()
    ends = sum(tag.closes for tag in tags)
    _check_count(max(ends, len(tags) - ends) + nesting.reopened)
    _check_unusual(html, tags)
    return tags


def too_deep() -> BodyTooComplex:
    return BodyTooComplex(
        _(
            "The text is nested more than %(limit)d levels deep, which no article needs. "
            "Paste it again as plain text."
        )
        % {"limit": MOST_DEPTH}
    )


def _check_count(count: int) -> None:
    if count > MOST_TAGS:
        raise BodyTooComplex(
            _(
                "The text holds too much formatting: %(count)d tags, where at most %(limit)d "
                "can be saved. Paste it again as plain text."
            )
            % {"count": count, "limit": MOST_TAGS}
        )


def _check_unusual(html: str, tags: list[markup.Tag]) -> None:
    unusual = next((tag for tag in tags if tag.name in UNUSUAL or "<!--" in tag.hides), None)
    count = html.count("<")
    if unusual and count > MOST_UNUSUAL_TAGS:
        raise BodyTooComplex(
            _(
                "The text holds <%(tag)s>, a part of a web page, and %(count)d tags; with such "
                "parts at most %(limit)d can be saved. Paste it again as plain text."
            )
            % {"tag": unusual.name, "count": count, "limit": MOST_UNUSUAL_TAGS}
        )
