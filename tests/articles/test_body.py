"""The text of an article: nothing hostile stored, nothing honest lost, nothing unsaid."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.utils import translation

from articles.body import (
    ALLOWED,
    CLASSES,
    Figure,
    clean_body,
    editor_rules,
    figures,
    place_figures,
    plain_text,
    sanitiser_rules,
    word_count,
)
from articles.body.rules import DISSOLVED, RENAMED
from tests.articles.hostile_bodies import HOSTILE

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def english():
    with translation.override("en"):
        yield


SAFE_HREF = re.compile(r"https?://[^/\\]|mailto:|tel:|/(?![/\\])|#")


class Reader(HTMLParser):
    """A parser that knows nothing of ours, to look at what came out."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self.text = ""
        self.other = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.other.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_harmless(html):
    reader = Reader(html)
    assert not reader.other
    for tag, attributes in reader.elements:
        assert tag in ALLOWED
        own = dict(attributes)
        if tag == "a":
            assert own.pop("rel") == "noopener noreferrer"
            assert SAFE_HREF.match(own["href"])
            assert not re.search(r"[\x00-\x1f\x7f]", own["href"])
        if tag in CLASSES:
            assert own.pop("class") in CLASSES[tag]
        if tag == "figure":
            assert re.fullmatch(r"[0-9]+", own["data-photo"])
        assert own.keys() <= ALLOWED[tag]


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_hostile_survives(html):
    assert_harmless(clean_body(html).html)


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_hostile_survives_in_the_middle_of_a_text(html):
    assert_harmless(clean_body(f"<p>Trước <b>đậm {html} sau</b></p><p>cuối</p>").html)


@pytest.mark.parametrize("html", HOSTILE)
def test_cleaning_twice_changes_nothing_and_reports_nothing(html):
    once = clean_body(html).html

    twice = clean_body(once)

    assert twice.html == once
    assert twice.removed == ()


def test_the_vectors_are_many():
    assert len(set(HOSTILE)) >= 120


# --- One list of rules ----------------------------------------------------------------------


def editor_list():
    """The editor's rules read back: tag -> (classes, attributes)."""
    rules = {}
    for rule in editor_rules().split("; "):
        found = re.fullmatch(r"(\w+)(?:\(([\w,-]+)\))?(?:\[([\w,-]+)\])?", rule)
        assert found, rule
        rules[found[1]] = tuple(
            set(names.split(",")) if names else set() for names in found.groups()[1:]
        )
    return rules


def test_the_editor_and_the_sanitiser_allow_the_same_tags():
    kept = sanitiser_rules()["tags"] - RENAMED.keys() - DISSOLVED

    assert kept == editor_list().keys() == ALLOWED.keys()


def test_what_the_sanitiser_reads_besides_is_never_written():
    assert not (RENAMED.keys() | DISSOLVED) & ALLOWED.keys()
    assert set(RENAMED.values()) <= ALLOWED.keys()


@pytest.mark.parametrize("tag", sorted(ALLOWED))
def test_the_editor_and_the_sanitiser_allow_the_same_attributes_and_classes(tag):
    classes, attributes = editor_list()[tag]
    rules = sanitiser_rules()

    assert rules["attributes"].get(tag, set()) == attributes
    assert rules["allowed_classes"].get(tag, set()) == classes


def test_no_attribute_is_allowed_everywhere():
    assert sanitiser_rules()["attributes"]["*"] == set()


def test_style_is_allowed_nowhere():
    assert all("style" not in attributes for attributes in ALLOWED.values())


# --- What is honest stays -------------------------------------------------------------------

HONEST = [
    "<p>Ruộng <strong>đã gặt</strong>, <em>nước</em> lên H<sub>2</sub>O m<sup>2</sup>.</p>",
    "<p>Một dòng<br>và một dòng</p>",
    "<h2>Tít xen</h2>\n<p>Chữ</p>\n<h3>Tít nhỏ</h3>\n<p>Chữ</p>",
    '<p><a href="https://bao.example/a?b=1&amp;c=2#d" rel="noopener noreferrer">a</a></p>',
    '<p><a href="mailto:toasoan@bao.example" rel="noopener noreferrer">thư</a></p>',
    '<p><a href="tel:+840000001" rel="noopener noreferrer">gọi</a></p>',
    '<p><a href="/kinh-te/" rel="noopener noreferrer">mục</a></p>',
    '<p><a href="#chu-thich" rel="noopener noreferrer">1</a></p>',
    "<ul><li>một</li><li>hai<ol><li>ba</li></ol></li></ul>",
    "<blockquote><p>Đất nó thở.</p><cite>Trưởng ấp</cite></blockquote>",
    '<figure data-photo="12"><figcaption>Chú <em>thích</em></figcaption></figure>',
    '<figure data-photo="0"><figcaption>Chờ ảnh</figcaption></figure>',
    '<figure data-photo="7"><figcaption></figcaption></figure>',
    '<aside class="box"><h3>Hai cách làm</h3><p>a</p><dl><dt>3 vụ</dt><dd>lãi</dd></dl></aside>',
    '<table><caption>Giá lúa</caption><thead><tr><th scope="col">Loại</th></tr></thead>'
    '<tbody><tr><td colspan="2">a</td><td></td></tr></tbody></table>',
    '<p>2 &lt; 3 &amp; 4 &gt; 3, “ngoặc” "thẳng"</p>',
    "<p>10&nbsp;km</p>",
    "",
]


