"""What an article still lacks before it can be published, in sentences an editor can act on."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.body import figures, plain_text
from articles.models import Article
from photos.models import Photo


@dataclass(frozen=True)
class Gap:
    """Something missing: the sentence, and the form field where it is mended."""

    field: str
    sentence: str


def gaps(article: Article) -> list[Gap]:
    """Everything that bars publishing, in the order of the page. At most five queries."""
    placed = figures(article.body)
    found = [gap for gap in _words(article) if gap]
    found += _photos(
        article,
        [figure.photo_id for figure in placed],
        {figure.photo_id: figure.caption_html for figure in placed},
    )
    for figure in placed:
        if not figure.photo_id:
            found.append(Gap("body", _waiting(plain_text(figure.caption_html))))
    for row in article.photos.all():
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


def _photos(article: Article, placed: list[int], captions: dict[int, str]) -> list[Gap]:
    rows = {row.photo_id: row.caption for row in article.photos.all() if row.photo_id}
    wanted = {number for number in placed if number} | set(rows)
    if article.lead_photo_id:
        wanted.add(article.lead_photo_id)
    library = Photo.objects.select_related("photographer").in_bulk(wanted)
    found = []
    for number in sorted(wanted):
        photo = library.get(number)
        where = "lead_photo" if number == article.lead_photo_id else "body"
        if photo is None:
            found.append(
                Gap(where, _("Photo %(number)d is not in the library.") % {"number": number})
            )
            continue
        caption = captions.get(number) or rows.get(number) or photo.caption
        if number == article.lead_photo_id:
            caption = article.lead_caption or caption
        found += [Gap(where, sentence) for sentence in _lacks(photo, caption)]
    return found


def _lacks(photo: Photo, caption: str) -> list[str]:
    name = {"number": photo.pk}
    sentences = []
    if photo.status != Photo.Status.USABLE:
        sentences.append(
            _("Photo %(number)d may not be used: it is embargoed or withdrawn.") % name
        )
    if not caption.strip():
        sentences.append(_("Photo %(number)d has no caption.") % name)
    if not photo.credit_line:
        sentences.append(_("Photo %(number)d has no credit. Say who took it.") % name)
    if not photo.alt:
        sentences.append(_("Photo %(number)d has no alt text for those who cannot see it.") % name)
    return sentences


def _waiting(caption: str) -> str:
    return _("The caption “%(words)s” has no photo yet.") % {"words": caption.strip()[:80]}
