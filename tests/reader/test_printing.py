from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.utils.html import strip_tags
from django.utils.translation import npgettext, override

from articles.models import Series
from people.models import Author
from reader.models import Story
from reader.templatetags import printing


def part_of_a_series(**kwargs):
    series = Series(title="Giữ đất cho mùa nước nổi")
    words = {"title": "Đường về", "label": "Kỳ III", "part": 3, **kwargs}
    headline = f"{series.title} - {words['label']}: {words['title']}"
    return Story(series=series, headline=headline, **words)


def signed(*phrases):
    return Story(
        byline=[
            {"prefix": prefix, "joiner": ", ", "suffix": suffix, "names": names}
            for prefix, names, suffix in phrases
        ]
    )


def name(words, *, author=None, slug=""):
    return {"name": words, "author": author, "slug": slug}


def test_a_plain_headline_is_printed_as_it_is():
    story = Story(title="Nước lên", headline="Nước lên")

    assert printing.headline(story) == "Nước lên"


def test_a_headline_cannot_carry_markup():
    story = Story(title="<b>Nước</b>", headline="<b>Nước</b> & sông")

    assert printing.headline(story) == "&lt;b&gt;Nước&lt;/b&gt; &amp; sông"


def test_the_series_and_its_part_are_told_apart():
    assert printing.headline(part_of_a_series()) == (
        '<span class="of">Giữ đất cho mùa nước nổi -</span> '
        '<span class="is">Kỳ III: Đường về</span>'
    )


@pytest.mark.parametrize("title", ["Đường về", "Kỳ III: Đường về", "Đất - Kỳ II: nước"])
def test_the_words_of_a_headline_in_a_series_are_unchanged(title):
    story = part_of_a_series(title=title)

    assert strip_tags(printing.headline(story)) == story.headline


def test_a_headline_that_does_not_end_with_its_part_is_left_whole():
    story = part_of_a_series()
    story.headline = "Một tít khác"

    assert printing.headline(story) == "Một tít khác"


def test_a_byline_is_printed_word_for_word():
    story = signed(
        ("Bài: ", [name("Lê An", author=4, slug="le-an"), name("Nhóm PV")], ""),
        ("Ảnh: ", [name("Hà & Tường")], " (tổng hợp)"),
    )

    text = strip_tags(printing.byline(story)).replace("&amp;", "&")

    assert text == story.byline_text == "Bài: Lê An, Nhóm PV – Ảnh: Hà & Tường (tổng hợp)"


def test_a_name_with_a_page_leads_there_and_another_does_not():
    story = signed(("", [name("Lê An", author=4, slug="le-an"), name("Nhóm PV")], ""))

    html = printing.byline(story)

    assert html.count("<a ") == 1
    assert "le-an-4/" in html


def test_a_story_nobody_signed_has_no_byline():
    assert printing.byline(Story(byline=[])) == ""


def test_a_bare_roof_takes_the_accent():
    assert printing.nameplate("Mây") == (
        '<span class="name name-1">M<span class="roof">â</span>y</span>'
    )


def test_a_roof_under_a_tone_mark_is_left_alone():
    assert "roof" not in printing.nameplate("Tấn Cầu Đổ")


def test_a_capital_has_its_roof_higher_up():
    assert '<span class="roof is-capital">Ô</span>' in printing.nameplate("Ô Môn")


def test_a_nameplate_reads_as_the_name():
    assert (
        strip_tags(printing.nameplate("Báo Đắk Mây & Điện Biên")) == "Báo Đắk Mây &amp; Điện Biên"
    )


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Sông Mây", 1),
        ("Báo Mây Giang", 2),
        ("Báo Mây Giang cuối tuần", 3),
        ("Báo và Phát thanh, Truyền hình Mây Giang", 4),
    ],
)
def test_a_longer_name_is_set_smaller(text, size):
    assert f'class="name name-{size}"' in printing.nameplate(text)


def test_a_paper_without_a_masthead_still_has_a_name():
    with override("en"):
        assert strip_tags(printing.nameplate("")) == "The paper"


def test_an_absolute_address_takes_the_site_from_the_settings(settings):
    settings.SITE_URL = "https://bao.example"

    assert printing.absolute("/toa-soan/") == "https://bao.example/toa-soan/"


def test_an_address_on_another_host_stays_as_it_is():
    assert printing.absolute("https://anh.example/a.jpg") == "https://anh.example/a.jpg"


def test_a_day_is_named_by_the_papers_own_clock():
    late_in_greenwich = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)

    with override("en"):
        assert printing.weekday(late_in_greenwich) == "Tuesday"


def test_a_month_is_named_by_the_papers_own_clock():
    last_hour_in_greenwich = datetime(2026, 11, 30, 21, 0, tzinfo=UTC)

    with override("en"):
        assert printing.month_name(last_hour_in_greenwich) == "December"
        assert printing.month_and_year(last_hour_in_greenwich) == "12/2026"


@pytest.mark.parametrize(("iso", "printed"), [("2021-03-12", "12/03/2021"), (None, ""), ("", "")])
def test_a_day_of_the_imprint_is_printed_as_papers_do(iso, printed):
    assert printing.printed_day(iso) == printed


def test_a_part_hangs_by_its_number():
    assert printing.hung_numeral(part_of_a_series()) == "III"


def test_a_final_part_hangs_by_its_number_too():
    assert printing.hung_numeral(part_of_a_series(label="Kỳ cuối", part=4)) == "IV"


def test_a_story_outside_a_series_hangs_by_nothing():
    assert printing.hung_numeral(Story(title="Nước lên")) == ""


@pytest.mark.parametrize(
    ("style", "called"),
    [("ky_roman", "Kỳ 1"), ("ky_arabic", "Kỳ 1"), ("bai", "Bài 1"), ("phan", "Phần 1")],
)
def test_the_parts_of_a_series_are_called_as_its_labels_call_them(style, called):
    word = npgettext(called, "part", "parts", 3)
    assert printing.part_word(Series(label_style=style), 3) == word


@pytest.mark.parametrize(
    ("author", "letter"),
    [
        (Author(name="Phan Thị Mộc Miên"), "M"),
        (Author(name="Đan"), "Đ"),
        (Author(name="Nhóm PV", kind=Author.Kind.HOUSE), "N"),
    ],
)
def test_an_author_hangs_by_the_initial_people_know(author, letter):
    assert printing.initial(author) == letter


@pytest.mark.parametrize(
    ("until", "years"),
    [(date(2021, 2, 28), "2015–2021"), (date(2015, 12, 1), "2015"), (None, "2015 to now")],
)
def test_a_term_is_named_by_its_years(until, years):
    term = SimpleNamespace(from_on=date(2015, 9, 1), until_on=until)

    with override("en"):
        assert printing.years(term) == years