@pytest.mark.parametrize("html", HONEST)
def test_what_the_page_knows_is_kept_as_it_is(html):
    cleaned = clean_body(html)

    assert cleaned.html == html
    assert cleaned.removed == ()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Chữ trần", "<p>Chữ trần</p>"),
        ("một<div>hai</div>ba", "<p>một</p>\n<p>hai</p>\n<p>ba</p>"),
        ("<div><div><p>a</p></div>b</div>", "<p>a</p>\n<p>b</p>"),
        ("<b>a</b> <i>b</i>", "<p><strong>a</strong> <em>b</em></p>"),
        ("<b><strong>a</strong></b>", "<p><strong>a</strong></p>"),
        ("<h1>a</h1><h4>b</h4>", "<h2>a</h2>\n<h3>b</h3>"),
        ("<h2>a<p>b<p>c", "<h2>a</h2>\n<p>b</p>\n<p>c</p>"),
        ("<p>a</p>\r\n<p>&nbsp;</p><p><br></p><p> </p>", "<p>a</p>"),
        ("<p>&nbsp; a&nbsp;<br></p>", "<p>a</p>"),
        ("<p><iframe src=x></iframe></p><p>a</p>", "<p>a</p>"),
        ("<p>a<strong></strong><em> </em>b</p>", "<p>a b</p>"),
        ("<p><span style=''>a</span><font>b</font><o:p>c</o:p></p>", "<p>abc</p>"),
        (
            "<ul><li><p>a</p></li> <ul><li>b</li></ul></ul>",
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
        ),
        ("<ul>a</ul><ol></ol>", "<ul><li>a</li></ul>"),
        ("<aside>a</aside>", '<aside class="box"><p>a</p></aside>'),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
        (
            "<table><tr><td colspan=0 rowspan=9999>a</table>",
            "<table><tbody><tr><td>a</td></tr></tbody></table>",
        ),
        ("<strong>a<p>b</p></strong>", "<p>a</p>\n<p>b</p>"),
        ("<a name=_GoBack></a><p>a</p>", "<p>a</p>"),
    ],
)
def test_what_the_page_does_not_know_becomes_what_it_knows(typed, stored):
    assert clean_body(typed).html == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (
            "<p>a<figure data-photo=7><img src=/x.jpg><figcaption>b</figcaption></figure>",
            '<p>a</p>\n<figure data-photo="7"><figcaption>b</figcaption></figure>',
        ),
        (
            "<figure data-photo='007'>b</figure>",
            '<figure data-photo="7"><figcaption>b</figcaption></figure>',
        ),
        (
            "<figure data-photo=7></figure>",
            '<figure data-photo="7"><figcaption></figcaption></figure>',
        ),
        (
            "<figure data-photo=7><figcaption><p>a</p><p>b</p></figcaption></figure>",
            '<figure data-photo="7"><figcaption>a b</figcaption></figure>',
        ),
        (
            "<figure data-photo=7><figcaption>a</figcaption><figcaption>b</figcaption></figure>",
            '<figure data-photo="7"><figcaption>a b</figcaption></figure>',
        ),
        (
            "<figure data-photo=7><figcaption>a</figcaption><p>thân bài",
            '<figure data-photo="7"><figcaption>a</figcaption></figure>\n<p>thân bài</p>',
        ),
        (
            "<figure data-photo=7><figure data-photo=8><figcaption>a</figcaption></figure>",
            '<figure data-photo="7"><figcaption></figcaption></figure>\n'
            '<figure data-photo="8"><figcaption>a</figcaption></figure>',
        ),
        (
            "<figure data-photo=x><figcaption>a <b>b</b></figcaption></figure>",
            "<p>a <strong>b</strong></p>",
        ),
        ("<figure><img src=x></figure>", ""),
        ("<img src=x>", ""),
    ],
)
def test_a_figure_is_a_number_and_one_caption(typed, stored):
    assert clean_body(typed).html == stored


