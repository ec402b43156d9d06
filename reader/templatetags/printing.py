"""How names, headlines, bylines and days are set on the public pages."""

from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, npgettext, pgettext, pgettext_lazy

from articles import labels
from articles.bylines import BETWEEN
from articles.models import Series
from people.models import Author
from reader.models import Story
from vietnamese.names import split_name

register = template.Library()

# Letters whose mark is a bare roof; the dot below ậ ệ ộ stays with the letter.
ROOFED = "âêôậệộ"
# The longest name each size of the nameplate holds; anything longer takes the last size.
NAME_SIZES = (9, 16, 28)
# How wide a picture is laid out where, for the browser to choose a file by.
SIZES = {
    # A cheap phone is told less than it lays out: the smaller file, still sharper than its dots,
    # is a third of the bytes of what readers wait for. Finer screens choose the larger one.
    "lead": "(min-width: 90rem) 680px, (min-width: 68.75rem) 48vw, (min-width: 48rem) 66vw, 65vw",
    "third": "(min-width: 90rem) 410px, (min-width: 40rem) 31vw, calc(100vw - 2rem)",
    "turn": "(min-width: 90rem) 400px, (min-width: 48rem) 36vw, calc(100vw - 2rem)",
    "thumb": "(min-width: 40rem) 176px, 104px",
    "two-thirds": "(min-width: 90rem) 845px, (min-width: 68.75rem) 62vw, calc(100vw - 2rem)",
    "feature": "(min-width: 90rem) 960px, (min-width: 68.75rem) 70vw, calc(100vw - 2rem)",
    "article": "(min-width: 90rem) 1044px, (min-width: 68.75rem) 72vw, calc(100vw - 2rem)",
    "text": "(min-width: 42rem) 608px, calc(100vw - 2rem)",
    "side": "(min-width: 90rem) 376px, (min-width: 68.75rem) 26vw, (min-width: 42rem) 608px, "
    "calc(100vw - 2rem)",
    "strip": "(min-width: 90rem) 504px, 320px",
    "portrait": "(min-width: 48rem) 176px, 128px",
}
WEEKDAYS = (
    pgettext_lazy("on the calendar leaf", "Monday"),
    pgettext_lazy("on the calendar leaf", "Tuesday"),
    pgettext_lazy("on the calendar leaf", "Wednesday"),
    pgettext_lazy("on the calendar leaf", "Thursday"),
    pgettext_lazy("on the calendar leaf", "Friday"),
    pgettext_lazy("on the calendar leaf", "Saturday"),
    pgettext_lazy("on the calendar leaf", "Sunday"),
)
MONTHS = (
    pgettext_lazy("on the calendar leaf", "January"),
    pgettext_lazy("on the calendar leaf", "February"),
    pgettext_lazy("on the calendar leaf", "March"),
    pgettext_lazy("on the calendar leaf", "April"),
    pgettext_lazy("on the calendar leaf", "May"),
    pgettext_lazy("on the calendar leaf", "June"),
    pgettext_lazy("on the calendar leaf", "July"),
    pgettext_lazy("on the calendar leaf", "August"),
    pgettext_lazy("on the calendar leaf", "September"),
    pgettext_lazy("on the calendar leaf", "October"),
    pgettext_lazy("on the calendar leaf", "November"),
    pgettext_lazy("on the calendar leaf", "December"),
)
UNNAMED = gettext_lazy("The paper")


@register.simple_tag
def absolute(path: str) -> str:
    """The public address of a path; one that is absolute already, as on a media host, stays."""
    return path if "://" in path else f"{settings.SITE_URL}{path}"


@register.filter
def machine_time(moment: datetime) -> str:
    """A moment as `datetime` attributes take it: to the second, with the paper's own zone."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


@register.simple_tag
def nameplate(text: str) -> SafeString:
    """The paper's name, sized by its length, the roofs of â ê ô marked to take the accent."""
    text = text or str(UNNAMED)
    size = next((n for n, most in enumerate(NAME_SIZES, 1) if len(text) <= most), 4)
    letters = format_html_join("", "{}", ((_letter(letter),) for letter in text))
    return format_html('<span class="name name-{}">{}</span>', size, letters)


def _letter(letter: str) -> SafeString:
    if letter.lower() not in ROOFED:
        return conditional_escape(letter)
    kind = "roof is-capital" if letter.isupper() else "roof"
    return format_html('<span class="{}">{}</span>', kind, letter)


@register.simple_tag
def headline(story: Story) -> SafeString:
    """The whole headline; a series' title and its part are told apart, the text is unchanged."""
    part = f"{story.label}: {story.title}"
    if not story.label or not story.headline.endswith(f" {part}"):
        return conditional_escape(story.headline)
    series = story.headline.removesuffix(f" {part}")
    return format_html('<span class="of">{}</span> <span class="is">{}</span>', series, part)


@register.simple_tag
def byline(story: Story) -> SafeString:
    """The byline as `story.byline_text` has it, names leading to their pages."""
    return format_html_join(
        BETWEEN,
        "{}{}{}",
        (
            (
                phrase["prefix"],
                format_html_join(
                    phrase["joiner"], "{}", ((signature(one),) for one in phrase["names"])
                ),
                phrase["suffix"],
            )
            for phrase in story.byline
        ),
    )


def signature(one: dict[str, Any]) -> SafeString:
    if not one["slug"]:
        return conditional_escape(one["name"])
    address = reverse("author", kwargs={"slug": one["slug"], "pk": one["author"]})
    return format_html('<a href="{}" rel="author">{}</a>', address, one["name"])


@register.filter
def sizes(place: str) -> str:
    return SIZES[place]


@register.filter
def weekday(moment: date) -> str:
    return str(WEEKDAYS[_local(moment).weekday()])


@register.filter
def month_name(moment: date) -> str:
    return str(MONTHS[_local(moment).month - 1])


@register.filter
def month_and_year(moment: date) -> str:
    day = _local(moment)
    named = pgettext("on the calendar leaf", "%(month)d/%(year)d")
    return named % {"month": day.month, "year": day.year}


def _local(moment: date) -> date:
    return timezone.localtime(moment) if isinstance(moment, datetime) else moment


@register.filter
def printed_day(iso: str | None) -> str:
    """ "2021-03-12", as the imprint keeps days, in a paper's form: 12/03/2021."""
    return date.fromisoformat(iso).strftime("%d/%m/%Y") if iso else ""


@register.filter
def hung_numeral(story: Story) -> str:
    """What hangs beside a part: its number, also where the label says “cuối”."""
    if story.series is None or story.part is None:
        return ""
    return labels.numeral(story.series.label_style, story.part)


@register.filter
def part_word(series: Series, count: int) -> str:
    """What so many parts of the series are called, by the word their labels begin with."""
    match labels.WORDS[labels.LabelStyle(series.label_style)]:
        case "Bài":
            return npgettext("Bài 1", "part", "parts", count)
        case "Phần":
            return npgettext("Phần 1", "part", "parts", count)
    return npgettext("Kỳ 1", "part", "parts", count)


@register.filter
def initial(author: Author) -> str:
    """The first letter of the name people go by: of the given name, or of a house's name."""
    name = author.name
    if author.kind == Author.Kind.PERSON:
        name = split_name(name).given
    return name[:1].upper()


@register.filter
def years(term: Any) -> str:
    """ "2015–2021", or "2021 to now"."""
    if term.until_on is None:
        return _("%(year)d to now") % {"year": term.from_on.year}
    if term.until_on.year == term.from_on.year:
        return str(term.from_on.year)
    return f"{term.from_on.year}–{term.until_on.year}"
