import pytest

from articles.labels import LabelStyle, Notes, label, notes


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (LabelStyle.KY_ROMAN, "Kỳ IV"),
        (LabelStyle.KY_ARABIC, "Kỳ 4"),
        (LabelStyle.BAI, "Bài 4"),
        (LabelStyle.PHAN, "Phần 4"),
    ],
)
def test_the_series_decides_how_a_part_is_called(style, expected):
    assert label(style, 4) == expected


def test_the_final_part_may_be_called_final():
    assert label(LabelStyle.BAI, 3, final=True) == "Bài cuối"


@pytest.mark.parametrize(
    ("number", "last", "is_complete", "expected"),
    [
        (1, 1, False, Notes("", "(Còn nữa)")),
        (1, 3, False, Notes("", "(Còn nữa)")),
        (1, 3, True, Notes("", "(Còn nữa)")),
        (2, 3, True, Notes("(Tiếp theo)", "(Còn nữa)")),
        (2, 2, False, Notes("(Tiếp theo)", "(Còn nữa)")),
        (3, 3, True, Notes("(Tiếp theo và hết)", "")),
        (1, 1, True, Notes("", "")),
    ],
)
def test_a_part_says_what_came_before_and_what_is_to_come(number, last, is_complete, expected):
    assert notes(number, last=last, is_complete=is_complete) == expected


def test_an_override_replaces_the_note_at_the_head():
    assert notes(2, last=2, is_complete=True, override="(Hết)") == Notes("(Hết)", "")


def test_an_override_of_the_first_part_stands_at_its_end():
    assert notes(1, last=2, is_complete=True, override="(Kỳ sau: …)") == Notes("", "(Kỳ sau: …)")
