"""Finding what goes on a front by a few typed words, with or without diacritics.

The database is asked with a regular expression in which each letter stands for all its marked
forms. So the whole archive is searched on either database and no second text is kept. Rows are
read newest first and no further than the answer needs; words that occur nowhere read every
headline once.
"""

from collections import defaultdict
from typing import Any

from django.db.models import QuerySet

from articles.models import Article, Section, Series, Topic
from vietnamese.folding import fold, folded_text

MOST_FOUND = 20
_MOST_WORDS = 8
_LONGEST_WORD = 30
# A word is found where it begins: "an" finds "An Giang", not "bàn".
_BEGINS = "(^|[^0-9A-Za-z\u00c0-\u1ef9])"
_SPACES = (range(0x30, 0x3A), range(0x61, 0x7B), range(0xC0, 0x250), range(0x1E00, 0x1F00))


def _letter_forms() -> dict[str, str]:
    """ "d" → "Ddđ…": every letter, small and capital, that folds to a base letter."""
    forms: dict[str, set[str]] = defaultdict(set)
    for space in _SPACES:
        for letter in map(chr, space):
            base = fold(letter)
            if len(base) == 1 and base.isalnum():
                forms[base] |= {letter, letter.upper()}
    return {base: "".join(sorted(one for one in found if len(one) == 1))
            for base, found in forms.items()}  # fmt: skip


_FORMS = _letter_forms()


def stories(query: str) -> list[Article]:
    """Articles whose headline holds every word, newest first, published or not. One query."""
    rows = with_pictures(Article.objects.all()).order_by("-pk")
    return list(_holding(rows, "headline", query)[:MOST_FOUND])


def stories_numbered(numbers: list[int]) -> dict[int, Article]:
    """{number: article} of those that exist. One query; none for no numbers."""
    return with_pictures(Article.objects.all()).in_bulk(numbers) if numbers else {}


def headlines(numbers: set[int]) -> dict[int, str]:
    """{number: headline} as the desk has them now. One query; none for no numbers."""
    rows = Article.objects.filter(pk__in=numbers)
    return dict(rows.values_list("pk", "headline")) if numbers else {}


def with_pictures(rows: QuerySet[Article]) -> QuerySet[Article]:
    """What an editor sees of a story: everything but its texts."""
    return rows.select_related("section", "lead_photo").defer("body", "standfirst", "lead_caption")


def sources(kind: str, query: str, *, most: int | None = MOST_FOUND) -> list[dict[str, Any]]:
    """Sections, topics or series that may fill a slot, by words of their name. One query."""
    rows, name = _named(kind)
    found = _holding(rows, name, query).values_list("pk", name)[:most]
    return [{"id": pk, "name": said} for pk, said in found]


def names(kind: str, numbers: set[int]) -> dict[int, str]:
    """{number: name} of sections, topics or series. One query; none for no numbers."""
    rows, name = _named(kind)
    return dict(rows.filter(pk__in=numbers).values_list("pk", name)) if numbers else {}


def _named(kind: str) -> tuple[QuerySet[Any], str]:
    match kind:
        case "section":
            return Section.objects.in_tree_order(), "name"
        case "topic":
            return Topic.objects.order_by("name", "pk"), "name"
        case _:
            return Series.objects.order_by("-pk"), "title"


def _holding(rows: QuerySet[Any], field: str, query: str) -> Any:
    for word in folded_text(query).split()[:_MOST_WORDS]:
        rows = rows.filter(**{f"{field}__regex": _pattern(word[:_LONGEST_WORD])})
    return rows


def _pattern(word: str) -> str:
    """Letters and digits only come here, so nothing in it can be an operator."""
    return _BEGINS + "".join(f"[{_FORMS.get(letter, letter)}]" for letter in word)
