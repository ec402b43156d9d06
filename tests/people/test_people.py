import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from people.models import Author, Person, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    user = make.user("hanh", email="Hanh@benmoi.example", name="Tô Thị Hạnh")
    user.set_password("mat-khau-dai")
    user.save()
    return user


@pytest.mark.parametrize("name", ["hanh", "HANH", "hanh@benmoi.example"])
def test_one_logs_in_by_user_name_or_address(editor, name):
    assert authenticate(username=name, password="mat-khau-dai") == editor


@pytest.mark.parametrize(
    ("name", "password"), [("hanh", "sai"), ("ai-do", "mat-khau-dai"), ("", ""), ("hanh", "")]
)
def test_a_wrong_name_or_password_lets_nobody_in(editor, name, password):
    assert authenticate(username=name, password=password) is None


def test_a_blocked_login_lets_nobody_in(editor):
    editor.is_active = False
    editor.save()
    assert authenticate(username="hanh", password="mat-khau-dai") is None


def test_two_users_cannot_share_an_address(editor):
    with pytest.raises(IntegrityError):
        User.objects.create(username="khac", email="hanh@BENMOI.example")


def test_two_users_cannot_differ_in_capitals_only(editor):
    with pytest.raises(IntegrityError):
        User.objects.create(username="Hanh")


def test_a_name_that_differs_in_capitals_only_is_refused_in_words(editor):
    with pytest.raises(ValidationError, match="đã mang tên đăng nhập này"):
        User(username="HANH", password="!").full_clean()


def test_a_user_name_goes_before_the_same_address_of_another(editor):
    named = make.user("hanh@benmoi.example")
    named.set_password("mat-khau-khac")
    named.save()
    assert authenticate(username="hanh@benmoi.example", password="mat-khau-khac") == named


def test_a_user_is_called_by_the_given_name(editor):
    assert editor.get_short_name() == "Hạnh"


def test_persons_stand_by_given_name():
    for given, family in [("Đức", "Phạm"), ("An", "Vũ"), ("Ăn", "Bùi"), ("Dũng", "Đỗ")]:
        make.person(given, family=family)
    assert [person.given for person in Person.objects.all()] == ["An", "Ăn", "Dũng", "Đức"]


def test_renaming_a_person_moves_them_in_the_list():
    first, second = make.person("An"), make.person("Bình")
    first.given = "Yên"
    first.save()
    assert list(Person.objects.all()) == [second, first]


def test_an_authors_address_is_made_from_the_name():
    assert make.author("Đặng Thị Mỹ Ý").slug == "dang-thi-my-y"


def test_a_house_name_stands_by_its_first_letters():
    house = make.author("Nhóm PV", kind=Author.Kind.HOUSE)
    person = make.author("Trần Văn An")
    assert list(Author.objects.in_name_order()) == [person, house]
