"""What an import writes is recorded, and takes nothing from the desk."""

import pytest
from django.core.management import CommandError

from articles.discarding import discard, may_be_discarded
from articles.importing import Picture, bring_in
from articles.models import Article, Revision, Section
from articles.workflow import Refused
from masthead.models import Masthead
from photos.models import Photo
from tests import make
from tests.articles.copied_pages import FIRST, PAGE, run, write

pytestmark = pytest.mark.django_db

TITLE = "Giữ lửa lò gốm Bến Đất"


@pytest.fixture
def page(tmp_path):
    return write(tmp_path, PAGE, "trang.txt")


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "gom.jpg"
    path.write_bytes(make.jpeg())
    return path


def test_every_draft_made_has_its_revision(page):
    run(page)
    assert {article.revisions.count() for article in Article.objects.all()} == {1}


def test_the_section_given_for_publishing_is_recorded_as_a_save(page, picture):
    section = make.section()
    run(page, "--photo", picture, "--publish")
    saved = Article.objects.get(part=2).revisions.filter(event="saved")
    assert [one.content["section_id"] for one in saved] == [section.pk, None]


def test_without_any_section_the_news_is_made_one(page, picture):
    run(page, "--photo", picture, "--publish")
    assert Section.objects.get().name == "Tin tức"


def test_who_brings_a_page_in_stands_in_its_history():
    editor = make.user()
    bring_in(PAGE, pictures=[Picture("gom.jpg", make.jpeg())], by=editor)
    assert {revision.by for revision in Revision.objects.all()} == {editor}
    assert {article.created_by for article in Article.objects.all()} == {editor}
    assert Photo.objects.get().uploaded_by == editor


def test_a_headline_the_desk_gave_another_part_stays(page):
    make.article(series=make.series(TITLE), part=1, headline="Tít của tòa soạn", body="")
    run(page)
    assert Article.objects.get(part=1).headline == "Tít của tòa soạn"


def test_the_part_the_page_is_takes_the_headline_of_the_page(page):
    make.article(series=make.series(TITLE), part=2, headline="Tít tạm", body="")
    run(page)
    assert Article.objects.get(part=2).headline == "Người trẻ trở về"


def test_a_page_that_names_no_headline_of_its_part_leaves_that_of_the_desk(tmp_path):
    make.article(series=make.series(TITLE), part=2, headline="Tít của tòa soạn", body="")
    nameless = PAGE.replace("Kỳ II: Người trẻ trở về\n\n09:15", "Kỳ II\n\n09:15")
    run(write(tmp_path, nameless.replace("Kỳ II: Người trẻ trở về\n\n", "")))
    assert Article.objects.get(part=2).headline == "Tít của tòa soạn"


def test_a_gap_keeps_the_section_the_desk_chose(page):
    section = make.section("Làng nghề")
    make.article(series=make.series(TITLE), part=2, section=section, body="")
    run(page)
    assert Article.objects.get(part=2).section == section


def test_a_draft_brought_in_can_be_discarded(page):
    run(page)
    article = Article.objects.get(part=2)
    discard(article, by=None)
    assert not Article.objects.filter(part=2).exists()


def test_what_was_brought_in_and_published_cannot_be_discarded(page, picture):
    run(page, "--photo", picture, "--publish")
    article = Article.objects.get(part=2)
    assert not may_be_discarded(article)
    with pytest.raises(Refused):
        discard(article, by=None)


def test_the_parts_of_two_days_make_one_masthead(tmp_path, page):
    run(page)
    run(write(tmp_path, FIRST))
    assert Masthead.objects.get().effective_from.isoformat() == "2024-02-02"


def test_a_final_part_is_called_final_and_comes_once(tmp_path):
    run(write(tmp_path, PAGE.replace("(Tiếp theo và hết)", "(Tiếp theo)"), "hai.txt"))
    final = PAGE.replace("Kỳ II: Người trẻ trở về", "Kỳ cuối: Lửa mới").replace(
        "Kỳ I: Lò nguội một nửa\n", ""
    )
    run(write(tmp_path, final, "cuoi.txt"))
    mended = write(tmp_path, final.replace("Cuối tháng", "Cuối năm"), "cuoi-sua.txt")
    with pytest.raises(CommandError):
        run(mended)
    series = Article.objects.get(part=3).series
    assert (series.is_complete, series.labels_last_as_final) == (True, True)
    assert Article.objects.count() == 3
