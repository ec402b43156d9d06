"""What fits a pattern of old addresses."""

import re

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from reader.patterns import faults, number_in


@pytest.mark.parametrize(
    ("pattern", "address", "number"),
    [
        ("/channel/*/*/*-{number}/", "/channel/5012/202305/nguoi-giu-ben-2577783/", "2577783"),
        ("/channel/*/*/*-{number}/", "/Channel/5012/202305/Nguoi-2577783", "2577783"),
        ("/channel/*/*/*-{number}/", "/channel/5012/nguoi-2577783/", None),
        ("/channel/*/*/*-{number}/", "/channel/5012/202305/nguoi-giu-ben/", None),
        ("/channel/*/*/*-{number}/", "/channel/5012/202305/2577783/", None),
        ("/tin/*-{number}.html", "/tin/12-con-giap-77.html", "77"),
        ("/tin/*-{number}.html", "/tin/bai-77.htm", None),
        ("/tin/{number}", "/tin/77", "77"),
        ("/tin/{number}", "/tin/77a", None),
        ("/tin/{number}-*", "/tin/77-hai-muoi-12", "77"),
        ("/tin/*{number}*", "/tin/a12b34c", "34"),
        ("/tin/a{number}b*", "/tin/a12b34c", "12"),
        ("/tin/*_{number}_*.aspx", "/tin/x_1_y_22_z.aspx", "22"),
        ("/*/chi-tiet/{number}", "/a/chi-tiet/5", "5"),
        ("/*/chi-tiet/{number}", "/a/b/chi-tiet/5", None),
        ("/x/{number}", f"/x/{'1' * 41}", None),
        ("/x/{number}", "/x/٣", None),
    ],
)
def test_an_address_fits_a_pattern_or_not(pattern, address, number):
    assert number_in(address, pattern) == number


@given(
    st.lists(st.sampled_from(["a", "-", "*", "1"]), max_size=8).map("".join),
    st.text("a-1", max_size=12),
)
def test_a_star_stands_for_anything_but_a_slash(form, piece):
    as_regex = "[^/]*".join(map(re.escape, form.split("*")))
    fits = number_in(f"/{piece}/7", f"/{form}/{{number}}") == "7"
    assert fits == bool(re.fullmatch(as_regex, piece))


def test_no_pattern_takes_long_over_an_address():
    """A regular expression of these stars would try some 10^20 ways."""
    assert number_in(f"/{'a' * 298}", f"/{'*a' * 140}b-{{number}}") is None
    assert number_in(f"/{'1a' * 149}", f"/{'*a' * 140}{{number}}*b") is None


@pytest.mark.parametrize(
    "pattern",
    ["channel/{number}", "/channel/*", "/{number}/{number}/x", "/a/{so}/{number}", "/*/{number}/"],
)
def test_a_pattern_that_would_not_do_is_told_why(pattern):
    with translation.override("en"):
        assert len(faults(pattern)) == 1


@pytest.mark.parametrize("pattern", ["/channel/*/*/*-{number}/", "/tin.aspx?id={number}"])
def test_a_pattern_that_does_has_no_faults(pattern):
    assert faults(pattern) == []
