import json
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles import publishing
from articles.addresses import validate_free_address
from articles.bylines import Role
from articles.models import Article, Byline, Topic
from people.models import Author
from reader.outside import whole_addresses
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
FORMS = ["rss.xml", "atom.xml", "feed.json"]


@pytest.fixture(autouse=True)
def _public_address(settings):
    settings.SITE_URL = "https://bao.example"


@pytest.fixture
def story() -> Article:
    """A part of a series with everything a feed can carry."""
    photo = make.photo(caption="Bến sông buổi sớm.")
    article = make.article(
        section=make.section("Đời sống"), series=make.series(), part=1, headline="Người giữ bến",
        standfirst="Một bến < hai bến.", lead_photo=photo, signed=make.author("Hải Đăng"),
        body=f'<p>Câu đầu.</p><figure data-photo="{make.photo().pk}"><figcaption>Bến</figcaption>'
        "</figure>",
    )  # fmt: skip
    article.topics.add(Topic.objects.create(name="Nghề cũ"))
    other = make.author("Minh Hà", kind=Author.Kind.HOUSE)
    Byline.objects.create(article=article, author=other, display_name="Minh Hà", role=Role.PHOTO)
    publishing.publish(article, by=None, at=make.at("2023-05-24 07:34"))
    return article


def pages(article: Article) -> dict[str, str]:
    author = article.bylines.first().author
    return {
        "site": "/",
        "section": article.section.get_absolute_url(),
        "series": article.series.get_absolute_url() if article.series else "",
        "author": author.get_absolute_url(),
        "topic": topic.get_absolute_url() if (topic := article.topics.first()) else "",
    }


def rss(client, path="/rss.xml") -> ET.Element:
    channel = ET.fromstring(client.get(path).content).find("channel")  # noqa: S314
    assert channel is not None
    return channel


def atom(client, path="/atom.xml") -> ET.Element:
    return ET.fromstring(client.get(path).content)  # noqa: S314


def json_feed(client, path="/feed.json") -> dict:
    return json.loads(client.get(path).content)


def headlines(client, path) -> list[str]:
    if path.endswith("json"):
        return [item["title"] for item in json_feed(client, path)["items"]]
    if path.endswith("rss.xml"):
        return [item.findtext("title") for item in rss(client, path).iter("item")]
    return [entry.findtext(f"{ATOM}title") for entry in atom(client, path).iter(f"{ATOM}entry")]


# --- which stories ----------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("where", ["site", "section", "series", "author", "topic"])
def test_a_feed_stands_under_its_page(client, story, where, form):
    found = headlines(client, pages(story)[where] + form)
    assert found == ["Giữ nghề bên sông - Kỳ I: Người giữ bến"]


@pytest.mark.parametrize("where", ["site", "section", "series", "author", "topic"])
def test_a_page_names_its_feeds(client, story, where):
    path = pages(story)[where]
    page = client.get(path).content.decode()
    for form in FORMS:
        assert f'href="https://bao.example{path}{form}"' in page


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("where", ["site", "section"])
def test_a_withdrawn_story_leaves_a_feed_at_once(client, story, where, form):
    publishing.withdraw(story, by=None, reason="Sai.")
    assert headlines(client, pages(story)[where] + form) == []


@pytest.mark.parametrize("where", ["series", "author", "topic"])
def test_what_has_no_live_story_left_has_no_feed(client, story, where):
    publishing.withdraw(story, by=None, reason="Sai.")
    assert client.get(f"{pages(story)[where]}rss.xml").status_code == 404


@pytest.mark.parametrize("where", ["series", "author", "topic"])
def test_a_wrong_slug_does_not_tell_what_was_never_printed(client, where):
    draft = make.article(series=make.series(), part=1)
    draft.topics.add(make.topic())
    path = pages(draft)[where].replace("/", "/x", 2).replace("/x", "/", 1)
    assert client.get(f"{path}rss.xml").status_code == 404


def test_a_draft_is_in_no_feed(client):
    make.article(headline="Còn nháp")
    assert headlines(client, "/rss.xml") == []


def test_a_section_gives_the_stories_of_those_below_it(client):
    child = make.section("Y tế", parent=make.section("Xã hội"))
    make.story(section=child, headline="Trạm xá mới")
    assert headlines(client, "/xa-hoi/rss.xml") == ["Trạm xá mới"]


def test_a_feed_of_several_sections_is_newest_first_and_of_thirty(client):
    top = make.section("Xã hội")
    tree = [top, make.section("Y tế", parent=top), make.section("Giáo dục", parent=top)]
    made = make.archive(40, sections=tree)
    assert headlines(client, "/xa-hoi/rss.xml") == [story.headline for story in made[:30]]


