"""Two people, or two windows, on one article: nobody's save is lost under another's."""

import pytest
from django.test import Client
from django.utils import translation

from articles.models import Event
from articles.roles import Role
from tests import make
from tests.articles.admin_forms import act_url, change_url, filled

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def logged_in(username, name="", role=Role.SECRETARY):
    client = Client()
    client.force_login(make.user(username, role=role, name=name))
    return client


@pytest.fixture
def ha():
    return logged_in("ha", "Hạ Vũ")


@pytest.fixture
def khue():
    return logged_in("khue", "Minh Khuê")


def complaint(response):
    return "".join(response.context["adminform"].form.non_field_errors())


def test_a_save_over_somebody_elses_is_held_back_with_every_word(ha, khue):
    article = make.article()
    stale = filled(article, headline="Tít của Khuê")
    ha.post(change_url(article), filled(article, headline="Tít của Hạ"))
    response = khue.post(change_url(article), stale)
    article.refresh_from_db()
    assert article.headline == "Tít của Hạ"
    assert "Hạ Vũ saved a version" in complaint(response)
    assert f"/admin/articles/revision/{article.revisions.first().pk}/change/" in complaint(response)
    assert "Tít của Khuê" in response.content.decode()


def test_saved_once_more_it_becomes_the_latest_and_both_stay(ha, khue):
    article = make.article()
    stale = filled(article, headline="Tít của Khuê")
    ha.post(change_url(article), filled(article, headline="Tít của Hạ"))
    form = khue.post(change_url(article), stale).context["adminform"].form
    khue.post(change_url(article), {**stale, "seen": form["seen"].value()})
    headlines = [revision.content["headline"] for revision in article.revisions.all()]
    assert headlines[:2] == ["Tít của Khuê", "Tít của Hạ"]


def test_a_third_save_in_between_is_not_lost_either(ha, khue):
    article = make.article()
    stale = filled(article, headline="Tít của Khuê")
    ha.post(change_url(article), filled(article, headline="Tít của Hạ"))
    form = khue.post(change_url(article), stale).context["adminform"].form
    ha.post(change_url(article), filled(article, headline="Tít của Hạ, sửa"))
    khue.post(change_url(article), {**stale, "seen": form["seen"].value()})
    article.refresh_from_db()
    assert article.headline == "Tít của Hạ, sửa"


def test_ones_own_second_window_is_told_too(ha):
    article = make.article()
    stale = filled(article, headline="Cửa sổ thứ hai")
    ha.post(change_url(article), filled(article, headline="Cửa sổ thứ nhất"))
    assert complaint(ha.post(change_url(article), stale))


@pytest.mark.parametrize("seen", ["", "x", "9" * 30])
def test_a_form_that_does_not_say_what_it_saw_is_held_back(ha, seen):
    article = make.article()
    assert complaint(ha.post(change_url(article), filled(article, headline="Mới", seen=seen)))


def test_a_stale_form_does_not_publish(ha, khue):
    article = make.article()
    stale = filled(article, _publish="1")
    ha.post(change_url(article), filled(article, headline="Tít của Hạ"))
    khue.post(change_url(article), stale)
    article.refresh_from_db()
    assert not article.is_live


def test_a_stale_dialog_does_not_put_a_story_back(ha, khue):
    story = make.story()
    ha.post(act_url(story, "withdraw"), {"reason": "Sai nguồn."})
    seen = filled(story)["seen"]
    story.refresh_from_db()
    ha.post(change_url(story), filled(story, headline="Tít của Hạ"))
    given = {"reason": "Đã kiểm lại.", "seen": seen}
    response = khue.post(act_url(story, "reinstate"), given)
    story.refresh_from_db()
    assert not story.is_live
    assert "Nothing has been done." in response.content.decode()
    again = {"reason": "Đã kiểm lại.", "seen": response.context["form"]["seen"].value()}
    khue.post(act_url(story, "reinstate"), again)
    story.refresh_from_db()
    assert story.is_live


def test_a_screen_opened_after_a_save_is_not_stale(ha, khue):
    article = make.article()
    ha.post(change_url(article), filled(article, headline="Tít của Hạ"))
    form = khue.get(change_url(article)).context["adminform"].form
    khue.post(change_url(article), filled(article, headline="Khuê", seen=form["seen"].value()))
    article.refresh_from_db()
    assert article.headline == "Khuê"


def test_publishing_what_nobody_changed_writes_no_revision(ha):
    story = make.story()
    response = ha.post(change_url(story), filled(story, _republish="1"), follow=True)
    assert [str(one) for one in response.context["messages"]] == [
        "There is nothing new to publish."
    ]
    assert story.revisions.first().event == Event.PUBLISHED
