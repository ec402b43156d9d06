from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from masthead.models import Masthead
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db

LIST = reverse("admin:masthead_masthead_changelist")


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def states(client):
    """What the list says of each version, oldest first."""
    listed = client.get(LIST).context["cl"]
    rows = sorted(listed.result_list, key=lambda row: row.effective_from)
    return [str(listed.model_admin.state(row)) for row in rows]


def test_the_list_says_which_version_is_in_force(admin_client):
    tomorrow = timezone.localdate() + timedelta(days=1)
    for day in (date(2010, 1, 1), date(2020, 1, 1), tomorrow):
        make.masthead(day)
    assert states(admin_client) == ["earlier", "in force", "to come"]


def test_before_the_first_version_none_is_in_force(admin_client):
    make.masthead(timezone.localdate() + timedelta(days=1))
    assert states(admin_client) == ["to come"]


def test_a_version_is_in_force_from_its_first_day(admin_client):
    make.masthead(timezone.localdate())
    assert states(admin_client) == ["in force"]


def test_the_list_costs_the_same_with_few_and_many(admin_client):
    make.masthead(date(2010, 1, 1))
    few = queries(admin_client, LIST)
    for year in range(2011, 2023):
        Masthead.objects.create(name="Báo", product_name="Báo", effective_from=date(year, 1, 1))
    assert queries(admin_client, LIST) == few
