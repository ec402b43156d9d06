"""Patterns of old addresses: /channel/*/*/*-{number}/ finds the story's old number.

No regular expression is made of what an editor wrote: a piece is compared from left to right, so
that no pattern can take long over an address.
"""

import re

from django.utils.translation import gettext as _

NUMBER = "{number}"
LONGEST_NUMBER = 40
_DIGITS = re.compile("[0-9]+")


def number_in(address: str, pattern: str) -> str | None:
    """The number an address has at the pattern's place for it; None when it does not fit.

    Case and the last slash do not matter. The number is all the digits that stand together there.
    """
    given, wanted = (_pieces(text) for text in (address, pattern))
    if len(given) != len(wanted):
        return None
    number = None
    for piece, form in zip(given, wanted, strict=True):
        if NUMBER in form:
            number = _number(piece, *form.split(NUMBER, 1))
            if number is None:
                return None
        elif not _fits(piece, form):
            return None
    return number


def faults(pattern: str) -> list[str]:
    """What bars the pattern, in sentences."""
    found = []
    if not pattern.startswith("/"):
        found.append(_("A pattern begins with /."))
    if pattern.count(NUMBER) != 1:
        found.append(_("Write {number} once, where the old address has its number."))
    rest = pattern.replace(NUMBER, "")
    if "{" in rest or "}" in rest:
        found.append(_("Only {number} may stand in braces."))
    if not found and not re.search(r"[^\W_]", rest):
        found.append(_("Leave at least one word of the address, or every address would fit."))
    return found


def _pieces(text: str) -> list[str]:
    return text.lower().rstrip("/").split("/")


def _number(piece: str, before: str, after: str) -> str | None:
    """The last run of digits with the one form before it and the other after it."""
    for run in reversed(list(_DIGITS.finditer(piece))):
        fits = _fits(piece[: run.start()], before) and _fits(piece[run.end() :], after)
        if fits and len(run[0]) <= LONGEST_NUMBER:
            return run[0]
    return None


def _fits(piece: str, form: str) -> bool:
    """Whether a piece has this form, `*` standing for anything, also for nothing."""
    first, *others = form.split("*")
    if not others:
        return piece == form
    *middle, last = others
    if len(piece) < len(first) + len(last) or not piece.startswith(first):
        return False
    if not piece.endswith(last):
        return False
    place, end = len(first), len(piece) - len(last)
    for part in middle:
        found = piece.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return True
