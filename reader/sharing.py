"""A story's picture as others show it: in a feed, under a passed-on link, in a search result."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage

from photos.renditions import SHARE_WIDTH


@dataclass(frozen=True)
class SharePicture:
    """The JPEG made for sharing; `path` may begin with a media host's name."""

    path: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str

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
