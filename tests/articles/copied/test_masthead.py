import pytest

from articles.copied.page import (
    CopiedByline,
    CopiedMasthead,
    parse,
)
from tests.articles.copied.pages import FIRST, FOOT, PAPER, SECOND, bylines, masthead, page, texts

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
