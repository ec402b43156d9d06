"""What a feed carries, whatever form it is written in."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language

from reader.models import Story
from reader.outside import whole_addresses
from reader.sharing import SharePicture, share_picture
from reader.templatetags.printing import absolute

A_FEED = 30


@dataclass
class Entry:
    """A story as a feed gives it."""

    story: Story

    @property
    def number_address(self) -> str:
        """What the story is called for ever, whatever becomes of its headline and section."""
        return absolute(reverse("story", kwargs={"pk": self.story.pk}))

    @property
    def address(self) -> str:
        return absolute(self.story.get_absolute_url())

    @property
    def published_at(self) -> datetime:
        return timezone.localtime(self.story.published_at)

    @property
    def updated_at(self) -> datetime:
        return timezone.localtime(self.story.updated_at)

    @property
    def summary(self) -> str:
        """Words, not HTML."""
        return self.story.standfirst or self.story.headline

    @property
    def summary_html(self) -> str:
        return escape(self.summary)

    @cached_property
    def full_html(self) -> str:
        """The whole text when FEED_FULL_TEXT says so, otherwise ""."""
        if not settings.FEED_FULL_TEXT:
            return ""
        printed = render_to_string("reader/parts/_feed_text.html", {"story": self.story})
        return whole_addresses(printed).strip()

    @property
    def authors(self) -> list[tuple[str, str]]:
        """Each name as printed, once, and the address of its page or ""."""
        names = [one for phrase in self.story.byline for one in phrase["names"]]
        return list(dict.fromkeys((one["name"], _author_page(one)) for one in names))

    @property
    def categories(self) -> list[str]:
        named = [self.story.section.name, *(topic["name"] for topic in self.story.topics)]
        return list(dict.fromkeys(named))

    @cached_property
    def picture(self) -> SharePicture | None:
        return share_picture(self.story.lead)


def _author_page(one: dict[str, Any]) -> str:
    if not one["slug"]:
        return ""
    return absolute(reverse("author", kwargs={"slug": one["slug"], "pk": one["author"]}))


@dataclass(frozen=True)
class Feed:
    """The newest stories of one page; `page` is that page's path."""

    form: str
    page: str
    title: str
    description: str
    imprint: dict[str, Any]
    entries: list[Entry]

    @property
    def page_address(self) -> str:
        return absolute(self.page)

    @property
    def address(self) -> str:
        return f"{self.page_address}{self.form}"

    @property
    def language(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    @property
    def paper(self) -> str:
        return self.imprint["title"]

    @property
    def rights(self) -> str:
        return (self.imprint["masthead"] or {}).get("copyright_line", "")
