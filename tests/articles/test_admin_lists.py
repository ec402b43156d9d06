import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from articles import publishing, revisions
from articles.admin import screen
from articles.models import Article, Section, Series
from articles.roles import Role
from tests import make

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def secretary(client):
    user = make.user("khue", role=Role.SECRETARY, name="Trần Bảo Khuê")
    client.force_login(user)
    return user


def listed(client, query=""):
    return {str(article) for article in client.get(LIST + query).context["cl"].result_list}


# --- The list of articles ----------------------------------------------------------------------


def test_a_tab_shows_one_status(client, secretary):
    make.article(headline="Nháp")
    make.story(headline="Đã đăng")
    assert listed(client, "?status__exact=published") == {"Đã đăng"}


def test_a_section_shows_the_stories_of_the_sections_below_it(client, secretary):
    city = make.section("Đô thị")
    make.article(headline="Cầu mới", section=make.section("Giao thông", parent=city))
    make.article(headline="Chợ nổi", section=make.section("Kinh tế"))
    assert listed(client, f"?in={city.pk}") == {"Cầu mới"}


def test_the_list_narrows_to_a_series(client, secretary):
    series = make.series()
    make.article(headline="Kỳ một", series=series, part=1)
    make.article(headline="Tin lẻ")
    assert listed(client, f"?of={series.pk}") == {"Kỳ một"}


def test_mine_is_what_lies_with_me_and_what_i_began_and_nobody_took(client, secretary):
    make.article(headline="Của tôi", assignee=secretary)
    make.article(headline="Tôi viết", created_by=secretary)
    make.article(headline="Đã giao", created_by=secretary, assignee=make.user())
    assert listed(client, "?assignee=me") == {"Của tôi", "Tôi viết"}


def test_the_last_part_is_called_as_readers_see_it(client, secretary):
    series = make.series(is_complete=True, labels_last_as_final=True)
    for part in (1, 2):
        make.story(series=series, part=part)
    page = client.get(LIST).content.decode()
    assert f"{series} · Kỳ I<" in page
    assert f"{series} · Kỳ cuối<" in page


def test_a_withdrawn_part_is_not_the_last(client, secretary):
    series = make.series(is_complete=True, labels_last_as_final=True)
    for part in (1, 2, 3):
        story = make.story(series=series, part=part)
    publishing.withdraw(story, by=None, reason="Nhầm.")
    page = client.get(LIST).content.decode()
    assert f"{series} · Kỳ cuối<" in page
    assert f"{series} · Kỳ III<" in page


@pytest.mark.parametrize("query", ["?in=x", "?in=999999", "?of=x", "?assignee=x'", "?in=%00"])
def test_a_filter_that_is_not_offered_narrows_nothing(client, secretary, query):
    make.article(headline="Tin")
    assert listed(client, query) == {"Tin"}


@pytest.mark.parametrize("words", ["bến mới", "Nhãn riêng", "Hải Đăng", "Sa-pô riêng"])
def test_the_search_reads_headline_kicker_standfirst_and_byline(client, secretary, words):
    make.article(
        headline="Phà về bến mới", kicker="Nhãn riêng", standfirst="Sa-pô riêng", signed="Hải Đăng"
    )
    make.article(headline="Tin khác", standfirst="", signed="Người khác")
    assert listed(client, f"?q={words}") == {"Phà về bến mới"}


def test_the_search_finds_an_article_by_its_number(client, secretary):
    wanted = make.article(headline="Tin", standfirst="", signed="Hải Đăng")
    make.article(headline="Tin khác", standfirst="", signed="Minh Sa")
    assert listed(client, f"?q={wanted.pk}") == {"Tin"}


def test_a_published_story_with_waiting_changes_says_so(client, secretary):
    story = make.story()
    Article.objects.filter(pk=story.pk).update(headline="Tít mới")
    story.refresh_from_db()
    revisions.record_save(story, by=secretary)
    assert "has changes not yet published" in client.get(LIST).content.decode()


def test_the_list_asks_as_often_for_many_rows_as_for_few(client, secretary):
    def queries():
        client.get(LIST)  # the masthead of the day is set once
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        return len(asked)

    def article(number):
        return make.article(
            series=make.series(), part=1, section=make.section(), assignee=make.user(),
            lead_photo=make.photo(),
        )  # fmt: skip

    publishing.publish(article(0), by=None)
    few = queries()
    for number in range(1, 12):
        publishing.publish(article(number), by=None)
    assert queries() == few


# --- What articles are filed under ----------------------------------------------------------------


SECTION = {
    "name": "Đường sông", "slug": "", "order": "1", "hue": "2", "kind": "news", "description": "",
}  # fmt: skip


