"""What an article's text may hold: said once, for the editor and for the sanitiser."""

import re
from typing import Any

from articles.body import markup
from vietnamese.normal import normalize

# Tag -> attributes. The editor's filter and nh3's arguments both come from here.
ALLOWED: dict[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "aside": frozenset(),
    "blockquote": frozenset(),
    "br": frozenset(),
    "caption": frozenset(),
    "cite": frozenset(),
    "dd": frozenset(),
    "dl": frozenset(),
    "dt": frozenset(),
    "em": frozenset(),
    "figcaption": frozenset(),
    "figure": frozenset({"data-photo"}),
    "h2": frozenset(),
    "h3": frozenset(),
    "li": frozenset(),
    "ol": frozenset(),
    "p": frozenset(),
    "strong": frozenset(),
    "sub": frozenset(),
    "sup": frozenset(),
    "table": frozenset(),
    "tbody": frozenset(),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "thead": frozenset(),
    "tr": frozenset(),
    "ul": frozenset(),
}
# Tag -> the classes it may carry. An aside is always a box.
CLASSES: dict[str, frozenset[str]] = {"aside": frozenset({"box"})}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
LINK_REL = "noopener noreferrer"

# Read but never stored: other names for what we have, …
RENAMED = {
    "b": "strong",
    "i": "em",
    "h1": "h2",
    "h4": "h3",
    "h5": "h3",
    "h6": "h3",
    "tfoot": "tbody",
}
# … and wrappers, which must survive until we know where one paragraph ends and the next begins.
DISSOLVED = frozenset(
    {"address", "article", "center", "details", "div", "footer", "form", "header"}
    | {"main", "nav", "section", "summary"}
)

_HREF = re.compile(r"https?://[^\s/\\?#]|mailto:[^\s]|tel:[+(\d]|/(?![/\\])|#", re.IGNORECASE)
_NOT_IN_HREF = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Eighteen digits fit the database's key; a longer number is no photo.
_NUMBER = re.compile(r"[0-9]{1,18}")
_MOST_CELLS = 100


def editor_rules() -> str:
    """Give the rules as CKEditor 4's `allowedContent`: `tag(classes)[attributes]; …`."""
    return "; ".join(
        tag + _listed("()", CLASSES.get(tag)) + _listed("[]", attributes)
        for tag, attributes in sorted(ALLOWED.items())
    )


def _listed(brackets: str, names: frozenset[str] | None) -> str:
    return brackets[0] + ",".join(sorted(names)) + brackets[1] if names else ""


def sanitiser_rules() -> dict[str, Any]:
    """Give the rules as the arguments of `nh3.Cleaner`."""
    return {
        "tags": ALLOWED.keys() | RENAMED.keys() | DISSOLVED,
        # "*" said out loud: nh3 otherwise lets lang and title through on every tag.
        "attributes": {tag: set(names) for tag, names in ALLOWED.items()} | {"*": set()},
        "allowed_classes": {tag: set(names) for tag, names in CLASSES.items()},
        "clean_content_tags": {"script", "style"},
        "url_schemes": set(SCHEMES),
        "strip_comments": True,
        "link_rel": LINK_REL,
    }


def read_href(value: str) -> str:
    """Give an address as a browser would read it: without what it skips over."""
    return _NOT_IN_HREF.sub("", normalize(value)).strip()


def safe_href(value: str) -> str | None:
    """Give the address if a link of ours may lead there."""
    address = read_href(value)
    return address if _HREF.match(address) else None


def photo_number(attributes: dict[str, str]) -> int | None:
    """Give the library's number a figure names; 0 is a caption still waiting for its photo."""
    value = attributes.get("data-photo", "").strip()
    return int(value) if _NUMBER.fullmatch(value) else None


def cell_attributes(element: markup.Element) -> dict[str, str]:
    """Give the attributes of a table's cell that make sense."""
    kept = {}
    for name, value in sorted(element.attributes.items()):
        if name == "scope":
            sensible = element.tag == "th" and value in {"col", "row"}
        else:
            number = _NUMBER.fullmatch(value)
            sensible = number is not None and 1 < int(value) <= _MOST_CELLS
        if sensible:
            kept[name] = value
    return kept
