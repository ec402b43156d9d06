from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from articles import revisions
from articles.models import Article, ArticlePhoto, Event, Revision
from articles.roles import Role
from tests import make
from tests.articles.admin_forms import ADD, act_url, change_url, filled, signed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def reporter(client):
    user = make.user("sa", role=Role.REPORTER)
    client.force_login(user)
    return user


@pytest.fixture
def secretary(client):
    user = make.user("khue", role=Role.SECRETARY)
    client.force_login(user)
    return user


def said(response):
    return [str(message) for message in response.context["messages"]]


def errors(response):
    return response.context["adminform"].form.errors


def latest():
    return Article.objects.latest("pk")


# --- Saving ---------------------------------------------------------------------------------


def test_a_new_article_belongs_to_who_began_it(client, reporter):
    client.post(ADD, filled(headline="Bến mới"))
    assert latest().created_by == reporter


def test_a_save_writes_a_revision_with_the_rows_of_that_save(client, reporter):
    author = make.author("Hải Đăng")
    client.post(ADD, filled(headline="Bến mới", bylines=[signed(author)]))
    assert revisions.latest(latest()).content["bylines"] == [
        {"author_id": author.pk, "role": "by", "display_name": "Hải Đăng"}
    ]


def test_a_save_leads_back_to_the_screen(client, reporter):
    response = client.post(ADD, filled(headline="Bến mới", _save="1"))
    assert response.url == change_url(latest())


def test_a_save_that_changes_nothing_writes_no_revision(client, reporter):
    article = make.article()
    client.post(change_url(article), filled(article))
    assert article.revisions.count() == 1


def test_a_reporter_can_sign_the_article(client, reporter):
    article = make.article(signed=None)
    client.post(change_url(article), filled(article, bylines=[signed(make.author("Minh Sa"))]))
    assert article.byline == "Minh Sa"


def test_an_empty_printed_name_takes_the_authors(client, reporter):
    client.post(ADD, filled(headline="Bến mới", bylines=[signed(make.author("Minh Sa"))]))
    assert latest().bylines.get().display_name == "Minh Sa"


def test_a_printed_name_does_not_stay_with_the_next_author(client, reporter):
    article = make.article(signed="Hải Đăng")
    posted = filled(article) | {"bylines-0-author": make.author("Minh Sa").pk}
    client.post(change_url(article), posted)
    assert article.bylines.get().display_name == "Minh Sa"


def test_bylines_stand_in_the_order_of_their_rows(client, reporter):
    rows = [signed(make.author(name)) for name in ("Tư", "An", "Hai")]
    client.post(ADD, filled(headline="Bến mới", bylines=rows))
    assert latest().byline == "Tư - An - Hai"


def test_photos_stand_in_the_order_of_their_rows(client, reporter):
    photos = [make.photo() for _number in range(3)]
    rows = [{"photo": photo.pk, "caption": ""} for photo in reversed(photos)]
    client.post(ADD, filled(headline="Bến mới", photos=rows))
    assert [row.photo for row in latest().photos.all()] == photos[::-1]


def test_a_save_does_not_put_back_a_status_that_changed_meanwhile(client, secretary):
    article = make.article()
    stale = filled(article)
    client.post(change_url(article), {**stale, "_publish": "1"})
    client.post(change_url(article), stale)
    article.refresh_from_db()
    assert article.is_live


def test_the_status_cannot_be_posted(client, secretary):
    article = make.article()
    client.post(change_url(article), filled(article, status="published", published_at="2020-01-01"))
    article.refresh_from_db()
    assert (article.status, article.published_at) == (Article.Status.DRAFT, None)


def test_what_the_sanitiser_takes_out_is_said(client, reporter):
    article = make.article()
    body = '<p>Chữ</p><iframe src="https://example.com"></iframe>'
    response = client.post(change_url(article), filled(article, body=body), follow=True)
    assert "iframe" in said(response)[0]


# --- What cannot be saved is said at its field, and nothing typed is lost ----------------------


