import unicodedata
from datetime import datetime

import pytest

from articles.copied.page import (
    Caption,
    CopiedByline,
    CopiedMasthead,
    CopiedPage,
    Paragraph,
    parse,
)
from tests.articles.copied.pages import (
    CAPTION,
    FIRST,
    HEADLINE,
    OTHER,
    OWN_HEADLINE,
    PAPER,
    SECOND,
    SERIES_TITLE,
    bylines,
    page,
    paper_page,
    part,
    refusal,
    series_page,
    texts,
)

# The whole page


def test_a_page_of_a_series_is_read_whole():
    assert parse(paper_page()) == CopiedPage(
        headline=OWN_HEADLINE,
        series=part(2, OWN_HEADLINE),
        other_parts=(part(1, "Người trồng lứa ổi đầu tiên"),),
        published_at=datetime(2022, 11, 9, 16, 5),  # noqa: DTZ001
        note="(Tiếp theo và hết)",
        blocks=(Paragraph(FIRST), Caption(CAPTION), Paragraph(SECOND)),
        bylines=(CopiedByline("text_and_photo", "Hạ Vy"),),
        masthead=CopiedMasthead(
            name=PAPER,
            editor_in_chief="Đoàn Thế Khải",
            deputies=("Mạc Thu Lan", "Đinh Hữu Bách"),
            address="Số 5 đường Bờ Đầm, TP Vĩnh Hà",
            phone="0999.123456",
            email="toasoan@vinhha.example",
        ),
    )


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param(lambda text: text.replace("\n", "\r"), id="old Macintosh line ends"),
        pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
        pytest.param(lambda text: text.replace("\n", " \t\u00a0\n\t "), id="blanks at the ends"),
        pytest.param(lambda text: text.replace("\n\n", "\n\n \n\n\n"), id="more blank lines"),
        pytest.param(lambda text: text.replace("\n\n", "\n"), id="no blank lines"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text), id="decomposed letters"),
        pytest.param(lambda text: text.replace("a", "a\u200b"), id="zero-width blanks"),
        pytest.param(lambda text: f"\n\n{text}\n\n", id="blank lines around"),
    ],
)
def test_how_the_text_was_copied_changes_nothing(changed):
    assert parse(changed(paper_page())) == parse(paper_page())


def test_a_page_without_series_byline_and_masthead_is_read():
    copied = parse(page())
    assert (copied.series, copied.other_parts, copied.note) == (None, (), "")
    assert (copied.bylines, copied.masthead) == ((), None)


def test_lines_of_the_sites_menu_above_the_headline_are_passed_over():
    assert parse(f"Trang chủ\n\nĐời sống\n\n{page()}").headline == "Chợ nổi họp lại"


# Notes


@pytest.mark.parametrize(
    "note", ["(Còn nữa)", "(Tiếp theo)", "(Tiếp theo và hết)", "(Ghi chép của phóng viên)"]
)
def test_a_line_in_parentheses_above_the_text_is_the_note(note):
    copied = parse(series_page(note))
    assert (copied.note, texts(copied)) == (note, [FIRST])


def test_a_series_note_below_the_text_is_the_note():
    copied = parse(page(FIRST, "(Còn nữa)", "Bài: Hạ Vy", headline=HEADLINE))
    assert (copied.note, texts(copied)) == ("(Còn nữa)", [FIRST])


def test_a_series_note_below_the_byline_hides_no_byline():
    assert bylines("Bài: Hạ Vy", "(Còn nữa)") == [("text", "Hạ Vy")]


def test_notes_above_and_below_the_text_are_both_kept():
    copied = parse(page("(Tiếp theo)", FIRST, "(Còn nữa)", headline=HEADLINE))
    assert copied.note == "(Tiếp theo) (Còn nữa)"


def test_other_parentheses_below_the_text_are_text():
    assert texts(parse(page(FIRST, "(Tên nhân vật đã đổi)")))[-1] == "(Tên nhân vật đã đổi)"


