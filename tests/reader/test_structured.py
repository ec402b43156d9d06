import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from PIL import Image

from articles import publishing
from articles.models import Topic
from people.models import Author
from reader import sharing
from reader.models import Story
from reader.structured import LONGEST_HEADLINE, news_article, short_headline
from tests import make

pytestmark = pytest.mark.django_db

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HOSTILE = "Bài </script><script>alert(1)</script> & <b> “\u2028”"


@pytest.fixture(autouse=True)
def _public_address(settings):
    settings.SITE_URL = "https://bao.example"


def page(client, path) -> str:
    return client.get(path).content.decode()


def graph(client, path) -> dict[str, dict]:
    """What a page states, by type."""
    (block,) = BLOCK.findall(page(client, path))
    return {node["@type"]: node for node in json.loads(block)["@graph"]}


def story_of(client, article) -> dict:
    return graph(client, article.get_absolute_url())["NewsArticle"]


# --- the story --------------------------------------------------------------------------------


def test_a_story_says_what_it_is(client):
    article = make.story(
        section=make.section("Đời sống"), headline="Người giữ bến", lead_photo=make.photo(),
        signed="Hải Đăng", at=make.at("2023-05-24 07:34"),
    )  # fmt: skip
    said = story_of(client, article)
    author = article.bylines.get().author
    assert said["headline"] == "Người giữ bến"
    assert said["mainEntityOfPage"] == f"https://bao.example{article.get_absolute_url()}"
    assert said["datePublished"] == "2023-05-24T07:34:00+07:00"
    assert said["dateModified"].endswith("+07:00")
    assert said["articleSection"] == "Đời sống"
    assert said["inLanguage"] == "vi"
    assert said["author"] == [
        {"@type": "Person", "name": "Hải Đăng",
         "url": f"https://bao.example{author.get_absolute_url()}"},
    ]  # fmt: skip
    assert said["image"] == {
        "@type": "ImageObject",
        "url": f"https://bao.example{article.lead_photo.share_url}",
        "width": 60, "height": 40, "caption": "Bến sông buổi sớm.", "creditText": "Hải Đăng",
    }  # fmt: skip


def test_a_part_says_which_series_it_is_of(client):
    series = make.series("Giữ nghề bên sông")
    make.story(series=series, part=1)
    said = story_of(client, make.story(series=series, part=2))
    assert said["position"] == 2
    assert said["isPartOf"] == {
        "@type": "CreativeWorkSeries",
        "name": "Giữ nghề bên sông",
        "url": f"https://bao.example{series.get_absolute_url()}",
    }


@pytest.mark.parametrize(
    ("kind", "said"),
    [(Author.Kind.PERSON, "Person"), (Author.Kind.HOUSE, "Organization"),
     (Author.Kind.AGENCY, "Organization")],
)  # fmt: skip
def test_a_house_name_is_no_person(kind, said):
    article = make.story()
    story = Story.objects.for_page().get(pk=article.pk)
    story.byline[0]["names"][0]["kind"] = kind
    assert news_article(story, {"name": "Mục"})["author"][0]["@type"] == said


def test_an_unsigned_story_is_by_the_paper(client):
    article = make.story()
    Story.objects.update(byline=[])
    assert story_of(client, article)["author"] == {"@id": "https://bao.example/#paper"}


def test_what_is_not_known_is_not_said(client):
    said = story_of(client, make.story())
    assert not {"image", "isPartOf", "position", "keywords", "alternativeHeadline"} & said.keys()


@pytest.mark.parametrize(
    ("headline", "title", "short"),
    [
        ("Ngắn", "Ngắn", "Ngắn"),
        ("Loạt bài " * 15 + "- Kỳ I: Ngắn", "Ngắn", "Ngắn"),
        ("dài " * 40, "dài " * 40, "dài " * 26 + "dài…"),
        ("x" * 200, "x" * 200, "x" * 109 + "…"),
    ],
)
def test_a_long_headline_is_shortened_where_it_reads(headline, title, short):
    found = short_headline(Story(headline=headline, title=title))
    assert found == short
    assert len(found) <= LONGEST_HEADLINE


def test_a_shortened_headline_is_given_whole_beside_it(client):
    headline = "Chuyện dài của một bến sông nhỏ " * 5
    article = make.story(headline=headline)
    assert story_of(client, article)["name"] == article.headline


