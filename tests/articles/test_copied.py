import contextlib
import time
import unicodedata
from datetime import datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.copied.page import (
    Caption,
    CopiedByline,
    CopiedMasthead,
    CopiedPage,
    NotAPage,
    Paragraph,
    SeriesPart,
    parse,
)

SERIES_TITLE = "Xã Hạ Lâm: Những vườn cây bên đầm"
OWN_HEADLINE = "Giữ nước cho mùa khô"
HEADLINE = f"{SERIES_TITLE} - Kỳ II: {OWN_HEADLINE}"
TIME = "16:05, 09/11/2022"
OTHER = "Kỳ I: Người trồng lứa ổi đầu tiên"
OWN = f"Kỳ II: {OWN_HEADLINE}"
FIRST = "Mùa khô năm nay, đầm Hạ Lâm cạn sớm hơn mọi năm gần một tháng."
SECOND = "Cả xã góp công đào lại con mương cũ, kịp đưa nước về trước vụ ghép cành."
CAPTION = "Mương nước mới ở đầm Hạ Lâm."
PAPER = "BÁO VĨNH HÀ ĐIỆN TỬ"
FOOT = (
    "Tổng biên tập: Đoàn Thế Khải",
    "Phó Tổng biên tập: Mạc Thu Lan, Đinh Hữu Bách",
    "Tòa soạn: Số 5 đường Bờ Đầm, TP Vĩnh Hà",
    "Điện thoại: 0999.123456; Email: toasoan@vinhha.example",
)


@pytest.fixture(autouse=True, scope="module")
def _sentences_in_english():
    with translation.override("en"):
        yield


def page(*body: str, headline: str = "Chợ nổi họp lại", time_line: str = TIME) -> str:
    return "\n\n".join((headline, time_line, *(body or (FIRST,))))


def series_page(*head: str, headline: str = HEADLINE) -> str:
    return page(*head, FIRST, headline=headline)


def paper_page() -> str:
    body = (FIRST, f"{CAPTION}\n{CAPTION}", SECOND, f"Bài và ảnh: Hạ Vy{PAPER}", *FOOT)
    return page(OTHER, "(Tiếp theo và hết)", OWN, *body, headline=HEADLINE)


def texts(copied: CopiedPage) -> list[str]:
    return [block.text for block in copied.blocks]


def bylines(*lines: str) -> list[tuple[str, str]]:
    return [(byline.role, byline.name) for byline in parse(page(FIRST, *lines)).bylines]


def masthead(*lines: str) -> CopiedMasthead:
    found = parse(page(FIRST, *lines)).masthead
    assert found is not None
    return found


def part(number: int, headline: str, *, style: str = "ky_roman", final: bool = False) -> SeriesPart:
    return SeriesPart(SERIES_TITLE, style, number, headline, is_final=final)


def refusal(text: str) -> str:
    with pytest.raises(NotAPage) as refused:
        parse(text)
    return str(refused.value)


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


# Headline and series


def test_a_headline_without_a_part_label_is_kept_whole():
    headline = "Chợ nổi - nơi hẹn của ba dòng sông: Họp lại"
    assert parse(page(headline=headline)).headline == headline


def test_blanks_inside_a_headline_are_collapsed():
    assert parse(page(headline="Chợ nổi \u00a0\t họp lại")).headline == "Chợ nổi họp lại"


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_every_dash_parts_the_series_from_its_part(dash):
    headline = f"{SERIES_TITLE} {dash} Kỳ II: {OWN_HEADLINE}"
    assert parse(page(headline=headline)).series == part(2, OWN_HEADLINE)


