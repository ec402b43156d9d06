"""What stands beside a story: which stories, in what order, none of them twice."""

import re

import pytest
from django.urls import reverse

from articles import publishing
from articles.models import Related, Topic
from reader.models import MostRead
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db

AT_ONCE = "at-once"
RELATED = "related"
SIDE = "art-side"


def page_of(client, article):
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200
    return response


def beside(client, article):
    return page_of(client, article).context["beside"]


def numbers(stories):
    return [story.pk for story in stories]


def block(client, article, name):
    """The addresses that a part of the page, named by its class, leads to, in order."""
    page = page_of(client, article).content.decode()
    found = re.search(rf'<(\w+) class="{name}".*?</\1>', page, re.DOTALL)
    return list(dict.fromkeys(re.findall(r'href="([^"]+-\d+/)"', found[0]))) if found else []


def tagged(*topics, **fields):
    article = make.article(**fields)
    article.topics.set(topics)
    publishing.publish(article, by=None)
    return article


def by_hand(*others, **fields):
    """A published story with others put beside it."""
    article = make.article(**fields)
    for order, other in enumerate(others):
        Related.objects.create(article=article, to=other, order=order)
    publishing.publish(article, by=None)
    return article


def read(*articles, span=MostRead.Span.DAY):
    MostRead.objects.bulk_create(
        MostRead(span=span, place=place, story_id=article.pk, count=100 - place)
        for place, article in enumerate(articles, 1)
    )


# --- Tin liên quan -------------------------------------------------------------------------------


def test_three_stories_chosen_by_hand_stand_under_the_standfirst_in_their_order(client):
    others = [make.story(section=make.section()) for _n in range(4)]
    article = by_hand(*others[::-1])
    assert block(client, article, AT_ONCE) == [one.get_absolute_url() for one in others[::-1][:3]]


def test_the_fourth_chosen_by_hand_follows_the_text(client):
    others = [make.story() for _n in range(4)]
    assert block(client, by_hand(*others), RELATED)[0] == others[3].get_absolute_url()


def test_a_story_without_related_ones_has_nothing_under_its_standfirst(client):
    make.story()
    assert block(client, make.story(), AT_ONCE) == []


def test_in_a_series_what_was_chosen_by_hand_follows_the_text(client):
    series, _parts = make.printed_series(2)
    other = make.story(section=make.section())
    article = by_hand(other, series=series, part=3)
    found = beside(client, article)
    assert (found.at_once, numbers(found.related)[:1]) == ([], [other.pk])


def test_a_story_that_is_not_published_is_not_shown(client):
    assert beside(client, by_hand(make.article())).at_once == []


def test_a_withdrawn_story_leaves_every_block(client):
    topic = Topic.objects.create(name="Bến phà")
    other = tagged(topic)
    article = by_hand(other)
    article.topics.set([topic])
    publishing.republish(article, by=None)
    read(other)
    publishing.withdraw(other, by=None, reason="Sai người.")
    assert other.get_absolute_url() not in page_of(client, article).content.decode()


def test_after_those_chosen_by_hand_come_those_of_the_same_topics(client):
    topic, elsewhere = Topic.objects.create(name="Bến phà"), make.section()
    kin = tagged(topic, section=elsewhere)
    chosen = make.story(section=elsewhere)
    article = by_hand(chosen)
    article.topics.set([topic])
    publishing.republish(article, by=None)
    found = beside(client, article)
    assert numbers([*found.at_once, *found.related]) == [chosen.pk, kin.pk]


def test_whoever_shares_more_topics_stands_first(client):
    ferry, road = (Topic.objects.create(name=name) for name in ("Bến phà", "Cầu đường"))
    elsewhere = make.section()
    both = tagged(ferry, road, section=elsewhere)
    one = tagged(ferry, section=elsewhere)
    article = tagged(ferry, road, section=make.section())
    assert numbers(beside(client, article).related) == [both.pk, one.pk]


