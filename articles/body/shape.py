"""Putting the tree of a text into the shapes a page knows.

Blocks stand beside each other, words stand in blocks, a figure is a photo's number and a caption.
"""

import re
from collections.abc import Callable, Iterable

from articles.body.markup import Element, Node
from articles.body.rules import (
    CLASSES,
    LINK_REL,
    RENAMED,
    cell_attributes,
    photo_number,
    safe_href,
)
from vietnamese.normal import normalize

_INLINE = frozenset({"a", "b", "br", "cite", "em", "i", "strong", "sub", "sup"})
_BLANKS = re.compile(" {2,}")
_LISTS = frozenset({"ol", "ul"})


def blocks(nodes: Iterable[Node]) -> list[Element]:
    """Give the blocks; words that stand between them become paragraphs."""
    made: list[Element] = []
    run: list[Node] = []
    for node in nodes:
        if _is_inline(node):
            run.append(node)
            continue
        made += _paragraph(run)
        run = []
        made += _block(node) if isinstance(node, Element) else []
    return made + _paragraph(run)


def _is_inline(node: Node) -> bool:
    if isinstance(node, str):
        return True
    return node.tag in _INLINE and all(map(_is_inline, node.children))


def _paragraph(nodes: list[Node], tag: str = "p") -> list[Element]:
    words = _trimmed(_inline(nodes))
    return [Element(tag, {}, words)] if words else []


def _block(node: Element) -> list[Element]:
    shape = _SHAPES.get(RENAMED.get(node.tag, node.tag))
    return shape(node) if shape else blocks(node.children)


def _words(node: Element) -> list[Element]:
    """A heading somebody forgot to close holds the whole article: only its first words are one."""
    tag = RENAMED.get(node.tag, node.tag)
    if all(map(_is_inline, node.children)):
        return _paragraph(node.children, tag)
    made = blocks(node.children)
    if made and made[0].tag == "p":
        made[0].tag = tag
    return made


def _list(node: Element) -> list[Element]:
    items: list[Element] = []
    for child in node.children:
        if isinstance(child, Element) and child.tag in _LISTS and items:
            items[-1].children += _list(child)
            continue
        inner = child.children if isinstance(child, Element) and child.tag == "li" else [child]
        if words := _flow(inner):
            items.append(Element("li", {}, words))
    return [Element(node.tag, {}, list(items))] if items else []


def _flow(nodes: list[Node]) -> list[Node]:
    """What stands in a list's item or a table's cell: words, and blocks if there are any."""
    made = blocks(nodes)
    if made and made[0].tag == "p" and all(block.tag in _LISTS for block in made[1:]):
        return [*made[0].children, *made[1:]]
    return list(made)


def _definition_list(node: Element) -> list[Element]:
    items: list[Node] = list(_definitions(node.children))
    return [Element("dl", {}, items)] if items else []


def _definitions(nodes: list[Node]) -> Iterable[Element]:
    for node in nodes:
        if isinstance(node, Element) and node.tag not in {"dt", "dd"} and not _is_inline(node):
            yield from _definitions(node.children)
            continue
        tag = node.tag if isinstance(node, Element) and node.tag == "dt" else "dd"
        is_item = isinstance(node, Element) and node.tag in {"dt", "dd"}
        inner = node.children if is_item and isinstance(node, Element) else [node]
        words = _trimmed(_inline(inner)) if tag == "dt" else _flow(inner)
        if words:
            yield Element(tag, {}, words)


def _table(node: Element) -> list[Element]:
    parts: dict[str, list[Node]] = {"caption": [], "thead": [], "tbody": []}
    strays: list[Node] = []
    _sort_rows(node, "tbody", parts, strays)
    caption = _trimmed(_inline(parts.pop("caption")))
    made: list[Node] = [Element("caption", {}, caption)] if caption else []
    made += [Element(name, {}, rows) for name, rows in parts.items() if rows]
    return blocks(strays) + ([Element("table", {}, made)] if any(parts.values()) else [])


