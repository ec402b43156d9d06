"""How a part of a series is called, and the notes that stand with it.

Source: the house rules of Vietnamese papers (Kỳ I, Kỳ cuối, "Tiếp theo và hết"). The words are
printed Vietnamese, whatever language the desk works in, and so are not translated.
"""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from vietnamese.numerals import roman

TO_BE_CONTINUED = "(Còn nữa)"
CONTINUED = "(Tiếp theo)"
CONTINUED_AND_CONCLUDED = "(Tiếp theo và hết)"


class LabelStyle(models.TextChoices):
    KY_ROMAN = "ky_roman", _("Kỳ I, Kỳ II")
    KY_ARABIC = "ky_arabic", _("Kỳ 1, Kỳ 2")
    BAI = "bai", _("Bài 1, Bài 2")
    PHAN = "phan", _("Phần 1, Phần 2")


WORDS = {
    LabelStyle.KY_ROMAN: "Kỳ",
    LabelStyle.KY_ARABIC: "Kỳ",
    LabelStyle.BAI: "Bài",
    LabelStyle.PHAN: "Phần",
}


class Notes(NamedTuple):
    """What stands before a part's text and what after it; either may be empty."""

    opening: str
    closing: str


def numeral(style: str, number: int) -> str:
    return roman(number) if style == LabelStyle.KY_ROMAN else str(number)


def label(style: str, number: int, *, final: bool = False) -> str:
    """ "Kỳ II", or "Kỳ cuối" for a part that is labelled as the final one."""
    word = WORDS[LabelStyle(style)]
    return f"{word} cuối" if final else f"{word} {numeral(style, number)}"


def notes(number: int, *, last: int, is_complete: bool, override: str = "") -> Notes:
    """The notes of part `number` of a series whose highest part so far is `last`.

    A part with a later part to come says so at its end; a part after the first says at its head
    that it continues, and the last of several that it concludes. An override replaces them all.
    """
    concludes = is_complete and number >= last
    if override:
        return Notes(override, "") if number > 1 else Notes("", override)
    if number == 1:
        return Notes("", "" if concludes else TO_BE_CONTINUED)
    if concludes:
        return Notes(CONTINUED_AND_CONCLUDED, "")
    return Notes(CONTINUED, TO_BE_CONTINUED)
