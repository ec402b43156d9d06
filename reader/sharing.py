"""A story's picture as others show it: in a feed, under a passed-on link, in a search result."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.templatetags.static import static

from photos.renditions import SHARE_WIDTH

# The paper's own, for pages that have no picture; drawn after leaf.svg.
OWN = "reader/img/share.png"
OWN_WIDTH, OWN_HEIGHT = 1200, 630


@dataclass(frozen=True)
class SharePicture:
    """The file made for sharing; `path` may begin with a media host's name."""

    path: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    type: str = "image/jpeg"

    @property
    def length(self) -> int:
        """Its size in bytes; 0, as feeds write it, where asking would cost a request of its own."""
        try:
            return (
                Path(default_storage.path(self.path.removeprefix(settings.MEDIA_URL)))
                .stat()
                .st_size
            )
        except (NotImplementedError, OSError):
            return 0


def share_picture(lead: dict[str, Any] | None) -> SharePicture | None:
    """From what the press kept of a story's lead; None for a story without a picture."""
    if not lead or not lead.get("share"):
        return None
    width = min(SHARE_WIDTH, lead["width"])
    return SharePicture(
        path=lead["share"],
        width=width,
        height=max(1, round(lead["height"] * width / lead["width"])),
        alt=lead["alt"],
        caption=lead.get("caption", ""),
        credit=lead.get("credit", ""),
    )


def picture_of_paper(alt: str) -> SharePicture:
    """What stands under a link to a page that has no picture of its own."""
    return SharePicture(
        path=static(OWN),
        width=OWN_WIDTH,
        height=OWN_HEIGHT,
        alt=alt,
        caption="",
        credit="",
        type="image/png",
    )