def _sort_rows(node: Element, part: str, parts: dict[str, list[Node]], strays: list[Node]) -> None:
    for child in node.children:
        tag = RENAMED.get(child.tag, child.tag) if isinstance(child, Element) else ""
        if not isinstance(child, Element):
            strays.append(child)
        elif tag in {"thead", "tbody"}:
            _sort_rows(child, tag, parts, strays)
        elif tag == "caption":
            parts["caption"] += child.children
        elif tag == "tr":
            parts[part] += _row(child)
        else:
            strays.append(child)


def _row(node: Element) -> list[Element]:
    cells: list[Node] = []
    for child in node.children:
        if isinstance(child, Element) and child.tag in {"td", "th"}:
            cells.append(Element(child.tag, cell_attributes(child), _flow(child.children)))
        elif words := _flow([child]):
            cells.append(Element("td", {}, words))
    return [Element("tr", {}, cells)] if cells else []


def _figure(node: Element) -> list[Element]:
    number = photo_number(node.attributes)
    if number is None:
        return blocks(node.children)
    caption: list[Node] = []
    rest: list[Node] = []
    for child in node.children:
        is_caption = isinstance(child, Element) and child.tag == "figcaption"
        (caption if is_caption else rest).append(child)
    after = blocks(rest)
    if not caption and after and after[0].tag == "p":
        caption = list(after.pop(0).children)
    words = _trimmed(_inline(caption))
    return [
        Element("figure", {"data-photo": str(number)}, [Element("figcaption", {}, words)]),
        *after,
    ]


def _quote(node: Element) -> list[Element]:
    made: list[Node] = []
    for block in blocks(node.children):
        speaker = block.children[0] if len(block.children) == 1 else ""
        is_cite = block.tag == "p" and isinstance(speaker, Element) and speaker.tag == "cite"
        made.append(speaker if is_cite else block)
    return [Element("blockquote", {}, made)] if made else []


def _box(node: Element) -> list[Element]:
    made: list[Node] = []
    for block in blocks(node.children):
        made += block.children if block.tag == "aside" else [block]
    return [Element("aside", {"class": " ".join(CLASSES["aside"])}, made)] if made else []


def _inline(nodes: Iterable[Node], inside: frozenset[str] = frozenset()) -> list[Node]:
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            made.append(node)
        elif node.tag == "br":
            made.append(Element("br"))
        else:
            made += _inline_element(node, inside)
    return _joined(made)


def _inline_element(node: Element, inside: frozenset[str]) -> list[Node]:
    tag = RENAMED.get(node.tag, node.tag)
    if tag not in _INLINE:  # a block where only words may stand
        return [" ", *_inline(node.children, inside), " "]
    words = _inline(node.children, inside | {tag})
    if tag in inside or all(map(_is_blank, words)):
        return words
    if tag != "a":
        return [Element(tag, {}, words)]
    href = safe_href(node.attributes.get("href", ""))
    return [Element("a", {"href": href, "rel": LINK_REL}, words)] if href else words


def _joined(nodes: list[Node]) -> list[Node]:
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and made and isinstance(made[-1], str):
            made[-1] += node
        else:
            made.append(node)
    texts = (_text(node) if isinstance(node, str) else node for node in made)
    return [node for node in texts if node != ""]


def _text(text: str) -> str:
    # U+0338 strikes out the character before it; composed with the ">" of a tag it would undo it.
    if not (text.isascii() and text.isprintable()):
        text = normalize(text).replace("\u0338", "")
    return _BLANKS.sub(" ", text) if "  " in text else text


def _is_blank(node: Node) -> bool:
    if isinstance(node, str):
        return not node.strip()
    return node.tag == "br" or all(map(_is_blank, node.children))


def _trimmed(nodes: list[Node]) -> list[Node]:
    """Without white space and line breaks at either end."""
    nodes = list(nodes)
    while nodes and _is_blank(nodes[0]):
        nodes.pop(0)
    while nodes and _is_blank(nodes[-1]):
        nodes.pop()
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip()
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip()
    return nodes


_SHAPES: dict[str, Callable[[Element], list[Element]]] = {
    "aside": _box,
    "blockquote": _quote,
    "dl": _definition_list,
    "figure": _figure,
    "h2": _words,
    "h3": _words,
    "ol": _list,
    "p": _words,
    "table": _table,
    "ul": _list,
}
