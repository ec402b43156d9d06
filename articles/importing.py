"""Making the draft a sub-editor would have made from a page copied as text."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.files.storage import default_storage, storages
from django.db import IntegrityError, models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles import publishing, revisions
from articles.addresses import validate_free_address
from articles.body import BodyTooComplex
from articles.bylines import PHOTOGRAPHERS
from articles.copied.page import Caption, CopiedPage, SeriesPart, parse
from articles.labels import notes
from articles.models import Article, Byline, Revision, Section, Series
from articles.workflow import Refused
from masthead.importing import keep_masthead
from people.models import Author, User
from photos import library
from photos.gate import PhotoRefused
from photos.models import Photo
from photos.renditions import rendition_name
from vietnamese.folding import exact_text
from vietnamese.normal import normalize
from vietnamese.slugs import slugify

# Databases keep UTC, and the first hours of the year 1 have none.
EARLIEST_YEAR = 1800

_Row = TypeVar("_Row", bound=models.Model)


class ImportRefused(ValueError):
    """A page that cannot be brought in, with a whole sentence saying why."""


class Picture(NamedTuple):
    """A picture file given with a page."""

    name: str
    data: bytes


def bring_in(
    text: str, *, pictures: list[Picture], section: Section | None = None, by: User | None
) -> tuple[Article, list[str]]:
    """The article of a copied page, and sentences on what could not be taken with it.

    `pictures` are used up from the front, one a caption, whatever becomes of the page. A page
    brought in before is found again and left as it is. Raises NotAPage, which uses up no picture,
    or ImportRefused; then nothing was written.
    """
    page = parse(text)
    captions = sum(isinstance(block, Caption) for block in page.blocks)
    own = pictures[:captions]
    del pictures[:captions]
    if page.published_at.year < EARLIEST_YEAR:
        raise ImportRefused(
            _("The page is dated %(year)d, before there were newspapers. Correct its time line.")
            % {"year": page.published_at.year}
        )
    key = sha256(normalize(text).strip().encode()).hexdigest()
    known = Article.objects.filter(import_key=key).first()
    if known:
        return known, []
    with _refusing(), _files_of_rows() as added, transaction.atomic():
        page = _with_number(page)
        series = _series(page)
        article = _row_of(page, series, by=by)
        authors = [_author(one.name, one.role) for one in page.bylines]
        photos, complaints = _photos(page, own, _photographer(page, authors), added, by=by)
        article.import_key = key
        article.body = _body(page, photos)
        _fill(article, page, section)
        _sign(article, page, authors)
        revisions.record_save(article, by=by)
        _save_other_parts(article, page, by=by)
        if page.masthead:
            complaints += keep_masthead(page.masthead, on=page.published_at.date(), by=by)
    return article, complaints


@transaction.atomic
def section_named(name: str, *, by: User | None) -> Section:
    """The section with that name or address, in capitals or not; made when there is none.

    Raises ImportRefused with a sentence when no section can be called so.
    """
    sections = list(Section.objects.in_order())
    for section in sections:
        if exact_text(section.name) == exact_text(name):
            return section
    for section in sections:
        if name.isascii() and section.slug == slugify(name):
            return section
    if by is not None and not by.has_perm("articles.add_section"):
        raise ImportRefused(_("You do not have the right to do this."))
    try:
        validate_free_address(slugify(name))
    except ValidationError as error:
        raise ImportRefused(" ".join(error.messages)) from error
    return _saved(Section(name=name))


def publish_at_own_time(article: Article, *, by: User | None) -> Revision:
    """Publish what was brought in at the time its page gives, at last in the first section.

    Raises workflow.Refused; then nothing has changed.
    """
    try:
        with transaction.atomic():
            article.refresh_from_db(from_queryset=Article.objects.select_for_update())
            if article.section is None:
                article.section = Section.objects.in_order().first() or _first_section()
                article.save(update_fields=["section", "changed_at"])
                revisions.record_save(article, by=by)
            return publishing.publish(article, by=by)
    except Refused:
        article.refresh_from_db()
        raise


def _first_section() -> Section:
    return _saved(Section(name="Tin tức"))


# --- Refusing, with nothing left behind ----------------------------------------------------------


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except BodyTooComplex as error:
        raise ImportRefused(str(error)) from error
    except IntegrityError as error:
        raise ImportRefused(
            _("Somebody else wrote the same at this moment. Bring the page in again.")
        ) from error


@contextmanager
def _files_of_rows() -> Iterator[list[Photo]]:
    """A list for the photos added; their files are removed when their rows do not stay."""
    added: list[Photo] = []
    try:
        yield added
    except BaseException:
        for photo in added:
            _remove_files(photo)
        raise


def _remove_files(photo: Photo) -> None:
    public = [rendition_name(photo.stem, width, "webp") for width in photo.widths]
    public.append(rendition_name(photo.stem, photo.share_width, "jpg"))
    files = [(storages["originals"], photo.original)]
    files += [(default_storage, name) for name in public]
    for storage, name in files:
        with suppress(OSError):
            storage.delete(name)


def _saved(row: _Row) -> _Row:
    """Save a row that has been checked as a form checks it: SQLite looks at no length."""
    try:
        row.full_clean(exclude={field.name for field in row._meta.fields if not field.editable})
    except ValidationError as error:
        raise ImportRefused(_sentences(row, error)) from error
    row.save()
    return row


def _sentences(row: models.Model, error: ValidationError) -> str:
    """What does not fit, after the names of the row and its field: "Series, title: …"."""
    found = []
    for name, messages in error.message_dict.items():
        where = str(row._meta.verbose_name)
        if name != NON_FIELD_ERRORS:
            field: models.Field = row._meta.get_field(name)  # type: ignore[assignment]
            where = f"{where}, {field.verbose_name}"
        found.append(f"{capfirst(where)}: {' '.join(messages)}")
    return " ".join(found)


# --- The article, its series and its other parts -------------------------------------------------


def _series_named(title: str) -> Series | None:
    return Series.objects.filter(title=title).order_by("pk").first()


def _series(page: CopiedPage) -> Series | None:
    """The oldest series of that title, or a new one; complete if the page says it is."""
    if page.series is None:
        return None
    parts = [page.series, *page.other_parts]
    title = page.series.series_title
    series = _series_named(title)
    if series is None:
        return _saved(
            Series(
                title=title,
                label_style=page.series.style,
                labels_last_as_final=any(part.is_final for part in parts),
                is_complete=page.series_is_complete,
            )
        )
    closes = page.series_is_complete and not series.is_complete
    names_final = any(part.is_final for part in parts) and not series.labels_last_as_final
    if closes or names_final:
        series.is_complete = series.is_complete or closes
        series.labels_last_as_final = series.labels_last_as_final or names_final
        series.save()
    return series


def _with_number(page: CopiedPage) -> CopiedPage:
    """A page that only says "Kỳ cuối" is the part after the highest the desk has; of a series that
    is complete, it is that highest part itself."""
    if page.series is None or page.series.number:
        return page
    series = _series_named(page.series.series_title)
    last = Article.objects.filter(series=series).aggregate(last=Max("part"))["last"] or 0
    number = last if series and series.is_complete and last else last + 1
    return replace(page, series=replace(page.series, number=number))


def _row_of(page: CopiedPage, series: Series | None, *, by: User | None) -> Article:
    """The draft that waits for this part's text, held to the end of the transaction, or a new one.

    Raises ImportRefused when the part is written already.
    """
    if page.series is None:
        return Article(created_by=by)
    number = page.series.number
    there = Article.objects.select_for_update().filter(series=series, part=number).first()
    if there is None:
        return Article(series=series, part=number, created_by=by)
    if there.body or there.status != Article.Status.DRAFT:
        raise ImportRefused(
            _("Part %(part)d of “%(series)s” is written already, as article %(number)d.")
            % {"part": number, "series": series, "number": there.pk}
        )
    return there


def _fill(article: Article, page: CopiedPage, section: Section | None) -> None:
    """Set the rest of what the page says and save; where it says nothing, the desk's words stay."""
    article.published_at = timezone.make_aware(page.published_at)
    if article.headline == "" or page.series is None or page.series.headline:
        article.headline = page.headline
    if page.series and article.series:
        article.note_override = _override(page, page.series, article.series) or (
            article.note_override
        )
        joined = Section.objects.filter(articles__series=article.series).order_by("pk").first()
        section = section or article.section or joined
    article.section = section
    _saved(article)


