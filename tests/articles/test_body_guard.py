"""What would take the sanitiser too long is refused at once, in a sentence."""

import pytest
from django.utils import translation

from articles.body import BodyTooComplex, clean_body
from tests.runaway import no_runaway

TOO_MUCH = {
    "nested": "<div>" * 10_000,
    "lists": "<ul><li>" * 40_000,
    "bold": "".join(f"<b id={n}>" for n in range(20_000)),
    "hidden ends": "".join(f"<b id={n}><!--</b>-->" for n in range(9_000)),
    "ends in scripts": "".join(f"<b id={n}><script></b></script>" for n in range(9_000)),
    "ends in attributes": "".join(f"<b id={n}><br x='</b>'>" for n in range(9_000)),
    "ends in cells": "".join(f"<b id={n}><table><td></b></table>" for n in range(5_000)),
    "foreign": "<svg><style>" + "".join(f"<b id={n}>" for n in range(9_000)),
    "reopened": "<p>" + "".join(f"<b id={n}>" for n in range(90)) + "x</p>" + "<p>y" * 9_000,
    "tags": "<p>a</p>" * 20_001,
    "ends": "</p>" * 100_000,
    "long": "a" * 400_001,
    "long once written": "&" * 390_000,
    "long in bytes": "ữ" * 200_000,
}


@pytest.mark.parametrize("html", TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_would_take_too_long_is_refused_before_it_does(html):
    with no_runaway(), pytest.raises(BodyTooComplex):
        clean_body(html)


NOT_TOO_MUCH = {
    "many paragraphs": "<p>abc</p>" * 9_900,
    "a long table": "<table><tr>" + "<td>x" * 5_000,
    "open paragraphs": "<p>abc " * 9_900,
    "a hundred lists": "<ul><li>" * 99 + "<li>x" * 9_000,
    "a deep page": "<div>" * 99 + "x",
    "open comments": "<!--" * 90_000,
    "open quotes": '<a "' * 90_000,
    "blanks in a tag": "<a b" + " " * 390_000 + ">",
    "marks on a letter": "a" + "\u0301" * 190_000,
    "an honest long read": ("<p>" + "chữ nghĩa <strong>đậm</strong> " * 60 + "</p>") * 100,
}


@pytest.mark.parametrize("html", NOT_TOO_MUCH.values(), ids=NOT_TOO_MUCH)
def test_what_is_accepted_comes_back_clean(html):
    with no_runaway():
        clean_body(html)


def test_a_refusal_gives_the_figure_and_the_limit():
    with translation.override("en"), pytest.raises(BodyTooComplex, match=r"500 kB.*400 kB"):
        clean_body("a" * 500_000)
