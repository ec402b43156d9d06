"""Telling a hub that feeds have changed, so that their subscribers hear of a story at once.

WEBSUB_HUB names the hub; without it nothing is sent. Publishing never waits for the hub and never
fails because of it. https://www.w3.org/TR/websub/; how a publisher tells its hub is what
PubSubHubbub 0.4 said: https://pubsubhubbub.github.io/PubSubHubbub/pubsubhubbub-core-0.4.html#rfc.section.7
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from threading import Thread
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from reader.feeds import FORMS
from reader.models import Story
from reader.templatetags.printing import absolute

LONGEST_WAIT = 5
WHILE_NEWS = timedelta(days=2)

logger = logging.getLogger(__name__)


def announce(story: Story) -> None:
    """Tell the hub once this transaction is committed. Three queries at most, none without a hub.

    An old story changes no feed that anybody waits for; archives are brought in by thousands.
    """
    hub = settings.WEBSUB_HUB
    if hub and story.published_at > timezone.now() - WHILE_NEWS:
        addresses = feeds_of(story)
        transaction.on_commit(lambda: _tell_later(hub, addresses))


def feeds_of(story: Story) -> list[str]:
    """The feeds of the site, the story's section and the one above it, and its series."""
    section = story.section
    pages = [reverse("front"), section.get_absolute_url()]
    if section.parent:
        pages.append(section.parent.get_absolute_url())
    if story.series:
        pages.append(story.series.get_absolute_url())
    return [absolute(f"{page}{form}") for page in pages for form in FORMS]


def _tell_later(hub: str, addresses: list[str]) -> None:
    # A daemon: a hub that does not answer keeps no server from stopping.
    Thread(target=tell, args=(hub, addresses), name="websub", daemon=True).start()


def tell(hub: str, addresses: Iterable[str]) -> bool:
    """Say that these feeds have changed; False and a line in the log when that fails."""
    message = urlencode([("hub.mode", "publish"), *(("hub.url", one) for one in addresses)])
    # The settings let only http and https through, and a hub may not send us elsewhere.
    request = Request(hub, data=message.encode())  # noqa: S310
    try:
        with build_opener(_StayHere).open(request, timeout=LONGEST_WAIT):
            return True
    except OSError as trouble:
        if isinstance(trouble, HTTPError):
            trouble.close()
        logger.warning("The hub %s was not told of changed feeds: %s", hub, trouble)
    return False


class _StayHere(HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        return None
