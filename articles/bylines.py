"""The grammar of bylines: who did what, in the words a Vietnamese paper prints.

Forms: "Bài và ảnh: X", "Bài: X – Ảnh: Y", "X - Y", "Nhóm PV", "Thực hiện: X", "Theo TTXVN",
"X (tổng hợp)", "Dịch: X", "Đồ họa: X". The printed words are Vietnamese in every language.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    BY = "by", _("name alone")
    TEXT_AND_PHOTO = "text_and_photo", _("text and photos")
    TEXT = "text", _("text")
    PHOTO = "photo", _("photos")
    TEAM = "team", _("done by")
    COMPILED = "compiled", _("compiled by")
    TRANSLATED = "translated", _("translated by")
    GRAPHICS = "graphics", _("graphics")
    SOURCE = "source", _("according to")


PREFIX = {
    Role.TEXT_AND_PHOTO: "Bài và ảnh: ",
    Role.TEXT: "Bài: ",
    Role.PHOTO: "Ảnh: ",
    Role.TEAM: "Thực hiện: ",
    Role.TRANSLATED: "Dịch: ",
    Role.GRAPHICS: "Đồ họa: ",
    Role.SOURCE: "Theo ",
}
SUFFIX = {Role.COMPILED: " (tổng hợp)"}
BETWEEN = " – "
# People whose name a photo's credit may be taken from.
PHOTOGRAPHERS = (Role.TEXT_AND_PHOTO, Role.PHOTO)


class Signed(NamedTuple):
    """One name in a byline, as printed; `author` is its number, for the author page."""

    role: str
    name: str
    author: int | None = None


class Phrase(NamedTuple):
    """A run of names under one role: "Bài: " + names + ""."""

    prefix: str
    names: Sequence[Signed]
    joiner: str
    suffix: str

    @property
    def text(self) -> str:
        return self.prefix + self.joiner.join(one.name for one in self.names) + self.suffix


def phrases(signed: Iterable[Signed]) -> list[Phrase]:
    """Names in their order, neighbours with the same role together."""
    return [
        Phrase(
            PREFIX.get(Role(role), ""),
            tuple(names),
            " - " if role == Role.BY else ", ",
            SUFFIX.get(Role(role), ""),
        )
        for role, names in groupby(signed, key=lambda one: one.role)
    ]


def line(signed: Iterable[Signed]) -> str:
    """The byline as one line of text; "" for nobody."""
    return joined(phrases(signed))


def joined(parts: Iterable[Phrase]) -> str:
    """Phrases as one line of text."""
    return BETWEEN.join(phrase.text for phrase in parts)
