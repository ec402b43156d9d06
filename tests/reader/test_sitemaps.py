from datetime import timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import AboutPage
from reader import sitemaps
from reader.models import Story
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@pytest.fixture(autouse=True)
def _public_address(settings):
    settings.SITE_URL = "https://bao.example"


def read(client, path) -> ET.Element:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314


def addresses(client, path) -> list[str]:
    return [one.text for one in read(client, path).iter(f"{SITEMAP}loc")]


def test_the_index_names_the_months_that_have_stories(client):
    for day in ("2023-05-24", "2023-05-02", "2022-12-31"):
        make.story(at=make.at(f"{day} 07:00"))
    assert addresses(client, "/sitemap.xml") == [
        "https://bao.example/sitemap-pages.xml",
        "https://bao.example/sitemap-2023-05.xml",
        "https://bao.example/sitemap-2022-12.xml",
    ]


def test_the_index_reaches_as_far_back_as_the_archive(client):
    for year in (1995, 2005, 2023):
        make.story(at=make.at(f"{year}-05-24 07:00"))
    assert addresses(client, "/sitemap.xml")[1:] == [
        f"https://bao.example/sitemap-{year}-05.xml" for year in (2023, 2005, 1995)
    ]


def test_the_index_may_be_older_than_the_century_before_last(client):
    make.story(at=make.at("1865-04-15 07:00"))
    assert addresses(client, "/sitemap.xml")[1:] == ["https://bao.example/sitemap-1865-04.xml"]


def test_an_empty_paper_has_an_index(client):
    assert addresses(client, "/sitemap.xml") == ["https://bao.example/sitemap-pages.xml"]


def test_everything_the_index_names_is_there(client):
    make.story(at=make.at("2023-05-24 07:00"))
    for address in addresses(client, "/sitemap.xml"):
        assert read(client, urlsplit(address).path).tag == f"{SITEMAP}urlset"


def test_a_month_ends_at_midnight_in_the_papers_zone(client):
    make.story(at=make.at("2023-05-31 23:59"), headline="Cuối tháng")
    make.story(at=make.at("2023-06-01 00:00"), headline="Đầu tháng")
    may, june = (addresses(client, f"/sitemap-2023-{month}.xml") for month in ("05", "06"))
    assert ("cuoi-thang" in may[0], "dau-thang" in june[0]) == (True, True)
    assert (len(may), len(june)) == (1, 1)


def test_a_month_gives_canonical_addresses_and_when_they_changed(client):
    article = make.story(at=make.at("2023-05-24 07:34"))
    (entry,) = read(client, "/sitemap-2023-05.xml")
    assert entry.findtext(f"{SITEMAP}loc") == f"https://bao.example{article.get_absolute_url()}"
    assert entry.findtext(f"{SITEMAP}lastmod").endswith("+07:00")


def test_a_withdrawn_story_leaves_the_sitemaps_at_once(client):
    article = make.story()
    month = timezone.localdate().strftime("%Y-%m")
    publishing.withdraw(article, by=None, reason="Sai.")
    assert client.get(f"/sitemap-{month}.xml").status_code == 404
    assert addresses(client, "/sitemap.xml") == ["https://bao.example/sitemap-pages.xml"]
    assert addresses(client, "/sitemap-news.xml") == []


@pytest.mark.parametrize("month", ["2023-13", "2023-00", "0000-01", "9999-12", "2023-5", "2023-05"])
def test_a_month_that_is_none_or_empty_is_a_404(client, month):
    assert client.get(f"/sitemap-{month}.xml").status_code == 404


