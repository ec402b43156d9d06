import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from reader.models import Equivalent, Story, StoryText
from reader.search import form as forms
from tests import make
from tests.counting import queries
from tests.reader.asking import ask, text

pytestmark = pytest.mark.django_db

HOSTILE = [
    '"', '""', "'", "''';", '"""', '"unclosed', "“", "\\", "\\'", "a\x00b", "\x00", "*", "bến*",
    "^bến", "bến:", "headline:bến", "bến AND", "AND", "OR", "NOT", "NEAR(bến phà, 2)", "bến OR 1=1",
    "(", ")", "(((((", "{folded_headline}:bến", "-bến", "+bến", "!bến", "bến & phà | !x", "<->",
    "bến <-> phà", "x'::tsquery", "'; DROP TABLE reader_story; --", "%", "%s", "%(q)s", "_", "🙂",
    "🙂 bến", "\U0001f468\u200d\U0001f469", "...", "?!", "\u200b", "\ufeff", "bến" * 4000,
    "bến " * 3000, '"' * 10_000, "a " * 5000, "\u0301" * 10_000, "１２３", "ﷺ" * 100, "漢字", "ไทย",
    "हिन्दी", "5e3", "0x1F", "1.2.3.4", "-1", "a_b", "<script>", "ubnd " * 50, "1 " * 100,
    "kỳ 99999999999999999999", "12.500.000.000.000", "ký\u0301\u0301\u0301",
]  # fmt: skip


def found(client, query: str, **filters) -> list[str]:
    return [one.story.headline for one in ask(client, query, **filters).context["answer"].found]


# --- what anyone may type ---------------------------------------------------------------------


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_gets_a_page(client, query):
    make.story(headline="Bến mới")
    response = ask(client, query)
    assert response.status_code == 200
    assert "<script>" not in text(response)


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_asked_of_a_filter_gets_a_page(client, query):
    for name in ("author", "section", "since", "until", "order"):
        assert ask(client, "bến", **{name: query}).status_code in {200, 400}


def test_bytes_that_are_no_text_get_a_page(client):
    assert client.get(reverse("search") + "?q=%ED%A0%80%FF").status_code == 200


def test_what_was_typed_stays_in_the_form(client):
    make.section("Xã hội")
    page = text(
        ask(client, "a <b> “c”", author="Hải", section="xa-hoi", since="2023-05-24", until="x")
    )
    assert 'value="a &lt;b&gt; “c”"' in page
    assert 'value="Hải"' in page
    assert 'value="xa-hoi" checked' in page
    assert 'value="2023-05-24"' in page
    assert 'type="text" form="search" name="' + forms.names()["until"] + '" value="x"' in page


def test_the_page_is_not_for_search_engines(client):
    assert '<meta name="robots" content="noindex">' in text(ask(client, "bến"))


def test_a_query_that_is_too_long_is_searched_by_its_beginning(client):
    make.story(headline="Bến mới")
    response = ask(client, "bến " * 100)
    assert response.context["answer"].query.is_cut
    assert [one.story.headline for one in response.context["answer"].found] == ["Bến mới"]


# --- which stories ----------------------------------------------------------------------------


def test_a_new_story_is_found_at_once(client):
    assert found(client, "chuyến phà") == []
    make.story(headline="Chuyến phà đầu")
    assert found(client, "chuyến phà") == ["Chuyến phà đầu"]


def test_a_withdrawn_story_is_found_no_more_at_once(client):
    article = make.story(headline="Chuyến phà đầu")
    publishing.withdraw(article, by=None, reason="Sai.")
    assert found(client, "chuyến phà") == []


def test_a_draft_is_never_found(client):
    make.article(headline="Chuyến phà đầu")
    assert found(client, "chuyến phà") == []


