"""Making the draft a sub-editor would have made from a page copied as text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from articles import revisions
from articles.bylines import PHOTOGRAPHERS
from articles.copied.page import Caption, CopiedPage, SeriesPart, parse
from articles.labels import notes
from articles.models import Article, Byline, Section, Series
from masthead.importing import keep_masthead
from people.models import Author
from photos import library
from photos.gate import PhotoRefused
from photos.models import Photo
from vietnamese.normal import normalize


class ImportRefused(ValueError):
    """A page that cannot be brought in, with a whole sentence saying why."""


@dataclass(frozen=True)
class Picture:
    """A picture file given with a page."""

    name: str
    data: bytes


def bring_in(
    text: str, *, pictures: list[Picture], section: Section | None = None
) -> tuple[Article, list[str]]:
    """The article of a copied page, and sentences on pictures that could not be taken.

    `pictures` are used up from the front, one a caption. A page brought in before is found again
    and left as it is. Raises NotAPage or ImportRefused; then nothing was written.
    """
    page = parse(text)
    key = sha256(normalize(text).strip().encode()).hexdigest()
    known = Article.objects.filter(import_key=key).first()
    if known:
        del pictures[: _captions(page)]
        return known, []
    page = _with_number(page)
    _refuse_a_written_part(page)
    authors = [_author(one.name, one.role) for one in page.bylines]
    photographer = next(
        (
            author
            for author, one in zip(authors, page.bylines, strict=True)
            if one.role in PHOTOGRAPHERS
        ),
        None,
    )
    photos, complaints = _photos(page, pictures, photographer)
    with transaction.atomic():
        article = _write(page, key, photos, section)
        for order, (author, one) in enumerate(zip(authors, page.bylines, strict=True)):
            Byline.objects.get_or_create(
                article=article,
                author=author,
                role=one.role,
                defaults={"display_name": one.name, "order": order},
            )
        if page.masthead:
            keep_masthead(page.masthead, on=page.published_at.date())
        revisions.record_save(article, by=None)
    return article, complaints


def _captions(page: CopiedPage) -> int:
    return sum(isinstance(block, Caption) for block in page.blocks)


def _with_number(page: CopiedPage) -> CopiedPage:
    """A page that only says "Kỳ cuối" is the part after the highest the desk has."""
    if page.series is None or page.series.number:
        return page
    there = Article.objects.filter(series__title=page.series.series_title)
    number = (there.aggregate(last=Max("part"))["last"] or 0) + 1
    return replace(page, series=replace(page.series, number=number))


def _refuse_a_written_part(page: CopiedPage) -> None:
    if page.series is None:
        return
    there = Article.objects.filter(
        series__title=page.series.series_title, part=page.series.number
    ).exclude(body="")
    for article in there:
        raise ImportRefused(
            _("Part %(part)d of “%(series)s” is written already, as article %(number)d.")
            % {
                "part": page.series.number,
                "series": page.series.series_title,
                "number": article.pk,
            }
        )


def _author(name: str, role: str) -> Author:
    kind = Author.Kind.PERSON
    if role == "source":
        kind = Author.Kind.AGENCY
    elif name.lower().startswith(("nhóm ", "pv", "ban ")):
        kind = Author.Kind.HOUSE
    return Author.objects.get_or_create(name=name, defaults={"kind": kind})[0]


def _photos(
    page: CopiedPage, pictures: list[Picture], photographer: Author | None
) -> tuple[list[Photo | None], list[str]]:
    """One photo or None for each caption of the page, in order."""
    photos: list[Photo | None] = []
    complaints = []
    for block in page.blocks:
        if not isinstance(block, Caption):
            continue
        photo = None
        if pictures:
            picture = pictures.pop(0)
            try:
                photo = _photo(picture, block.text, photographer)
            except PhotoRefused as refusal:
                complaints.append(f"{picture.name}: {refusal}")
        photos.append(photo)
    return photos, complaints


def _photo(picture: Picture, caption: str, photographer: Author | None) -> Photo:
    known = Photo.objects.filter(sha256=sha256(picture.data).hexdigest()).first()
    if known:
        return known
    words: dict[str, object] = {
        "caption": caption,
        "alt": caption[:250],
        "photographer": photographer,
    }
    return library.add(picture.data, name=picture.name, by=None, words=words)


def _write(
    page: CopiedPage, key: str, photos: list[Photo | None], section: Section | None
) -> Article:
    fields: dict[str, Any] = {
        "headline": page.headline,
        "body": _body(page, photos),
        "published_at": timezone.make_aware(page.published_at),
        "import_key": key,
    }
    if page.series is None:
        return Article.objects.create(**fields, section=section)
    series = _series(page, page.series)
    fields["note_override"] = _override(page, page.series, series)
    section = section or Section.objects.filter(articles__series=series).order_by("pk").first()
    article, _made = Article.objects.update_or_create(
        series=series, part=page.series.number, defaults={**fields, "section": section}
    )
    for part in page.other_parts:
        Article.objects.get_or_create(
            series=series,
            part=part.number,
            defaults={"headline": part.headline or str(series), "section": section},
        )
    return article


def _series(page: CopiedPage, own: SeriesPart) -> Series:
    parts = [own, *page.other_parts]
    series, _made = Series.objects.get_or_create(
        title=own.series_title,
        defaults={
            "label_style": own.style,
            "labels_last_as_final": any(part.is_final for part in parts),
        },
    )
    if page.series_is_complete and not series.is_complete:
        series.is_complete = True
        series.save()
    return series


def _override(page: CopiedPage, own: SeriesPart, series: Series) -> str:
    """The printed note, where it is not the one that would be made by itself."""
    last = max([own.number, *(part.number for part in page.other_parts)])
    derived = notes(own.number, last=last, is_complete=series.is_complete)
    return "" if not page.note or page.note in derived else page.note


def _body(page: CopiedPage, photos: Iterable[Photo | None]) -> str:
    """Paragraphs and figures as HTML; 0 stands for a photo that has not come."""
    coming = iter(photos)
    lines = []
    for block in page.blocks:
        if isinstance(block, Caption):
            photo = next(coming)
            lines.append(
                f'<figure data-photo="{photo.pk if photo else 0}">'
                f"<figcaption>{escape(block.text)}</figcaption></figure>"
            )
        else:
            lines.append(f"<p>{escape(block.text)}</p>")
    return "\n".join(lines)