@pytest.fixture
def small_files(monkeypatch):
    """A file holds two stories. Five stand in May 2023, two in June."""
    monkeypatch.setattr(sitemaps, "A_FILE", 2)
    for minute in range(5):
        make.story(at=make.at("2023-05-24 07:00") + timedelta(minutes=minute // 2))
    for minute in range(2):
        make.story(at=make.at(f"2023-06-24 07:0{minute}"))


def test_a_month_that_no_file_can_hold_has_several(client, small_files):
    assert addresses(client, "/sitemap.xml")[1:] == [
        "https://bao.example/sitemap-2023-06.xml",
        "https://bao.example/sitemap-2023-05.xml",
        "https://bao.example/sitemap-2023-05-2.xml",
        "https://bao.example/sitemap-2023-05-3.xml",
    ]


def test_every_story_of_a_month_stands_in_one_of_its_files(client, small_files):
    paths = [urlsplit(one).path for one in addresses(client, "/sitemap.xml")[2:]]
    files = [addresses(client, path) for path in paths]
    assert [len(one) for one in files] == [2, 2, 1]
    named = [address for one in files for address in one]
    may = Story.objects.filter(published_at__lt=make.at("2023-06-01 00:00"))
    assert sorted(named) == sorted(
        f"https://bao.example{story.get_absolute_url()}" for story in may
    )


def test_a_new_story_changes_only_the_last_file(client, small_files):
    before = [addresses(client, f"/sitemap-2023-05{file}.xml") for file in ("", "-2")]
    make.story(at=make.at("2023-05-31 07:00"))
    after = [addresses(client, f"/sitemap-2023-05{file}.xml") for file in ("", "-2")]
    assert before == after


@pytest.mark.parametrize("file", ["4", "1", "0", "02", "999", "1000", "-1"])
def test_a_file_that_a_month_has_not_is_a_404(client, small_files, file):
    assert client.get(f"/sitemap-2023-05-{file}.xml").status_code == 404


def test_an_archive_with_numbers_beyond_a_file_costs_a_query_more(client, monkeypatch):
    for month in range(1, 4):
        make.story(at=make.at(f"2023-0{month}-24 07:00"))
    few = queries(client, "/sitemap.xml")
    monkeypatch.setattr(sitemaps, "A_FILE", 2)
    assert queries(client, "/sitemap.xml") == few + 1


def test_the_pages_that_are_no_stories_stand_in_their_own_file(client):
    author, idle, series = make.author(), make.author(), make.series()
    article = make.story(signed=author, series=series, part=1)
    topic, unused, unbegun = make.topic(), make.topic(), make.series("Chưa có phần nào")
    article.topics.add(topic)
    publishing.republish(article, by=None)
    shown = AboutPage.objects.create(title="Giới thiệu", body="<p>Chữ</p>", is_shown=True)
    hidden = AboutPage.objects.create(title="Đang viết", body="<p>Chữ</p>")
    found = addresses(client, "/sitemap-pages.xml")
    for name in ("front", "masthead", "all_series", "topics", "archive", "corrections"):
        assert f"https://bao.example{reverse(name)}" in found
    for page in (article.section, series, author, topic, shown):
        assert f"https://bao.example{page.get_absolute_url()}" in found
    for page in (unbegun, idle, unused, hidden):
        assert f"https://bao.example{page.get_absolute_url()}" not in found


def test_the_news_sitemap_gives_the_stories_of_two_days(client):
    make.masthead()
    now = timezone.now()
    make.story(headline="Tin cũ", at=now - timedelta(hours=49))
    make.story(headline="Tin & mới", at=now - timedelta(hours=47))
    (entry,) = read(client, "/sitemap-news.xml")
    news = entry.find(f"{NEWS}news")
    assert news.findtext(f"{NEWS}title") == "Tin & mới"
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == "Báo Bến Mới điện tử"
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "vi"
    assert news.findtext(f"{NEWS}publication_date").endswith("+07:00")


def test_the_news_sitemap_ends_where_google_says(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "NEWS", 2)
    for _n in range(3):
        make.story()
    assert len(addresses(client, "/sitemap-news.xml")) == 2


def test_robots_are_kept_from_the_desk_and_led_to_the_sitemaps(client):
    response = client.get("/robots.txt")
    lines = response.content.decode().splitlines()
    assert response["Content-Type"].startswith("text/plain")
    for line in (
        "User-agent: *", "Disallow: /admin/",
        f"Disallow: {reverse('preview', kwargs={'pk': 1})[:-2]}",
        "Sitemap: https://bao.example/sitemap.xml",
        "Sitemap: https://bao.example/sitemap-news.xml",
    ):  # fmt: skip
        assert line in lines


@pytest.mark.parametrize(
    ("path", "most"),
    [("/sitemap.xml", 2), ("/sitemap-2023-05.xml", 1), ("/sitemap-pages.xml", 4),
     ("/sitemap-news.xml", 2), ("/robots.txt", 0)],
)  # fmt: skip
def test_a_sitemap_costs_the_same_with_few_and_many(client, path, most):
    def grow(number: int) -> None:
        for day in range(1, number):
            at = make.at(f"2023-05-{day:02} 07:00")
            make.story(at=at, signed=make.author(), series=make.series(), part=1)
            make.story()

    grow(2)
    few = queries(client, path)
    grow(8)
    assert few == queries(client, path) <= most


def test_no_sitemap_counts_or_skips(client):
    make.story(at=make.at("2023-05-24 07:00"))
    with CaptureQueriesContext(connection) as captured:
        for path in ("/sitemap.xml", "/sitemap-2023-05.xml", "/sitemap-pages.xml"):
            client.get(path)
    asked = " ".join(query["sql"].upper() for query in captured.captured_queries)
    assert "OFFSET" not in asked
    assert "COUNT(" not in asked
