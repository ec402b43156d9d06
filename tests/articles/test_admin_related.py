"""Choosing related stories by hand on the writing screen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from articles.models import Related
from articles.roles import Role
from tests import make
from tests.articles.admin_forms import change_url, filled

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def secretary(client):
    user = make.user("khue", role=Role.SECRETARY)
    client.force_login(user)
    return user


def relate(article, *others):
    for order, other in enumerate(others):
        Related.objects.create(article=article, to=other, order=order)


def as_posted(article):
    """The rows as the screen shows them, for `filled` to leave as they are or to change."""
    rows = list(article.related.order_by("order", "pk"))
    posted = {"related-TOTAL_FORMS": len(rows), "related-INITIAL_FORMS": len(rows)}
    for place, row in enumerate(rows):
        posted |= {f"related-{place}-id": row.pk, f"related-{place}-to": row.to_id}
    return posted


def row_errors(response):
    formset = next(
        one.formset
        for one in response.context["inline_admin_formsets"]
        if one.formset.prefix == "related"
    )
    return [form.errors for form in formset.forms]


def test_stories_are_related_in_the_order_in_which_they_were_chosen(client, secretary):
    article, first, second = make.article(), make.story(), make.article()
    posted = filled(article, related=[{"to": second.pk}, {"to": first.pk}])
    assert client.post(change_url(article), posted).status_code == 302
    assert [row.to for row in article.related.all()] == [second, first]


def test_two_related_stories_exchange_their_places(client, secretary):
    article, first, second = make.article(), make.story(), make.story()
    relate(article, first, second)
    posted = filled(article) | as_posted(article)
    posted |= {"related-0-to": second.pk, "related-1-to": first.pk}
    assert client.post(change_url(article), posted).status_code == 302
    assert [row.to for row in article.related.all()] == [second, first]


def test_a_related_story_is_taken_out(client, secretary):
    article = make.article()
    relate(article, make.story())
    client.post(
        change_url(article), filled(article) | as_posted(article) | {"related-0-DELETE": "on"}
    )
    assert not article.related.exists()


def test_a_story_cannot_be_related_to_itself(client, secretary):
    article = make.article()
    response = client.post(change_url(article), filled(article, related=[{"to": article.pk}]))
    assert row_errors(response) == [{"to": ["A story cannot be related to itself."]}]


def test_a_story_is_related_once(client, secretary):
    article, other = make.article(), make.story()
    relate(article, other)
    posted = filled(article) | as_posted(article)
    posted |= {"related-TOTAL_FORMS": 2, "related-1-to": other.pk}
    assert client.post(change_url(article), posted).status_code == 200
    assert article.related.count() == 1


@pytest.mark.parametrize("value", ["abc", "9" * 20, "1e5", "-1"])
def test_what_is_no_story_is_refused_at_its_row(client, secretary, value):
    article = make.article()
    response = client.post(change_url(article), filled(article, related=[{"to": value}]))
    assert [list(errors) for errors in row_errors(response)] == [["to"]]


def test_the_stories_to_choose_from_are_found_by_their_headline(client, secretary):
    make.story(headline="Bến mới đón khách")
    response = client.get(
        reverse("admin:autocomplete"),
        {
            "term": "Bến mới",
            "app_label": "articles",
            "model_name": "related",
            "field_name": "to",
        },
    )
    assert [one["text"] for one in response.json()["results"]] == ["Bến mới đón khách"]


def test_the_screen_costs_the_same_with_one_related_story_and_with_many(client, secretary):
    article = make.article()
    relate(article, make.story())

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(change_url(article)).status_code == 200
        return len(captured)

    queries()  # the day's imprint
    few = queries()
    for order in range(1, 12):
        Related.objects.create(article=article, to=make.story(), order=order)
    assert queries() == few


def test_who_may_only_read_changes_nothing(client):
    client.force_login(make.user(role=Role.PHOTO_DESK))
    article = make.article()
    response = client.post(change_url(article), filled(article, related=[{"to": make.story().pk}]))
    assert response.status_code == 403
    assert not article.related.exists()