@pytest.mark.parametrize(
    ("label", "style", "number"),
    [
        ("Kỳ IV", "ky_roman", 4),
        ("Kỳ 3", "ky_arabic", 3),
        ("Kì 3", "ky_arabic", 3),
        ("KỲ IX", "ky_roman", 9),
        ("Bài 12", "bai", 12),
        ("Bài V", "bai", 5),
        ("Phần 1", "phan", 1),
        ("kỳ\u00a0II", "ky_roman", 2),
    ],
)
def test_a_part_label_gives_word_and_number(label, style, number):
    copied = parse(page(headline=f"{SERIES_TITLE} - {label}: {OWN_HEADLINE}"))
    assert copied.series == part(number, OWN_HEADLINE, style=style)


@pytest.mark.parametrize("label", ["Kỳ 0", "Kỳ IIII", "Kỳ 2022", "Kỳ họp thứ 3", "Bài học 2"])
def test_what_only_looks_like_a_label_makes_no_series(label):
    headline = f"{SERIES_TITLE} - {label}: {OWN_HEADLINE}"
    copied = parse(page(headline=headline))
    assert (copied.series, copied.headline) == (None, headline)


def test_a_series_title_may_hold_a_dash():
    copied = parse(page(headline="Đường sắt - đường sông – Bài 2: Bến cũ"))
    assert copied.series == SeriesPart("Đường sắt - đường sông", "bai", 2, "Bến cũ", is_final=False)


def test_the_last_part_is_numbered_after_the_parts_named():
    head = ("Kỳ 1: Đào mương", "Kỳ 2: Đắp bờ")
    copied = parse(series_page(*head, headline=f"{SERIES_TITLE} - Kỳ cuối: Mùa quả"))
    assert copied.series == part(3, "Mùa quả", style="ky_arabic", final=True)


def test_the_last_part_alone_has_no_number():
    copied = parse(series_page(headline=f"{SERIES_TITLE} - Bài cuối: Mùa quả"))
    assert copied.series == part(0, "Mùa quả", style="bai", final=True)


def test_another_part_may_be_the_last():
    copied = parse(series_page(OTHER, "Kỳ cuối: Mùa quả"))
    assert copied.other_parts[-1] == part(3, "Mùa quả", final=True)


def test_a_part_without_a_headline_of_its_own_keeps_the_whole_one():
    headline = f"{SERIES_TITLE} - Kỳ II"
    copied = parse(series_page(headline=headline))
    assert (copied.headline, copied.series) == (headline, part(2, ""))


def test_a_part_without_a_headline_takes_it_from_the_line_that_repeats_its_label():
    copied = parse(series_page(OWN, headline=f"{SERIES_TITLE} - Kỳ II"))
    assert (copied.headline, texts(copied)) == (OWN_HEADLINE, [FIRST])


def test_a_part_named_twice_counts_once():
    assert len(parse(series_page(OTHER, OTHER)).other_parts) == 1


def test_the_line_that_repeats_this_part_is_not_text():
    assert texts(parse(series_page(OWN))) == [FIRST]


def test_this_parts_number_under_another_headline_stays_in_the_text():
    assert texts(parse(series_page("Kỳ II: Nước về"))) == ["Kỳ II: Nước về", FIRST]


def test_a_label_with_another_word_is_text():
    assert texts(parse(series_page("Bài 1: Đào mương"))) == ["Bài 1: Đào mương", FIRST]


def test_a_part_label_below_the_first_paragraph_is_text():
    assert texts(parse(page(FIRST, OTHER, SECOND, headline=HEADLINE)))[1] == OTHER


def test_a_part_label_on_a_page_without_series_is_text():
    assert texts(parse(page(OTHER, FIRST))) == [OTHER, FIRST]


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


