"""What each address costs in queries once the day's imprint is made: with few rows and with many.

An address of reader.urls that the table does not name fails the first test. Later pages of a list
are measured where the list is tested.
"""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import pgettext

from articles import publishing
from articles.models import AboutPage, Article, Section, Series, Topic
from fronts import launching
from masthead.models import Masthead, Office
from people.models import Author
from reader.models import MostRead, OldAddress, OldPattern
from tests import make
from tests.addresses import public_names
from tests.counting import queries
from tests.reader.fronts import desk_of, launched, pin, slot

pytestmark = pytest.mark.django_db

EVENING = make.at("2023-05-24 23:00")
# Measured elsewhere: what is posted, the desk's previews, and the later files of a great month.
ELSEWHERE = {"reading", "preview", "front_preview", "front_composed", "sitemap_of_month_file"}


@dataclass
class Paper:
    """A newspaper with one of everything, until it grows."""

    section: Section
    leaf: Section
    series: Series
    part: Article
    withdrawn: Article
    author: Author
    topic: Topic
    about: AboutPage

    def grow(self) -> None:
        """Many more of whatever a page may list or count."""
        below = [make.section(parent=self.section) for _n in range(25)]
        tops = [make.section() for _n in range(10)]
        for section in (*below[:3], *tops[:3]):
            make.story(section=section, lead_photo=make.photo())
        signed = {"author": self.author, "topic": self.topic}
        sections = [self.section, self.leaf, *below]
        rows = make.archive(40, sections=sections, **signed)
        make.archive(20, sections=[self.section], until=EVENING, **signed)
        for part in range(3, 9):
            make.slip(make.story(series=self.series, part=part, signed=self.author))
        for number in range(12):
            _furnish(number)
            _begin_a_series()
        for place, story in enumerate(rows[:19], 2):
            _rank(place, story.pk)


def _furnish(number: int) -> None:
    masthead = Masthead.objects.get()
    Office.objects.create(masthead=masthead, name=f"Văn phòng {number}", address="Bờ Sông")
    make.appointment(make.person(f"An {number}"), title=f"Chức {number}", rank=number)
    AboutPage.objects.create(title=f"Trang {number}", body="<p>Chữ</p>", is_shown=True)
    OldAddress.objects.create(path=f"/cu/{number}.htm", leads_to="/")
    OldPattern.objects.create(pattern=f"/channel{number}/*-{{number}}/")


def _begin_a_series() -> None:
    article = make.article(series=make.series(), part=1)
    article.topics.add(make.topic())
    publishing.publish(article, by=None)


def _rank(place: int, story: int) -> None:
    for span in MostRead.Span:
        MostRead.objects.create(span=span, place=place, story_id=story, count=99 - place)


@pytest.fixture
def paper() -> Paper:
    make.masthead()
    make.appointment(make.person("Bình"))
    section = make.section("Xã hội")
    leaf = make.section("Y tế", parent=section)
    author, topic = make.author(), make.topic()
    make.photo(portrait_of=author)
    series, parts = make.printed_series(2, section=section, signed=author, lead_photo=make.photo())
    parts[0].topics.add(topic)
    publishing.republish(parts[0], by=None)
    make.story(section=leaf, at=make.at("2023-05-24 07:34"))
    make.slip(parts[1])
    withdrawn = make.story(section=section)
    publishing.withdraw(withdrawn, by=None, reason="Sai tên làng.")
    about = AboutPage.objects.create(title="Về báo", body="<p>Chữ</p>", is_shown=True)
    _rank(1, parts[0].pk)
    OldPattern.objects.create(pattern="/channel/*-{number}/")
    return Paper(section, leaf, series, parts[0], withdrawn, author, topic, about)


# A name of reader.urls, and after it which of its answers is meant: queries, status.
COSTS = {
    "front": (4, 200),
    "section": (4, 200),
    "section with none below": (3, 200),
    "article": (4, 200),
    "article gone": (3, 410),
    "article by a wrong slug": (2, 301),
    "print": (4, 200),
    "print gone": (3, 410),
    "story": (1, 301),
    "story unknown": (4, 404),
    "series": (2, 200),
    "all_series": (4, 200),
    "author": (4, 200),
    "topic": (3, 200),
    "topics": (2, 200),
    "archive": (3, 200),
    "archive_of_month": (3, 200),
    "archive_of_day": (3, 200),
    "archive_of_iso_day": (0, 301),
    "corrections": (2, 200),
    "most_read": (3, 200),
    "masthead": (3, 200),
    "masthead of another day": (5, 200),
    "masthead of no day": (3, 400),
    "about": (2, 200),
    "feeds": (1, 200),
    "search": (2, 200),
    "search for words": (4, 200),
    "feed": (2, 200),
    "feed_of_section": (3, 200),
    "feed_of_series": (2, 200),
    "feed_of_author": (3, 200),
    "feed_of_topic": (3, 200),
    "sitemap": (2, 200),
    "sitemap_of_pages": (4, 200),
    "sitemap_of_news": (2, 200),
    "sitemap_of_month": (1, 200),
    "robots": (0, 200),
    "healthz": (1, 200),
    "nowhere": (4, 404),
    "nowhere, as an old archive had it": (5, 404),
}


