from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count, Model

from articles.models import AboutPage, Article, Revision, Section, Series, Topic
from articles.roles import Role
from masthead.models import Appointment, Masthead, Position
from newsroom.demo.loading import Demo
from newsroom.demo.markup import to_html
from people.models import Author, Person, User
from photos.models import Photo
from reader.models import Story
from tests import make


@pytest.fixture(scope="module")
def demo_paper(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo paper with small pictures, loaded once for this module and taken away again."""
    from django.test import override_settings  # noqa: PLC0415

    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        make.roles()
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def changeable_paper(demo_paper):
    """The same paper; what a test changes is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def load() -> list[str]:
    """Load the demo; give the user names of the logins it made."""
    told: list[str] = []
    demo = Demo(tell=lambda username, *_words: told.append(username), picture_size=(150, 100))
    for _name, step in demo.steps():
        step()
    return told


def counts() -> dict[str, int]:
    tables = (
        AboutPage, Appointment, Article, Author, Masthead, Person, Photo, Position, Revision,
        Section, Series, Story, Topic, User,
    )  # fmt: skip
    return {table.__name__: table.objects.count() for table in tables}


def change(row: Model, **words: object) -> None:
    """As the desk's form does: what follows from the words follows."""
    for name, value in words.items():
        setattr(row, name, value)
    row.save()


def test_the_demo_is_a_paper_worth_looking_at(demo_paper):
    assert Section.objects.filter(parent=None).count() >= 6
    assert Story.objects.live().count() >= 40
    assert Masthead.objects.count() == 2
    assert Photo.objects.count() >= 20
    assert AboutPage.objects.shown().count() == 2


def test_the_demo_has_a_finished_series_of_three_and_a_running_one(demo_paper):
    parts = Counter(
        Series.objects.annotate(parts=Count("stories")).values_list("parts", "is_complete")
    )
    assert parts[(3, True)] >= 1
    assert any(not complete for _parts, complete in parts)


def test_the_demo_has_a_login_for_every_role(demo_paper):
    roles = set(User.objects.values_list("groups__name", flat=True))
    assert {role.value for role in Role} <= roles


def test_the_demo_has_pen_names(demo_paper):
    assert Author.objects.annotate(number=Count("persons")).filter(number__gte=1).exists()
    assert any(
        author.name != str(person)
        for author in Author.objects.filter(kind=Author.Kind.PERSON)
        for person in author.persons.all()
    )


def test_loading_the_demo_twice_changes_nothing(demo_paper):
    before = counts()
    again = load()
    assert counts() == before
    assert again == []


def test_the_demo_tells_every_login_it_makes(demo_paper):
    assert sorted(demo_paper) == sorted(User.objects.values_list("username", flat=True))


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (AboutPage, {"slug": "trang-khac"}),
        (AboutPage, {"title": "Trang khác"}),
        (Photo, {"caption": "Lời khác.", "alt": "Lời khác"}),
        (Section, {"slug": "muc-khac"}),
        (Section, {"name": "Mục khác"}),
        (Author, {"slug": "ten-khac"}),
        (Author, {"name": "Tên Khác"}),
        (Topic, {"slug": "tu-khac"}),
        (Topic, {"name": "Từ khác"}),
        (Series, {"slug": "loat-khac"}),
        (Series, {"title": "Loạt khác"}),
        (Masthead, {"product_name": "Báo Khác điện tử"}),
        (Masthead, {"effective_from": date(2014, 1, 1)}),
        (Position, {"title": "Chức khác"}),
        (Person, {"given": "Khác"}),
    ],
)
def test_what_was_changed_since_is_known_again(changeable_paper, model, words):
    change(model.objects.order_by("pk").first(), **words)
    before = counts()
    load()
    assert counts() == before


def test_a_login_is_known_again_in_capitals(changeable_paper):
    user = User.objects.order_by("pk").first()
    change(user, username=user.username.upper())
    assert load() == []


def test_a_part_that_somebody_has_written_is_left_alone(changeable_paper):
    Article.objects.exclude(series=None).update(legacy_address="")
    before = counts()
    load()
    assert counts() == before


@pytest.mark.django_db
def test_every_login_there_is_was_told_wherever_the_work_is_interrupted():
    told = []
    for _name, step in Demo(tell=lambda username, *_words: told.append(username)).steps():
        if Person.objects.exists():
            break
        step()
        assert told == list(User.objects.order_by("pk").values_list("username", flat=True))


@pytest.mark.django_db
def test_a_login_of_the_demo_opens_with_the_password_that_was_told():
    told = []
    _name, step = next(Demo(tell=lambda *words: told.append(words)).steps())
    step()
    ((username, password, _role),) = told
    assert authenticate(username=username, password=password) == User.objects.get()


@pytest.mark.django_db
def test_the_demo_refuses_to_run_in_production(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError):
        call_command("demo", stdout=StringIO())
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Một.\n\nHai.", "<p>Một.</p>\n<p>Hai.</p>"),
        ("## Tít xen", "<h2>Tít xen</h2>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("> Câu nói.\n> — Bà Tư", "<blockquote><p>Câu nói.</p><cite>Bà Tư</cite></blockquote>"),
        (
            "[photo:ben] Bến *cũ*",
            '<figure data-photo="7"><figcaption>Bến <em>cũ</em></figcaption></figure>',
        ),
        ("a < b & **c**", "<p>a &lt; b &amp; <strong>c</strong></p>"),
        (
            "[box] Tên\nMột: 1",
            '<aside class="box"><h3>Tên</h3><dl><dt>Một</dt><dd>1</dd></dl></aside>',
        ),
        ("[box] Tên\nMột câu", '<aside class="box"><h3>Tên</h3><p>Một câu</p></aside>'),
    ],
)
def test_the_notation_becomes_body_html(text, html):
    assert to_html(text, lambda _key: 7) == html
