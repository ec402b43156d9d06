"""What search engines read beside the page: schema.org in JSON-LD.

https://schema.org/NewsArticle, https://schema.org/NewsMediaOrganization and Google's guide to
structured data for articles.
"""

import json
from datetime import datetime
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Series
from people.models import Author
from reader.corrections import in_words
from reader.models import Story
from reader.sharing import SharePicture, share_picture
from reader.templatetags.printing import absolute

# What search engines show of a headline; a longer one would be cut by them, at any letter.
LONGEST_HEADLINE = 110
# Inside <script> nothing may end the block or a line.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}

Node = dict[str, Any]


def as_json(*nodes: Node) -> SafeString:
    """A graph that may stand inside <script>, whatever was typed into its words."""
    graph = {"@context": "https://schema.org", "@graph": [_filled(node) for node in nodes]}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    # Every letter that means something to HTML has just been escaped.
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308


def news_article(story: Story, section: dict[str, Any]) -> Node:
    address = absolute(story.get_absolute_url())
    publisher = {"@id": _paper_id()}
    return {
        "@type": "NewsArticle",
        "@id": f"{address}#article",
        "mainEntityOfPage": address,
        "url": address,
        "headline": short_headline(story),
        "name": story.headline,
        "alternativeHeadline": story.subhead,
        "description": story.standfirst,
        "image": _image(share_picture(story.lead)),
        "datePublished": timezone.localtime(story.published_at).isoformat(timespec="seconds"),
        "dateModified": timezone.localtime(story.updated_at).isoformat(timespec="seconds"),
        "correction": [_correction(one) for one in story.corrections],
        "author": _authors(story) or publisher,
        "publisher": publisher,
        "articleSection": section["name"],
        "keywords": [topic["name"] for topic in story.topics],
        "inLanguage": get_language(),
        "isPartOf": _series(story.series) if story.series else None,
        "position": story.part,
    }


def paper(imprint: dict[str, Any]) -> Node:
    """The paper as today's masthead has it."""
    masthead = imprint["masthead"] or {}
    name = masthead.get("name") or imprint["title"]
    others = [masthead.get("product_name"), masthead.get("nameplate"), imprint["title"]]
    governing_body = masthead.get("governing_body")
    return {
        "@type": "NewsMediaOrganization",
        "@id": _paper_id(),
        "name": name,
        "alternateName": list(dict.fromkeys(one for one in others if one and one != name)),
        "url": absolute(reverse("front")),
        "logo": {
            "@type": "ImageObject",
            "url": absolute(static("reader/img/leaf-180.png")),
            "width": 180,
            "height": 180,
        },
        "masthead": absolute(reverse("masthead")),
        "parentOrganization": {"@type": "Organization", "name": governing_body}
        if governing_body
        else None,
        **_office(imprint),
    }


def trail(*steps: tuple[str, str]) -> Node:
    """Breadcrumbs from the front page down: names and paths."""
    steps = ((_("Front page"), reverse("front")), *steps)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(path)}
            for place, (name, path) in enumerate(steps, 1)
        ],
    }


def section_steps(section: dict[str, Any]) -> list[tuple[str, str]]:
    """A section's place: the one it belongs to, if any, and itself."""
    entries = [section["parent"], section] if section["parent"] else [section]
    return [(one["name"], reverse("section", kwargs={"section": one["slug"]})) for one in entries]


def short_headline(story: Story) -> str:
    """The headline as far as it is read: a part goes by its own title, and cuts are marked."""
    for headline in (story.headline, story.title):
        if len(headline) <= LONGEST_HEADLINE:
            return headline
    whole_words = story.title[:LONGEST_HEADLINE].rpartition(" ")[0]
    return f"{whole_words or story.title[: LONGEST_HEADLINE - 1]}…"


def _series(series: Series) -> Node:
    return {
        "@type": "CreativeWorkSeries",
        "name": series.title,
        "url": absolute(series.get_absolute_url()),
    }


def _correction(one: dict[str, Any]) -> Node:
    made_at = timezone.localtime(datetime.fromisoformat(one["made_at"]))
    return {
        "@type": "CorrectionComment",
        "text": in_words(one),
        "datePublished": made_at.isoformat(timespec="seconds"),
    }


def _authors(story: Story) -> list[Node]:
    """Everyone named in the byline, once, in the order printed."""
    named = {one["name"]: one for phrase in story.byline for one in phrase["names"]}
    return [_author(one) for one in named.values()]


def _author(one: dict[str, Any]) -> Node:
    is_person = one.get("kind", Author.Kind.PERSON) == Author.Kind.PERSON
    page = {"slug": one["slug"], "pk": one["author"]}
    return {
        "@type": "Person" if is_person else "Organization",
        "name": one["name"],
        "url": absolute(reverse("author", kwargs=page)) if one["slug"] else None,
    }


def _image(picture: SharePicture | None) -> Node | None:
    if picture is None:
        return None
    return {
        "@type": "ImageObject",
        "url": absolute(picture.path),
        "width": picture.width,
        "height": picture.height,
        "caption": picture.caption,
        "creditText": picture.credit,
    }


def _office(imprint: dict[str, Any]) -> Node:
    """How to reach the head office."""
    if not imprint["offices"]:
        return {}
    office = imprint["offices"][0]
    dialled = [number or printed for printed, number in office["phones"]]
    address = office["address"]
    return {
        "address": {"@type": "PostalAddress", "streetAddress": address} if address else None,
        "telephone": dialled[0] if dialled else None,
        "email": office["emails"][0] if office["emails"] else None,
        "faxNumber": office["fax"],
    }


def _paper_id() -> str:
    return f"{absolute(reverse('front'))}#paper"


def _filled(node: Node) -> Node:
    """Without what is not known: an empty property would be a false statement."""
    return {
        name: _filled(value) if isinstance(value, dict) else value
        for name, value in node.items()
        if value not in (None, "", [], {})
    }