def test_of_those_that_share_as_much_the_newest_stands_first(client):
    topic, elsewhere = Topic.objects.create(name="Bến phà"), make.section()
    older, newer = tagged(topic, section=elsewhere), tagged(topic, section=elsewhere)
    article = tagged(topic, section=make.section())
    assert numbers(beside(client, article).related) == [newer.pk, older.pk]


def test_the_section_fills_what_topics_leave_empty(client):
    section = make.section()
    others = [make.story(section=section) for _n in range(7)]
    article = make.story(section=section)
    assert numbers(beside(client, article).related) == numbers(others[:-6:-1])


def test_five_stories_are_related_at_most(client):
    others = [make.story() for _n in range(8)]
    found = beside(client, by_hand(*others))
    assert (len(found.at_once), len(found.related)) == (3, 2)


def test_a_long_series_shows_the_parts_around_and_the_nearest_of_the_rest(client):
    _series, parts = make.printed_series(15)
    found = beside(client, parts[0])
    assert [one.part for one in found.navigator] == list(range(1, 13))
    assert [one.part for one in found.related] == [13, 14, 15]
    assert len(found.parts) == 15


def test_the_navigator_follows_the_story(client):
    _series, parts = make.printed_series(20)
    shown = [one.part for one in beside(client, parts[9]).navigator]
    assert shown == list(range(4, 16))


# --- The blocks together -------------------------------------------------------------------------


def test_no_story_stands_twice_nor_beside_itself(client):
    topic = Topic.objects.create(name="Bến phà")
    others = [tagged(topic) for _n in range(12)]
    article = by_hand(*others[:2])
    article.topics.set([topic])
    publishing.republish(article, by=None)
    read(*others[2:], article)
    found = beside(client, article)
    shown = numbers(
        [*found.at_once, *found.related, *found.most_read, *found.in_section, *found.newest]
    )
    assert len(shown) == len(set(shown))
    assert article.pk not in shown


def test_every_block_is_full_when_there_is_enough(client):
    here, there = make.section(), make.section()
    for _n in range(15):
        make.story(section=here)
    popular = [make.story(section=there) for _n in range(12)]
    read(*popular)
    found = beside(client, make.story(section=here))
    blocks = (found.related, found.most_read, found.in_section, found.newest)
    assert [len(one) for one in blocks] == [5, 5, 5, 5]


def test_the_most_read_stand_in_their_order(client):
    elsewhere = make.section()
    first, second, third = (make.story(section=elsewhere) for _n in range(3))
    article = make.story(section=make.section())
    read(second, article, first, third)
    assert numbers(beside(client, article).most_read) == [second.pk, first.pk, third.pk]


def test_the_side_leads_to_the_section_the_most_read_and_the_newest(client):
    section = make.section()
    for _n in range(11):
        make.story(section=section)
    read(make.story(section=make.section()))
    article = make.story(section=section)
    found = beside(client, article)
    assert block(client, article, SIDE) == [
        one.get_absolute_url() for one in [*found.in_section, *found.most_read, *found.newest]
    ]


def test_a_lone_story_has_nothing_beside_it(client):
    article = make.story()
    page = page_of(client, article).content.decode()
    assert not any(f'class="{name}"' in page for name in (AT_ONCE, RELATED, SIDE))


def test_a_preview_shows_what_will_stand_beside_it(client):
    client.force_login(make.user(is_superuser=True))
    section = make.section()
    other = make.story(section=section)
    response = client.get(reverse("preview", args=[make.article(section=section).pk]))
    assert numbers(response.context["beside"].related) == [other.pk]


# --- What it costs -------------------------------------------------------------------------------


def test_an_article_costs_four_queries_with_everything_beside_it(client):
    topics = [Topic.objects.create(name=f"Chủ đề {number}") for number in range(8)]
    series, _parts = make.printed_series(3)
    others = [tagged(*topics) for _n in range(3)]
    article = by_hand(*others[:1], series=series, part=4)
    article.topics.set(topics)
    publishing.republish(article, by=None)
    few = queries(client, article.get_absolute_url())
    read(*(tagged(*topics) for _n in range(20)))
    for part in range(5, 20):
        make.story(series=series, part=part)
    assert (few, queries(client, article.get_absolute_url())) == (4, 4)
