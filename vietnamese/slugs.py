"""The readable part of an address."""

import re

from vietnamese.folding import fold

_WORD = re.compile("[a-z0-9]+")


def slugify(text: str, max_length: int = 100) -> str:
    """Give an ASCII slug of at most `max_length` characters, cut between syllables.

    Empty when the text has no Latin letter and no digit. static/vietnamese/urlify.js gives the
    same in the browser.
    """
    words = _WORD.findall(fold(text))
    slug = "-".join(words)
    if len(slug) <= max_length:
        return slug
    kept = slug[: max_length + 1].rpartition("-")[0]
    return kept or slug[:max_length]
