"""Telling the editor what a save takes out of the text."""

import re
from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.body import markup, rules

# Taking these away changes nothing anybody sees or loses, so nobody is told.
_NOISE = frozenset({"body", "col", "colgroup", "font", "head", "html", "picture", "span", "wbr"})
_SILENT = rules.ALLOWED.keys() | rules.RENAMED.keys() | rules.DISSOLVED | _NOISE
_TOLD = frozenset({"form"})
# Attributes that make a browser fetch, send or show something.
_ACTIVE = frozenset(
    {"action", "background", "data", "formaction", "id", "longdesc", "ping", "poster", "src"}
    | {"srcdoc", "srcset", "xlink:href"}
)
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9-]{0,19}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,19}:", re.IGNORECASE)
_MOST_SENTENCES = 12
_MOST_CHARACTERS = 60

Removal = tuple[str, str]  # what kind of thing, and its name


def removals(tags: Iterable[markup.Tag]) -> tuple[str, ...]:
    """Say what cleaning takes out of a text with these tags, and how often."""
    counted: Counter[Removal] = Counter()
    inside = ""
    photo = False
    for tag in tags:
        if inside:
            inside = "" if tag.closes and tag.name == inside else inside
            continue
        if tag.name == "figure":
            photo = not tag.closes and rules.photo_number(tag.attributes) is not None
        if tag.closes:
            continue
        if tag.name in {"svg", "math"}:
            inside = tag.name
        if tag.name == "img" and photo:
            continue  # the picture of a figure is printed from the library anyway
        counted.update(_removed(tag))
    sentences = [_sentence(removal, count) for removal, count in counted.items()]
    rest = len(sentences) - _MOST_SENTENCES
    if rest > 0:
        sentences[_MOST_SENTENCES:] = [_("%(count)d other things") % {"count": rest}]
    return tuple(sentences)


def _removed(tag: markup.Tag) -> list[Removal]:
    if tag.name not in _SILENT or tag.name in _TOLD:
        if ":" in tag.name:  # Word's own, such as <o:p>
            return []
        return [("tag", tag.name if _PLAIN_NAME.fullmatch(tag.name) else "…")]
    found = [_attribute(name) for name in tag.attributes if _is_told(name)]
    if tag.name == "a" and tag.attributes.get("href") is not None:
        href = tag.attributes["href"]
        if rules.safe_href(href) is None:
            found.append(_link(rules.read_href(href)))
    elif "href" in tag.attributes:
        found.append(("attribute", "href"))
    if tag.name == "figure" and rules.photo_number(tag.attributes) is None:
        found.append(("figure", ""))
    return found


def _is_told(attribute: str) -> bool:
    return attribute.startswith("on") or attribute == "style" or attribute in _ACTIVE


def _attribute(name: str) -> Removal:
    if name == "style":
        return ("style", "")
    kind = "action" if name.startswith("on") else "attribute"
    return (kind, name if _PLAIN_NAME.fullmatch(name) else "…")


def _link(address: str) -> Removal:
    scheme = _SCHEME.match(address)
    if scheme and scheme[0].lower()[:-1] not in rules.SCHEMES:
        return ("link", scheme[0].lower())
    return ("address", address[:_MOST_CHARACTERS])


def _sentence(removal: Removal, count: int) -> str:
    kind, name = removal
    if kind == "tag" and name == "img":
        text = ngettext(
            "a picture that is not from the photo library",
            "%(count)d pictures that are not from the photo library",
            count,
        )
    elif kind == "link":
        text = ngettext("%(count)d link to %(name)s", "%(count)d links to %(name)s", count)
    elif kind == "address":
        text = ngettext(
            "%(count)d link to “%(name)s”, which is no complete address (begin it with https://)",
            "%(count)d links to “%(name)s”, which is no complete address (begin it with https://)",
            count,
        )
    elif kind == "figure":
        text = ngettext(
            "a figure without a photo from the library (its words are kept)",
            "%(count)d figures without a photo from the library (their words are kept)",
            count,
        )
    elif kind == "style":
        text = ngettext(
            "a piece of formatting of its own (colour, size, alignment)",
            "%(count)d pieces of formatting of their own (colour, size, alignment)",
            count,
        )
    elif kind == "action":
        text = _("%(count)d × %(name)s (a hidden action)")
    else:
        text = "%(count)d × <%(name)s>" if kind == "tag" else "%(count)d × %(name)s="
    return text % {"count": count, "name": name}