# Bylines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bài và ảnh: Hạ Vy", [("text_and_photo", "Hạ Vy")]),
        ("Bài, ảnh: Hạ Vy", [("text_and_photo", "Hạ Vy")]),
        ("Tin, ảnh: Hạ Vy", [("text_and_photo", "Hạ Vy")]),
        ("BÀI VÀ ẢNH: HẠ VY", [("text_and_photo", "HẠ VY")]),
        ("Bài và ảnh: Hạ Vy - Lê Đầm", [("text_and_photo", "Hạ Vy"), ("text_and_photo", "Lê Đầm")]),
        ("Bài: Hạ Vy", [("text", "Hạ Vy")]),
        ("Ảnh: Lê Đầm", [("photo", "Lê Đầm")]),
        ("Bài: Hạ Vy - Ảnh: Lê Đầm", [("text", "Hạ Vy"), ("photo", "Lê Đầm")]),
        ("Bài: Hạ Vy; ảnh: Lê Đầm", [("text", "Hạ Vy"), ("photo", "Lê Đầm")]),
        ("Bài: Hạ VyẢnh: Lê Đầm", [("text", "Hạ Vy"), ("photo", "Lê Đầm")]),
        ("Hạ Vy - Ảnh: Lê Đầm", [("by", "Hạ Vy"), ("photo", "Lê Đầm")]),
        ("Hạ Vy - Lê Đầm", [("by", "Hạ Vy"), ("by", "Lê Đầm")]),
        ("Hạ Vy", [("by", "Hạ Vy")]),
        ("PV", [("by", "PV")]),
        ("Nhóm PV", [("by", "Nhóm PV")]),
        ("Thực hiện: Hạ Vy", [("team", "Hạ Vy")]),
        ("Thực hiện: Ban Kinh tế và Đời sống", [("team", "Ban Kinh tế và Đời sống")]),
        ("Theo TTXVN", [("source", "TTXVN")]),
        ("(Theo TTXVN)", [("source", "TTXVN")]),
        ("Hạ Vy (Theo TTXVN)", [("by", "Hạ Vy"), ("source", "TTXVN")]),
        ("Nguồn: TTXVN", [("source", "TTXVN")]),
        ("Hạ Vy (tổng hợp)", [("compiled", "Hạ Vy")]),
        ("Hạ Vy (tổng hợp từ TTXVN)", [("compiled", "Hạ Vy"), ("source", "TTXVN")]),
        ("Dịch: Hạ Vy", [("translated", "Hạ Vy")]),
        ("Hạ Vy (dịch)", [("translated", "Hạ Vy")]),
        ("Đồ họa: Lê Đầm", [("graphics", "Lê Đầm")]),
        ("Đồ hoạ: Lê Đầm", [("graphics", "Lê Đầm")]),
    ],
)
def test_a_byline_gives_role_and_name(line, expected):
    assert bylines(line) == expected


def test_bylines_on_two_lines_keep_their_order():
    assert bylines("Bài: Hạ Vy", "Ảnh: Lê Đầm") == [("text", "Hạ Vy"), ("photo", "Lê Đầm")]


@pytest.mark.parametrize(
    "line",
    [
        "Theo đó, cả xã góp công đào mương.",
        "Bà con gọi đó là mùa nước bạc",
        "Đoàn Thế Khải nói: “Nước đã về.”",
        "Ông Khải (tổng hợp viên) đồng ý.",
        "Ảnh:",
        "Bài học ở đây là: đào mương từ sớm",
    ],
)
def test_a_last_paragraph_is_not_taken_for_a_byline(line):
    assert texts(parse(page(FIRST, line))) == [FIRST, line]


def test_a_portraits_caption_is_not_taken_for_a_byline():
    copied = parse(page(FIRST, "Lê Đầm\nLê Đầm", "Bài: Hạ Vy"))
    assert copied.blocks[-1] == Caption("Lê Đầm")


# Masthead


@pytest.mark.parametrize(
    "name",
    [
        "BÁO VĨNH HÀ ĐIỆN TỬ",
        "TẠP CHÍ ĐẦM HẠ",
        "ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH VĨNH HÀ",
        "BÁO VÀ PHÁT THANH, TRUYỀN HÌNH VĨNH HÀ",
    ],
)
def test_a_name_run_together_with_the_byline_is_cut_off(name):
    copied = parse(page(FIRST, f"Bài: Hạ Vy{name}", *FOOT))
    assert (copied.bylines, copied.masthead.name) == ((CopiedByline("text", "Hạ Vy"),), name)


