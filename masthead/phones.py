"""Telephone numbers: as the paper prints them, and as a phone dials them."""

import re

COUNTRY_CODE = "84"


def e164(display: str) -> str:
    """The number to dial, such as +842283849386, or "" when there are no digits.

    A leading 0 is the Vietnamese trunk prefix and gives way to the country code (ITU-T E.164).
    """
    digits = re.sub(r"\D", "", display)
    if not digits:
        return ""
    if display.strip().startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+{COUNTRY_CODE}{digits.removeprefix('0')}"


def numbers(display: str) -> list[tuple[str, str]]:
    """Each number of a line as (printed, dialled); several stand apart by ; or / or a comma."""
    printed = (part.strip() for part in re.split(r"[;,/]| - ", display))
    return [(part, e164(part)) for part in printed if part]