def test_hostile_words_stay_words(client):
    article = make.story(headline="Bài")
    Story.objects.update(headline=HOSTILE, title=HOSTILE)
    text = page(client, article.get_absolute_url())
    assert story_of(client, article)["name"] == HOSTILE
    assert "<script>alert" not in text
    assert "\u2028" not in BLOCK.findall(text)[0]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_policy_lets_the_data_stand(page):
    article = make.story(headline="Bài")
    Story.objects.update(headline=HOSTILE, title=HOSTILE)
    for path in ("/", article.get_absolute_url()):
        page.goto(path)
        block = page.locator('script[type="application/ld+json"]').text_content()
        assert json.loads(block)["@context"] == "https://schema.org"


# --- the way to it ----------------------------------------------------------------------------


def names(trail) -> list[str]:
    return [step["name"] for step in trail["itemListElement"]]


def test_breadcrumbs_lead_from_the_front_to_the_story(client):
    section = make.section("Y tế", parent=make.section("Xã hội"))
    series = make.series("Giữ nghề")
    article = make.story(section=section, series=series, part=1, headline="Trạm xá")
    trail = graph(client, article.get_absolute_url())["BreadcrumbList"]
    assert names(trail) == ["Trang nhất", "Xã hội", "Y tế", "Giữ nghề", "Trạm xá"]
    assert trail["itemListElement"][1] == {
        "@type": "ListItem", "position": 2, "name": "Xã hội",
        "item": "https://bao.example/xa-hoi/",
    }  # fmt: skip


def test_a_section_and_a_series_have_breadcrumbs(client):
    series = make.series("Giữ nghề")
    article = make.story(section=make.section("Xã hội"), series=series, part=1)
    found = [
        names(graph(client, one.get_absolute_url())["BreadcrumbList"])
        for one in (article.section, series)
    ]
    assert found == [["Trang nhất", "Xã hội"], ["Trang nhất", "Xã hội", "Giữ nghề"]]


# --- the paper --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/toa-soan/"])
def test_the_paper_says_who_it_is(client, path):
    make.masthead(governing_body="Hội Nhà báo Bến Mới")
    said = graph(client, path)["NewsMediaOrganization"]
    assert said["name"] == "Báo Bến Mới"
    assert said["alternateName"] == ["Báo Bến Mới điện tử"]
    assert said["address"] == {"@type": "PostalAddress", "streetAddress": "Số 1 đường Bờ Sông"}
    assert said["telephone"].endswith("2993000001")
    assert said["email"] == "toasoan@benmoi.example"
    assert said["parentOrganization"] == {"@type": "Organization", "name": "Hội Nhà báo Bến Mới"}
    assert said["masthead"] == "https://bao.example/toa-soan/"


def test_the_staff_page_of_another_day_states_nothing(client):
    make.masthead()
    assert not BLOCK.findall(page(client, "/toa-soan/?ngay=2021-01-01"))


def test_a_paper_without_a_masthead_has_a_name(client):
    assert graph(client, "/")["NewsMediaOrganization"]["name"]


# --- for those who pass a link on -------------------------------------------------------------


def test_a_passed_on_link_says_what_it_leads_to(client):
    article = make.article(
        section=make.section("Đời sống"), headline="Người giữ bến", lead_photo=make.photo()
    )
    article.topics.add(Topic.objects.create(name="Nghề cũ"))
    publishing.publish(article, by=None, at=make.at("2023-05-24 07:34"))
    text = page(client, article.get_absolute_url())
    address = f"https://bao.example{article.get_absolute_url()}"
    assert f'<link rel="canonical" href="{address}">' in text
    said = {
        "og:locale": "vi_VN",
        "og:type": "article",
        "og:url": address,
        "og:image": f"https://bao.example{article.lead_photo.share_url}",
        "og:image:width": "60",
        "og:image:height": "40",
        "og:image:alt": "Bến sông",
        "article:published_time": "2023-05-24T07:34:00+07:00",
        "article:section": "Đời sống",
        "article:tag": "Nghề cũ",
    }
    for name, content in said.items():
        assert f'<meta property="{name}" content="{content}">' in text


@pytest.mark.parametrize("where", ["article", "front"])
def test_a_link_to_a_page_without_a_picture_shows_the_papers_own(client, where):
    make.masthead()
    article = make.story()
    text = page(client, article.get_absolute_url() if where == "article" else "/")
    said = {
        "og:image": f"https://bao.example{static('reader/img/share.png')}",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Báo Bến Mới điện tử",
    }
    for name, content in said.items():
        assert f'<meta property="{name}" content="{content}">' in text


def test_the_papers_own_picture_is_as_large_as_is_said():
    with Image.open(finders.find(sharing.OWN)) as picture:
        assert (picture.size, picture.format) == ((1200, 630), "PNG")


def test_a_preview_states_nothing(client):
    client.force_login(make.user(role="Phóng viên"))
    article = make.article()
    assert not BLOCK.findall(page(client, reverse("preview", kwargs={"pk": article.pk})))
