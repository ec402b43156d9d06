"""The search page when nothing was asked or nothing found."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext as _

from tests import make
from tests.counting import queries
from tests.reader.asking import ask, text

pytestmark = pytest.mark.django_db


def test_an_empty_query_is_the_form(client):
    make.story()
    for query in ("", "   "):
        response = ask(client, query)
        assert response.context["answer"].found == []
        assert '<input id="q"' in text(response)


def test_before_a_search_the_newest_stories_are_offered(client):
    article = make.story()
    for query in ("", "   "):
        page = text(ask(client, query))
        assert article.get_absolute_url() in page
        assert reverse("topics") in page[: page.index('class="foot"')]


def test_there_is_nothing_to_narrow_before_a_search_or_without_a_result(client):
    make.story(headline="Bến mới")
    for query in ("", "kangaroo"):
        assert 'id="filters"' not in text(ask(client, query))
        assert 'id="filters"' in text(ask(client, query, author="Hải"))
        assert 'id="filters"' in text(ask(client, query, newest_first=True))
    assert 'id="filters"' in text(ask(client, "bến"))


def test_diacritics_can_be_left_out_only_where_there_are_some(client):
    sentence = _("Try fewer words, or leave the diacritics out.")
    assert sentence in text(ask(client, "căng-gu-ru"))
    assert sentence not in text(ask(client, "kangaroo"))


def test_before_a_search_the_page_costs_the_same_with_few_and_many(client):
    make.story()
    few = queries(client, reverse("search"))
    for _number in range(12):
        make.story()
    assert (few, queries(client, reverse("search"))) == (2, 2)


def test_the_address_is_vietnamese(client):
    make.story(headline="Bến mới", section=make.section("Xã hội"), signed="Hải Đăng")
    path = "/tim-kiem/?q=ben&muc=xa-hoi&tac-gia=hai+dang&tu=2020-01-01&den=2100-01-01&xep=moi"
    answer = client.get(path).context["answer"]
    assert [one.story.headline for one in answer.found] == ["Bến mới"]
    assert len(answer.days) == 1
