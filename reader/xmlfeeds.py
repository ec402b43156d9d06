"""RSS 2.0 and Atom, with what Django's generators leave out: several authors and the whole text.

https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287
"""

from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, SyndicationFeed
from django.utils.xmlutils import SimplerXMLGenerator

from reader.entries import Feed
from reader.outside import for_xml
from reader.sharing import SharePicture
from reader.templatetags.printing import absolute

NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


class Rss(Rss201rev2Feed):
    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **NAMESPACES}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if settings.WEBSUB_HUB:
            handler.addQuickElement("atom:link", "", {"rel": "hub", "href": settings.WEBSUB_HUB})

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name, _page in item["signed"]:
            handler.addQuickElement("dc:creator", name)
        if item["full_html"]:
            handler.addQuickElement("content:encoded", item["full_html"])
        if item["picture"]:
            handler.addQuickElement("media:thumbnail", "", _thumbnail(item["picture"]))


class Atom(Atom1Feed):
    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if settings.WEBSUB_HUB:
            handler.addQuickElement("link", "", {"rel": "hub", "href": settings.WEBSUB_HUB})

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name, page in item["signed"]:
            handler.startElement("author", AttributesImpl({}))
            handler.addQuickElement("name", name)
            if page:
                handler.addQuickElement("uri", page)
            handler.endElement("author")
        if item["full_html"]:
            handler.addQuickElement("content", item["full_html"], {"type": "html"})


def rss(feed: Feed) -> str:
    return _write(Rss, feed)


def atom(feed: Feed) -> str:
    return _write(Atom, feed)


def _write(generator: type[SyndicationFeed], feed: Feed) -> str:
    document = generator(
        title=for_xml(feed.title),
        link=feed.page_address,
        description=for_xml(feed.description),
        subtitle=for_xml(feed.description),
        language=feed.language,
        # Atom wants an author for an entry that has none of its own.
        author_name=for_xml(feed.paper),
        feed_url=feed.address,
        feed_copyright=for_xml(feed.rights) or None,
    )
    for entry in feed.entries:
        document.add_item(
            title=for_xml(entry.story.headline),
            link=entry.address,
            description=for_xml(entry.summary_html),
            unique_id=entry.number_address,
            unique_id_is_permalink=True,
            pubdate=entry.published_at,
            updateddate=entry.updated_at,
            categories=[for_xml(name) for name in entry.categories],
            enclosures=[_enclosure(entry.picture)] if entry.picture else [],
            signed=[(for_xml(name), page) for name, page in entry.authors],
            full_html=for_xml(entry.full_html),
            picture=entry.picture,
        )
    return document.writeString("utf-8")


def _enclosure(picture: SharePicture) -> Enclosure:
    return Enclosure(absolute(picture.path), str(picture.length), "image/jpeg")


def _thumbnail(picture: SharePicture) -> dict[str, str]:
    return {
        "url": absolute(picture.path),
        "width": str(picture.width),
        "height": str(picture.height),
    }
