import itertools
import json
import re
import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.runaway import no_runaway
from vietnamese.folding import exact_text
from vietnamese.names import PersonName, name_sort_key, sort_key, split_name

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
SAMPLE = """
    ma mà mả mã má mạ mă mằ mẳ mẵ mắ mặ mâ mầ mẩ mẫ mấ mậ me mê mề mi mo mô mồ mơ mờ mu mư mừ my mỳ
    an Anh Ánh Ăn Ân Ẩn Bình Cường Dũng Diệu Đức Đào Giang Hà Hoàng Khánh Lê Minh Nga Oanh Ổn Ơn
    Phạm Quý Trần Uyên Ước Vũ Xuân Yến z w
"""
SYLLABLES = SAMPLE.split()

vietnamese_text = st.text(alphabet="aàáạăằâấbdđeêểioôơớuưữyỳ AĐƠ12-")
RUN_COLLATOR = """
const words = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(words.sort(new Intl.Collator('vi').compare)));
"""
RUN_EVERY_COLLATOR = """
const keys = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const locales = ['vi', 'en', 'da', 'cs', 'et', 'lt', 'hu', 'cy', 'es-u-co-trad', 'sv', 'lv', 'th'];
const options = [{}, {numeric: true}, {ignorePunctuation: true}, {sensitivity: 'base'}];
console.log(JSON.stringify(locales.flatMap(locale => options.map(
    option => [...keys].reverse().sort(new Intl.Collator(locale, option).compare)))));
"""


def key_of(full: str) -> str:
    return name_sort_key(*split_name(full))


def is_ascending(keys: list[str]) -> bool:
    return all(one < other for one, other in itertools.pairwise(keys))


def bare(text: str) -> str:
    """The letters of the text without its tones."""
    marks = unicodedata.normalize("NFD", exact_text(text))
    return unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0303\u0309\u0323]", "", marks))


def run_node(script: str, value: list[str]) -> list:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node, whose ICU is the measure, is not installed")
    done = subprocess.run(  # noqa: S603 our own script
        [node, "-e", script], input=json.dumps(value), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("full", "name"),
    [
        ("Nguyễn Văn Anh", PersonName("Nguyễn", "Văn", "Anh")),
        ("Trần Thị Ngọc Ánh", PersonName("Trần", "Thị Ngọc", "Ánh")),
        ("Vũ An", PersonName("Vũ", "", "An")),
        ("Mai", PersonName("", "", "Mai")),
        ("  Đỗ\u00a0 Dũng ", PersonName("Đỗ", "", "Dũng")),
        (" ", PersonName("", "", "")),
    ],
)
def test_a_full_name_is_split_family_first(full, name):
    assert split_name(full) == name


def test_names_stand_in_the_order_of_a_vietnamese_list():
    names = [
        "Vũ An",
        "Nguyễn Văn Anh",
        "Trần Thị Ánh",
        "Bùi Ăn",
        "Lê Ân",
        "Hoàng Diệu",
        "Đỗ Dũng",
        "Phạm Đức",
    ]
    assert is_ascending([key_of(name) for name in names])


@pytest.mark.parametrize(("first", "second"), list(itertools.pairwise(ALPHABET)))
def test_letters_stand_in_alphabetical_order(first, second):
    assert sort_key(first) < sort_key(second)
    assert sort_key(f"{first}z") < sort_key(f"{second}a")


@pytest.mark.parametrize(
    ("first", "second"), list(itertools.pairwise(["ma", "mà", "mả", "mã", "má", "mạ"]))
)
def test_tones_stand_in_their_order(first, second):
    assert sort_key(first) < sort_key(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("mạ", "man"), ("ạn", "anh"), ("mạ", "mă"), ("hoạ bi", "hoa binh")],
)
def test_a_later_letter_outweighs_an_earlier_tone(first, second):
    assert sort_key(first) < sort_key(second)


def test_the_tone_of_an_earlier_syllable_outweighs_that_of_a_later_one():
    assert sort_key("Anh Bá") < sort_key("Ánh Ba")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vũ Văn An", "Bùi Văn Bình"),  # given name before family
        ("Bùi Xuân An", "Vũ Anh An"),  # family before middle
        ("Bùi Anh An", "Bùi Xuân An"),  # middle last
        ("Bùi An", "Bùi Anh An"),  # no middle name before any
        ("Vũ Anh", "Bùi Ánh"),  # two given names, not one with an ornament
        ("An", "Bùi An"),
    ],
)
def test_given_name_counts_before_family_and_family_before_middle(first, second):
    assert key_of(first) < key_of(second)


def test_a_word_that_ends_stands_before_one_that_goes_on():
    assert sort_key("An Bình") < sort_key("Anh")


def test_digits_stand_before_letters():
    assert sort_key("24 giờ") < sort_key("An")


@pytest.mark.parametrize("other", ["ANH", "anh", "Anh.", " “Anh” "])
def test_case_and_punctuation_do_not_count(other):
    assert sort_key(other) == sort_key("Anh")


@pytest.mark.parametrize(("one", "other"), [("Hoà", "Hòa"), ("Thuý", "Thúy"), ("Ðức", "Đức")])
def test_two_spellings_of_one_name_have_one_key(one, other):
    assert sort_key(one) == sort_key(other)


def test_decomposed_names_have_the_same_key():
    assert key_of(unicodedata.normalize("NFD", "Đặng Thị Ưởng")) == key_of("Đặng Thị Ưởng")


def test_foreign_letters_stand_with_their_base_letter_and_foreign_scripts_last():
    words = ["Abel", "Äbel 2", "Garçon", "Søren", "Straße", "Zola", "Москва", "漢字"]
    assert is_ascending([sort_key(word) for word in words])


def test_a_pasted_page_has_a_key_too():
    with no_runaway():
        key = name_sort_key("Đường " * 200_000, "\u0301\u0323" * 500_000, "漢" * 300_000)
    assert len(key) < 10_000


@settings(deadline=None)
@given(st.text())
def test_a_key_is_digits_and_letters_in_turn(text):
    assert re.fullmatch("(?:[0-9][a-h])+", sort_key(text))


@settings(deadline=None)
@given(vietnamese_text, vietnamese_text)
def test_only_spellings_of_one_text_share_a_key(one, other):
    if sort_key(one) == sort_key(other):
        assert bare(one) == bare(other)
    if exact_text(one) == exact_text(other):
        assert sort_key(one) == sort_key(other)


@settings(deadline=None)
@given(vietnamese_text, vietnamese_text)
def test_tones_decide_only_between_equal_letters(one, other):
    if bare(one) != bare(other):
        with_tones = sort_key(one) < sort_key(other)
        assert with_tones == (sort_key(bare(one)) < sort_key(bare(other)))


@settings(deadline=None)
@given(st.lists(st.tuples(vietnamese_text, vietnamese_text, vietnamese_text), max_size=8))
def test_a_list_comes_out_the_same_whatever_order_it_came_in(names):
    def keys(rows):
        return [name_sort_key(*row) for row in sorted(rows, key=lambda row: name_sort_key(*row))]

    assert keys(names) == keys(reversed(names))


def test_the_order_is_that_of_icu():
    words = [*SYLLABLES, *(f"{one} {two}" for one in SYLLABLES for two in SYLLABLES[::7])]
    assert sorted(words, key=sort_key) == run_node(RUN_COLLATOR, words)


def test_keys_sort_alike_under_every_collation():
    keys = sorted({key_of(f"{one} {two}") for one in SYLLABLES for two in SYLLABLES[::5]})
    assert all(order == keys for order in run_node(RUN_EVERY_COLLATOR, keys))