def test_a_story_printed_again_is_found_by_its_new_words_alone(client):
    article = make.story(headline="Chuyến phà cổ")
    article.headline = "Chuyến đò cuối"
    article.save()
    assert found(client, '"phà cổ"') == ["Chuyến phà cổ"]
    publishing.republish(article, by=None)
    assert found(client, '"phà cổ"') == []
    assert found(client, "đò cuối") == ["Chuyến đò cuối"]


def test_a_part_is_found_by_the_new_title_of_its_series(client):
    series = make.series("Giữ nghề bên sông")
    make.story(series=series, part=1, headline="Lửa lò")
    series.title = "Nghề gốm xưa"
    series.save()
    assert len(found(client, '"nghề gốm xưa"')) == 1
    assert found(client, '"bên sông"') == []


def test_printing_everything_again_changes_nothing_for_search(client):
    make.story(headline="Chuyến phà đầu")
    publishing.withdraw(make.story(headline="Chuyến phà bỏ"), by=None, reason="Sai.")
    before = list(StoryText.objects.values())
    call_command("reprint", verbosity=0)
    assert list(StoryText.objects.values()) == before
    assert found(client, "chuyến phà") == ["Chuyến phà đầu"]


def test_a_very_long_story_is_found_by_its_beginning(client):
    words = " ".join(f"chữ{number}" for number in range(20_000))
    make.story(headline="Sổ dài", body=f"<p>{words}</p>")
    assert found(client, "chữ100") == ["Sổ dài"]


# --- filters ----------------------------------------------------------------------------------


def offered(client, **filters) -> dict[str, bool]:
    """The sections that may be ticked, and whether they are."""
    page = text(ask(client, "bến", **filters))
    name = forms.names()["section"]
    boxes = re.findall(rf'name="{name}" value="([^"]+)"( checked)?', page)
    return {slug: bool(checked) for slug, checked in boxes}


def test_the_sections_below_each_section_are_offered(client):
    top = make.section("Xã hội")
    make.section("Y tế", parent=top)
    make.story(headline="Bến mới", section=make.section("Kinh tế"))
    assert offered(client) == {"xa-hoi": False, "y-te": False, "kinh-te": False}
    assert offered(client, section="y-te") == {"xa-hoi": False, "y-te": True, "kinh-te": False}


def test_what_is_chosen_among_those_below_is_seen_at_once(client):
    make.section("Giá cả", parent=make.section("Kinh tế"))
    below = make.section("Y tế", parent=make.section("Xã hội"))
    make.story(headline="Bến mới", section=below)
    assert text(ask(client, "bến")).count("<details>") == 2
    page = text(ask(client, "bến", section="y-te"))
    assert (page.count("<details open>"), page.count("<details>")) == (1, 1)


def test_offering_sections_costs_no_query(client):
    make.story(headline="Bến mới")
    path = reverse("search") + "?q=ben"
    before = queries(client, path)
    for number in range(5):
        make.section(parent=make.section(f"Mục lớn {number}"))
    assert queries(client, path) == before


def test_a_section_holds_those_below_it(client):
    top = make.section("Xã hội")
    make.story(section=make.section("Y tế", parent=top), headline="Bến trạm xá")
    make.story(section=make.section("Kinh tế"), headline="Bến chợ")
    assert found(client, "bến", section="xa-hoi") == ["Bến trạm xá"]
    assert found(client, "bến", section="xa-hoi", newest_first=True) == ["Bến trạm xá"]


@pytest.mark.parametrize("name", ["Hải Đăng", "hai dang", "HẢI"])
def test_an_author_is_named_with_diacritics_or_without(client, name):
    make.story(headline="Bến của Đăng", signed="Hải Đăng")
    make.story(headline="Bến hải đăng", signed="Mộc Miên")
    assert found(client, "bến", author=name) == ["Bến của Đăng"]


def test_days_are_the_papers_own_and_inclusive(client):
    for at in ("2023-05-23 23:59", "2023-05-24 00:00", "2023-05-24 23:59", "2023-05-25 00:00"):
        make.story(headline=f"Bến {at}", at=make.at(at))
    inside = ["Bến 2023-05-24 23:59", "Bến 2023-05-24 00:00"]
    assert found(client, "bến", since="2023-05-24", until="2023-05-24") == inside
    assert found(client, "bến", since="24/05/2023", until="24/05/2023") == inside


