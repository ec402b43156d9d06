import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.runaway import no_runaway
from vietnamese.folding import exact, exact_text, fold, folded_text, syllables

LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
CONSONANTS = "bcdđghklmnpqrstvx"
vietnamese_text = st.text(alphabet=LETTERS + CONSONANTS + LETTERS.upper() + "Đ 019-/,.“”")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường", "duong"),
        ("ĐẢNG BỘ", "dang bo"),
        ("Thành phố Hồ Chí Minh", "thanh pho ho chi minh"),
        ("ưỡn ẹo ngoằn ngoèo", "uon eo ngoan ngoeo"),
        ("Łódź, Søren, Straße", "lodz, soren, strasse"),
        ("km² và ℃", "km2 va °c"),
        ("ＶＴＶ", "vtv"),
    ],
)
def test_folding_takes_away_case_and_diacritics(text, folded):
    assert fold(text) == folded


def test_folding_takes_every_mark_off_every_vowel():
    assert set(fold(LETTERS + LETTERS.upper())) == set("aeiouy")


def test_signs_that_are_vowels_in_other_scripts_stay():
    assert fold("한국 हिन्दी が") == "한국 हिन्दी が"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"),
        ("hoá", "hóa"),
        ("toả", "tỏa"),
        ("xoã", "xõa"),
        ("hoạ", "họa"),
        ("khoẻ", "khỏe"),
        ("loè", "lòe"),
        ("thuý", "thúy"),
        ("uỷ", "ủy"),
        ("tuỳ", "tùy"),
        ("luỹ", "lũy"),
        ("luỵ", "lụy"),
        ("UỶ BAN", "ủy ban"),
        ("Hoà.", "hòa."),
    ],
)
def test_both_places_of_the_tone_mark_are_one_exact_form(new, old):
    assert exact(new) == exact(old) == old


@pytest.mark.parametrize(
    "text", ["quý", "quỳ", "hoàn", "hoài", "khoáng", "huỳnh", "khuỷu", "ngoèo", "khoét", "thuở"]
)
def test_a_tone_mark_with_one_place_only_stays_there(text):
    assert exact(text) == text


def test_exact_keeps_diacritics_and_drops_case():
    assert exact("Xuân Trường") == "xuân trường"


def test_exact_forms_tell_tones_apart():
    assert exact("đường") != exact("đương")


@pytest.mark.parametrize("form", [exact, fold, exact_text, folded_text])
def test_composed_and_decomposed_text_have_one_form(form):
    text = "Hoà thuận, uỷ quyền; Đất Mũi"
    assert form(unicodedata.normalize("NFD", text)) == form(text)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("05-CT/TW", ["05", "ct", "tw"]),
        ("85-90%", ["85", "90"]),
        ("UBND/HĐND", ["ubnd", "hdnd"]),
        ("24/5/2023, 12.500", ["24", "5", "2023", "12", "500"]),
        ("G20 “họp” snake_case", ["g20", "hop", "snake", "case"]),
        (" – ", []),
        ("", []),
    ],
)
def test_syllables_are_runs_of_letters_and_digits(text, cut):
    assert syllables(fold(text)) == cut


def test_a_letter_and_a_mark_that_do_not_compose_stay_together():
    assert syllables("x\u030cy z") == ["x\u030cy", "z"]


def test_index_columns_hold_syllables_between_single_blanks():
    text = "  Nghị quyết 05-CT/TW:\n“Hoà Bình”  "
    assert exact_text(text) == "nghị quyết 05 ct tw hòa bình"
    assert folded_text(text) == "nghi quyet 05 ct tw hoa binh"


@settings(deadline=None)
@given(vietnamese_text)
def test_each_exact_syllable_has_its_folded_one_in_the_same_place(text):
    assert [fold(syllable) for syllable in exact_text(text).split()] == folded_text(text).split()


@settings(deadline=None)
@given(st.text())
@pytest.mark.parametrize("form", [exact_text, folded_text])
def test_a_form_of_a_form_is_itself(form, text):
    assert form(form(text)) == form(text)


@settings(deadline=None)
@given(vietnamese_text)
def test_folded_vietnamese_is_ascii(text):
    assert folded_text(text).isascii()


@pytest.mark.parametrize("form", [exact_text, folded_text])
@pytest.mark.parametrize(
    "piece",
    ["Đường hoà, 85-90% ", "oà", "q", "-", "a b ", "a\u0301\u0323", "\u0301", "\ufdfa", "漢", "İ"],
    ids=ascii,
)
def test_a_hostile_megabyte_comes_back(form, piece):
    text = piece * (1_000_000 // len(piece.encode()))
    with no_runaway():
        form(text)
