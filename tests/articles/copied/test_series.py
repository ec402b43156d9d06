import pytest

from articles.copied.page import (
    SeriesPart,
    parse,
)
from tests.articles.copied.pages import (
    FIRST,
    HEADLINE,
    OTHER,
    OWN,
    OWN_HEADLINE,
    SECOND,
    SERIES_TITLE,
    page,
    part,
    series_page,
    texts,
)

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
