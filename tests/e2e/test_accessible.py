"""Every page readers can reach, as somebody with a keyboard, a screen reader or large type has it.

The pages come from reader.urls: an address that neither table below names fails the first test.
"""

from collections.abc import Callable
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
from tests.addresses import public_names
from tests.browser import Watch

in_a_browser = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG_AGO = date(2021, 5, 1)
LONG = (
    "Những người thợ già ở xóm bến ngồi kể chuyện con nước, chuyện mùa nghề và chuyện giữ lửa "
    "của ba thế hệ bên dòng sông đã mấy lần đổi dòng"
)
BODY = (
    "<h2>Chuyện con nước</h2><p>Người làng ra bến từ sớm. <a href='/van-hoa/'>Xem thêm</a>.</p>"
    "<blockquote><p>Còn nước còn đò.</p></blockquote><ul><li>Một</li><li>Hai</li></ul>"
    "<table><thead><tr><th>Bến</th><th>Chuyến</th></tr></thead>"
    "<tbody><tr><td>Trên</td><td>12</td></tr></tbody></table>"
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
    "about": at_name("about", slug="ve-bao"),
    "print": print_view,
}
# A page of its own that has no name.
UNNAMED = ["/khong-co-trang-nay/"]
# What is not a page, or not readers': files for machines, ways to a page, and the desk's previews.
NO_PAGES = {
    "healthz", "robots", "sitemap", "sitemap_of_pages", "sitemap_of_news", "sitemap_of_month",
    "feed", "feed_of_section", "feed_of_series", "feed_of_author", "feed_of_topic", "story",
    "reading", "preview", "front_preview", "front_composed",
}  # fmt: skip


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
        text="Nước lên nhanh", article=part, shown_from=now, shown_until=now + timedelta(hours=1)
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


def test_every_address_of_readers_is_in_a_table():
    assert public_names() - set(PAGES) - NO_PAGES == set()


def test_a_page_is_in_one_table_only():
    assert not set(PAGES) & NO_PAGES


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
        assert found == []


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


class TestKeyboard:
    pytestmark = in_a_browser

    def test_the_first_stop_leads_past_the_furniture(self, page: Page, addresses):
        for address in addresses:
            page.goto(address, wait_until="domcontentloaded")
            if page.locator("main.sheet").count():
                continue  # the print view: two links stand before the story
            page.keyboard.press("Tab")
            skip = page.locator("a.skip")
            assert skip.evaluate("one => one === document.activeElement"), address
            assert skip.bounding_box()["x"] >= 0, address
            assert page.locator(skip.get_attribute("href")).count() == 1, address

    def test_what_has_the_focus_shows_it(self, page: Page, addresses):
        for address in addresses:
            page.goto(address, wait_until="domcontentloaded")
            page.keyboard.press("Tab")  # from here on the browser shows where the focus is
            assert page.evaluate(FOCUS) == [], address


class TestZoom:
    pytestmark = in_a_browser

    def test_at_twice_the_size_nothing_scrolls_sideways(self, page: Page, addresses):
        page.set_viewport_size({"width": 1280 // 2, "height": 800 // 2})
        for address in addresses:
            page.goto(address)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, address