def section_errors(client, **fields):
    response = client.post("/admin/articles/section/add/", {**SECTION, **fields})
    return response.context["adminform"].form.errors if response.context else {}


def test_a_sections_slug_makes_itself(client, secretary):
    section_errors(client)
    assert Section.objects.get().slug == "duong-song"


def test_a_slug_the_site_has_is_refused_at_the_slug(client, secretary):
    assert list(section_errors(client, slug="admin")) == ["slug"]


@pytest.mark.parametrize("name", ["Tòa soạn", "Tác giả", "Admin"])
def test_a_name_whose_slug_the_site_has_is_refused_at_the_slug(client, secretary, name):
    assert list(section_errors(client, name=name)) == ["slug"]


def test_a_name_whose_slug_the_site_has_is_welcome_at_another_address(client, secretary):
    section_errors(client, name="Tòa soạn", slug="chuyen-toa-soan")
    assert Section.objects.get().slug == "chuyen-toa-soan"


def test_a_slug_another_section_has_is_refused_at_the_slug(client, secretary):
    make.section("Đô thị", slug="do-thi")
    assert list(section_errors(client, slug="do-thi")) == ["slug"]


def test_a_third_level_is_refused_at_the_parent(client, secretary):
    second = make.section("Giao thông", parent=make.section("Đô thị"))
    assert list(section_errors(client, parent=second.pk)) == ["parent"]


def test_sections_are_listed_with_their_own_below_them(client, secretary):
    culture = make.section("Văn hóa", order=2)
    city = make.section("Đô thị", order=1)
    traffic = make.section("Giao thông", order=9, parent=city)
    rows = client.get("/admin/articles/section/").context["cl"].result_list
    assert list(rows) == [city, traffic, culture]


def test_a_series_shows_the_parts_it_lacks(client, secretary):
    series = make.series()
    make.article(series=series, part=1)
    make.article(series=series, part=3)
    page = client.get(f"/admin/articles/series/{series.pk}/change/").content.decode()
    assert page.count("no article yet") == 1


def test_a_complete_series_calls_its_last_part_as_readers_see_it():
    series = make.series(is_complete=True, labels_last_as_final=True)
    make.story(series=series, part=1)
    make.story(series=series, part=3)
    assert [part.label for part in screen.series_parts(series)] == ["Kỳ I", "Kỳ II", "Kỳ cuối"]


def test_a_series_that_is_withdrawn_altogether_keeps_its_places():
    series = make.series(is_complete=True, labels_last_as_final=True)
    for part in (1, 2):
        publishing.withdraw(make.story(series=series, part=part), by=None, reason="Nhầm.")
    assert [part.label for part in screen.series_parts(series)] == ["Kỳ I", "Kỳ II"]


def test_a_series_can_change_its_title_and_slug(client, secretary):
    series = make.series()
    posted = {"title": "Tên mới", "slug": "ten-moi", "intro": "", "label_style": "bai"}
    client.post(f"/admin/articles/series/{series.pk}/change/", posted)
    assert Series.objects.get().slug == "ten-moi"


@pytest.mark.parametrize("model", ["section", "series", "topic"])
def test_slugs_are_made_by_our_own_script(client, secretary, model):
    client.force_login(make.user(is_superuser=True))
    page = client.get(f"/admin/articles/{model}/add/").content.decode()
    assert "vietnamese/urlify.js" in page


# --- The record and the desk ----------------------------------------------------------------------


@pytest.mark.parametrize("path", ["add/", "{pk}/delete/"])
def test_nobody_writes_in_the_record(client, path):
    client.force_login(make.user(is_superuser=True))
    revision = make.article().revisions.get()
    address = "/admin/articles/revision/" + path.format(pk=revision.pk)
    assert client.post(address, {"post": "yes"}).status_code == 403


def test_a_revision_can_be_read(client, secretary):
    revision = make.article(headline="Đường về").revisions.get()
    page = client.get(f"/admin/articles/revision/{revision.pk}/change/").content.decode()
    assert "Đường về" in page


def test_the_desk_shows_my_drafts_and_what_was_published(client, secretary):
    make.article(headline="Bài của tôi", assignee=secretary)
    make.article(headline="Bài của người khác", assignee=make.user())
    make.story(headline="Bài vừa đăng")
    page = client.get("/admin/").content.decode()
    assert "Bài của tôi" in page
    assert "Bài vừa đăng" in page
    assert "Bài của người khác" not in page


def test_the_desk_keeps_articles_from_those_who_may_not_see_them(client):
    client.force_login(make.user(role=Role.BUSINESS))
    make.story(headline="Bài vừa đăng")
    assert "Bài vừa đăng" not in client.get("/admin/").content.decode()
