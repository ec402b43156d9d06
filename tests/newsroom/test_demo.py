from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count

from articles.models import Article, Revision, Section, Series
from articles.roles import Role
from masthead.models import Masthead
from newsroom.demo.loading import Demo
from newsroom.demo.markup import to_html
from people.models import Author, User
from photos.models import Photo
from reader.models import Story


@pytest.fixture(scope="module")
def demo_paper(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo paper with small pictures, loaded once for this module and taken away again."""
    from django.db import transaction  # noqa: PLC0415
    from django.test import override_settings  # noqa: PLC0415

    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media):
        outer = transaction.atomic()
        outer.__enter__()
        demo = load()
        yield demo
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


def load() -> Demo:
    demo = Demo(picture_size=(150, 100))
    for _name, step in demo.steps():
        step()
    return demo


def test_the_demo_is_a_paper_worth_looking_at(demo_paper):
    assert Section.objects.filter(parent=None).count() >= 6
    assert Story.objects.live().count() >= 40
    assert Masthead.objects.count() == 2
    assert Photo.objects.count() >= 20


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
    tables = (Article, Revision, Photo, User, Author, Story)
    before = [table.objects.count() for table in tables]
    again = load()
    assert [table.objects.count() for table in tables] == before
    assert again.passwords == []


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
