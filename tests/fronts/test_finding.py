"""Finding a story, a picture or a source for a front by a few typed words."""

import pytest
from django.urls import reverse

from articles.roles import Role
from fronts import finding
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _head(client):
    client.force_login(make.user(role=Role.SECTION_HEAD))


def found(client, words="", name="search", **query):
    response = client.get(reverse(f"admin:fronts_front_{name}"), {"q": words, **query})
    assert response.status_code == 200
    return response.json()["results"]


def headlines(client, words):
    return [one["headline"] for one in found(client, words)]


@pytest.mark.parametrize(
    "words", ["đường", "duong", "ĐƯỜNG ven", "duong song", "sông ven", "ve so"]
)
def test_marks_capitals_and_order_do_not_matter_and_words_are_found_where_they_begin(client, words):
    make.article(headline="Đường ven sông thông xe")
    make.article(headline="Chợ nổi họp sớm")
    assert headlines(client, words) == ["Đường ven sông thông xe"]


@pytest.mark.parametrize("words", ["uong", "đường chợ", "xe-thông-"])
def test_every_word_begins_a_word_of_the_headline(client, words):
    make.article(headline="Đường ven sông")
    assert headlines(client, words) == []


def test_the_newest_come_first_published_or_not(client):
    make.story(headline="Bến một")
    make.article(headline="Bến hai")
    assert headlines(client, "ben") == ["Bến hai", "Bến một"]
    assert [one["status"] for one in found(client, "ben")] == ["draft", "published"]


def test_without_words_the_newest_are_shown_and_never_more_than_a_page(client):
    section = make.section()
    for _one in range(finding.MOST_FOUND + 2):
        make.article(section=section, signed=None)
    assert len(found(client)) == finding.MOST_FOUND


def test_an_old_story_is_found_behind_many_newer_ones(client):
    old = make.article(headline="Khánh thành cầu")
    make.archive(600, sections=[make.section()])
    assert [one["id"] for one in found(client, "khanh thanh")] == [old.pk]


def test_stories_are_named_by_their_numbers(client):
    one, two = make.article(), make.article()
    make.article()
    assert {row["id"] for row in found(client, of=f"{one.pk},x,{two.pk},404,{'9' * 30}")} == {
        one.pk,
        two.pk,
    }


@pytest.mark.parametrize("kind", ["section", "topic", "series"])
def test_a_source_is_found_by_its_name(client, kind):
    make.section("Đô thị"), make.topic("Đô thị"), make.series("Đô thị")
    make.section("Khác"), make.topic("Khác"), make.series("Khác")
    assert [one["name"] for one in found(client, "do thi", kind=kind)] == ["Đô thị"]


def test_what_fills_no_slot_is_not_looked_for(client):
    response = client.get(reverse("admin:fronts_front_search"), {"kind": "user"})
    assert (response.status_code, len(response.json()["sentences"])) == (400, 1)


def test_a_usable_picture_is_found_by_its_words(client):
    photo = make.photo(caption="Cầu mới buổi sớm.", alt="Cầu mới")
    make.photo(caption="Chợ nổi.")
    make.photo(caption="Cầu mới chiều.", status="withdrawn")
    (one,) = found(client, "cau moi", name="photos")
    assert (one["id"], one["alt"], one["caption"]) == (photo.pk, "Cầu mới", "Cầu mới buổi sớm.")


@pytest.mark.parametrize(
    "words",
    ["]", "[^a", "\\", "^$[](){}*+?|.", "\0a", "%", "_", "'--", "a" * 5000, "ß", "漢字", "ﬁ", "２",
     "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), " ".join("abcdefghijklmnop")],
    ids=lambda words: repr(words[:12]),
)  # fmt: skip
def test_anything_typed_is_answered(client, words):
    make.article()
    for query in ({}, {"kind": "topic"}, {"of": words}):
        found(client, words, **query)
    found(client, words, name="photos")


@pytest.mark.parametrize("name", ["search", "photos"])
def test_many_results_cost_what_one_does(client, name):
    def add():
        make.article(section=make.section(), lead_photo=make.photo())

    add()
    path = reverse(f"admin:fronts_front_{name}")
    few = queries(client, path)
    for _one in range(5):
        add()
    assert queries(client, path) == few
