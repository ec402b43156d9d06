"""A page as it is copied, and what its parts are expected to become."""

import pytest

from articles.copied.page import (
    CopiedMasthead,
    CopiedPage,
    NotAPage,
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