def test_a_feed_is_newest_first_and_of_thirty(client):
    section = make.section()
    for minute in range(32):
        at = make.at(f"2023-05-24 07:{minute:02}")
        make.story(section=section, headline=f"Tin số {minute:02}.", at=at)
    assert headlines(client, "/rss.xml") == [f"Tin số {minute:02}." for minute in range(31, 1, -1)]


@pytest.mark.parametrize(
    "path", ["/khong-co/rss.xml", "/loat-bai/a-9/rss.xml", "/tac-gia/a-9/atom.xml", "/rss.json"]
)
def test_an_unknown_feed_is_a_404(client, path):
    assert client.get(path).status_code == 404


def test_a_wrong_slug_leads_to_the_right_feed(client):
    author = make.author("Hải Đăng")
    make.story(signed=author)
    response = client.get(f"/tac-gia/khac-{author.pk}/rss.xml")
    assert (response.status_code, response["Location"]) == (
        301, f"/tac-gia/hai-dang-{author.pk}/rss.xml",
    )  # fmt: skip


# --- what is said of a story ------------------------------------------------------------------


def test_rss_has_what_the_specification_requires(client, story):
    make.masthead()
    channel = rss(client)
    assert [channel.findtext(name) for name in ("title", "link", "language")] == [
        "Báo Bến Mới điện tử", "https://bao.example/", "vi",
    ]  # fmt: skip
    assert channel.findtext("description")
    assert parsedate_to_datetime(channel.findtext("lastBuildDate")).tzinfo
    link = channel.find(f"{ATOM}link")
    assert (link.get("rel"), link.get("href")) == ("self", "https://bao.example/rss.xml")


def test_an_rss_item_says_everything(client, story):
    item = rss(client).find("item")
    assert item.findtext("link") == f"https://bao.example{story.get_absolute_url()}"
    assert item.findtext("guid") == f"https://bao.example/bai/{story.pk}/"
    assert item.findtext("pubDate") == "Wed, 24 May 2023 07:34:00 +0700"
    assert [one.text for one in item.iter(CREATOR)] == ["Hải Đăng", "Minh Hà"]
    assert [one.text for one in item.iter("category")] == ["Đời sống", "Nghề cũ"]
    assert item.findtext("description") == "Một bến &lt; hai bến."


def test_an_enclosure_is_the_share_picture_with_its_length(client, story):
    enclosure = rss(client).find("item/enclosure")
    assert enclosure.get("url") == f"https://bao.example{story.lead_photo.share_url}"
    assert enclosure.get("type") == "image/jpeg"
    assert int(enclosure.get("length")) > 100


def test_atom_has_what_the_specification_requires(client, story):
    make.masthead()
    feed = atom(client)
    assert feed.findtext(f"{ATOM}id") == "https://bao.example/"
    assert feed.findtext(f"{ATOM}title") == "Báo Bến Mới điện tử"
    assert feed.findtext(f"{ATOM}updated").endswith("+07:00")
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Báo Bến Mới điện tử"


def test_an_atom_entry_says_everything(client, story):
    entry = atom(client).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"https://bao.example/bai/{story.pk}/"
    assert entry.findtext(f"{ATOM}published") == "2023-05-24T07:34:00+07:00"
    assert entry.findtext(f"{ATOM}updated").endswith("+07:00")
    names = [one.text for one in entry.findall(f"{ATOM}author/{ATOM}name")]
    assert names == ["Hải Đăng", "Minh Hà"]
    assert [one.get("term") for one in entry.iter(f"{ATOM}category")] == ["Đời sống", "Nghề cũ"]


def test_a_json_item_says_everything(client, story):
    feed = json_feed(client)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://bao.example/feed.json"
    item = feed["items"][0]
    assert item["id"] == f"https://bao.example/bai/{story.pk}/"
    assert item["url"] == f"https://bao.example{story.get_absolute_url()}"
    assert item["date_published"] == "2023-05-24T07:34:00+07:00"
    assert item["content_text"] == item["summary"] == "Một bến < hai bến."
    assert [one["name"] for one in item["authors"]] == ["Hải Đăng", "Minh Hà"]
    assert item["tags"] == ["Đời sống", "Nghề cũ"]
    assert item["image"] == f"https://bao.example{story.lead_photo.share_url}"


def full_texts(client) -> list[str]:
    return [
        rss(client).findtext(f"item/{CONTENT}"),
        atom(client).findtext(f"{ATOM}entry/{ATOM}content"),
        json_feed(client)["items"][0]["content_html"],
    ]