@pytest.mark.parametrize("glued", ["Theo TTXVN", "PV", "Nhóm PV", "Hạ Vy (tổng hợp)"])
def test_every_byline_survives_the_name_run_together_with_it(glued):
    assert bylines(f"{glued}{PAPER}", *FOOT) == bylines(glued)


def test_the_papers_name_may_stand_on_its_own_line():
    assert masthead("Bài: Hạ Vy", PAPER, *FOOT).name == PAPER


def test_the_papers_name_in_small_letters_is_read_above_the_chief():
    copied = parse(page(FIRST, "Bài: Hạ Vy", "Báo Vĩnh Hà điện tử", *FOOT))
    assert (texts(copied), copied.masthead.name) == ([FIRST], "Báo Vĩnh Hà điện tử")


def test_a_page_may_end_with_the_papers_name():
    assert masthead(f"Bài: Hạ Vy{PAPER}") == CopiedMasthead(name=PAPER)


def test_a_masthead_may_have_no_name():
    copied = parse(page(FIRST, "Bài: Hạ Vy", *FOOT))
    assert (texts(copied), copied.masthead.name) == ([FIRST], "")


@pytest.mark.parametrize(
    ("line", "qualifier"),
    [
        ("Tổng biên tập: Đoàn Thế Khải", ""),
        ("TỔNG BIÊN TẬP: Đoàn Thế Khải", ""),
        ("Giám đốc, Tổng Biên tập: Đoàn Thế Khải", ""),
        ("Quyền Tổng biên tập: Đoàn Thế Khải", "Quyền"),
        ("Q. Tổng Biên tập: Đoàn Thế Khải", "Quyền"),
        ("Phụ trách Tổng biên tập: Đoàn Thế Khải", "Phụ trách"),
        ("Tổng biên tập (phụ trách): Đoàn Thế Khải", "Phụ trách"),
        ("Phó Tổng biên tập phụ trách: Đoàn Thế Khải", "Phụ trách"),
    ],
)
def test_the_chief_may_hold_the_post_for_now(line, qualifier):
    found = masthead(PAPER, line)
    assert (found.editor_in_chief, found.qualifier) == ("Đoàn Thế Khải", qualifier)


def test_deputies_may_stand_on_lines_of_their_own():
    found = masthead(PAPER, "Phó Tổng biên tập: Mạc Thu Lan", "Phó Tổng Biên tập: Đinh Hữu Bách")
    assert found.deputies == ("Mạc Thu Lan", "Đinh Hữu Bách")


CONTACTS = CopiedMasthead(
    name=PAPER,
    address="Số 5 Bờ Đầm",
    phone="0999.123456",
    fax="0999.654321",
    email="a@vinhha.example",
)


def test_contacts_are_read_from_one_line():
    line = "Tòa soạn: Số 5 Bờ Đầm - ĐT: 0999.123456 - Fax: 0999.654321; Email: a@vinhha.example"
    assert masthead(PAPER, line) == CONTACTS


def test_contacts_are_read_from_lines_of_their_own():
    lines = (
        "Toà soạn: Số 5 Bờ Đầm",
        "Điện thoại: 0999.123456",
        "Fax: 0999.654321",
        "E-mail: a@vinhha.example",
    )
    assert masthead(PAPER, *lines) == CONTACTS


def test_contacts_run_together_are_parted():
    line = "Tòa soạn: Số 5 Bờ ĐầmĐiện thoại: 0999.123456Fax: 0999.654321Email: a@vinhha.example"
    assert masthead(PAPER, line) == CONTACTS


def test_the_hotline_is_read():
    assert masthead(PAPER, "Đường dây nóng: 0999.111222").hotline == "0999.111222"


