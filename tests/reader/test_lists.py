"""Long lists: what a page deep in the archive reads, as the database itself explains it."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from articles import publishing
from articles.models import Section, Topic
from people.models import Author
from reader import lists
from reader.models import Story
from tests import make

pytestmark = pytest.mark.django_db

SIZE = 1_500
FEW = 200  # rows a sort may hold: what the heads of several sections give together


@pytest.fixture
def tree() -> list[Section]:
    top = make.section("Xã hội")
    return [top, make.section("Y tế", parent=top), make.section("Giáo dục", parent=top)]


@pytest.fixture
def author() -> Author:
    return make.author()


@pytest.fixture
def topic() -> Topic:
    return make.topic()


@pytest.fixture
def archive(tree, author, topic) -> list[Story]:
    made = make.archive(SIZE, sections=tree, author=author, topic=topic)
    # Others of whom there is as much: no index may be left out because one value fills it.
    make.archive(SIZE // 3, sections=[make.section()], author=make.author(), topic=make.topic())
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return made


@pytest.fixture
def pages(tree, author, topic) -> dict[str, Callable[[Any], list[Story]]]:
    numbers = [section.pk for section in tree]
    return {
        "author": lambda request: lists.signed_by(author, request),
        "topic": lambda request: lists.under(topic, request),
        "section": lambda request: list(
            lists.in_sections(numbers[:1], lists.place(request)).for_cards()
        ),
        "sections": lambda request: list(
            lists.in_sections(numbers, lists.place(request)).for_cards()
        ),
    }


def request(after: Story | None = None) -> Any:
    if after is None:
        return RequestFactory().get("/")
    cursor = lists.older([after, after], most=1)
    return RequestFactory().get("/", {lists.cursor_name(): cursor})


def explained(captured: CaptureQueriesContext) -> list[str]:
    """What is wrong with how the queries are carried out; [] when nothing is."""
    faults: list[str] = []
    for query in captured.captured_queries:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}".replace("%", "%%"))
                steps = [row[3] for row in cursor.fetchall()]
                sorts = any("USE TEMP B-TREE FOR ORDER BY" in step for step in steps)
                # What was chosen already, by its keys, may be put in order: it is one page.
                by_key = re.search(r'"article_id" IN \(\d', query["sql"])
                faults += [query["sql"]] if sorts and not by_key else []
                faults += [step for step in steps if re.match(r"SCAN reader_story", step)]
            else:
                # A test's table is small enough to be read whole; an archive's is not.
                cursor.execute("SET LOCAL enable_seqscan = off")
                cursor.execute(f"EXPLAIN (FORMAT JSON) {query['sql']}".replace("%", "%%"))
                plan = cursor.fetchone()[0]
                plan = plan if isinstance(plan, list) else json.loads(plan)
                faults += sorts_over_many(plan[0]["Plan"])
    return faults


def sorts_over_many(node: dict[str, Any]) -> list[str]:
    below = node.get("Plans", [])
    found = [fault for one in below for fault in sorts_over_many(one)]
    if node["Node Type"] in {"Sort", "Incremental Sort"} and below[0]["Plan Rows"] > FEW:
        found.append(f"{node['Node Type']} of {below[0]['Plan Rows']} rows")
    if node["Node Type"] == "Seq Scan" and node.get("Relation Name", "").startswith("reader_story"):
        found.append(f"Seq Scan of {node['Relation Name']}")
    return found


def test_every_list_is_read_in_the_order_of_its_index_wherever_one_is_in_it(archive, pages):
    faults: dict[tuple[str, bool], list[str]] = {}
    costs: dict[str, set[int]] = {}
    for kind, page in pages.items():
        for asked in (request(), request(archive[SIZE * 3 // 4])):
            with CaptureQueriesContext(connection) as captured:
                assert len(page(asked)) == lists.A_PAGE + 1
            costs.setdefault(kind, set()).add(len(captured))
            if found := explained(captured):
                faults[kind, bool(asked.GET)] = found
    assert faults == {}
    assert costs == {"author": {1}, "topic": {1}, "section": {1}, "sections": {2}}


def test_the_plan_of_a_list_that_is_sorted_would_be_noticed(archive, tree):
    stories = Story.objects.live().in_sections([one.pk for one in tree]).order_by("-updated_at")
    with CaptureQueriesContext(connection) as captured:
        list(stories[:20])
    assert explained(captured)


@pytest.mark.parametrize("kind", ["author", "topic", "sections"])
def test_a_page_goes_on_where_the_one_before_ended(tree, author, topic, pages, kind):
    made = make.archive(50, sections=tree, author=author, topic=topic)
    first = pages[kind](request())[: lists.A_PAGE]
    second = pages[kind](request(first[-1]))[: lists.A_PAGE]
    assert [*first, *second] == made[: 2 * lists.A_PAGE]


def test_sections_are_merged_newest_first_whoever_has_most(tree):
    for minute, section in enumerate([tree[0]] * 3 + [tree[1], tree[2], tree[1]]):
        make.story(section=section, at=make.at(f"2023-05-24 07:0{minute}"))
    found = list(lists.in_sections([one.pk for one in tree]))
    assert found == list(Story.objects.newest_first())


def test_no_sections_have_no_stories():
    make.story()
    assert list(lists.in_sections([])) == []


def test_a_withdrawn_story_is_in_no_list(tree, author, topic, pages):
    article = make.article(section=tree[0], signed=author)
    article.topics.add(topic)
    publishing.publish(article, by=None)
    assert [len(page(request())) for page in pages.values()] == [1, 1, 1, 1]
    publishing.withdraw(article, by=None, reason="Sai.")
    assert [page(request()) for page in pages.values()] == [[], [], [], []]


@pytest.mark.parametrize("cursor", ["", "x", "1-1", "1.0", "1.0-1-1", "99999999999999.0-1"])
def test_a_made_up_place_is_not_there(cursor):
    with pytest.raises(Http404):
        lists.place(RequestFactory().get("/", {lists.cursor_name(): cursor}))
