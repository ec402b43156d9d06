"""What a page says to machines: structured data, and facts for those who pass its link on."""

from typing import Any

from django import template
from django.utils.translation import get_language, to_locale

from articles.models import Series
from reader import structured
from reader.models import Story
from reader.sharing import SharePicture, picture_of_paper, share_picture

register = template.Library()

PART = "reader/parts/_structured.html"
# Open Graph wants a country; where a language has several, the one this paper means.
COUNTRIES = {"vi": "vi_VN", "en": "en_US"}


@register.simple_tag
def og_locale() -> str:
    language = get_language() or "vi"
    return COUNTRIES.get(language, to_locale(language))


@register.simple_tag
def shown_under_link(lead: dict[str, Any] | None, paper: str) -> SharePicture:
    """The story's picture, or the paper's own."""
    return share_picture(lead) or picture_of_paper(paper)


@register.inclusion_tag(PART)
def structured_story(
    story: Story, section: dict[str, Any], imprint: dict[str, Any]
) -> dict[str, Any]:
    steps = structured.section_steps(section)
    if story.series:
        steps.append((story.series.title, story.series.get_absolute_url()))
    steps.append((story.title, story.get_absolute_url()))
    article = structured.news_article(story, section)
    return _data(article, structured.paper(imprint), structured.trail(*steps))


@register.inclusion_tag(PART)
def structured_paper(imprint: dict[str, Any]) -> dict[str, Any]:
    return _data(structured.paper(imprint))


@register.inclusion_tag(PART)
def structured_trail(section: dict[str, Any], series: Series | None = None) -> dict[str, Any]:
    steps = structured.section_steps(section)
    if series:
        steps.append((series.title, series.get_absolute_url()))
    return _data(structured.trail(*steps))


def _data(*nodes: structured.Node) -> dict[str, Any]:
    return {"data": structured.as_json(*nodes)}