def test_a_label_alone_takes_the_line_below_it():
    assert masthead(PAPER, "Tòa soạn:", "Số 5 Bờ Đầm").address == "Số 5 Bờ Đầm"


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        (
            "Giấy phép số 12/GP-CBC do Cục Báo chí cấp ngày 09/11/2021.",
            "Giấy phép số 12/GP-CBC do Cục Báo chí cấp ngày 09/11/2021.",
        ),
        ("Giấy phép: 12/GP-CBC", "12/GP-CBC"),
        ("Giấy phép xuất bản số: 12/GP-CBC", "12/GP-CBC"),
    ],
)
def test_the_licence_is_read(line, licence):
    assert masthead(PAPER, FOOT[0], line).licence == licence


def test_junk_between_the_lines_of_a_masthead_is_passed_over():
    found = masthead(PAPER, "Lên đầu trang", FOOT[0], "Bản tin được gửi mỗi sáng.", *FOOT[2:], "©")
    assert (found.name, found.editor_in_chief) == (PAPER, "Đoàn Thế Khải")
    assert found.email == "toasoan@vinhha.example"


def test_a_copyright_line_ends_no_masthead():
    copyright_line = "Ghi rõ nguồn khi phát hành lại thông tin từ website này."
    assert masthead(PAPER, *FOOT, copyright_line).name == PAPER


def test_an_interview_with_a_chief_stays_in_the_body():
    spoken = ("Phóng viên: Đầm đã đầy chưa?", "Tổng biên tập: Đầm đầy rồi.")
    assert texts(parse(page(FIRST, *spoken))) == [FIRST, *spoken]


def test_a_telephone_number_below_the_text_is_no_masthead():
    assert parse(page(FIRST, "Điện thoại: 0999.123456")).masthead is None


def test_an_address_that_ends_a_notice_stays_in_the_body():
    copied = parse(page(FIRST, "Địa chỉ: Chợ Hạ Lâm", f"Bài: Hạ Vy{PAPER}", *FOOT))
    assert texts(copied) == [FIRST, "Địa chỉ: Chợ Hạ Lâm"]


def test_a_masthead_may_name_no_officer():
    found = masthead(PAPER, "Địa chỉ: Số 5 Bờ Đầm", "Điện thoại: 0999.123456")
    assert (found.name, found.address, found.phone) == (PAPER, "Số 5 Bờ Đầm", "0999.123456")


def test_a_last_line_that_begins_like_a_papers_name_is_text():
    copied = parse(page(FIRST, "Báo cáo sẽ gửi xã trong tháng này", *FOOT))
    assert texts(copied)[-1] == "Báo cáo sẽ gửi xã trong tháng này"


def test_a_cross_head_in_capitals_stays_in_the_body():
    cross_head = "BÁO CHÍ VỀ LÀNG"
    copied = parse(page(FIRST, cross_head, SECOND, "Bài: Hạ Vy", PAPER, *FOOT))
    assert texts(copied) == [FIRST, cross_head, SECOND]


# Refusals


@pytest.mark.parametrize("text", ["", "  \n\t\r\n\u00a0 ", "\ufeff\u200b"])
def test_an_empty_text_is_refused(text):
    assert refusal(text) == "There is no text to read."


@pytest.mark.parametrize(
    "text",
    [
        f"Chợ nổi họp lại\n\n{FIRST}",
        "Chợ nổi họp lại",
        f"Chợ nổi họp lại\n\n09/11/2022\n\n{FIRST}",
        f"Chợ nổi họp lại\n\n{FIRST * 6}\n\n{TIME}\n\n{SECOND}",
    ],
)
def test_a_page_without_a_time_line_is_refused(text):
    assert refusal(text) == (
        "Under the headline there is no line with the time, such as “09:15, 03/02/2024”."
    )


def test_a_page_without_a_headline_is_refused():
    assert refusal(f"{TIME}\n\n{FIRST}") == "There is no headline above the time line."


