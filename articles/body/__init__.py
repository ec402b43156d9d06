"""The text of an article: cleaned when it is saved, read when it is checked and printed.

Everything that is stored or printed has been through `clean_body`; the other functions take what
it returned.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import nh3

from articles.body import guard, markup, rules, shape
from articles.body.guard import BodyTooComplex
from articles.body.removals import removals
from articles.body.rules import ALLOWED, CLASSES, editor_rules, sanitiser_rules

__all__ = [
    "ALLOWED",
    "CLASSES",
    "BodyTooComplex",
    "CleanBody",
    "Figure",
    "clean_body",
    "editor_rules",
    "figures",
    "place_figures",
    "plain_text",
    "sanitiser_rules",
    "word_count",
]

# The deepest tree of what the guard lets through: a hundred lists and their items, and some.
_MOST_TREE_DEPTH = 250
# One round cleans and one sees that nothing is left to do; broken nesting takes a few more.
_MOST_ROUNDS = 6

_FIGURE = re.compile(
    r'<figure data-photo="([0-9]+)"><figcaption>(.*?)</figcaption></figure>', re.DOTALL
)
_LINES = frozenset(rules.ALLOWED) - {"a", "cite", "em", "strong", "sub", "sup", "td", "th"}
_CELLS = frozenset({"td", "th"})

_cleaner = nh3.Cleaner(**sanitiser_rules())


@dataclass(frozen=True)
class CleanBody:
    """Text that may be stored and printed, and sentences on what was taken out of it."""

    html: str
    removed: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A photo in the text; `photo_id` 0 is a caption still waiting for its photo."""

    photo_id: int
    caption_html: str


def clean_body(html: str) -> CleanBody:
    """Make what an editor, an importer or an attacker sent safe; cleaning twice changes nothing.

    Raises BodyTooComplex, with a sentence, for text that would take too long.
    """
    removed = removals(guard.check(html))
    for _round in range(_MOST_ROUNDS):
        cleaned = _clean_once(html)
        if cleaned == html:
            return CleanBody(html, removed)
        html = cleaned
        guard.check(html)
    # Nesting so broken that every reading differs from the one before: the words at least are sure.
    words = plain_text(html).split("\n")
    return CleanBody("\n".join(f"<p>{markup.escape(line)}</p>" for line in words if line), removed)


def _clean_once(html: str) -> str:
    # Half a surrogate pair, as JSON can carry it, is no text and nh3 will not take it.
    html = html.encode("utf-8", "ignore").decode()
    blocks = shape.blocks(_tree(_cleaner.clean(html)).children)
    return "\n".join(map(markup.write, blocks))


def _tree(html: str) -> markup.Element:
    root = markup.tree(html, most_depth=_MOST_TREE_DEPTH)
    if root is None:
        raise guard.too_deep()
    return root


def figures(html: str) -> list[Figure]:
    """Give the photos of a clean text in order."""
    return [Figure(int(number), caption) for number, caption in _FIGURE.findall(html)]


def place_figures(html: str, render: Callable[[Figure], str]) -> str:
    """Put what `render` makes of each figure in its place; it goes to the page as it is."""
    return _FIGURE.sub(lambda found: render(Figure(int(found[1]), found[2])), html)


def plain_text(html: str) -> str:
    """Give the words of a clean text, one line per paragraph, heading, item, caption or row."""
    lines = "".join(_plain(_tree(html).children)).split("\n")
    words = (" ".join(line.split()) for line in lines)
    return "\n".join(line for line in words if line)


def _plain(nodes: Iterable[markup.Node]) -> Iterable[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node.replace("\n", " ")
            continue
        edge = "\n" if node.tag in _LINES else " " if node.tag in _CELLS else ""
        yield edge
        yield from _plain(node.children)
        yield edge


def word_count(text: str) -> int:
    """Count as a Vietnamese newsroom does: syllables, which blanks separate."""
    return len(text.split())
