"""Reading HTML: the tags of a hostile text, and the tree of a text nh3 has put right.

Both are linear in the length of the text, whatever it holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape as _unescape
from typing import NamedTuple

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
# What stands in these is text to a browser, tags or not.
_RAW = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"}
)

_TAG = re.compile(r"<(?:(!--)|(/?)([a-zA-Z][^ \t\n\f\r/>]*)|[!?/])")
_COMMENT_END = re.compile(r"--!?>")
_BLANK = re.compile(r"[ \t\n\f\r/]*")
_NAME = re.compile(r"=?[^ \t\n\f\r/>=]*")
_EQUALS = re.compile(r"[ \t\n\f\r]*=[ \t\n\f\r]*")
_BARE = re.compile(r"[^ \t\n\f\r>]*")
_HUGE_NUMBER = re.compile(r"&#[0-9]{8,};?")
_RAW_END = {name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE) for name in _RAW}


class Tag(NamedTuple):
    """One tag as written; `start` and `end` are where it stands in the text."""

    name: str
    closes: bool
    attributes: dict[str, str]
    start: int
    end: int
    hides: str = ""  # what a browser takes for text though it may look like tags


@dataclass(slots=True)
class Element:
    """An element of the tree; text is plain `str`, unescaped."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)


Node = Element | str


def tags(html: str) -> Iterator[Tag]:
    """Give the tags a browser would see, in order; comments and raw text are passed over.

    A tag that never ends is no tag. Inside <svg>, <math> and <select> browsers read by other
    rules: there this may see too many or too few.
    """
    at = 0
    while found := _TAG.search(html, at):
        start, at = found.span()
        if not found[3]:
            at = _after_comment(html, start) if found[1] else html.find(">", start + 1) + 1
            if not at:
                return
            continue
        attributes: dict[str, str] = {}
        at = at + 1 if html[at : at + 1] == ">" else _read_attributes(html, at, attributes)
        if not at:
            return
        name, closes, end = found[3].lower(), bool(found[2]), at
        hides = ""
        if not closes and name in _RAW:
            closing = _RAW_END[name].search(html, at)
            at = closing.start() if closing else len(html)
            hides = html[end:at]
        yield Tag(name, closes, attributes, start, end, hides)


def _after_comment(html: str, start: int) -> int:
    for empty in ("<!-->", "<!--->"):
        if html.startswith(empty, start):
            return start + len(empty)
    found = _COMMENT_END.search(html, start + 4)
    return found.end() if found else 0


def _read_attributes(html: str, at: int, attributes: dict[str, str]) -> int:
    """Fill `attributes` and give the place after the tag's end; 0 where it does not end."""
    while (at := _end_of(_BLANK, html, at)) < len(html):
        if html[at] == ">":
            return at + 1
        name_end = _end_of(_NAME, html, at)
        name, at, value = html[at:name_end].lower(), name_end, ""
        if found := _EQUALS.match(html, at):
            at = found.end()
            quote = html[at : at + 1]
            if quote in {'"', "'"}:
                close = html.find(quote, at + 1)
                if close < 0:
                    return 0
                value, at = html[at + 1 : close], close + 1
            else:
                value_end = _end_of(_BARE, html, at)
                value, at = html[at:value_end], value_end
        attributes.setdefault(name, unescape(value))
    return 0


def unescape(html: str) -> str:
    """Give the text behind the entities."""
    # Python refuses to read numbers of more than 4,300 digits.
    return _unescape(_HUGE_NUMBER.sub("\ufffd", html)) if "&" in html else html


def _end_of(pattern: re.Pattern[str], html: str, at: int) -> int:
    found = pattern.match(html, at)
    return found.end() if found else at


def tree(html: str, *, most_depth: int) -> Element | None:
    """Give the root of a text nh3 has written; None where it nests deeper than `most_depth`."""
    root = Element("")
    stack = [root]
    at = 0
    for tag in tags(html):
        _add_text(stack[-1], html[at : tag.start])
        at = tag.end
        if not tag.closes:
            element = Element(tag.name, tag.attributes)
            stack[-1].children.append(element)
            if tag.name not in VOID:
                stack.append(element)
        elif any(element.tag == tag.name for element in stack):
            while stack.pop().tag != tag.name:
                pass
        if len(stack) > most_depth:
            return None
    _add_text(stack[-1], html[at:])
    return root


def _add_text(parent: Element, html: str) -> None:
    if html:
        parent.children.append(unescape(html))


def escape(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\u00a0", "&nbsp;")


def _escape_value(text: str) -> str:
    return escape(text).replace('"', "&quot;")


def write(node: Node) -> str:
    """Write a node as HTML; a root writes its children."""
    if isinstance(node, str):
        return escape(node)
    inner = "".join(map(write, node.children))
    if not node.tag:
        return inner
    attributes = "".join(
        f' {name}="{_escape_value(value)}"' for name, value in node.attributes.items()
    )
    start = f"<{node.tag}{attributes}>"
    return start if node.tag in VOID else f"{start}{inner}</{node.tag}>"