def test_a_headline_too_long_is_refused_at_the_headline_with_everything_kept(client, reporter):
    response = client.post(ADD, filled(headline="dài " * 1250, standfirst="Sa-pô đã gõ"))
    assert list(errors(response)) == ["headline"]
    assert "Sa-pô đã gõ" in response.content.decode()
    assert "dài dài" in response.content.decode()


def test_a_part_number_taken_is_refused_at_the_part(client, reporter):
    series = make.series()
    make.article(series=series, part=2)
    response = client.post(ADD, filled(headline="Bến mới", series=series.pk, part=2))
    assert errors(response)["part"] == ["This series has a part with this number already."]


@pytest.mark.parametrize("only", ["series", "part"])
def test_a_series_and_a_part_number_go_together(client, reporter, only):
    given = {"series": make.series().pk} if only == "series" else {"part": 2}
    response = client.post(ADD, filled(headline="Bến mới", **given))
    assert errors(response)["part"] == ["A series needs a part number, and a part a series."]


def test_a_text_too_deep_is_refused_at_the_text(client, reporter):
    response = client.post(ADD, filled(headline="Bến mới", body="<ul><li>" * 200))
    assert list(errors(response)) == ["body"]


def test_an_author_who_signs_twice_is_refused_at_the_author(client, reporter):
    rows = [signed(make.author("Minh Sa"))] * 2
    response = client.post(ADD, filled(headline="Bến mới", bylines=rows))
    assert response.status_code == 200
    assert not Article.objects.exists()


def test_a_photo_row_needs_a_photo_or_words(client, reporter):
    article = make.article()
    client.post(change_url(article), filled(article, photos=[{"photo": "", "caption": "Bến phà."}]))
    assert ArticlePhoto.objects.get().caption == "Bến phà."


# --- Publishing -------------------------------------------------------------------------------


def test_publishing_saves_what_was_typed_first(client, secretary):
    article = make.article()
    client.post(change_url(article), filled(article, headline="Tít mới", _publish="1"))
    assert article.revisions.filter(event=Event.PUBLISHED).get().content["headline"] == "Tít mới"


def test_a_new_article_can_be_published_at_once(client, secretary):
    posted = filled(
        headline="Bến mới", body="<p>Chữ</p>", section=make.section().pk,
        bylines=[signed(make.author())], _publish="1",
    )  # fmt: skip
    client.post(ADD, posted)
    assert latest().is_live


def test_a_refused_publication_says_each_thing_and_keeps_the_save(client, secretary):
    article = make.article(signed=None, section=None)
    posted = filled(article, headline="Tít mới", _publish="1")
    response = client.post(change_url(article), posted, follow=True)
    article.refresh_from_db()
    assert said(response)[1:] == [
        "Choose a section.", "The article has no byline. Say who wrote it.",
    ]  # fmt: skip
    assert (article.headline, article.status) == ("Tít mới", Article.Status.DRAFT)


def test_who_may_not_publish_sees_no_button(client, reporter):
    page = client.get(change_url(make.article())).content.decode()
    assert 'name="_publish"' not in page


def test_who_may_not_publish_is_refused_in_words(client, reporter):
    article = make.article()
    response = client.post(change_url(article), filled(article, _publish="1"), follow=True)
    article.refresh_from_db()
    assert said(response)[1:] == ["You do not have the right to do this."]
    assert not article.is_live


def test_a_save_of_a_published_article_says_that_readers_see_the_old_one(client, secretary):
    story = make.story()
    response = client.post(change_url(story), filled(story, headline="Tít mới"), follow=True)
    assert "Readers still see the published version" in said(response)[0]


def test_publishing_again_puts_the_changes_before_readers(client, secretary):
    story = make.story()
    client.post(change_url(story), filled(story, headline="Tít mới", _republish="1"))
    assert story.revisions.first().event == Event.REPUBLISHED


# --- Withdrawing and putting back -----------------------------------------------------------------


def test_withdrawing_keeps_the_reason(client, secretary):
    story = make.story()
    client.post(act_url(story, "withdraw"), {"reason": "Sai nguồn."})
    assert story.revisions.first().note == "Sai nguồn."


