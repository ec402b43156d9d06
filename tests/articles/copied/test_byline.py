import pytest

from articles.copied.page import (
    Caption,
    parse,
)
from tests.articles.copied.pages import FIRST, bylines, page, texts

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


@pytest.mark.parametrize("line", ["Hết.", "Hải Phòng.", "Việt Nam!", "Hà Nội…"])
def test_a_last_line_that_ends_a_sentence_stays_in_the_text(line):
    copied = parse(page(FIRST, line))
    assert (texts(copied)[-1], copied.bylines) == (line, ())
