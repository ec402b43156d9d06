"""What an article asks of a mid-range phone, before anything is compressed."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client) -> str:
    article = make.story(
        body="<blockquote><p>Đất nó thở.</p></blockquote>", lead_photo=make.photo()
    )
    return client.get(article.get_absolute_url()).content.decode()


def weight(page: str, ending: str) -> int:
    """The bytes of the files of a kind that a page names in its head."""
    head = page[: page.index("</head>")]
    names = set(re.findall(rf'"/static/([^"]+\.{ending})"', head))
    assert names
    return sum(Path(str(finders.find(name))).stat().st_size for name in names)


def test_all_scripts_of_an_article_are_under_ten_kilobytes(page):
    assert weight(page, "js") < 10_000


def test_the_style_sheets_of_an_article_are_small(page):
    assert weight(page, "css") < 36_000


def test_the_fonts_of_an_article_with_italics_are_under_two_hundred_kilobytes(page):
    assert weight(page, "woff2") < 200_000


def test_every_font_of_the_page_is_preloaded_and_none_holds_text_back(page):
    assert page.count('as="font"') == 6
    base = Path(str(finders.find("reader/css/base.css"))).read_text()
    assert base.count("font-display: optional") == base.count('format("woff2")')