@pytest.mark.parametrize(
    "rest", [(), (OTHER, OWN), ("Bài: Hạ Vy",), (PAPER, *FOOT), ("(Còn nữa)",)]
)
def test_a_page_without_text_is_refused(rest):
    assert refusal("\n\n".join((HEADLINE, TIME, *rest))) == (
        "There is no text under the headline and the time line."
    )


@pytest.mark.parametrize(
    "text",
    [
        f"<!DOCTYPE html>\n<title>x</title>\n{page()}",
        f"<div class='bai'>\n{page()}",
        page("<p>Nước về.</p>", "<p>Đầm đầy.</p>", "<p>Chợ họp.</p>"),
    ],
)
def test_a_pages_html_source_is_refused(text):
    assert refusal(text) == (
        "This is a page's HTML source; copy the text the page shows and paste that."
    )


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00".decode("latin-1") * 20,
        "%PDF-1.7\n%âãÏÓ\n1 0 obj",
        b"\xff\xfeM\x00\xf9\x00a\x00".decode(errors="replace"),
    ],
)
def test_a_files_content_is_refused(content):
    assert refusal(content) == (
        "This is a file's content, not text; copy the page's text and paste it."
    )


@pytest.mark.parametrize("megabyte", ["a" * 1_000_001, "đ" * 500_001, "\n" * 5_000_000])
def test_more_than_a_megabyte_is_refused(megabyte):
    assert refusal(megabyte) == "The text is longer than 1 MB; paste one article page at a time."


def test_a_refusal_is_a_value_error():
    assert issubclass(NotAPage, ValueError)


# Any text at all

_SHAPED_LINES = st.sampled_from(
    [
        *(HEADLINE, "Chợ nổi họp lại", TIME, "16:05, 09/13/2022", OTHER, OWN, "Kỳ cuối: Mùa quả"),
        *(f"{SERIES_TITLE} - Bài cuối", "(Còn nữa)", "(Tiếp theo và hết)", FIRST, SECOND, CAPTION),
        *("Bài và ảnh: Hạ Vy", f"Ảnh: Hạ Vy{PAPER}", "Theo TTXVN", "Hạ Vy (tổng hợp)", PAPER),
        *("Tổng biên tập:", "Phó Tổng biên tập: ", "Giấy phép số", "Fax: ; Email:", "", *FOOT),
    ]
)
_ANY_LINES = st.lists(_SHAPED_LINES | st.text(st.characters(), max_size=40), max_size=14)


@given(st.text(st.characters()) | st.text("()-–:;,. \n\tKỳBàiIVX0123/Ảnhcuố"))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(NotAPage):
        assert parse(text).blocks


@given(_ANY_LINES)
def test_any_lines_of_a_page_in_any_order_are_read_or_refused(lines):
    with contextlib.suppress(NotAPage):
        assert all(text and text == text.strip() for text in texts(parse("\n".join(lines))))


@given(st.lists(_SHAPED_LINES, max_size=8))
def test_no_long_paragraph_is_ever_lost(lines):
    paragraph = FIRST * 6
    copied = parse(page(FIRST, *lines, paragraph, *lines))
    assert paragraph in texts(copied)


@pytest.mark.parametrize(
    "line",
    [
        *("a\n", "(a)\n", "Ảnh: A\n", "Kỳ 1: A\n", "Tổng biên tập:\n", f"{TIME}\n", f"{PAPER}\n"),
        *("BÁO ", "Ảnh:", " - ", "Kỳ I ", "</p", "<p ", "( ", "a" + "\u0301" * 40, "Fax:\n\n"),
    ],
)
def test_a_megabyte_of_anything_takes_less_than_half_a_second(line):
    text = page(line * (999_000 // len(line.encode())), headline=HEADLINE)
    started = time.perf_counter()
    with contextlib.suppress(NotAPage):
        parse(text)
    assert time.perf_counter() - started < 0.5
