import pytest

from vietnamese.numerals import from_roman, roman


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "I"),
        (2, "II"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (90, "XC"),
        (400, "CD"),
        (1975, "MCMLXXV"),
        (2026, "MMXXVI"),
        (3888, "MMMDCCCLXXXVIII"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_a_number_has_its_numeral(number, numeral):
    assert roman(number) == numeral


def test_every_numeral_reads_back_as_its_number():
    assert all(from_roman(roman(number)) == number for number in range(1, 4000))


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_a_number_without_a_numeral_is_refused(number):
    with pytest.raises(ValueError, match=rf"run from 1 to 3999; {number} has none\."):
        roman(number)


@pytest.mark.parametrize("text", [" iv ", "Iv", "Ⅳ", "ＩＶ"])
def test_case_blanks_and_compatibility_forms_do_not_matter(text):
    assert from_roman(text) == 4


@pytest.mark.parametrize(
    "text", ["", " ", "IIII", "VV", "IC", "IVI", "MMMM", "kỳ", "12", "I I", "I\n."]
)
def test_what_is_not_a_numeral_is_refused(text):
    with pytest.raises(ValueError, match="is not a Roman numeral"):
        from_roman(text)


def test_a_refusal_quotes_no_more_than_a_numeral_could_have():
    with pytest.raises(ValueError, match=f"^“{'I' * 15}” is not a Roman numeral.$"):
        from_roman("I" * 1_000_000)