@pytest.mark.parametrize(
    "html",
    [
        "<u>giữ</u> <s>chữ</s>",
        "<form><p>giữ</p> <label>chữ</label></form>",
        "<a href='javascript:x'>giữ</a> chữ",
        "<figure><figcaption>giữ chữ</figcaption></figure>",
        "<table>giữ<tr><td>chữ</td></tr></table>",
        "<details><summary>giữ</summary>chữ</details>",
        "<caption>giữ <td>chữ",
    ],
)
def test_the_words_are_kept(html):
    assert plain_text(clean_body(html).html).split() == ["giữ", "chữ"]


def test_text_is_stored_in_its_normal_form():
    assert (
        clean_body("<p>Đa\u0302\u0301t\u200b \u00d0o\u0302\u0300ng</p>").html == "<p>Đất Đồng</p>"
    )


def test_entities_cannot_bring_back_what_normalising_took_out():
    assert clean_body("<p>a&#8203;b&#xfeff;c e&#770;</p>").html == "<p>abc ê</p>"


# --- What was taken out is said -------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ("<script>a</script><script>b</script>", "2 × <script>"),
        ("<p><iframe src=x></iframe></p>", "1 × <iframe>"),
        ("<p onclick=a>a</p>", "1 × onclick (a hidden action)"),
        ("<a href=javascript:x>a</a>", "1 link to javascript:"),
        ("<img src=x><img src=y>", "2 pictures that are not from the photo library"),
        (
            "<figure data-photo=x><figcaption>a</figcaption></figure>",
            "a figure without a photo from the library (its words are kept)",
        ),
        (
            "<p style='color:red'>a</p>",
            "a piece of formatting of its own (colour, size, alignment)",
        ),
        (
            "<a href=www.bao.example>a</a>",
            "1 link to “www.bao.example”, which is no complete address (begin it with https://)",
        ),
        ("<a href=java&Tab;script:x>a</a><a href=JAVASCRIPT:y>a</a>", "2 links to javascript:"),
        ("<u>a</u>", "1 × <u>"),
        ("<p id=x>a</p>", "1 × id="),
        ("<form><p>a</p></form>", "1 × <form>"),
        ("<svg><path/><path/></svg>", "1 × <svg>"),
    ],
)
def test_what_is_removed_is_said(html, sentence):
    assert clean_body(html).removed == (sentence,)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p><p>&nbsp;</p>\r\n\r\n",
        "<div><span lang=vi class=MsoNormal>a</span></div>",
        "<b>a</b><i>b</i>",
        "<p align=center dir=ltr>a</p>",
        "<a target=_blank rel=nofollow href=/x>a</a>",
        "<!-- ghi chú -->a",
        "<o:p></o:p>",
        "<figure data-photo=5><img src=/x.jpg alt=a><figcaption>a</figcaption></figure>",
        "<p>a\u200bb</p>",
    ],
)
def test_mere_tidying_is_not_reported(html):
    assert clean_body(html).removed == ()


def test_a_page_full_of_refused_things_gives_a_short_report():
    removed = clean_body("".join(f"<x{n}>" for n in range(90))).removed

    assert len(removed) == 13
    assert removed[-1] == "78 other things"


# --- Reading a clean text -------------------------------------------------------------------


def test_figures_come_in_order():
    html = clean_body(
        "<figure data-photo=3><figcaption>a <b>b</b></figcaption></figure><p>c</p>"
        "<ul><li><figure data-photo=0><figcaption>d</figcaption></figure></ul>"
    ).html

    assert figures(html) == [Figure(3, "a <strong>b</strong>"), Figure(0, "d")]


def test_each_figure_is_replaced_by_what_is_made_of_it():
    html = clean_body("<p>a</p><figure data-photo=3>b</figure><p>\\1</p>").html

    placed = place_figures(html, lambda figure: f"<img alt='\\1 {figure.caption_html}'>")

    assert placed == "<p>a</p>\n<img alt='\\1 b'>\n<p>\\1</p>"


def test_words_that_look_like_a_figure_are_no_figure():
    html = clean_body(
        '<p>&lt;figure data-photo="1"&gt;&lt;figcaption&gt;a&lt;/figcaption&gt;&lt;/figure&gt;</p>'
    ).html

    assert figures(html) == []


def test_plain_text_has_a_line_for_each_block():
    html = clean_body(
        "<h2>Tít</h2><p>Một <b>hai</b><br>ba &amp; bốn</p><ul><li>năm<li>sáu</ul>"
        "<table><tr><td>bảy<td>tám</table>"
    ).html

    assert plain_text(html) == "Tít\nMột hai\nba & bốn\nnăm\nsáu\nbảy tám"


def test_plain_text_reads_a_caption_alone():
    assert plain_text("a <strong>b</strong>&nbsp;c") == "a b c"


def test_words_are_counted_by_syllable():
    assert word_count("Xuân Trường hôm nay\n  mưa") == 5


def test_unescaped_text_is_what_was_typed():
    assert plain_text(clean_body("<p>&lt;b&gt; &amp;amp;</p>").html) == unescape(
        "&lt;b&gt; &amp;amp;"
    )
