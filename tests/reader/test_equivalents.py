import pytest
from django.urls import reverse

from articles.roles import Role
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "status"), [(Role.SECRETARY, 200), (Role.EDITOR_IN_CHIEF, 200), (Role.REPORTER, 403)]
)
def test_the_secretary_and_the_chiefs_keep_the_table(client, role, status):
    client.force_login(make.user(role=role))
    assert client.get(reverse("admin:reader_equivalent_changelist")).status_code == status
