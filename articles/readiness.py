"""What an article still lacks before it can be published, in sentences an editor can act on."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.body import Figure, figures, plain_text
from articles.models import Article, ArticlePhoto
from photos.models import Photo


@dataclass(frozen=True)
class Gap:
    """Something missing: the sentence, and the form field where it is mended.

    With `photo` it is mended on that photo's own page, unless it `is_caption` in this article.
    """

    field: str
    sentence: str
    photo: int | None = None
    is_caption: bool = False


@dataclass(frozen=True)
class _Use:
    """A photo in one place of the story, and the caption it has there."""

    field: str
    photo_id: int
    caption: str


def gaps(article: Article) -> list[Gap]:
    """Everything that bars publishing, in the order of the page. At most five queries."""
    placed = figures(article.body)
    rows = list(article.photos.all())
    found = [gap for gap in _words(article) if gap]
    found += _photos(list(_uses(article, placed, rows)))
    for figure in placed:
        if not figure.photo_id:
            found.append(Gap("body", _waiting(plain_text(figure.caption_html))))
    for row in rows:
        if row.photo_id is None:
            found.append(Gap("photos", _waiting(row.caption)))
    return found


def _words(article: Article) -> list[Gap | None]:
    return [
        None if article.headline else Gap("headline", _("The article has no headline.")),
        None
        if plain_text(article.body).strip() or figures(article.body)
        else Gap("body", _("The article has no text.")),
        None if article.section_id else Gap("section", _("Choose a section.")),
        None
        if article.bylines.exists()
        else Gap("bylines", _("The article has no byline. Say who wrote it.")),
    ]


def _uses(article: Article, placed: list[Figure], rows: list[ArticlePhoto]) -> Iterator[_Use]:
    """Where photos will be printed, each with the caption the press would take for it there."""
    captions = {row.photo_id: row.caption for row in rows if row.photo_id}
    lead = article.lead_photo_id
    if lead:
        yield _Use("lead_photo", lead, article.lead_caption or captions.get(lead, ""))
    for figure in placed:
        number = figure.photo_id
        if number:
            own = plain_text(figure.caption_html)
            yield _Use("body", number, own or captions.get(number, ""))
    elsewhere = {lead, *(figure.photo_id for figure in placed)}
    for number, caption in captions.items():
        if number not in elsewhere:
            yield _Use("photos", number, caption)


def _photos(uses: list[_Use]) -> list[Gap]:
    """What the photos lack, said once where they stand first, and each caption where it lacks."""
    library = Photo.objects.select_related("photographer").in_bulk({use.photo_id for use in uses})
    found: dict[Gap, None] = {}
    met: set[int] = set()
    for use in uses:
        photo = library.get(use.photo_id)
        number = photo.pk if photo else None
        if use.photo_id not in met:
            lacks = _lacks(photo, use.photo_id)
            found |= dict.fromkeys(Gap(use.field, sentence, number) for sentence in lacks)
        if photo and not (use.caption or photo.caption).strip():
            sentence = _("Photo %(number)d has no caption.") % {"number": photo.pk}
            found[Gap(use.field, sentence, number, is_caption=True)] = None
        met.add(use.photo_id)
    return list(found)


def _lacks(photo: Photo | None, number: int) -> list[str]:
    name = {"number": number}
    if photo is None:
        return [_("Photo %(number)d is not in the library.") % name]
    sentences = []
    if photo.status != Photo.Status.USABLE:
        sentences.append(
            _("Photo %(number)d may not be used: it is embargoed or withdrawn.") % name
        )
    if not photo.credit_line:
        sentences.append(_("Photo %(number)d has no credit. Say who took it.") % name)
    if not photo.alt:
        sentences.append(_("Photo %(number)d has no alt text for those who cannot see it.") % name)
    return sentences


def _waiting(caption: str) -> str:
    return _("The caption “%(words)s” has no photo yet.") % {"words": caption.strip()[:80]}
