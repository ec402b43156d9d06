"""Passing a story on: plain links that need no script of anybody's."""

import json
from base64 import b64encode
from urllib.parse import quote, urlencode

from django import template

from reader.models import Story
from reader.templatetags.printing import absolute

register = template.Library()

# What Zalo's own button opens. Zalo documents the button alone, which is a script of theirs.
ZALO = "https://button-share.zalo.me/share_external"
FACEBOOK = "https://www.facebook.com/sharer/sharer.php"


@register.simple_tag
def share_links(story: Story) -> dict[str, str]:
    """The story's own `address`, and where a link leads that passes it on: no query."""
    address = absolute(story.get_absolute_url())
    subject, body = quote(story.headline, safe=""), quote(address, safe="")
    return {
        "address": address,
        "zalo": f"{ZALO}?{urlencode({'d': _for_zalo(address)})}",
        "facebook": f"{FACEBOOK}?{urlencode({'u': address})}",
        "email": f"mailto:?subject={subject}&body={body}",
    }


def _for_zalo(address: str) -> str:
    """The page as Zalo's own share button names it: JSON in base 64.

    Blanks fill the JSON up to whole groups of three bytes, so that no “=” is left: the button
    itself writes it escaped twice, others once, and without it both are the same.
    """
    text = json.dumps({"url": address})
    return b64encode(text.ljust(-(-len(text) // 3) * 3).encode()).decode()
