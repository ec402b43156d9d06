"""The plain notation the demo's stories are written in, as body HTML."""

import re
from collections.abc import Callable

from django.utils.html import escape

PHOTO = re.compile(r"\[photo:([a-z0-9-]+)\]\s*(.*)", re.DOTALL)
INLINE = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\*(.+?)\*"), r"<em>\1</em>"),
    (re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)"), r'<a href="\2">\1</a>'),
)


def to_html(text: str, photo: Callable[[str], int]) -> str:
    """Blocks stand apart by blank lines; `photo` gives the number behind a picture's key."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text.strip())]
    return "\n".join(_block(block, photo) for block in blocks if block)


def _block(block: str, photo: Callable[[str], int]) -> str:
    lines = block.split("\n")
    if found := PHOTO.fullmatch(block):
        caption = _inline(" ".join(found[2].split()))
        return f'<figure data-photo="{photo(found[1])}"><figcaption>{caption}</figcaption></figure>'
    if block.startswith("## "):
        return f"<h2>{_inline(block[3:])}</h2>"
    if block.startswith("> "):
        return _quote([line.removeprefix(">").strip() for line in lines])
    if block.startswith("[box] "):
        return f'<aside class="box"><h3>{_inline(lines[0][6:])}</h3>{_facts(lines[1:])}</aside>'
    if all(line.startswith("- ") for line in lines):
        return "<ul>" + "".join(f"<li>{_inline(line[2:])}</li>" for line in lines) + "</ul>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _facts(lines: list[str]) -> str:
    """A box's lines: facts with their names when every line has one, else paragraphs."""
    pairs = [line.partition(": ") for line in lines]
    if all(colon for _name, colon, _fact in pairs):
        rows = (f"<dt>{_inline(name)}</dt><dd>{_inline(fact)}</dd>" for name, _c, fact in pairs)
        return f"<dl>{''.join(rows)}</dl>"
    return "".join(f"<p>{_inline(line)}</p>" for line in lines)


def _quote(lines: list[str]) -> str:
    said = " ".join(line for line in lines if not line.startswith("— "))
    by = "".join(f"<cite>{_inline(line[2:])}</cite>" for line in lines if line.startswith("— "))
    return f"<blockquote><p>{_inline(said)}</p>{by}</blockquote>"


def _inline(text: str) -> str:
    html: str = escape(text)
    for pattern, replacement in INLINE:
        html = pattern.sub(replacement, html)
    return html
