"""The banner at the desk: who puts it up, for how long, and what it leads to."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.roles import Role
from fronts.models import Breaking
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db

ADD = "admin:fronts_breaking_add"
LIST = "admin:fronts_breaking_changelist"
CHIEFS = (Role.SECRETARY, Role.DEPUTY_EDITOR, Role.EDITOR_IN_CHIEF)


@pytest.fixture
def secretary(client):
    user = make.user(role=Role.SECRETARY)
    client.force_login(user)
    return user


def typed(*, start=None, end=None, **fields):
    """The form as it opens, filled in; `end=""` empties the field."""
    now = timezone.localtime()
    start = now if start is None else start
    end = now + timedelta(hours=2) if end is None else end
    return {"text": "Hồ thủy lợi xả lũ từ 9 giờ", "article": "",
            **split("shown_from", start), **split("shown_until", end), **fields}  # fmt: skip


def split(name, moment):
    moment = timezone.localtime(moment) if moment else None
    return {
        f"{name}_0": f"{moment:%Y-%m-%d}" if moment else "",
        f"{name}_1": f"{moment:%H:%M}" if moment else "",
    }


def banner(*, start=-1, end=1, **fields):
    now = timezone.now()
    times = {"shown_from": now + timedelta(hours=start), "shown_until": now + timedelta(hours=end)}
    return Breaking.objects.create(**{"text": "Xả lũ từ 9 giờ", **times, **fields})


def errors(response):
    return response.context["adminform"].form.errors


# --- Putting one up -------------------------------------------------------------------------


def test_a_new_banner_begins_now_and_ends_after_two_hours(client, secretary):
    initial = client.get(reverse(ADD)).context["adminform"].form.initial
    assert timezone.now() - initial["shown_from"] < timedelta(minutes=2)
    assert initial["shown_until"] - initial["shown_from"] == timedelta(hours=2)


def test_a_banner_is_put_up_and_says_by_whom(client, secretary):
    assert client.post(reverse(ADD), typed()).status_code == 302
    made = Breaking.objects.get()
    assert (made.text, made.article, made.made_by) == (typed()["text"], None, secretary)


def test_who_changes_a_banner_did_not_put_it_up(client, secretary):
    first = make.user()
    made = banner(made_by=first)
    path = reverse("admin:fronts_breaking_change", args=(made.pk,))
    client.post(path, typed(text="Đã ngừng xả lũ"))
    made.refresh_from_db()
    assert (made.text, made.made_by) == ("Đã ngừng xả lũ", first)


def test_readers_see_it_on_every_page(client, secretary):
    client.get("/")
    client.post(reverse(ADD), typed())
    assert typed()["text"] in client.get("/").content.decode()


@pytest.mark.parametrize("name", ["text", "shown_from", "shown_until"])
def test_a_banner_has_its_text_its_beginning_and_its_end(client, secretary, name):
    empty = split(name, None) if name != "text" else {"text": " "}
    response = client.post(reverse(ADD), {**typed(), **empty})
    assert list(errors(response)) == [name]
    assert not Breaking.objects.exists()


def test_a_banner_ends_after_it_begins(client, secretary):
    now = timezone.now()
    response = client.post(reverse(ADD), typed(start=now, end=now - timedelta(hours=1)))
    assert len(errors(response)) == 1
    assert not Breaking.objects.exists()


def test_a_text_has_so_many_letters_and_the_field_counts_them(client, secretary):
    page = client.get(reverse(ADD))
    assert 'data-letters="200"' in page.content.decode()
    assert "fronts/letters.js" in page.content.decode()
    assert "text" in errors(client.post(reverse(ADD), typed(text="a" * 201)))


# --- What it leads to -----------------------------------------------------------------------


def test_the_story_need_not_be_published_and_the_desk_is_told(client, secretary):
    article = make.article()
    response = client.post(reverse(ADD), typed(article=article.pk))
    assert Breaking.objects.get().article == article
    assert "warning" in [one.level_tag for one in get_messages(response.wsgi_request)]


def test_the_link_works_once_the_story_is_published(client, secretary):
    article = make.article()
    client.post(reverse(ADD), typed(article=article.pk))
    before = client.get(reverse("masthead")).content.decode()
    publishing.publish(article, by=None)
    after = client.get(reverse("masthead")).content.decode()
    link = f'href="{article.story.get_absolute_url()}"'
    assert typed()["text"] in before
    assert (link in before, link in after) == (False, True)


def test_a_published_story_needs_no_warning(client, secretary):
    response = client.post(reverse(ADD), typed(article=make.story().pk))
    assert [one.level_tag for one in get_messages(response.wsgi_request)] == ["success"]


@pytest.mark.parametrize("article", ["abc", "0", "-1", "9" * 30])
def test_a_story_that_is_none_is_refused_beside_the_field(client, secretary, article):
    assert list(errors(client.post(reverse(ADD), typed(article=article)))) == ["article"]


@pytest.mark.parametrize(
    "given", [{"article": "abc"}, {"article": "9" * 30}, {"shown_from": "x"}, {"shown_until": "9"}]
)
def test_an_address_that_misspells_a_field_opens_the_form(client, secretary, given):
    assert client.get(reverse(ADD), given).status_code == 200


def test_the_screen_of_a_banner_shows_its_story(client, secretary):
    article = make.article(headline="Xả lũ hồ Bến Mới")
    path = reverse("admin:fronts_breaking_change", args=(banner(article=article).pk,))
    assert "Xả lũ hồ Bến Mới" in client.get(path).content.decode()


# --- Who may --------------------------------------------------------------------------------


@pytest.mark.parametrize("role", CHIEFS)
def test_the_secretary_and_the_chiefs_have_banners(client, role):
    client.force_login(make.user(role=role))
    made = banner()
    assert client.post(reverse(ADD), typed()).status_code == 302
    path = reverse("admin:fronts_breaking_delete", args=(made.pk,))
    assert client.post(path, {"post": "yes"}).status_code == 302
    assert made not in Breaking.objects.all()


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR, Role.SECTION_HEAD, Role.BUSINESS])
def test_others_have_none(client, role):
    client.force_login(make.user(role=role))
    change = reverse("admin:fronts_breaking_change", args=(banner().pk,))
    assert client.get(reverse(LIST)).status_code == 403
    assert client.post(reverse(ADD), typed()).status_code == 403
    assert client.post(change, typed(text="Khác")).status_code == 403
    assert [one.text for one in Breaking.objects.all()] == ["Xả lũ từ 9 giờ"]


# --- The list -------------------------------------------------------------------------------


def test_what_is_before_readers_is_told_apart_from_what_is_over_and_to_come(client, secretary):
    banner(start=-3, end=-1)
    banner(start=-1, end=1)
    banner(start=1, end=2)
    page = client.get(reverse(LIST))
    admin, rows = page.context["cl"].model_admin, page.context["cl"].result_list
    assert len({str(admin.state(row)) for row in rows}) == 3
    assert [row.shown_from > timezone.now() for row in rows] == [True, False, False]


def test_a_text_is_written_into_the_list_as_text(client, secretary):
    banner(text="<script>alert(1)</script>")
    assert "<script>alert(1)" not in client.get(reverse(LIST)).content.decode()


def test_a_list_of_many_banners_costs_what_one_does(client, secretary):
    banner(article=make.article(), made_by=make.user())
    few = queries(client, reverse(LIST))
    for _one in range(8):
        banner(article=make.article(), made_by=make.user())
    assert queries(client, reverse(LIST)) == few
