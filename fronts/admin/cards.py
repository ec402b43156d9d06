"""Stories, pictures and drafts as the front editor's screen has them: plain data."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from fronts.arrangement import Arrangement, Malformed, parse, pinned
from fronts.finding import stories_numbered
from fronts.models import Front, Launch
from people.models import User
from photos.models import Photo


def story(article: Article) -> dict[str, Any]:
    """Reads section and lead photo: load them with the article."""
    section, photo = article.section, article.lead_photo
    return {
        "id": article.pk,
        "headline": article.headline,
        "section": section.name if section else "",
        "hue": section.hue if section else None,
        "status": article.status,
        "statusLabel": article.get_status_display(),
        "publishedAt": moment(article.published_at),
        "photo": picture(photo) if photo and photo.is_usable else None,
        "url": reverse("admin:articles_article_change", args=(article.pk,)),
    }


def picture(photo: Photo) -> dict[str, Any]:
    return {"id": photo.pk, "src": photo.thumbnail_url, "alt": photo.alt}


def found_picture(photo: Photo) -> dict[str, Any]:
    return {**picture(photo), "caption": photo.caption}


def moment(at: datetime | None) -> str | None:
    """ISO 8601 on the paper's own clock."""
    return timezone.localtime(at).isoformat() if at else None


def draft(front: Front) -> dict[str, Any]:
    """Reads who saved it: load them with the front."""
    return version(front.draft_number, by=front.draft_by, at=front.draft_at, content=front.draft)


def launched(launch: Launch | None) -> dict[str, Any] | None:
    if launch is None:
        return None
    return version(launch.number, by=launch.by, at=launch.at, content=launch.content)


def version(
    number: int, *, by: User | None, at: datetime | None, content: dict[str, Any]
) -> dict[str, Any]:
    return {"number": number, "by": str(by) if by else "", "at": moment(at), "content": content}


def things_in(contents: Iterable[Any]) -> dict[str, Any]:
    """The stories and pictures that arrangements name, {"stories": …, "photos": …}: two queries.

    An article that is no more is {"missing": true}.
    """
    arrangements = [one for content in contents if (one := readable(content))]
    numbers = list(dict.fromkeys(number for one in arrangements for number in pinned(one)))
    known = stories_numbered(numbers)
    photos = {
        pin.photo for one in arrangements for slot in one.slots for pin in slot.pins if pin.photo
    }
    found = Photo.objects.in_bulk(photos) if photos else {}
    return {
        "stories": {
            str(number): story(known[number]) if number in known else {"missing": True}
            for number in numbers
        },
        "photos": {str(number): picture(photo) for number, photo in found.items()},
    }


def readable(content: Any) -> Arrangement | None:
    """The arrangement, or None if it is of a form this version cannot read."""
    try:
        return parse(content)
    except Malformed:
        return None