def addresses(paper: Paper) -> dict[str, str]:
    """Where each line of the table is found."""
    part, gone = paper.part.get_absolute_url(), paper.withdrawn.get_absolute_url()
    printed = reverse("print", kwargs={"section": "x", "slug": "x", "pk": 1}).split("/")[-2]
    section, series = paper.section.get_absolute_url(), paper.series.get_absolute_url()
    author, topic = paper.author.get_absolute_url(), paper.topic.get_absolute_url()
    day = pgettext("query parameter", "day")
    rows = {
        "section": section,
        "section with none below": paper.leaf.get_absolute_url(),
        "article": part,
        "article gone": gone,
        "article by a wrong slug": part.replace(f"-{paper.part.pk}/", f"x-{paper.part.pk}/"),
        "print": f"{part}{printed}/",
        "print gone": f"{gone}{printed}/",
        "story": reverse("story", kwargs={"pk": paper.part.pk}),
        "story unknown": reverse("story", kwargs={"pk": 123456}),
        "series": series,
        "author": author,
        "topic": topic,
        "about": paper.about.get_absolute_url(),
        "archive_of_month": reverse("archive_of_month", kwargs={"month": EVENING.date()}),
        "archive_of_day": reverse("archive_of_day", kwargs={"day": EVENING.date()}),
        "archive_of_iso_day": reverse("archive_of_iso_day", kwargs={"day": EVENING.date()}),
        "masthead of another day": f"{reverse('masthead')}?{day}=2023-05-24",
        "masthead of no day": f"{reverse('masthead')}?{day}=x",
        "search for words": f"{reverse('search')}?q=chuyen",
        "feed": "/rss.xml",
        "feed_of_section": f"{section}rss.xml",
        "feed_of_series": f"{series}rss.xml",
        "feed_of_author": f"{author}rss.xml",
        "feed_of_topic": f"{topic}rss.xml",
        "sitemap_of_month": reverse("sitemap_of_month", kwargs={"month": EVENING}),
        "nowhere": "/khong-co-trang-nay/",
        "nowhere, as an old archive had it": "/channel/khong-co-999999/",
    }
    return {line: rows.get(line) or reverse(line) for line in COSTS}


def measured(client: Client, paper: Paper) -> dict[str, tuple[int, int]]:
    return {
        line: (queries(client, address, status=COSTS[line][1]), COSTS[line][1])
        for line, address in addresses(paper).items()
    }


def test_every_address_of_readers_is_in_the_table():
    assert public_names() - ELSEWHERE <= {line.split()[0] for line in COSTS}


def test_every_address_costs_what_the_table_says_with_few_rows(client, paper):
    assert measured(client, paper) == COSTS


def test_every_address_costs_the_same_with_many_rows(client, paper):
    paper.grow()
    assert measured(client, paper) == COSTS


@pytest.mark.parametrize(("children", "cost"), [(0, 2), (3, 3)])
def test_a_later_page_of_a_section_costs_the_same_with_few_and_many(client, children, cost):
    section = make.section("Xã hội")
    for _n in range(children):
        make.section(parent=section)
    make.archive(25, sections=[section])
    older = client.get("/xa-hoi/").context["older"]
    few = queries(client, f"/xa-hoi/?sau={older}")
    make.archive(30, sections=[section], until=EVENING)
    assert (few, queries(client, f"/xa-hoi/?sau={older}")) == (cost, cost)


@pytest.mark.parametrize(
    ("name", "moment", "cost"),
    [
        ("front_preview", "", 14),
        ("front_preview", "2023-05-24T23:30", 20),
        ("front_composed", "", 11),
        ("front_composed", "2023-05-24T23:30", 20),
    ],
)
def test_the_desk_looks_at_a_front_for_the_same_with_few_and_many(
    client, paper, name, moment, cost
):
    lead = slot("lead", paper.part, source="newest", capacity=6)
    front = launched(lead)
    front.launches.update(at=EVENING)
    desk_of(client)
    path = f"{reverse(name, kwargs={'pk': front.pk})}?luc={moment}"
    few = queries(client, path)
    paper.grow()
    lead["pins"] += [pin(row) for row in Article.objects.exclude(story=None).order_by("-pk")[:5]]
    content = {"form": 1, "slots": [lead]}
    launching.save_draft(front, number=front.draft_number, content=content, by=None)
    assert (few, queries(client, path)) == (cost, cost)
