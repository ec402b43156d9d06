"""A page that cannot be brought in is refused with a sentence, and leaves nothing behind."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.importing import ImportRefused, section_named
from articles.models import Article, Revision, Section, Series
from people.models import Author, Person
from photos.models import Photo
from tests import make
from tests.articles.copied_pages import FIRST, PAGE, run, run_refused, write

pytestmark = pytest.mark.django_db

TITLE = "Giữ lửa lò gốm Bến Đất"
LONG = PAGE.replace("Họ học nghề", "Họ học nghề từ làng bên. " * 20_000 + "Họ học nghề")
MANY = PAGE.replace("Họ học nghề", "\n".join(f"Câu {n}." for n in range(20_001)) + "\nHọ học nghề")


@pytest.fixture
def page(tmp_path):
    return write(tmp_path, PAGE, "trang.txt")


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "gom.jpg"
    path.write_bytes(make.jpeg())
    return path


def files(settings) -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (LONG, "400 kB"),
        (MANY, "20000"),
        (PAGE.replace(TITLE, "Giữ lửa " * 30), "Loạt bài"),
        (PAGE.replace("(Tiếp theo và hết)", "(" + "Tiếp theo " * 9 + ")\n(" + "Hết " * 9 + ")"),
         "Bài viết"),
        (PAGE.replace("03/02/2024", "01/01/0001"), "1,"),
    ],
    ids=["long text", "many paragraphs", "long series title", "long notes", "impossible year"],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_and_the_other_files_go_on(tmp_path, text, reason):
    good = PAGE.replace(TITLE, "Chuyện xóm Bến Đất")
    bad = write(tmp_path, text)
    refused, draft = run_refused(bad, write(tmp_path, good, "tot.txt"))
    assert refused.startswith(f"refused {bad}: ")
    assert reason in refused
    assert draft.startswith("draft ")


def test_a_refused_page_leaves_no_row_and_no_file(tmp_path, picture, settings):
    run_refused(write(tmp_path, LONG), "--photo", picture)
    rows = (Author, Photo, Series, Article, Revision, Person)
    assert [model.objects.count() for model in rows] == [0] * len(rows)
    assert files(settings) == []


def test_a_photo_the_library_had_keeps_its_files_when_a_page_is_refused(
    tmp_path, picture, settings
):
    run(write(tmp_path, FIRST), "--photo", picture)
    before = files(settings)
    run_refused(write(tmp_path, LONG), "--photo", picture)
    assert files(settings) == before != []


def test_a_refused_page_uses_up_its_photos(tmp_path, page, picture):
    other = tmp_path / "khac.jpg"
    other.write_bytes(make.jpeg(50, 50))
    run(page)
    again = write(tmp_path, PAGE.replace("Đầu năm, ba lò", "Cuối năm, bốn lò"))
    following = write(tmp_path, FIRST, "mot.txt")
    run_refused(again, following, "--photo", picture, "--photo", other)
    assert Photo.objects.get().width == 50


def test_the_oldest_of_two_series_with_one_title_takes_the_page(page):
    first, _second = make.series(TITLE), make.series(TITLE)
    run(page)
    assert Article.objects.get(part=2).series == first


def test_two_persons_with_one_name_bar_no_page(page):
    for _namesake in range(2):
        Person.objects.create(family="Lương", middle="Khắc", given="Vịnh")
    assert run(page).startswith("draft ")


def test_a_part_that_was_before_readers_is_no_gap(page):
    story = make.story(series=make.series(TITLE), part=2)
    Article.objects.filter(pk=story.pk).update(body="")
    assert [line[:8] for line in run_refused(page)] == ["refused "]


def test_a_page_of_a_day_to_come_stays_a_draft(tmp_path, picture):
    coming = write(tmp_path, PAGE.replace("03/02/2024", "03/02/2524"))
    out = run(coming, "--section", "Văn hóa", "--photo", picture, "--publish")
    article = Article.objects.get(part=2)
    assert out.startswith(f"draft {article.pk} ")
    assert "09:15, 03/02/2524" in out
    assert not article.revisions.printed().exists()


def test_a_publication_refused_makes_no_section(page):
    run(page, "--publish")
    assert not Section.objects.exists()
    assert Article.objects.get(part=2).section is None


@pytest.mark.parametrize("name", ["Tác giả", "tac-gia", "Rất dài " * 20, " "])
def test_a_section_no_page_can_lie_in_is_refused_before_a_file_is_read(page, name):
    with pytest.raises(CommandError) as refusal:
        call_command("import_text", str(page), "--section", name, stdout=StringIO())
    assert str(refusal.value)
    assert not Section.objects.exists()
    assert not Article.objects.exists()


def test_a_reserved_address_is_named(page):
    with pytest.raises(CommandError, match="“tac-gia”"):
        run(page, "--section", "Tác giả")


@pytest.mark.parametrize("name", ["chính trị", "CHÍNH TRỊ", "chinh-tri", "Chinh tri"])
def test_a_section_is_found_in_small_letters_and_by_its_address(name):
    section = make.section("Chính trị")
    assert section_named(name, by=None) == section


def test_a_section_is_not_taken_for_one_with_other_marks():
    make.section("Chính trị")
    assert section_named("Chỉnh trị", by=None).name == "Chỉnh trị"


def test_who_may_not_make_sections_makes_none():
    with pytest.raises(ImportRefused):
        section_named("Chính trị", by=make.user())
    assert not Section.objects.exists()
