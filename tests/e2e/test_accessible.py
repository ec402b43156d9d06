"""Every page readers can reach, as somebody with a keyboard, a screen reader or large type has it.

The pages come from reader.urls: one that the table below does not name fails the first test.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from articles import correcting, publishing
from articles.models import AboutPage, Article, Correction, Section, Topic
from fronts.models import Breaking, Table
from people.models import Author
from reader.models import MostRead
from tests import make
from tests.addresses import page_names
from tests.browser import Watch

in_a_browser = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG_AGO = date(2021, 5, 1)
# Vietnamese has only short syllables; what is long in its papers is addresses and amounts.
LONG_WORD = "phong.tiepcongdan.sotainguyenmoitruong@maygiang.example"
LONG = (
    "Những người thợ già ở xóm bến ngồi kể chuyện con nước, chuyện mùa nghề và chuyện giữ lửa "
    f"của ba thế hệ: thư về {LONG_WORD}"
)
WIDE_TABLE = (
    f"<table><thead><tr>{'<th>Tháng</th>' * 12}</tr></thead>"
    f"<tbody><tr>{'<td>12.500.000</td>' * 12}</tr></tbody></table>"
)
BODY = (
    "<h2>Chuyện con nước</h2><p>Người làng ra bến từ sớm. <a href='/van-hoa/'>Xem thêm</a>.</p>"
    "<blockquote><p>Còn nước còn đò.</p></blockquote><ul><li>Một</li><li>Hai</li></ul>"
    "<table><thead><tr><th>Bến</th><th>Chuyến</th></tr></thead>"
    "<tbody><tr><td>Trên</td><td>12</td></tr></tbody></table>" + WIDE_TABLE
)


@dataclass
class Paper:
    """Rows that every kind of page has something of."""

    part: Article
    plain: Article
    withdrawn: Article
    topic: Topic


def at_name(name: str, **kwargs: Any) -> Callable[[Paper], list[str]]:
    return lambda _paper: [reverse(name, kwargs=kwargs)]


def search(_paper: Paper) -> list[str]:
    address = reverse("search")
    asked = ["", "?q=bến", "?q=bến&xep=moi", "?q=bếnn+phàa", "?q=bến&tu=hôm+qua"]
    return [address + one for one in asked]


def article(paper: Paper) -> list[str]:
    return [one.get_absolute_url() for one in (paper.part, paper.plain, paper.withdrawn)]


def author(paper: Paper) -> list[str]:
    return [paper.part.bylines.get().author.get_absolute_url()]


def series(paper: Paper) -> list[str]:
    assert paper.part.series
    return [paper.part.series.get_absolute_url()]


def section(paper: Paper) -> list[str]:
    return [reverse("section", kwargs={"section": slug}) for slug in ("doi-song", "y-te")]


def print_view(paper: Paper) -> list[str]:
    return [reverse("print", kwargs={
        "section": paper.part.section.slug, "slug": paper.part.story.slug, "pk": paper.part.pk
    })]  # fmt: skip


# The addresses of each kind of page.
PAGES: dict[str, Callable[[Paper], list[str]]] = {
    "front": at_name("front"),
    "section": section,
    "article": article,
    "series": series,
    "author": author,
    "masthead": lambda _paper: [reverse("masthead"), reverse("masthead") + "?ngay=2021-05-24"],
    "feeds": at_name("feeds"),
    "search": search,
    "topics": at_name("topics"),
    "topic": lambda paper: [paper.topic.get_absolute_url()],
    "all_series": at_name("all_series"),
    "archive": lambda _paper: [reverse("archive"), reverse("archive") + "?ngay=hôm+qua"],
    "archive_of_month": at_name("archive_of_month", month=LONG_AGO),
    "archive_of_day": at_name("archive_of_day", day=LONG_AGO),
    "corrections": at_name("corrections"),
    "most_read": at_name("most_read"),
    "about": lambda _paper: [one.get_absolute_url() for one in AboutPage.objects.shown()],
    "print": print_view,
}
# A page of its own that has no name.
UNNAMED = ["/khong-co-trang-nay/"]


@pytest.fixture
def paper(transactional_db) -> Paper:
    make.masthead()
    make.appointment(make.person("An"))
    make.appointment(make.person("Bình"), title="Phó Tổng Biên tập", rank=20)
    top = make.section("Đời sống")
    below = make.section("Y tế", parent=top)
    signed = make.author("Hải Đăng", bio="Viết về nghề cũ ven sông.")
    make.photo(portrait_of=signed)
    topic = make.topic("Nghề cũ", intro="Những nghề còn người giữ.")
    part = middle_part(top, signed, topic)
    for _number in range(22):
        make.story(section=below, headline=LONG, lead_photo=part.lead_photo, signed=signed)
    make.story(section=below, at=make.at("2021-05-01 07:00"))
    plain = make.story(section=make.section("Văn hóa"), headline="Bến mới", standfirst="")
    withdrawn = make.story(section=below)
    publishing.withdraw(withdrawn, by=None, reason="Sai tên làng.")
    own_up(part, plain)
    furnish(part, plain)
    return Paper(part, plain, withdrawn, topic)


def middle_part(section: Section, signed: Author, topic: Topic) -> Article:
    """A part of a series with everything an article can carry."""
    _series, parts = make.printed_series(3, section=section, signed=signed, lead_photo=make.photo())
    part = parts[1]
    figure = f'<figure data-photo="{make.photo().pk}"><figcaption>Bến.</figcaption></figure>'
    part.body, part.kicker, part.subhead = BODY + figure, "Phóng sự", "Ghi ở xóm bến"
    part.headline = LONG
    part.save()
    part.topics.add(topic)
    publishing.republish(part, by=None)
    return part


def furnish(part: Article, plain: Article) -> None:
    """What stands on the front and beside stories: opinion, a strip, a table, a banner, places."""
    for kind in (Section.Kind.OPINION, Section.Kind.EDITORIAL, Section.Kind.PICTURES):
        section = make.section(f"Mục {kind}", kind=kind)
        make.story(section=section, lead_photo=part.lead_photo, body=part.body)
    Table.objects.create(section=plain.section, title="Giá lúa", rows="Lúa thơm | 7.450 | tăng 150")
    now = timezone.now()
    Breaking.objects.create(
        text=f"Nước lên nhanh, báo về {LONG_WORD}",
        article=part,
        shown_from=now,
        shown_until=now + timedelta(hours=1),
    )
    AboutPage.objects.create(title="Về báo", body=BODY, is_shown=True)
    for place, one in enumerate((part, plain), 1):
        for span in MostRead.Span:
            MostRead.objects.create(span=span, place=place, story=one.story, count=9)


def own_up(slipped: Article, wronged: Article) -> None:
    slip = correcting.Words(Correction.Kind.SLIP, right="Bến có ba đò.")
    correcting.correct(slipped, slip, by=None)
    formal = correcting.Words(
        Correction.Kind.FORMAL,
        wrong="Bến đã đóng.",
        right="Bến vẫn mở.",
        apology="Xin lỗi bạn đọc.",
    )
    correcting.correct(wronged, formal, by=None)


@pytest.fixture
def addresses(paper: Paper, watch: Watch) -> list[str]:
    """All pages. Those of what is gone, missing or refused say so and are pages all the same."""
    watch.allowed_statuses += [400, 404, 410]
    return UNNAMED + [address for pages in PAGES.values() for address in pages(paper)]


def test_every_page_of_readers_is_in_the_table():
    assert page_names() == set(PAGES)


AXE = Axe().axe_script
# What a colour scheme can change; the rest is the same page.
OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
EVERYTHING = {"resultTypes": ["violations"]}


@pytest.mark.parametrize("width", [390, 1440])
class TestAxe:
    pytestmark = in_a_browser

    def test_finds_nothing_on_any_page_light_or_dark(self, page: Page, addresses, width):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(reduced_motion="reduce")
        found: list[str] = []
        for address in addresses:
            page.emulate_media(color_scheme="light")
            page.goto(address)
            page.evaluate(AXE)
            found += [f"{address} light: {one}" for one in violations(page, EVERYTHING)]
            page.emulate_media(color_scheme="dark")
            found += [f"{address} dark: {one}" for one in violations(page, OF_COLOURS)]
        assert not found, "\n".join(found)


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    """What axe, which is in the page already, has to say: the rule and where."""
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{one['id']} {[node['html'][:120] for node in one['nodes'][:3]]}" for one in found]


FOCUS = """() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")];
  return all.filter((one) => shown(one) && !one.disabled && one.tabIndex >= 0).filter((one) => {
    one.focus();
    const style = getComputedStyle(one);
    const place = one.getBoundingClientRect();
    return style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2
      || place.width < 1 || place.right < 1 || place.left > innerWidth;
  }).map((one) => one.outerHTML.slice(0, 120));
}"""


SKIP = """() => {
  const skip = document.querySelector("a.skip");
  if (document.querySelector("main.sheet")) return [];  // two links stand before the story
  if (skip !== document.activeElement) return ["the first stop is elsewhere"];
  const target = document.querySelectorAll(skip.getAttribute("href")).length;
  return skip.getBoundingClientRect().x < 0 ? ["it is out of sight"]
    : target === 1 ? [] : [`${target} places to lead to`];
}"""


class TestKeyboard:
    pytestmark = in_a_browser

    def test_the_first_stop_leads_past_the_furniture(self, page: Page, addresses):
        found = list(faults_after_tab(page, addresses, SKIP))
        assert not found, "\n".join(found)

    def test_what_has_the_focus_shows_it(self, page: Page, addresses):
        found = list(faults_after_tab(page, addresses, FOCUS))
        assert not found, "\n".join(found)


def faults_after_tab(page: Page, addresses: list[str], looked_for: str) -> Iterator[str]:
    for address in addresses:
        page.goto(address, wait_until="domcontentloaded")
        page.keyboard.press("Tab")  # from here on the browser shows where the focus is
        yield from (f"{address}: {one}" for one in page.evaluate(looked_for))


WIDER = """() => {
  const room = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth - room;
  const held = (one) => one !== document.body
    && (getComputedStyle(one).overflowX !== "visible" || held(one.parentElement));
  const guilty = [...document.querySelectorAll("body *")].filter((one) =>
    one.getBoundingClientRect().right > room && !held(one.parentElement));
  const last = guilty.slice(-1).map((one) => one.outerHTML.slice(0, 120));
  return wide > 0 ? [`${wide} px: ${last}`] : [];
}"""


class TestWidths:
    pytestmark = in_a_browser

    def test_no_page_scrolls_sideways(self, page: Page, addresses):
        found: list[str] = []
        for address in addresses:
            page.goto(address)
            for width in (320, 390, 820, 1280 // 2, 1440):  # 1280 at twice the size
                page.set_viewport_size({"width": width, "height": 800})
                found += [f"{address} {width}: {one}" for one in page.evaluate(WIDER)]
        assert not found, "\n".join(found)
