import pytest
from django.urls import reverse

from people.models import Author, Person, User
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    client.force_login(make.user(role="Trị sự"))
    return client


def test_an_authors_slug_is_made_by_our_own_script(office):
    assert "vietnamese/urlify.js" in office.get(reverse("admin:people_author_add")).content.decode()


def test_an_author_is_made_with_a_slug_and_a_place_in_the_list(office):
    office.post(reverse("admin:people_author_add"), {"name": "Đỗ Thị Én", "kind": "person"})
    assert Author.objects.get().slug == "do-thi-en"


def test_a_person_is_made_from_the_parts_of_the_name(office):
    office.post(
        reverse("admin:people_person_add"), {"family": "Âu Dương", "middle": "Hải", "given": "Ngạn"}
    )
    assert str(Person.objects.get()) == "Âu Dương Hải Ngạn"


def test_the_business_office_does_not_hand_out_logins(office):
    assert office.get(reverse("admin:people_user_add")).status_code == 403


def test_a_login_is_made_with_a_name(admin_client):
    words = {
        "username": "an", "name": "Trần An", "email": "", "usable_password": "true",
        "password1": "mot-cau-that-dai", "password2": "mot-cau-that-dai",
    }  # fmt: skip
    assert admin_client.post(reverse("admin:people_user_add"), words).status_code == 302
    assert User.objects.get(username="an").name == "Trần An"


@pytest.mark.parametrize("model", ["user", "person", "author"])
def test_a_list_costs_the_same_with_few_and_many(admin_client, model):
    path = reverse(f"admin:people_{model}_changelist")
    make.user(role="Phóng viên")
    make.author().persons.add(make.person())
    few = queries(admin_client, path)
    for number in range(10):
        make.user(role="Phóng viên")
        make.author().persons.add(make.person(f"Tên {number}"))
    assert queries(admin_client, path) == few
