"""Reading an article: how it is found, its measure, its letters, its tools; with scripts or not."""

import json
from base64 import b64decode
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from tests import make

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

SENTENCE = "Nước lên chậm, mỗi đêm chừng hai đốt ngón tay, và cả xóm đều thức để canh con đê. "
LONG_HEADLINE = "Những người đàn bà vá lưới ở ngã ba sông kể chuyện mùa nước cũ và " * 2
LONG_WORD = "Thủy" * 30
BODY = f"""
<p>{SENTENCE * 8}</p>
<h2>ẬM ẦM ĐÊM ĐỔ ẢI</h2>
<p>{SENTENCE * 5}</p>
<blockquote><p>Đất nó thở.</p><p><cite>Lê Thị Sương, trưởng ấp</cite></p></blockquote>
<ul><li>{SENTENCE}</li><li>{LONG_WORD}</li></ul>
<table><caption>Mực nước</caption><thead><tr><th>Trạm</th><th>Lúc bảy giờ sáng</th>
<th>So với hôm qua</th><th>Báo động một</th><th>Báo động hai</th></tr></thead>
<tbody><tr><td>Bến Lụa</td><td>1,82 m</td><td>lên 4 cm</td>
<td>2,50 m</td><td>3,00 m</td></tr></tbody></table>
<aside class="box"><h3>Con số</h3><dl><dt>31</dt><dd>héc-ta</dd></dl></aside>
<p>{SENTENCE * 5}</p>
"""
SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
# A browser's voices, which a machine without loudspeakers has none of.
VOICES = """
(() => {
  const list = [];
  const target = new EventTarget();
  window.said = [];
  Object.assign(target, {
    getVoices: () => list,
    cancel() { this.current = null; },
    speak(one) { this.current = one; window.said.push(one.text); },
    finish() { this.current.onend(); },
    arrive(lang) {
      list.push({ lang, localService: true });
      this.dispatchEvent(new Event("voiceschanged"));
    },
  });
  Object.defineProperty(window, "speechSynthesis", { value: target });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();
"""
LINES = """(paragraph) => {
  const text = paragraph.firstChild, range = document.createRange(), lines = new Map();
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const box = range.getBoundingClientRect();
    if (box.width) lines.set(Math.round(box.bottom), (lines.get(Math.round(box.bottom)) || 0) + 1);
  }
  return [...lines.values()];
}"""
# How far letters with two marks reach above and below a line, against its height: both in em.
CROWDING = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  const set = document.querySelectorAll("h1, main h2, main h3, .standfirst, .prose > p");
  return [...set].map((one) => {
    const style = getComputedStyle(one);
    pen.font = `${style.fontWeight} 1000px ${style.fontFamily}`;
    const ink = pen.measureText("ỆỖẴẬỂẪgyệậ");
    const reach = (ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent) / 1000;
    const height = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    return [one.outerHTML.slice(0, 60), reach, height];
  });
}"""
CLIPPED = """() => [...document.querySelectorAll("h1, h2, h3, main p, main li")].filter((one) => {
  const style = getComputedStyle(one);
  return style.overflow !== "visible" && !one.closest(".sr");
}).map((one) => one.outerHTML)"""


@pytest.fixture
def article(transactional_db) -> Article:
    make.masthead()
    series = make.series("Giữ đất mùa nước")
    rows = [
        make.story(
            series=series, part=part, headline=f"Ở lại với đồng {part}", body=BODY,
            lead_photo=make.photo(), section=make.section(f"Mục {part}"),
        )
        for part in (1, 2)
    ]  # fmt: skip
    return rows[0]


@pytest.fixture
def scriptless(browser: Browser, live_server: LiveServer):
    """A reader whose browser runs no scripts."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def open_article(page: Page, article: Article) -> None:
    page.goto(article.get_absolute_url())


def body_size(page: Page) -> str:
    return page.locator(".prose").evaluate("prose => getComputedStyle(prose).fontSize")


