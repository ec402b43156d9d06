"""Public addresses: a story's slug, and which words a section may not take."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _

from vietnamese.slugs import slugify


def story_slug(headline: str) -> str:
    """The cosmetic part of a story's address; its number is what counts."""
    return slugify(headline) or "bai"


def validate_free_address(slug: str) -> None:
    """Refuse a section slug that a fixed address (/admin/, /tac-gia/, /static/) already has.

    The URL map itself answers, in every language, so a new page is safe by being there.
    """
    folders = {url.strip("/").split("/")[0] for url in (settings.STATIC_URL, settings.MEDIA_URL)}
    if slug in folders or any(_is_fixed(slug, code) for code, _name in settings.LANGUAGES):
        raise ValidationError(
            _("“%(slug)s” is an address of the site itself. Choose another.") % {"slug": slug},
            code="reserved",
        )


def _is_fixed(slug: str, language: str) -> bool:
    with translation.override(language):
        return (
            _leads_elsewhere(f"/{slug}/", than="section")
            or _leads_elsewhere(f"/{slug}/x-1/", than="article")
            or _leads_elsewhere(f"/{slug}/1/", than="")
            or _leads_elsewhere(f"/{slug}", than="")
        )


def _leads_elsewhere(path: str, *, than: str) -> bool:
    try:
        return resolve(path).url_name != than
    except Resolver404:
        return False
