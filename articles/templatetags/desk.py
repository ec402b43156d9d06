"""What the desk's pages say about stories and colleagues."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django import template
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.body import Figure, clean_body, figures, place_figures
from articles.models import Article
from people.models import User
from photos.models import Photo

register = template.Library()

# The name of a status in the sprite and in the styles.
STATES = {
    Article.Status.DRAFT: "draft",
    Article.Status.PUBLISHED: "live",
    Article.Status.WITHDRAWN: "off",
}
_SHOWN = 10
_BY_STATUS = "status__exact"


@register.filter
def state(article: Article) -> str:
    return STATES[Article.Status(article.status)]


@register.filter
def initials(user: User) -> str:
    """Two letters for a colleague: of the last two words, by which Vietnamese are called."""
    return "".join(word[0] for word in str(user).split()[-2:]).upper()


@register.filter
def short_time(at: datetime | None) -> str:
    """ "07:34" today, "07:34 22/11" this year, "22/11/2025" before that."""
    if at is None:
        return ""
    at, today = timezone.localtime(at), timezone.localdate()
    if at.date() == today:
        return f"{at:%H:%M}"
    return f"{at:%H:%M %d/%m}" if at.year == today.year else f"{at:%d/%m/%Y}"


@register.filter
def save_time(at: datetime) -> str:
    """To the second today, so that two saves can be told apart; else as `short_time`."""
    local = timezone.localtime(at)
    return f"{local:%H:%M:%S}" if local.date() == timezone.localdate() else short_time(at)


@register.filter
def read_text(article: Article) -> SafeString:
    """The text for those who may read but not write it, with its photos: one query.

    It is cleaned once more on its way out.
    """
    html = clean_body(article.body).html
    photos = Photo.objects.in_bulk({figure.photo_id for figure in figures(html)})

    def draw(figure: Figure) -> str:
        photo = photos.get(figure.photo_id)
        picture = (
            format_html('<img src="{}" alt="{}">', photo.largest_url, photo.alt) if photo else ""
        )
        caption = mark_safe(figure.caption_html)  # noqa: S308
        return format_html(
            '<figure data-photo="{}">{}<figcaption>{}</figcaption></figure>',
            figure.photo_id, picture, caption,
        )  # fmt: skip

    return mark_safe(place_figures(html, draw))  # noqa: S308


@register.simple_tag
def my_drafts(user: User) -> Iterable[Article]:
    """Drafts that lie with this user, or that they began and nobody has taken. Two queries."""
    drafts = Article.objects.with_status(Article.Status.DRAFT).lying_with(user)
    return drafts.for_desk().defer("body").order_by("-changed_at", "-pk")[:_SHOWN]


@register.simple_tag
def latest_published() -> Iterable[Article]:
    published = Article.objects.with_status(Article.Status.PUBLISHED)
    return published.for_desk().defer("body").order_by("-published_at", "-pk")[:_SHOWN]


class Tab(NamedTuple):
    """One way to see the list of articles; `state` is empty for all of them."""

    label: str
    query: str
    state: str
    is_chosen: bool


@register.simple_tag
def status_tabs(cl: ChangeList) -> list[Tab]:
    chosen = cl.params.get(_BY_STATUS, "")
    everything = Tab(
        _("All articles"), cl.get_query_string(remove=[_BY_STATUS, PAGE_VAR]), "", not chosen
    )
    return [
        everything,
        *(
            Tab(
                str(status.label),
                cl.get_query_string({_BY_STATUS: status}, remove=[PAGE_VAR]),
                STATES[status],
                chosen == status,
            )
            for status in Article.Status
        ),
    ]
