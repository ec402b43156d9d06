import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.copied.page import (
    NotAPage,
    parse,
)
from tests.articles.copied.pages import (
    CAPTION,
    FIRST,
    FOOT,
    HEADLINE,
    OTHER,
    OWN,
    PAPER,
    SECOND,
    SERIES_TITLE,
    TIME,
    page,
    refusal,
    texts,
)
from tests.runaway import no_runaway

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
def test_a_megabyte_of_anything_comes_back(line):
    text = page(line * (999_000 // len(line.encode())), headline=HEADLINE)
    with no_runaway(), contextlib.suppress(NotAPage):
        parse(text)
