import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.runaway import no_runaway
from vietnamese.normal import normalize, one_line

A_MEGABYTE = 1_000_000


def test_text_typed_in_nfd_equals_text_typed_in_nfc():
    typed = "Đường về quê hương, ruộng đồng ngập nắng"
    assert normalize(unicodedata.normalize("NFD", typed)) == typed


def test_marks_in_either_order_give_one_letter():
    assert normalize("e\u0302\u0323") == normalize("e\u0323\u0302") == "ệ"


@pytest.mark.parametrize("spelling", ["hoà", "hòa", "thuý", "thúy", "kĩ thuật", "kỹ thuật"])
def test_spelling_is_left_as_the_writer_chose(spelling):
    assert normalize(spelling) == spelling


@pytest.mark.parametrize(
    "hidden",
    [
        "\u200b",
        "\u200c",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\u200e",
        "\u202e",
        "\u2066",
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x9d",
        "\ud83d",
        "\uffff",
        "\U000e0041",
    ],
    ids=ascii,
)
def test_a_character_nobody_sees_is_removed(hidden):
    assert normalize(f"tòa{hidden}soạn") == "tòasoạn"


def test_a_mark_kept_apart_from_its_letter_by_a_hidden_character_joins_it():
    assert normalize("a\u200b\u0301") == "á"


@pytest.mark.parametrize("alike", ["\u00d0", "\u0189"], ids=ascii)
def test_a_capital_that_looks_like_ours_becomes_ours(alike):
    assert normalize(f"{alike}ảng") == "Đảng"


@pytest.mark.parametrize("alike", ["\u00f0", "\u0256"], ids=ascii)
def test_a_small_letter_that_looks_like_ours_becomes_ours(alike):
    assert normalize(f"{alike}ường") == "đường"


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\n", "\u2028", "\u2029", "\x0b", "\x85"])
def test_every_line_end_becomes_lf(line_break):
    assert normalize(f"một{line_break}hai") == "một\nhai"


def test_tabs_and_no_break_blanks_stay():
    assert normalize("một\thai\u00a0ba") == "một\thai\u00a0ba"


def test_emoji_and_other_scripts_stay():
    assert normalize("漢字 ❤\ufe0f हिन्दी 한국") == "漢字 ❤\ufe0f हिन्दी 한국"


def test_one_line_makes_one_blank_of_every_run_of_white_space():
    assert one_line("  Gặt\u00a0 lúa\r\n\tđêm\u3000trăng ") == "Gặt lúa đêm trăng"


@settings(deadline=None)
@given(st.text())
def test_normalizing_twice_changes_nothing_more(text):
    assert normalize(normalize(text)) == normalize(text)


@settings(deadline=None)
@given(st.text(alphabet="ae\u0301\u0323\u0344\u0958…\u200b\r\n", min_size=60, max_size=300))
def test_heaps_of_marks_come_out_in_their_final_form(text):
    normal = normalize(text)
    assert normalize(normal) == normal
    assert unicodedata.is_normalized("NFC", normal)


@settings(deadline=None)
@given(st.text())
def test_normal_text_can_be_stored_anywhere(text):
    normal = normalize(text)
    assert not re.search("[\x00\r\ud800-\udfff\uffff]", normal)
    assert normal.encode().decode() == normal


def test_no_letter_carries_more_than_thirty_marks():
    assert normalize("x" + "\u0323" * 100 + "y") == "x" + "\u0323" * 30 + "y"


def test_symbols_in_a_row_are_not_taken_for_marks():
    assert normalize("…" * 100) == "…" * 100


@pytest.mark.parametrize(
    "piece",
    ["\u0301\u0323", "a" + "\u0301\u0323" * 15, "\u0344", "\u200b", "\r\n", "ờ", "…\u0301"],
    ids=ascii,
)
def test_a_hostile_megabyte_comes_back(piece):
    text = piece * (A_MEGABYTE // len(piece.encode()))
    with no_runaway():
        normalize(text)
