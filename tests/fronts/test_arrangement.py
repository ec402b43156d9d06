"""What an arrangement may hold, and what no request can make it hold."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fronts.arrangement import (
    KINDS,
    MOST_SLOTS,
    NEEDS_OF,
    Arrangement,
    Layout,
    Malformed,
    Pin,
    Rhythm,
    Slot,
    dump,
    parse,
    pinned,
)
from tests import make
from tests.fronts.arranged import content, pin, slot, with_lead
from vietnamese.normal import one_line

NUMBERS = st.integers(1, 10**15 - 1)
MOMENTS = st.datetimes(datetime(2001, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 given one by timezones
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


def lines(longest):
    return st.text(max_size=longest).map(lambda text: one_line(text)[:longest].rstrip())


@st.composite
def pins(draw, article):
    starts, ends = draw(st.none() | MOMENTS), draw(st.none() | MOMENTS)
    if starts and ends and ends <= starts:
        ends = None
    return Pin(article, draw(lines(40)), draw(st.none() | NUMBERS), starts, ends)


@st.composite
def arrangements(draw):
    layouts = draw(st.lists(st.sampled_from(Layout), max_size=8))
    layouts = [
        one for at, one in enumerate(layouts) if not KINDS[one].is_single or one not in layouts[:at]
    ]
    articles = iter(draw(st.lists(NUMBERS, unique=True, min_size=24, max_size=24)))
    slots = []
    for at, layout in enumerate(layouts):
        kind = KINDS[layout]
        source = draw(st.sampled_from(kind.sources))
        picks = [draw(pins(next(articles))) for _one in range(draw(st.integers(0, 3)))]
        slots.append(
            Slot(
                f"s{at}",
                layout,
                draw(st.integers(min(1, kind.most), kind.most)),
                source,
                draw(NUMBERS) if source in NEEDS_OF else None,
                draw(lines(30)),
                str(draw(st.sampled_from(Rhythm))),
                tuple(picks),
            )
        )
    return Arrangement(tuple(slots), draw(lines(60)), draw(lines(200)))


@given(arrangements())
def test_what_is_written_down_is_read_back(arrangement):
    assert parse(json.loads(json.dumps(dump(arrangement)))) == arrangement


@given(ANYTHING)
def test_nothing_but_an_arrangement_is_read(anything):
    with pytest.raises(Malformed):
        parse(anything)


@given(st.sampled_from(["key", "layout", "capacity", "title", "rhythm", "source", "of", "pins"]),
       ANYTHING)  # fmt: skip
def test_anything_in_a_slot_is_read_or_refused(name, anything):
    read_or_refused(content({**slot("lead", 1), name: anything}))


@given(st.sampled_from(["article", "headline", "photo", "from", "until"]), ANYTHING)
def test_anything_in_a_pin_is_read_or_refused(name, anything):
    read_or_refused(with_lead(pin(1, **{name: anything})))


@given(ANYTHING, ANYTHING, ANYTHING)
def test_anything_around_the_slots_is_read_or_refused(form, note, slots):
    read_or_refused({"form": form, "note": note, "slots": slots})
    read_or_refused({"form": 1, "note": {"title": note, "text": form}, "slots": [slots]})


def read_or_refused(given):
    """What is read can be kept by every database, and is read the same the next time."""
    try:
        found = parse(given)
    except Malformed:
        return
    kept = json.dumps(dump(found))
    assert "\\u0000" not in kept
    kept.encode()
    assert parse(json.loads(kept)) == found


@pytest.mark.parametrize(
    "faulty",
    [
        slot("lead", 10**30),
        slot("lead", pin(1, article=True)),
        slot("lead", pin(1, article=1.5)),
        slot("lead", pin(1, article=float("inf"))),
        slot("lead", pin(1, article=-1)),
        slot("lead", pin(1, article="1 OR 1=1")),
        slot("lead", pin(1, until="9999-12-31T23:59:59+00:00")),
        slot("lead", pin(1, until="0001-01-01T00:00:00+14:00")),
        slot("lead", pin(1, **{"from": "hôm qua"})),
        slot("\ud800"),
        slot('"><script>'),
        slot(""),
        slot(["lead"]),
        slot(of=10**30, source="section"),
        slot(capacity=1e400),
        slot(layout=["lead"]),
        slot(layout={}),
        slot(pins="abc"),
        slot(pins=[None]),
        slot(title={"a": 1}),
        "lead",
        None,
    ],
    ids=repr,
)
def test_a_slot_that_cannot_be_is_refused(faulty):
    with pytest.raises(Malformed):
        parse(content(faulty))


@pytest.mark.parametrize(
    "faulty",
    [
        content(slot(source="latest_series")),
        content(slot(source="section")),
        content(slot(of=3)),
        content(slot(capacity=0)),
        content(slot(capacity=7)),
        content(slot("a", 1), slot("a", 2, layout="seconds", capacity=3)),
        content(slot("a"), slot("b")),
        content(slot("a", 1, 1)),
        content(slot("a", 1), slot("b", 1, layout="seconds", capacity=3)),
        content(slot("a", *range(1, 32))),
        content(*(slot(f"s{one}", layout="desk") for one in range(MOST_SLOTS + 1))),
        with_lead(pin(1, **{"from": "2026-10-14T19:00", "until": "2026-10-14T18:00"})),
    ],
)
def test_what_breaks_a_rule_is_refused(faulty):
    with pytest.raises(Malformed):
        parse(faulty)


def test_a_fault_is_told_once():
    with pytest.raises(Malformed) as caught:
        parse(content("x", "y"))
    assert len(caught.value.sentences) == 1


def test_a_moment_without_a_zone_is_on_the_papers_clock():
    found = parse(with_lead(pin(1, until="2026-10-14T19:00")))
    assert found.slots[0].pins[0].ends == make.at("2026-10-14 19:00")


def test_a_moment_is_kept_on_the_papers_clock():
    kept = dump(parse(with_lead(pin(1, until="2026-10-14T12:00:00Z"))))
    assert kept["slots"][0]["pins"][0]["until"] == "2026-10-14T19:00:00+07:00"


@pytest.mark.parametrize("until", ["2199-12-31T23:59:00Z", "2000-01-01T00:00+14:00"])
def test_a_moment_that_leaves_the_calendar_on_the_papers_clock_is_refused(until):
    with pytest.raises(Malformed):
        parse(with_lead(pin(1, until=until)))


def test_text_is_kept_in_its_normal_form():
    kept = dump(parse(with_lead(pin(1, headline=" Cầu\u200b mới \n thông xe "))))
    assert kept["slots"][0]["pins"][0]["headline"] == "Cầu mới thông xe"


def test_a_pin_stands_from_its_beginning_and_until_its_end():
    one = Pin(1, starts=make.at("2026-10-14 07:00"), ends=make.at("2026-10-14 19:00"))
    stands = [one.stands_at(make.at(f"2026-10-14 {time}")) for time in ("06:59", "07:00", "19:00")]
    assert stands == [False, True, False]


def test_picks_are_named_once_and_in_order():
    found = parse(content(slot("a", 3, 1), slot("b", 2, layout="seconds", capacity=3)))
    assert pinned(found) == [3, 1, 2]
