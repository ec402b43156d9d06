"""Corrections at the desk: the page that asks for one, and where they are read afterwards."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from articles import revisions
from articles.models import Correction, Event
from articles.roles import Role
from reader.models import Story
from tests import make
from tests.articles.admin_forms import act_url, change_url, filled
from tests.counting import queries

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_correction_changelist")


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def logged_in(role=Role.SECRETARY):
    client = Client()
    client.force_login(make.user(role=role))
    return client


@pytest.fixture
def secretary():
    return logged_in()


def given(article, **changes):
    """What a browser would post from the page as it opens."""
    return {
        "kind": "slip", "wrong": "", "right": "Con số đúng là 31.", "apology": "Báo xin lỗi.",
        "basis": "", "days": "7", "seen": revisions.latest(article).number, **changes,
    }  # fmt: skip


def page(client, article):
    return client.get(act_url(article, "correct")).content.decode()


def waiting_story():
    article = make.story(headline="Tít đã duyệt")
    article.headline = "Tít đang sửa"
    article.save()
    revisions.record_save(article, by=None)
    return article


# --- The page -------------------------------------------------------------------------------------


def test_a_correction_is_published_from_its_page(secretary):
    article = make.story()
    answer = secretary.post(act_url(article, "correct"), given(article))
    assert answer.url == change_url(article)
    assert [one["right"] for one in Story.objects.get().corrections] == ["Con số đúng là 31."]


def test_the_screen_of_a_published_article_leads_there(secretary):
    article = make.story()
    assert act_url(article, "correct") in secretary.get(change_url(article)).content.decode()
    draft = make.article()
    assert "/correct/" not in secretary.get(change_url(draft)).content.decode()


def test_the_apology_is_begun_in_the_papers_name(secretary):
    make.masthead()
    assert "Báo Bến Mới thành thật xin lỗi" in page(secretary, make.story())


def test_a_slip_prints_no_apology_that_its_form_does_not_show(secretary):
    article = make.story()
    secretary.post(act_url(article, "correct"), given(article, days="9999"))
    assert Correction.objects.get().apology == ""


def test_a_formal_one_keeps_what_was_typed(secretary):
    article = make.story()
    posted = given(article, kind="formal", wrong="210 ghe.", basis="Công văn 12", days="3")
    secretary.post(act_url(article, "correct"), posted)
    made = Correction.objects.get()
    assert (made.wrong, made.apology, made.basis) == ("210 ghe.", "Báo xin lỗi.", "Công văn 12")
    assert (made.pinned_until - made.made_at).days == 3


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(secretary):
    article = make.story()
    posted = given(article, kind="formal", right="", apology="", basis="Công văn 12")
    answer = secretary.post(act_url(article, "correct"), posted)
    assert answer.context["form"].errors == {
        "wrong": ["Write what was wrong, as readers read it."],
        "right": ["Write what is right."],
        "apology": ["Write the apology."],
    }
    assert "Công văn 12" in answer.content.decode()
    assert not Correction.objects.exists()


def test_a_kind_that_is_none_is_refused(secretary):
    article = make.story()
    answer = secretary.post(act_url(article, "correct"), given(article, kind="x"))
    assert list(answer.context["form"].errors) == ["kind"]


# --- What readers get -----------------------------------------------------------------------------


def test_what_differs_is_said_and_what_goes_out_is_asked(secretary):
    text = page(secretary, waiting_story())
    assert "Tít đang sửa" in text
    assert 'name="goes_out"' in text


def test_nothing_is_asked_where_readers_have_what_is_saved(secretary):
    assert 'name="goes_out"' not in page(secretary, make.story())


def test_where_texts_differ_the_answer_is_not_guessed(secretary):
    article = waiting_story()
    answer = secretary.post(act_url(article, "correct"), given(article))
    assert list(answer.context["form"].errors) == ["goes_out"]
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("goes_out", "headline"), [("note", "Tít đã duyệt"), ("text", "Tít đang sửa")]
)
def test_readers_get_what_was_chosen(secretary, goes_out, headline):
    article = waiting_story()
    secretary.post(act_url(article, "correct"), given(article, goes_out=goes_out))
    story = Story.objects.get()
    assert (story.headline, len(story.corrections)) == (headline, 1)


def test_what_lacks_something_does_not_go_out_and_the_form_says_why(secretary):
    article = waiting_story()
    article.bylines.all().delete()
    posted = given(article, goes_out="text")
    answer = secretary.post(act_url(article, "correct"), posted)
    assert answer.context["form"].non_field_errors() == [
        "The article has no byline. Say who wrote it."
    ]
    assert not Correction.objects.exists()


def test_changes_that_still_wait_are_said_to_wait(secretary):
    article = waiting_story()
    secretary.post(act_url(article, "correct"), given(article, goes_out="note"))
    assert secretary.get(change_url(article)).context["has_changes"]


# --- Two at once ----------------------------------------------------------------------------------


def test_a_save_that_began_before_a_correction_is_held_back_with_every_word(secretary):
    article = make.story()
    stale = filled(article, headline="Tít gõ dở")
    logged_in().post(act_url(article, "correct"), given(article))
    answer = secretary.post(change_url(article), stale)
    article.refresh_from_db()
    assert article.headline != "Tít gõ dở"
    assert answer.context["adminform"].form.non_field_errors()
    assert "Tít gõ dở" in answer.content.decode()


def test_a_correction_that_began_before_a_save_is_held_back_once(secretary):
    article = make.story()
    stale = given(article)
    logged_in().post(change_url(article), filled(article, headline="Tít khác"))
    answer = secretary.post(act_url(article, "correct"), stale)
    assert not Correction.objects.exists()
    assert "Con số đúng là 31." in answer.content.decode()
    again = {**stale, "seen": answer.context["form"]["seen"].value(), "goes_out": "note"}
    secretary.post(act_url(article, "correct"), again)
    assert Correction.objects.count() == 1


def test_a_correction_pressed_twice_is_printed_once(secretary):
    article = make.story()
    posted = given(article)
    for _time in range(2):
        secretary.post(act_url(article, "correct"), posted)
    assert Correction.objects.count() == 1


@pytest.mark.parametrize("seen", ["", "x", "9" * 30])
def test_a_form_that_does_not_say_what_it_saw_is_held_back(secretary, seen):
    article = make.story()
    secretary.post(act_url(article, "correct"), given(article, seen=seen))
    assert not Correction.objects.exists()


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_correct_does_not(method):
    article = make.story()
    head = logged_in(Role.SECTION_HEAD)
    getattr(head, method)(act_url(article, "correct"), given(article))
    assert not Correction.objects.exists()
    assert "/correct/" not in head.get(change_url(article)).content.decode()


def test_a_draft_has_nothing_to_correct(secretary):
    draft = make.article()
    answer = secretary.get(act_url(draft, "correct"), follow=True)
    assert "“Draft”" in str(next(iter(answer.context["messages"])))


def test_a_stranger_is_sent_to_log_in(client):
    answer = client.post(act_url(make.story(), "correct"), {})
    assert answer.status_code == 302
    assert "/login/" in answer.url


# --- Where they are read --------------------------------------------------------------------------


def test_the_articles_screen_lists_its_corrections(secretary):
    article = make.story()
    made = make.slip(article, "Con số đúng là 31.")
    text = secretary.get(change_url(article)).content.decode()
    assert "Con số đúng là 31." in text
    assert reverse("admin:articles_correction_change", args=(made.pk,)) in text


def test_the_list_is_narrowed_by_kind(secretary):
    article = make.story()
    make.slip(article, "Số đúng là 31.")
    make.formal(article, right="Ghe đúng là 120.")
    text = secretary.get(LIST, {"kind__exact": "formal"}).content.decode()
    assert "Ghe đúng là 120." in text
    assert "Số đúng là 31." not in text


def test_a_correction_is_read_and_not_written(secretary):
    made = make.slip(make.story(), basis="Công văn 12")
    url = reverse("admin:articles_correction_change", args=(made.pk,))
    assert "Công văn 12" in secretary.get(url).content.decode()
    assert secretary.post(url, {"right": "Khác"}).status_code == 403
    assert secretary.get(reverse("admin:articles_correction_add")).status_code == 403


def test_the_list_costs_the_same_with_few_and_many(secretary):
    for _number in range(2):
        make.slip(make.story())
    few = queries(secretary, LIST)
    for _number in range(12):
        make.slip(make.story())
    assert queries(secretary, LIST) == few


def test_a_correction_is_an_event_of_the_history(secretary):
    article = make.story()
    make.slip(article)
    steps = secretary.get(change_url(article)).context["steps"]
    assert steps[-1].label == Event.CORRECTED.label.capitalize()


def test_hostile_words_stay_words(secretary):
    hostile = "<script>alert(1)</script>"
    article = make.story(headline=hostile)
    article.standfirst = hostile
    article.save()
    make.slip(article, hostile, wrong=hostile, basis=hostile)
    for url in (act_url(article, "correct"), change_url(article), LIST):
        assert hostile not in secretary.get(url).content.decode()