def test_the_whole_text_is_given_when_the_paper_says_so(client, story, settings):
    settings.FEED_FULL_TEXT = True
    first, *others = full_texts(client)
    assert others == [first, first]
    for words in ("Một bến &lt; hai bến.", "<p>Câu đầu.</p>", "Bến sông buổi sớm.", "Hải Đăng"):
        assert words in first


def test_the_whole_text_is_kept_back_unless_the_paper_says_so(client, story):
    assert "Câu đầu." not in client.get("/rss.xml").content.decode()
    assert "Câu đầu." not in client.get("/atom.xml").content.decode()
    assert "Câu đầu." not in client.get("/feed.json").content.decode()


def test_every_address_in_the_text_is_whole(client, story, settings):
    settings.FEED_FULL_TEXT = True
    text = full_texts(client)[0]
    assert 'srcset="https://bao.example/media/photos/' in text
    assert not [one for one in ('="/', ", /") if one in text]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ('<a href="/a/">b</a>', '<a href="https://bao.example/a/">b</a>'),
        ('<a href="//c.example/">b</a>', '<a href="//c.example/">b</a>'),
        ('<a href="https://c.example/">b</a>', '<a href="https://c.example/">b</a>'),
        ('<p>viết href="/a/" thế</p>', '<p>viết href="/a/" thế</p>'),
        ('<img srcset="/a 1w, /b 2w">',
         '<img srcset="https://bao.example/a 1w, https://bao.example/b 2w">'),
        ('<img srcset="https://m.example/a 1w">', '<img srcset="https://m.example/a 1w">'),
    ],
)  # fmt: skip
def test_only_relative_addresses_are_made_whole(printed, whole):
    assert whole_addresses(printed) == whole


def test_addresses_do_not_come_from_the_host_header(client, story, settings):
    settings.ALLOWED_HOSTS = ["*"]
    for form in FORMS:
        text = client.get(f"/{form}", headers={"host": "evil.example"}).content.decode()
        assert "evil.example" not in text


@pytest.mark.parametrize("form", FORMS)
def test_hostile_words_do_not_break_a_feed(client, form):
    story = make.story(headline="Bài")
    hostile = "]]><script>\ufffe\u0008& “x”"
    story.story.headline = hostile
    story.story.standfirst = hostile
    story.story.save()
    assert len(headlines(client, f"/{form}")) == 1


def test_a_feed_asked_for_again_is_not_sent_again(client, story):
    tag = client.get("/rss.xml")["ETag"]
    assert client.get("/rss.xml", headers={"if-none-match": tag}).status_code == 304


def test_feeds_are_sent_as_what_they_are(client):
    types = [client.get(f"/{form}")["Content-Type"].partition(";")[0] for form in FORMS]
    assert types == ["application/rss+xml", "application/atom+xml", "application/feed+json"]


# --- the page of feeds, and addresses ---------------------------------------------------------


def test_the_page_of_feeds_lists_those_of_every_section(client):
    make.section("Y tế", parent=make.section("Xã hội"))
    page = client.get(reverse("feeds")).content.decode()
    for path in ("/rss.xml", "/feed.json", "/xa-hoi/rss.xml", "/y-te/atom.xml"):
        assert f'href="{path}"' in page


def test_every_page_leads_to_the_feeds(client):
    assert f'href="{reverse("feeds")}"' in client.get("/").content.decode()


def test_a_section_may_not_take_the_address_of_the_feeds():
    with pytest.raises(ValidationError):
        validate_free_address(reverse("feeds").strip("/"))


def test_an_ordinary_section_may_still_have_its_address():
    validate_free_address("xa-hoi")


# --- what a feed costs ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "most"), [("site", 2), ("section", 2), ("series", 2), ("author", 3), ("topic", 3)]
)
def test_a_feed_costs_the_same_with_few_and_many(client, settings, where, most):
    settings.FEED_FULL_TEXT = True
    series, author = make.series(), make.author()
    words = {"signed": author, "series": series}
    topic = make.topic()

    def part(number: int, **fields) -> Article:
        article = make.article(part=number, **words, **fields)
        article.topics.add(topic)
        publishing.publish(article, by=None)
        return article

    path = f"{pages(part(1, lead_photo=make.photo()))[where]}rss.xml"
    few = queries(client, path)
    for number in range(2, 12):
        part(number)
    assert few == queries(client, path) <= most


def test_the_page_of_feeds_costs_one_query(client):
    make.section()
    assert queries(client, reverse("feeds")) == 1