def _save_other_parts(article: Article, page: CopiedPage, *, by: User | None) -> None:
    """A draft without text for each part the page names and the desk does not have."""
    for part in page.other_parts:
        if Article.objects.filter(series=article.series, part=part.number).exists():
            continue
        gap = Article(
            series=article.series,
            part=part.number,
            headline=part.headline or str(article.series),
            section=article.section,
            created_by=by,
        )
        revisions.record_save(_saved(gap), by=by)


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


# --- Who signs it, and its photos ----------------------------------------------------------------


def _author(name: str, role: str) -> Author:
    kind = Author.Kind.PERSON
    if role == "source":
        kind = Author.Kind.AGENCY
    elif name.lower().startswith(("nhóm ", "pv", "ban ")):
        kind = Author.Kind.HOUSE
    return Author.objects.filter(name=name).first() or _saved(Author(name=name, kind=kind))


def _sign(article: Article, page: CopiedPage, authors: list[Author]) -> None:
    for order, (author, one) in enumerate(zip(authors, page.bylines, strict=True)):
        if not article.bylines.filter(author=author, role=one.role).exists():
            _saved(
                Byline(
                    article=article, author=author, role=one.role, display_name=one.name,
                    order=order,
                )
            )  # fmt: skip


def _photographer(page: CopiedPage, authors: list[Author]) -> Author | None:
    signed = zip(authors, page.bylines, strict=True)
    return next((author for author, one in signed if one.role in PHOTOGRAPHERS), None)


def _photos(
    page: CopiedPage,
    pictures: list[Picture],
    photographer: Author | None,
    added: list[Photo],
    *,
    by: User | None,
) -> tuple[list[Photo | None], list[str]]:
    """One photo or None for each caption of the page, in order, and why one was not taken."""
    photos: list[Photo | None] = []
    complaints = []
    captions = [block.text for block in page.blocks if isinstance(block, Caption)]
    for number, caption in enumerate(captions):
        photo = None
        if number < len(pictures):
            picture = pictures[number]
            photo = Photo.objects.filter(sha256=sha256(picture.data).hexdigest()).first()
            words = {"caption": caption, "alt": caption[:250], "photographer": photographer}
            try:
                if photo is None:
                    photo = library.add(picture.data, name=picture.name, by=by, words=words)
                    added.append(photo)
            except PhotoRefused as refusal:
                complaints.append(f"{picture.name}: {refusal}")
        photos.append(photo)
    return photos, complaints