def test_withdrawing_without_a_reason_is_refused_at_the_reason(client, secretary):
    story = make.story()
    response = client.post(act_url(story, "withdraw"), {"reason": " "})
    assert response.context["form"].errors == {"reason": ["Please write the reason."]}


def test_withdrawing_has_a_page_of_its_own(client, secretary):
    response = client.get(act_url(make.story(), "withdraw"))
    assert "Reason (printed in the notice of withdrawal)" in response.content.decode()


def test_a_withdrawn_story_is_put_back(client, secretary):
    story = make.story()
    client.post(act_url(story, "withdraw"), {"reason": "Sai nguồn."})
    client.post(act_url(story, "reinstate"), {"reason": "Đã kiểm lại."})
    story.refresh_from_db()
    assert story.is_live


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_withdraw_does_not(client, reporter, method):
    story = make.story()
    getattr(client, method)(act_url(story, "withdraw"), {"reason": "Sai nguồn."})
    story.refresh_from_db()
    assert story.is_live


# --- Throwing a draft away ---------------------------------------------------------------------


@pytest.fixture
def editor(client):
    user = make.user("vu", role=Role.EDITOR)
    client.force_login(user)
    return user


def delete_url(article):
    return f"/admin/articles/article/{article.pk}/delete/"


def test_a_draft_is_deleted_with_its_revisions(client, editor):
    article = make.article(headline="Đường về bến mới")
    client.post(delete_url(article), {"post": "yes", "words": "duong ve ben"})
    assert not Article.objects.exists()
    assert not Revision.objects.exists()


def test_a_draft_stays_until_its_first_words_are_typed(client, editor):
    article = make.article(headline="Đường về bến mới")
    client.post(delete_url(article), {"post": "yes", "words": "Đường"})
    assert Article.objects.exists()


def test_what_was_published_is_not_deleted_and_says_why(client, secretary):
    story = make.story(headline="Đường về bến mới")
    posted = {"post": "yes", "words": "Đường về bến"}
    response = client.post(delete_url(story), posted, follow=True)
    assert "withdraw it instead" in said(response)[0]
    assert Article.objects.exists()


def test_who_may_not_delete_does_not(client, reporter):
    article = make.article(headline="Đường về bến mới")
    response = client.post(delete_url(article), {"post": "yes", "words": "Đường về bến"})
    assert response.status_code == 403


# --- What the screen shows -----------------------------------------------------------------


def test_the_screen_lists_what_is_missing(client, reporter):
    article = make.article(section=None)
    assert "Choose a section." in client.get(change_url(article)).content.decode()


def test_the_screen_says_that_changes_wait(client, secretary):
    story = make.story()
    client.post(change_url(story), filled(story, headline="Tít mới"))
    assert client.get(change_url(story)).context["has_changes"]


def test_the_screen_shows_the_printed_byline(client, reporter):
    article = make.article(signed="Hải Đăng")
    assert client.get(change_url(article)).context["byline"] == "Bài và ảnh: Hải Đăng"


def test_who_may_only_read_reads_the_text(client):
    client.force_login(make.user(role=Role.PHOTO_DESK))
    page = client.get(change_url(make.article(body="<p>Người làng ra bến.</p>"))).content.decode()
    assert "<p>Người làng ra bến.</p>" in page
    assert 'name="_continue"' not in page


def test_hostile_words_stay_words_on_the_screen(client, secretary):
    hostile = '"><script>alert(1)</script>'
    article = make.article(headline=hostile, kicker=hostile, source=hostile, signed=hostile)
    page = client.get(change_url(article)).content.decode()
    assert hostile not in page
    assert hostile in unescape(page)


def test_the_screen_asks_as_often_for_many_rows_as_for_few(client, secretary):
    few, many = make.article(lead_photo=make.photo()), make.article(lead_photo=make.photo())
    for number in range(12):
        ArticlePhoto.objects.create(article=many, photo=make.photo(), order=number)
        many.bylines.create(author=make.author(), display_name=f"Tên {number}")
        revisions.record_save(many, by=secretary)
    client.get(change_url(few))
    counts = []
    for article in (few, many):
        with CaptureQueriesContext(connection) as queries:
            client.get(change_url(article))
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 20
