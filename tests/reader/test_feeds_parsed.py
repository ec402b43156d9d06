"""Every feed as a feed reader sees it: feedparser finds nothing to complain of."""

import json
from collections.abc import Callable

import feedparser
import pytest
from django.urls import reverse

from articles import publishing
from articles.models import Article
from reader.feeds import FORMS
from tests import make
from tests.addresses import public_names

pytestmark = pytest.mark.django_db

XML = [form for form in FORMS if form.endswith(".xml")]
HOSTILE = "Bến ]]> &lt; <b>\ufffe\u0008& “đò” ﷺ \U0001f6f6"


def of_site(_story: Article) -> str:
    return reverse("front")


def of_section(story: Article) -> str:
    return story.section.get_absolute_url()


def of_series(story: Article) -> str:
    assert story.series
    return story.series.get_absolute_url()


def of_author(story: Article) -> str:
    return story.bylines.get().author.get_absolute_url()


def of_topic(story: Article) -> str:
    return story.topics.get().get_absolute_url()


# The page that each feed stands under, by the name of the feed's address.
PAGES: dict[str, Callable[[Article], str]] = {
    "feed": of_site,
    "feed_of_section": of_section,
    "feed_of_series": of_series,
    "feed_of_author": of_author,
    "feed_of_topic": of_topic,
}


@pytest.fixture(autouse=True)
def _public_address(settings):
    settings.SITE_URL = "https://bao.example"


@pytest.fixture
def story() -> Article:
    """A part of a series with everything a feed can carry."""
    make.masthead()
    photo = make.photo()
    made = make.article(
        section=make.section("Đời sống"), series=make.series(), part=1, lead_photo=photo,
        standfirst="Một bến < hai bến & ba đò.", signed=make.author("Hải Đăng"),
        body="<h2>Bến cũ</h2><p>Câu đầu &amp; <em>câu sau</em>.</p><ul><li>Một</li></ul>"
        f'<figure data-photo="{photo.pk}"><figcaption>Bến</figcaption></figure>'
        '<p><a href="/lien-he/">Liên hệ</a></p>',
    )  # fmt: skip
    made.topics.add(make.topic("Nghề cũ"))
    publishing.publish(made, by=None, at=make.at("2023-05-24 07:34"))
    return made


def parsed(client, path: str) -> feedparser.FeedParserDict:
    response = client.get(path)
    assert response.status_code == 200
    headers = {"content-type": response["Content-Type"], "content-location": path}
    return feedparser.parse(response.content, response_headers=headers)


def test_every_feed_is_in_the_table():
    assert {name for name in public_names() if name.split("_")[0] == "feed"} == set(PAGES)


@pytest.mark.parametrize("is_full", [False, True])
@pytest.mark.parametrize("form", XML)
@pytest.mark.parametrize("kind", PAGES)
def test_a_feed_reader_reads_it_without_complaint(client, story, settings, kind, form, is_full):
    settings.FEED_FULL_TEXT = is_full
    feed = parsed(client, PAGES[kind](story) + form)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == {"rss.xml": "rss20", "atom.xml": "atom10"}[form]
    assert feed.encoding == "utf-8"
    assert feed.feed.title
    entry = feed.entries[0]
    assert entry.id == f"https://bao.example/bai/{story.pk}/"
    assert entry.title == "Giữ nghề bên sông - Kỳ I: " + story.headline
    assert entry.published_parsed[:5] == (2023, 5, 24, 0, 34)
    assert ("content" in entry) == is_full


@pytest.mark.parametrize("kind", PAGES)
def test_a_json_feed_has_what_the_specification_requires(client, story, kind):
    path = PAGES[kind](story)
    feed = json.loads(client.get(f"{path}feed.json").content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["feed_url"] == f"https://bao.example{path}feed.json"
    assert feed["home_page_url"] == f"https://bao.example{path}"
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert {"content_text", "content_html"} & set(item)


@pytest.mark.parametrize("form", XML)
def test_hostile_words_are_no_complaint_either(client, story, settings, form):
    settings.FEED_FULL_TEXT = True
    printed = story.story
    printed.headline = printed.standfirst = HOSTILE
    printed.body = f"<p>{HOSTILE}</p>"
    printed.save()
    assert not parsed(client, f"/{form}").bozo


@pytest.mark.parametrize("form", XML)
@pytest.mark.parametrize("kind", ["feed", "feed_of_section"])
def test_an_empty_feed_is_no_complaint_either(client, story, kind, form):
    publishing.withdraw(story, by=None, reason="Sai.")
    feed = parsed(client, PAGES[kind](story) + form)
    assert (feed.bozo, feed.entries) == (False, [])
