"""Text on its way out of the site: every address whole, every letter one that XML may hold.

Addresses come from SITE_URL, never from the Host header a stranger sent.
"""

import re

from django.conf import settings

from reader.templatetags.printing import absolute

# In what the press printed, `>` and `"` inside a value are always written as entities.
_TAG = re.compile(r"<[a-z][^>]*>")
_ADDRESS = re.compile(r' (href|src|poster)="(/(?!/)[^"]*)"')
_SRCSET = re.compile(r' srcset="([^"]*)"')
# https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def for_xml(text: str) -> str:
    """Without the few characters that would make a whole XML document unreadable."""
    return _NOT_XML.sub("", text)


def whole_addresses(html: str) -> str:
    """The same printed HTML with every relative address made absolute."""
    return _TAG.sub(lambda tag: _whole_in_tag(tag[0]), html)


def _whole_in_tag(tag: str) -> str:
    tag = _ADDRESS.sub(lambda found: f' {found[1]}="{absolute(found[2])}"', tag)
    return _SRCSET.sub(lambda found: f' srcset="{_whole_srcset(found[1])}"', tag)


def _whole_srcset(srcset: str) -> str:
    candidates = (one.strip() for one in srcset.split(","))
    return ", ".join(
        f"{settings.SITE_URL}{one}" if one.startswith("/") and not one.startswith("//") else one
        for one in candidates
    )