@pytest.mark.parametrize(
    "filters",
    [
        {"since": "hôm qua"}, {"until": "2023-13-01"}, {"since": "0001-01-01"},
        {"until": "9999-12-31"}, {"section": "khong-co"}, {"author": "…"},
        {"since": "2023-05-25", "until": "2023-05-24"},
    ],
)  # fmt: skip
def test_a_filter_that_cannot_be_used_is_answered_with_a_sentence(client, filters):
    make.story(headline="Bến mới")
    response = ask(client, "bến", **filters)
    assert response.status_code == 400
    assert 'role="alert"' in text(response)
    assert len(response.context["answer"].found) == 1


# --- order and pages --------------------------------------------------------------------------


def many(number: int, **fields) -> None:
    start = make.at("2023-05-24 07:00")
    for minute in range(number):
        make.story(headline=f"Bến {minute:02}", at=start + timedelta(minutes=minute), **fields)


@pytest.mark.parametrize("newest_first", [False, True])
def test_every_story_stands_on_one_page(client, newest_first):
    many(45)
    seen: list[str] = []
    address = reverse("search")
    response = ask(client, "bến", newest_first=newest_first)
    while response:
        answer = response.context["answer"]
        seen += [one.story.headline for one in answer.found]
        response = client.get(address + answer.more) if answer.more else None
    assert seen == [f"Bến {minute:02}" for minute in range(44, -1, -1)]


def test_the_newest_are_grouped_by_day(client):
    make.story(headline="Bến tối", at=make.at("2023-05-24 23:30"))
    make.story(headline="Bến sáng", at=make.at("2023-05-25 00:30"), body="<p>Tối.</p>")
    days = ask(client, "bến", newest_first=True).context["answer"].days
    assert [[one.story.headline for one in run] for _day, run in days] == [
        ["Bến sáng"],
        ["Bến tối"],
    ]


def test_newest_first_disregards_the_tiers(client):
    make.story(headline="Bến cũ", at=make.at("2023-05-24 07:00"))
    make.story(headline="Chợ", body="<p>Ra bến.</p>", at=make.at("2023-05-25 07:00"))
    assert found(client, "bến") == ["Bến cũ", "Chợ"]
    assert found(client, "bến", newest_first=True) == ["Chợ", "Bến cũ"]


@pytest.mark.parametrize("page", ["0", "x", "-1", "51", "9" * 30, "١"])
def test_a_made_up_page_is_a_404(client, page):
    assert ask(client, "bến", page=page).status_code == 404


# --- what is shown ----------------------------------------------------------------------------


def shown(client, query: str) -> tuple[str, str]:
    one = ask(client, query).context["answer"].found[0]
    return one.headline, one.snippet


def test_what_was_asked_for_is_marked_with_its_diacritics(client):
    make.story(headline="Chờ mùa nước nổi về", standfirst="", body="<p>Mùa nước nổi no đủ.</p>")
    headline, snippet = shown(client, "mua nuoc noi")
    assert headline == "Chờ <mark>mùa nước nổi</mark> về"
    assert snippet == "<mark>Mùa nước nổi</mark> no đủ."


def test_the_equivalent_that_was_found_is_marked(client):
    make.story(headline="Ủy ban nhân dân xã", standfirst="Họp.")
    assert shown(client, "UBND")[0] == "<mark>Ủy ban nhân dân</mark> xã"


def test_a_snippet_is_cut_around_what_was_found(client):
    words = " ".join(["sông"] * 60)
    make.story(headline="A", standfirst="", body=f"<p>{words} đường làng {words}</p>")
    _headline, snippet = shown(client, "duong lang")
    assert snippet.startswith("… sông")
    assert "<mark>đường làng</mark>" in snippet
    assert snippet.endswith("sông …")


