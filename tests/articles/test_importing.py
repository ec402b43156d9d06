from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Revision, Section, Series
from masthead.models import Appointment, Masthead
from people.models import Author
from photos.models import Photo
from reader.models import Story
from tests import make
from tests.articles.copied_pages import PAGE, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "trang.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "gom.jpg"
    path.write_bytes(make.jpeg())
    return path


def test_a_page_becomes_a_draft(page):
    out = run(page)
    article = Article.objects.get(part=2)
    assert out == f"draft {article.pk} Người trẻ trở về\n"


def test_a_page_is_published_at_its_own_time(page, picture, client):
    out = run(page, "--section", "Văn hóa", "--photo", picture, "--publish")
    story = Story.objects.get()
    assert out == f"published /van-hoa/nguoi-tre-tro-ve-{story.pk}/\n"
    assert story.published_at == make.at("2024-02-03 09:15")


def test_a_published_page_says_what_the_copied_one_said(page, picture, client):
    run(page, "--section", "Văn hóa", "--photo", picture, "--publish")
    html = client.get(Story.objects.get().get_absolute_url()).content.decode()
    for words in (
        "Giữ lửa lò gốm Bến Đất - Kỳ II: Người trẻ trở về", "09:15, 03/02/2024",
        "(Tiếp theo và hết)", "Họ học nghề từ ông bà, bán hàng bằng điện thoại.",
        "BÁO BẾN MỚI ĐIỆN TỬ", "Lương Khắc Vịnh", "Mạc Đăng Lễ", "0299.3000001",
        "toasoan@benmoi.example", "Số 1 đường Bờ Sông, thị xã Bến Mới",
    ):  # fmt: skip
        assert words in html, words
    body = html[html.index("<main") : html.index("</main")]
    assert (
        body.count("Mẻ gốm đầu năm ở xóm Bến Đất.</")
        + body.count("Mẻ gốm đầu năm ở xóm Bến Đất. <")
        == 1
    )


def test_the_other_part_becomes_a_draft_without_text(page):
    run(page)
    gap = Article.objects.get(part=1)
    assert (gap.headline, gap.body) == ("Lò nguội một nửa", "")


def test_the_photographer_is_who_the_byline_says(page, picture):
    run(page, "--photo", picture)
    photo = Photo.objects.get()
    assert (photo.photographer.name, photo.caption) == ("Hải Đăng", "Mẻ gốm đầu năm ở xóm Bến Đất.")


def test_a_caption_without_a_photo_keeps_its_words_and_bars_publishing(page):
    out = run(page, "--section", "Văn hóa", "--publish")
    article = Article.objects.get(part=2)
    assert out.startswith(f"draft {article.pk} ")
    assert "“Mẻ gốm đầu năm ở xóm Bến Đất.” chưa có ảnh" in out
    assert "Mẻ gốm đầu năm" in article.body


def test_a_refused_picture_leaves_its_caption_waiting(page, tmp_path):
    bad = tmp_path / "gom.svg"
    bad.write_text("<svg/>")
    run(page, "--photo", bad)
    assert 'data-photo="0"' in Article.objects.get(part=2).body


def test_importing_twice_changes_nothing(page, picture):
    args = (page, "--section", "Văn hóa", "--photo", picture, "--publish")
    first = run(*args)
    before = [Revision.objects.count(), Photo.objects.count(), Article.objects.count()]
    assert run(*args) == first
    assert [Revision.objects.count(), Photo.objects.count(), Article.objects.count()] == before


def test_the_masthead_is_kept_when_none_stands_for_that_day(page):
    run(page)
    assert Masthead.objects.get().effective_from.isoformat() == "2024-02-03"
    assert Appointment.objects.count() == 3


def test_a_masthead_that_stands_is_left_alone(page):
    make.masthead()
    run(page)
    assert Masthead.objects.get().name == "Báo Bến Mới"


def test_the_series_takes_its_style_and_end_from_the_page(page):
    run(page)
    series = Series.objects.get()
    assert (series.title, series.label_style, series.is_complete) == (
        "Giữ lửa lò gốm Bến Đất", "ky_roman", True,
    )  # fmt: skip


def test_a_note_like_the_derived_one_is_no_override(page):
    run(page)
    assert Article.objects.get(part=2).note_override == ""


def test_a_note_of_its_own_is_kept(tmp_path):
    path = tmp_path / "trang.txt"
    path.write_text(PAGE.replace("(Tiếp theo và hết)", "(Tiếp theo kỳ trước)"), "utf-8")
    run(path)
    assert Article.objects.get(part=2).note_override == "(Tiếp theo kỳ trước)"


def test_a_part_that_is_a_gap_is_filled(page, tmp_path):
    run(page)
    first = tmp_path / "mot.txt"
    first.write_text(
        PAGE.replace("Kỳ II: Người trẻ trở về", "Kỳ I: Lò nguội một nửa", 1)
        .replace("Kỳ I: Lò nguội một nửa\n\n(Tiếp theo và hết)\n\n", "(Còn nữa)\n\n")
        .replace("Kỳ II: Người trẻ trở về", "Kỳ I: Lò nguội một nửa"),
        "utf-8",
    )
    run(first)
    assert Article.objects.count() == 2
    assert Article.objects.get(part=1).body


def test_a_part_that_is_written_is_not_overwritten(page, tmp_path):
    run(page)
    other = tmp_path / "khac.txt"
    other.write_text(PAGE.replace("Đầu năm, ba lò", "Cuối năm, bốn lò"), "utf-8")
    with pytest.raises(CommandError):
        run(other)
    assert "Đầu năm, ba lò" in Article.objects.get(part=2).body


def test_an_author_known_by_name_is_the_same_author(page):
    known = make.author("Hải Đăng")
    run(page)
    assert Author.objects.get() == known


def test_the_first_section_takes_a_page_that_names_none(page, picture):
    make.section("Tin trong tỉnh", order=1)
    run(page, "--photo", picture, "--publish")
    assert Story.objects.get().section.name == "Tin trong tỉnh"


def test_a_known_section_is_found_by_its_address(page):
    section = make.section("Văn hóa")
    run(page, "--section", "van-hoa")
    assert list(Section.objects.all()) == [section]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Chưa có nội dung"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"Mot dong chu thoi.", "dòng thời gian"),
    ],
)
def test_a_file_that_is_no_page_is_refused_and_the_others_go_on(page, tmp_path, data, sentence):
    bad = tmp_path / "hong.txt"
    bad.write_bytes(data)
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("import_text", str(bad), str(page), stdout=out, stderr=StringIO())
    refused, draft = out.getvalue().splitlines()
    assert refused.startswith(f"refused {bad}: ")
    assert sentence in refused
    assert draft.startswith("draft ")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CommandError):
        run(tmp_path / "khong-co.txt")
    assert not Article.objects.exists()