@pytest.mark.parametrize(
    ("headline", "head", "complete"),
    [
        (HEADLINE, "(Tiếp theo và hết)", True),
        (HEADLINE, "(Tiếp theo kỳ trước và hết)", True),
        (HEADLINE, "(Hết)", True),
        (HEADLINE, "Kỳ cuối: Mùa quả", True),
        (f"{SERIES_TITLE} - Kỳ cuối: Mùa quả", OTHER, True),
        (f"{SERIES_TITLE} - Kỳ III và hết: Mùa quả", OTHER, True),
        (HEADLINE, "(Tiếp theo)", False),
        (HEADLINE, "(Còn nữa)", False),
        (HEADLINE, "(Hết lòng vì dân)", False),
        (HEADLINE, OTHER, False),
        ("Chợ nổi họp lại", "(Tiếp theo và hết)", False),
    ],
)
def test_a_series_is_complete_when_label_or_note_says_so(headline, head, complete):
    assert parse(series_page(head, headline=headline)).series_is_complete is complete


# Time line


@pytest.mark.parametrize(
    "time_line",
    [
        "16:05, 09/11/2022",
        "16:05 09/11/2022",
        "09/11/2022 16:05",
        "09/11/2022, 16:05",
        "9/11/2022 - 16:05",
        "09-11-2022 | 16h05",
        "Thứ Tư, 09/11/2022, 16:05",
        "Thứ tư, ngày 09/11/2022 16:05 (GMT+7)",
        "thứ 4, 09/11/2022 16:05:59",
        "16:05, Thứ Tư, 09/11/2022",
        "Chủ nhật 09/11/2022 lúc 16:05",
        "Cập nhật lúc: 16:05, 09/11/2022",
    ],
)
def test_the_time_line_is_read_in_every_order(time_line):
    published_at = parse(page(time_line=time_line)).published_at
    assert published_at == datetime(2022, 11, 9, 16, 5)  # noqa: DTZ001


def test_the_time_has_no_zone():
    assert parse(page()).published_at.tzinfo is None


def test_of_two_time_lines_the_first_is_the_time_of_publication():
    copied = parse(page("Cập nhật: 18:30, 10/11/2022", FIRST))
    assert (copied.published_at.hour, texts(copied)) == (16, [FIRST])


def test_todays_date_above_the_headline_is_not_the_time_line():
    copied = parse(f"08:00, 01/01/2025\n\n{page()}")
    assert (copied.headline, copied.published_at.year) == ("Chợ nổi họp lại", 2022)


def test_a_time_line_between_paragraphs_is_text():
    assert texts(parse(page(FIRST, "18:30, 10/11/2022", SECOND)))[1] == "18:30, 10/11/2022"


@pytest.mark.parametrize(
    "time_line",
    ["16:05, 09/13/2022", "16:05, 31/02/2022", "24:05, 09/11/2022", "16:60, 09/11/2022"],
)
def test_a_time_that_does_not_exist_is_refused_and_shown(time_line):
    assert refusal(page(time_line=time_line)) == (
        f"The time line “{time_line}” gives a date or time that does not exist."
    )


def test_the_year_zero_is_refused():
    assert "does not exist" in refusal(page(time_line="16:05, 09/11/0000"))


# Paragraphs and captions


def test_double_blanks_inside_a_paragraph_are_kept():
    assert texts(parse(page("Nước  về\tđầm\u00a0cũ."))) == ["Nước  về\tđầm\u00a0cũ."]


def test_markup_inside_a_paragraph_stays_plain_text():
    assert texts(parse(page("Khi 3 < 5 & <b>đầm</b> cạn."))) == ["Khi 3 < 5 & <b>đầm</b> cạn."]


def test_a_line_printed_twice_is_one_caption():
    assert parse(page(FIRST, f"{CAPTION}\n{CAPTION}")).blocks[1:] == (Caption(CAPTION),)


def test_a_caption_printed_twice_around_a_blank_line_is_one_caption():
    assert parse(page(FIRST, CAPTION, CAPTION)).blocks[1:] == (Caption(CAPTION),)


def test_two_pictures_with_the_same_caption_are_two_captions():
    assert parse(page(FIRST, *[CAPTION] * 4)).blocks[1:] == (Caption(CAPTION),) * 2


def test_a_caption_above_the_first_paragraph_keeps_its_place():
    assert parse(page(CAPTION, CAPTION, FIRST)).blocks == (Caption(CAPTION), Paragraph(FIRST))


def test_a_line_printed_once_is_a_paragraph_even_under_a_picture():
    blocks = parse(page(FIRST, CAPTION, "Ảnh: Hạ Vy", SECOND)).blocks
    assert blocks[1:3] == (Paragraph(CAPTION), Paragraph("Ảnh: Hạ Vy"))


def test_a_line_repeated_far_away_is_no_caption():
    assert Caption(CAPTION) not in parse(page(CAPTION, FIRST, CAPTION)).blocks