def test_a_story_cannot_carry_markup_into_the_results(client):
    make.story(headline="<b>Bến</b> & chợ", standfirst="<i>Bến</i>", body="<p>&lt;u&gt;bến</p>")
    headline, snippet = shown(client, "bến")
    assert headline == "&lt;b&gt;<mark>Bến</mark>&lt;/b&gt; &amp; chợ"
    assert snippet.startswith("&lt;i&gt;<mark>Bến</mark>&lt;/i&gt; &lt;u&gt;<mark>bến</mark>")


# --- nothing was found ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("xuan truongg", "xuân trường"),
        ("xuna truong", "xuân trường"),
        ("xuan trưong kangaroo", "xuân trường"),
        ("kangaroo", ""),
        ("zzzz", ""),
    ],
)
def test_a_near_headline_is_proposed(client, query, meant):
    make.story(headline="Cầu mới ở Xuân Trường")
    answer = ask(client, query).context["answer"]
    assert (answer.found, answer.suggestion) == ([], meant)


def test_what_is_proposed_is_found(client):
    make.story(headline="Cầu mới ở Xuân Trường")
    answer = ask(client, "xuan truongg", author="không ai").context["answer"]
    response = client.get(reverse("search") + answer.suggestion_address)
    assert len(response.context["answer"].found) == 1


def test_filters_that_leave_nothing_can_be_taken_away(client):
    make.story(headline="Bến mới")
    answer = ask(client, "bến", author="không ai").context["answer"]
    assert answer.found == []
    response = client.get(reverse("search") + answer.unfiltered_address)
    assert len(response.context["answer"].found) == 1


# --- the editors' table -----------------------------------------------------------------------


def test_a_row_of_the_table_works_from_the_next_search_on(client):
    make.story(headline="Họp Sở LĐTBXH")
    assert found(client, "lao động thương binh") == []
    Equivalent.objects.create(spellings="LĐTBXH, lao động thương binh")
    assert found(client, "lao động thương binh") == ["Họp Sở LĐTBXH"]


@pytest.mark.parametrize("spellings", ["UBND", "UBND,", " , "])
def test_a_row_needs_two_spellings(spellings):
    with pytest.raises(ValidationError):
        Equivalent(spellings=spellings).full_clean()


def test_the_desk_edits_the_table(client):
    client.force_login(make.user(is_superuser=True))
    words = {"spellings": "GTVT, giao thông vận tải", "note": ""}
    assert client.post(reverse("admin:reader_equivalent_add"), words).status_code == 302
    assert "GTVT" in text(client.get(reverse("admin:reader_equivalent_changelist")))


# --- what it costs ----------------------------------------------------------------------------


@pytest.mark.parametrize("order", ["", "newest"])
def test_a_search_costs_the_same_with_few_and_many(client, order):
    names = forms.names()
    path = f"{reverse('search')}?q=ben+moi&{names['order']}={order and names['newest']}"
    make.story(headline="Bến mới")
    few = queries(client, path)
    for _n in range(30):
        make.story(headline="Bến mới")
    assert few == queries(client, path) <= 4


def test_a_search_for_nothing_costs_no_more(client):
    make.story(headline="Bến mới")
    assert queries(client, f"{reverse('search')}?q=kangaroo") <= 4


def test_searching_sets_no_cookie(client):
    assert not ask(client, "bến").cookies


# --- the index --------------------------------------------------------------------------------


def test_the_index_leaves_and_comes_back(transactional_db):
    call_command("migrate", "reader", "0002", verbosity=0)
    call_command("migrate", "reader", verbosity=0)
    make.story(headline="Chuyến phà đầu", at=timezone.now())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT whole @@ 'pha'::tsquery FROM reader_storytext")
        else:
            cursor.execute("SELECT 1 FROM reader_storytext_fts('pha')")
        assert cursor.fetchone()
    assert Story.objects.count() == 1
