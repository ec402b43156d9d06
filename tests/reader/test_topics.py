"""Topic pages, and the list of all topics."""

import re
from datetime import datetime

import pytest
from django.urls import reverse

from articles import publishing
from articles.models import Article, Topic
from reader import alphabet
from reader.alphabet import by_letter, letter
from reader.lists import cursor_name
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db


def tagged(topic: Topic, *, at: datetime | None = None, **fields) -> Article:
    article = make.article(**fields)
    article.topics.add(topic)
    publishing.publish(article, by=None, at=at)
    return article


def text(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def main(client, path: str) -> str:
    page = text(client, path)
    return page[page.index("<main") : page.index("</main>")]


@pytest.fixture
def topic() -> Topic:
    return make.topic("Đua ghe", intro="Chuyện những đội ghe.")


# --- a topic's page ---------------------------------------------------------------------------


def test_a_topic_page_lists_its_stories_and_says_what_it_is_about(client, topic):
    tagged(topic, headline="Ghe về bến")
    make.story(headline="Chuyện khác")
    page = main(client, topic.get_absolute_url())
    assert "Ghe về bến" in page
    assert "Chuyện những đội ghe." in page
    assert "Chuyện khác" not in page


def test_a_topic_nothing_was_printed_under_is_not_there(client, topic):
    draft = make.article()
    draft.topics.add(topic)
    assert client.get(topic.get_absolute_url()).status_code == 404
    wrong = reverse("topic", kwargs={"slug": "khac", "pk": topic.pk})
    assert client.get(wrong).status_code == 404


def test_a_withdrawn_story_leaves_its_topic_at_once(client, topic):
    article = tagged(topic)
    publishing.withdraw(article, by=None, reason="Sai.")
    assert client.get(topic.get_absolute_url()).status_code == 404


def test_a_wrong_slug_of_a_topic_leads_to_the_right_address(client, topic):
    tagged(topic)
    response = client.get(reverse("topic", kwargs={"slug": "khac", "pk": topic.pk}))
    assert (response.status_code, response["Location"]) == (301, topic.get_absolute_url())


def test_a_renamed_topic_is_found_at_its_old_address(client, topic):
    tagged(topic)
    old = topic.get_absolute_url()
    topic.name, topic.slug = "Hội đua ghe", "hoi-dua-ghe"
    topic.save()
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, topic.get_absolute_url())
    assert "Hội đua ghe" in main(client, response["Location"])


def test_a_story_leads_to_its_topics(client, topic):
    article = tagged(topic)
    assert f'href="{topic.get_absolute_url()}"' in main(client, article.get_absolute_url())


def test_a_long_topic_pages_by_key_to_its_end(client, topic):
    made = make.archive(50, sections=[make.section()], topic=topic)
    seen: list[str] = []
    path = topic.get_absolute_url()
    while path:
        page = text(client, path)
        seen += re.findall(r"Tin cũ số \d+", main(client, path))
        more = re.search(r'<a class="more" href="(\?[^"]+)" rel="next">', page)
        assert bool(more) == bool(re.search(r'<link rel="next" href="\?', page))
        path = f"{topic.get_absolute_url()}{more[1]}" if more else ""
    assert seen == [story.headline for story in made]


def test_stories_of_one_moment_are_each_listed_once(client, topic):
    at = make.at("2023-05-24 07:34")
    for number in range(25):
        tagged(topic, headline=f"Tin cũ số {number}", at=at)
    first = text(client, topic.get_absolute_url())
    more = re.search(r'href="(\?[^"]+)" rel="next"', first)
    assert more
    pages = first + text(client, f"{topic.get_absolute_url()}{more[1]}")
    headlines = re.findall(r">(Tin cũ số \d+)<", pages)
    assert len(headlines) == len(set(headlines)) == 25


@pytest.mark.parametrize("cursor", ["x", "1", "9999999999999.0-1", "1.0-", "-1.0-1"])
def test_a_made_up_place_in_a_topic_is_a_404(client, topic, cursor):
    tagged(topic)
    response = client.get(topic.get_absolute_url(), {cursor_name(): cursor})
    assert response.status_code == 404


def test_a_topic_costs_three_queries_wherever_one_is_in_it(client, topic):
    tagged(topic)
    path = topic.get_absolute_url()
    few = queries(client, path)
    make.archive(60, sections=[make.section()], topic=topic)
    more = re.search(r'href="(\?[^"]+)" rel="next"', text(client, path))
    assert more
    assert few == queries(client, path) == queries(client, f"{path}{more[1]}") == 3


# --- the list of topics -----------------------------------------------------------------------


def test_the_list_names_the_topics_that_have_stories(client, topic):
    idle = make.topic("Chợ nổi")
    tagged(topic)
    page = main(client, reverse("topics"))
    assert topic.get_absolute_url() in page
    assert idle.get_absolute_url() not in page


def test_topics_stand_under_vietnamese_letters_in_vietnamese_order():
    names = ["Đua ghe", "Ốc", "Ong", "Áo dài", "Ăn vặt", "2026", "Dừa", "“Chợ” quê", "Ân tình"]
    groups = by_letter([Topic(name=name) for name in names])
    assert [(letter, [topic.name for topic in run]) for letter, run in groups] == [
        ("0–9", ["2026"]), ("A", ["Áo dài"]), ("Ă", ["Ăn vặt"]), ("Â", ["Ân tình"]),
        ("C", ["“Chợ” quê"]), ("D", ["Dừa"]), ("Đ", ["Đua ghe"]), ("O", ["Ong"]), ("Ô", ["Ốc"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "stands"),
    [("ưu tiên", "Ư"), ("Émile", "E"), ("…", "…"), ("日本", "…"), ("Ｆａｘ", "F"), ("W", "W")],
)
def test_every_name_stands_somewhere(name, stands):
    assert letter(name) == stands


def test_a_long_list_shows_one_letter_at_a_time(client, monkeypatch):
    monkeypatch.setattr(alphabet, "AT_ONCE", 2)
    for name in ("Áo dài", "Bến", "Chợ"):
        tagged(make.topic(name))
    assert ["Áo dài" in (first := main(client, reverse("topics"))), "Bến" in first] == [True, False]
    asked = client.get(reverse("topics"), {alphabet.letter_name(): "B"}).content.decode()
    assert ">Bến</a>" in asked
    assert client.get(reverse("topics"), {alphabet.letter_name(): "Z"}).status_code == 404


def test_a_paper_without_topics_says_so(client):
    assert "alphabet" in main(client, reverse("topics"))


def test_the_list_of_topics_costs_two_queries(client):
    tagged(make.topic())
    few = queries(client, reverse("topics"))
    for _n in range(10):
        tagged(make.topic())
    assert few == queries(client, reverse("topics")) == 2
