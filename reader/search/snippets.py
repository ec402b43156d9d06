"""Showing where a story says what was asked for: its own words, diacritics and all, marked."""

import re
from dataclasses import dataclass
from html import unescape

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from reader.models import Story
from reader.search.query import Query
from reader.search.tokens import Phrase, Token, folded, spelt

BEFORE = 12  # syllables shown before what was found
AFTER = 24

_SYLLABLE = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
_TAG = re.compile("<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_MOST = 400_000


@dataclass(frozen=True)
class Span:
    """Syllables `first` to `last` of a text, the last one excluded."""

    first: int
    last: int


class Marker:
    """Marks in any text what one query asks for."""

    def __init__(self, query: Query) -> None:
        phrases = {phrase for term in query.terms for way in term for phrase in way}
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            self._by_first.setdefault(phrase[0].folded, []).append(phrase)

    def headline(self, story: Story) -> SafeString:
        text = _Text(story.headline)
        return text.marked(self._spans(text), 0, len(text.tokens))

    def snippet(self, story: Story) -> SafeString:
        """A line of the standfirst or the text around what was found; else the standfirst."""
        body = unescape(_TAG.sub(" ", story.body[:_MOST]))
        text = _Text(" ".join(f"{story.standfirst} {body}".split()))
        spans = self._spans(text)
        if not spans:
            return conditional_escape(story.standfirst)
        best = max(spans, key=lambda span: span.last - span.first)
        first = max(0, best.first - BEFORE)
        last = min(len(text.tokens), best.last + AFTER)
        return format_html(
            "{}{}{}",
            "… " if first else "",
            text.marked(spans, first, last),
            " …" if last < len(text.tokens) else "",
        )

    def _spans(self, text: "_Text") -> list[Span]:
        """What matches as typed; where nothing does, what matches without diacritics."""
        return text.joined(self._matches(text, is_close=True)) or text.joined(
            self._matches(text, is_close=False)
        )

    def _matches(self, text: "_Text", *, is_close: bool) -> list[Span]:
        spans: list[Span] = []
        for place, token in enumerate(text.tokens):
            for phrase in self._by_first.get(token.folded, ()):
                there = text.tokens[place : place + len(phrase)]
                if len(there) == len(phrase) and all(
                    _matches(wanted, one, is_close=is_close)
                    for wanted, one in zip(phrase, there, strict=True)
                ):
                    spans.append(Span(place, place + len(phrase)))
                    break
        return spans


def _matches(wanted: Token, there: Token, *, is_close: bool) -> bool:
    if wanted.is_marked and (is_close or wanted.is_strict):
        return wanted.exact == there.exact
    return wanted.folded == there.folded


class _Text:
    """A text and its syllables, in both forms, with their places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends: list[tuple[int, int]] = []
        self.tokens: list[Token] = []
        for found in _SYLLABLE.finditer(text):
            self.ends.append(found.span())
            self.tokens.append(Token(folded(found[0]), spelt(found[0])))

    def joined(self, spans: list[Span]) -> list[Span]:
        """Spans that overlap, or have only a blank between them, as one."""
        joined: list[Span] = []
        for span in spans:
            if joined and self._touch(joined[-1], span):
                joined[-1] = Span(joined[-1].first, max(joined[-1].last, span.last))
            else:
                joined.append(span)
        return joined

    def _touch(self, one: Span, other: Span) -> bool:
        if other.first <= one.last - 1:
            return True
        between = self.text[self.ends[one.last - 1][1] : self.ends[other.first][0]]
        return other.first == one.last and between.isspace()

    def marked(self, spans: list[Span], first: int, last: int) -> SafeString:
        """The text from syllable `first` to before `last`; to the ends of the text at its ends."""
        start = self.ends[first][0] if first else 0
        end = self.ends[last - 1][1] if last < len(self.tokens) else len(self.text)
        pieces: list[tuple[str, SafeString]] = []
        for span in spans:
            if span.last <= first or span.first >= last:
                continue
            begins = self.ends[max(span.first, first)][0]
            ends = self.ends[min(span.last, last) - 1][1]
            pieces.append(
                (self.text[start:begins], format_html("<mark>{}</mark>", self.text[begins:ends]))
            )
            start = ends
        return format_html("{}{}", format_html_join("", "{}{}", pieces), self.text[start:end])
