"""“Did you mean”: what the newest headlines say that is nearest to a query that found nothing.

Cheap: one query for the headlines, no word list. Honest: what it proposes stands together in one
headline that can be read, so it finds at least that story.
"""

from collections.abc import Iterable

from reader.models import StoryText
from reader.search.query import Query

HEADLINES = 2_000

_SAME = 1.0
_NEAR = 0.6
_SHORTEST = 3  # syllables shorter than this are near to everything


def suggest(query: Query) -> str:
    """Syllables of one headline in the order asked for, as spelt there; "" when none is near."""
    wanted = [token.folded for token in query.typed]
    rows = list(
        StoryText.objects.order_by("-place").values_list("folded_headline", "exact_headline")[
            :HEADLINES
        ]
    )
    headlines = [(folded.split(), exact.split()) for folded, exact in rows]
    near = _neighbours(set(wanted), {one for folded, _exact in headlines for one in folded})
    best: list[str] = []
    best_score = _least(wanted)
    for folded, exact in headlines:
        if len(folded) != len(exact):
            continue
        spelt = dict(zip(reversed(folded), reversed(exact), strict=True))
        score, words = _fit(wanted, spelt, near)
        if score > best_score:
            best, best_score = words, score
    return " ".join(best)


def _least(wanted: list[str]) -> float:
    """At least half of it has to be there, and one syllable alone only by being near."""
    return len(wanted) / 2 - 0.01


def _fit(
    wanted: list[str], spelt: dict[str, str], near: dict[str, set[str]]
) -> tuple[float, list[str]]:
    score = 0.0
    words: list[str] = []
    for syllable in wanted:
        if syllable in spelt:
            score += _SAME
            words.append(spelt[syllable])
            continue
        other = next((one for one in spelt if one in near[syllable]), None)
        if other:
            score += _NEAR
            words.append(spelt[other])
    return score, words


def _neighbours(wanted: Iterable[str], known: set[str]) -> dict[str, set[str]]:
    return {
        syllable: {one for one in known if len(syllable) >= _SHORTEST and _is_near(syllable, one)}
        for syllable in wanted
    }


def _is_near(one: str, other: str) -> bool:
    """Whether one letter too many, missing, wrong or exchanged tells them apart."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    if len(one) > len(other):
        one, other = other, one
    same = 0
    while same < len(one) and one[same] == other[same]:
        same += 1
    if len(one) != len(other):
        return one[same:] == other[same + 1 :]
    exchanged = one[same : same + 2] == other[same : same + 2][::-1]
    return one[same + 1 :] == other[same + 1 :] or (
        exchanged and one[same + 2 :] == other[same + 2 :]
    )