def test_a_line_of_text_holds_sixty_to_seventy_letters(page: Page, article: Article):
    page.set_viewport_size({"width": 1440, "height": 900})
    open_article(page, article)
    lines = page.locator(".prose > p").first.evaluate(LINES)[:-1]
    assert len(lines) > 5
    assert 60 <= sum(lines) / len(lines) <= 70


@pytest.mark.parametrize("width", [390, 1440])
def test_letters_with_two_marks_touch_no_other_line(page: Page, article: Article, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    open_article(page, article)
    crowded = [one for one in page.evaluate(CROWDING) if one[1] > one[2]]
    assert not crowded
    assert not page.evaluate(CLIPPED)


@pytest.mark.parametrize("width", [320, 720])
def test_nothing_scrolls_sideways_on_a_small_screen_or_at_200_percent(
    page: Page, article: Article, width: int
):
    long = make.story(headline=LONG_HEADLINE + LONG_WORD, body=BODY, section=article.section)
    page.set_viewport_size({"width": width, "height": 600})
    for one in (long, article):
        open_article(page, one)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_moves_while_the_page_comes(page: Page, article: Article):
    page.add_init_script(SHIFTS)
    page.add_init_script("localStorage.setItem('reader-size', 'large')")
    for size in ({"width": 390, "height": 844}, {"width": 1440, "height": 900}):
        page.set_viewport_size(size)
        open_article(page, article)
        page.wait_for_load_state("networkidle")
        page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        assert page.evaluate("window.shifts") == 0


def test_whoever_wants_no_motion_gets_none(page: Page, article: Article):
    page.emulate_media(reduced_motion="reduce")
    open_article(page, article)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_the_chosen_size_and_scheme_are_kept(page: Page, article: Article):
    open_article(page, article)
    assert body_size(page) == "20px"
    page.locator("label:has(#size-large)").click()
    assert body_size(page) == "23px"
    page.locator("[data-theme-switch]").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()
    assert body_size(page) == "23px"
    expect(page.locator("#size-large")).to_be_checked()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.locator("label:has(#size-middle)").click()
    assert body_size(page) == "20px"


def test_a_story_is_passed_on_by_links(page: Page, article: Article, settings):
    open_article(page, article)
    address = f"{settings.SITE_URL}{article.get_absolute_url()}"

    def asked(host: str) -> dict[str, list[str]]:
        link = page.locator(f'.toolbar a[href*="{host}"]').get_attribute("href")
        return parse_qs(urlsplit(link or "").query)

    assert json.loads(b64decode(asked("zalo.me")["d"][0])) == {"url": address}
    assert asked("facebook.com")["u"] == [address]
    assert asked("mailto:") == {"subject": [page.locator("h1").inner_text()], "body": [address]}


def test_a_link_is_copied(page: Page, article: Article, settings):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_article(page, article)
    page.locator("[data-copy]").click()
    expect(page.locator("[data-copy]")).to_have_text(
        page.locator("[data-copy]").get_attribute("data-done") or ""
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{settings.SITE_URL}{article.get_absolute_url()}"


def test_the_sheet_prints_on_white_whatever_the_scheme(page: Page, article: Article):
    page.emulate_media(color_scheme="dark")
    open_article(page, article)
    page.locator('.toolbar a[rel="nofollow"]').click()
    expect(page.locator(".sheet h1")).to_contain_text("Ở lại với đồng 1")
    assert (
        page.locator(".sheet .cols").evaluate("cols => getComputedStyle(cols).columnCount") == "2"
    )
    page.emulate_media(media="print")
    assert page.locator(".sheet").evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    expect(page.locator(".sheet-tools")).to_be_hidden()


def test_an_article_is_listened_to_sentence_by_sentence(page: Page, article: Article):
    page.add_init_script(VOICES)
    open_article(page, article)
    listen, stop = page.locator("[data-listen]"), page.locator("[data-stop]")
    page.evaluate("speechSynthesis.arrive('en-GB')")
    expect(listen).to_be_hidden()
    page.evaluate("speechSynthesis.arrive('vi_VN')")
    listen.click()
    page.evaluate("speechSynthesis.finish()")
    page.evaluate("speechSynthesis.finish()")
    said = page.evaluate("said")
    assert said[0] == page.locator("h1").inner_text().replace("\n", " ")
    assert said[1] == article.standfirst
    assert said[2] == SENTENCE.strip()
    # A pause goes on with the sentence it cut short; a stop begins anew.
    listen.click()
    listen.click()
    assert page.evaluate("said").pop() == said[2]
    stop.click()
    expect(stop).to_be_hidden()
    listen.click()
    assert page.evaluate("said").pop() == said[0]


def test_leaving_the_page_ends_the_listening(page: Page, article: Article):
    page.add_init_script(VOICES)
    open_article(page, article)
    page.evaluate("speechSynthesis.arrive('vi')")
    page.locator("[data-listen]").click()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("speechSynthesis.current") is None


def test_without_scripts_an_article_is_read_passed_on_enlarged_and_printed(
    scriptless: Page, article: Article
):
    open_article(scriptless, article)
    expect(scriptless.locator(".prose")).to_contain_text(SENTENCE.strip())
    for host in ("zalo.me", "facebook.com", "mailto:"):
        expect(scriptless.locator(f'.toolbar a[href*="{host}"]')).to_be_visible()
    for button in scriptless.locator("button").all():
        expect(button).to_be_hidden()
    scriptless.locator("label:has(#size-large)").click()
    expect(scriptless.locator(".prose")).to_have_css("font-size", "23px")
    scriptless.locator('.toolbar a[rel="nofollow"]').click()
    expect(scriptless.locator(".sheet h1")).to_be_visible()


@pytest.fixture(params=["page", "scriptless"])
def reader(request: pytest.FixtureRequest) -> Page:
    """A reader whose browser runs scripts, and one whose browser does not."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def on_the_river(transactional_db) -> Article:
    """One of two stories that have the words side by side; a third has them apart."""
    make.masthead()
    culture, society = make.section("Văn hóa"), make.section("Xã hội")
    make.story(section=society, headline="Đò sớm", standfirst="Sông Mây lên ba đốt ngón tay.")
    make.story(section=society, headline="Mây chiều", standfirst="Trời quang.", body="<p>Mưa.</p>")
    return make.story(
        section=culture,
        headline="Người vá lưới",
        standfirst="Nghề cũ còn ba người giữ.",
        body=f"<p>{SENTENCE * 3}</p><p>Ra ngã ba sông Mây mà hỏi.</p>",
    )


def search_from_the_front(reader: Page, typed: str) -> None:
    reader.goto(reverse("front"))
    reader.locator(f'header a[href="{reverse("search")}"]').click()
    reader.locator("#q").fill(typed)
    reader.locator("#q").press("Enter")
    reader.wait_for_url(lambda address: "q=" in address)


def headlines(reader: Page) -> list[str]:
    return reader.locator("#main article h2, #main article h3").all_inner_texts()


def test_what_was_typed_without_diacritics_is_marked_with_them(reader: Page, on_the_river: Article):
    search_from_the_front(reader, "song may")
    expect(reader.locator("#q")).to_have_value("song may")
    found = reader.locator("#main article", has_text="Người vá lưới")
    assert " ".join(found.locator(".dek mark").all_inner_texts()).lower() == "sông mây"
    assert sorted(headlines(reader)) == ["Người vá lưới", "Đò sớm"]


def test_a_search_is_narrowed_to_a_section_and_leads_to_the_story(
    reader: Page, on_the_river: Article
):
    search_from_the_front(reader, "song may")
    reader.locator('#filters input[value="van-hoa"]').check()
    reader.locator("#filters button").click()
    reader.wait_for_url(lambda address: "van-hoa" in address)
    assert headlines(reader) == ["Người vá lưới"]
    expect(reader.locator('#filters input[value="van-hoa"]')).to_be_checked()
    reader.locator("#main article a").first.click()
    expect(reader.locator("h1")).to_have_text("Người vá lưới")
