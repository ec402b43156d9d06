"""Who wrote a story, where there is no room for the whole byline."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from reader.models import Story
from reader.templatetags.printing import signature

register = template.Library()


@register.simple_tag
def signers(story: Story) -> SafeString:
    """The names of the byline's first phrase, those of the text, leading to their pages."""
    names = story.byline[0]["names"] if story.byline else []
    return format_html_join("", " {}", ((signature(one),) for one in names))
