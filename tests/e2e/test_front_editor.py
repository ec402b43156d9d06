"""What the front editor does under somebody's hands, in a real browser."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from articles.roles import Role
from fronts import launching
from fronts.models import Front
from people.models import User
from tests import make

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

SLOTS = [
    {"key": "top", "layout": "lead", "capacity": 3, "source": "newest"},
    {"key": "next", "layout": "seconds", "capacity": 3, "source": "none"},
]


@pytest.fixture
def secretary(transactional_db) -> User:
    return make.user("thuky", role=Role.SECRETARY, name="Tô Thị Hạnh")


@pytest.fixture
def stories(secretary: User) -> list[Article]:
    make.masthead()
    section = make.section("Đô thị")
    days = [f"2026-10-0{day} 07:00" for day in range(1, 5)]
    return [
        make.story(headline=f"Chuyện bến sông thứ {number}", section=section, at=make.at(day))
        for number, day in enumerate(days, start=1)
    ]


@pytest.fixture
def front(stories: list[Article]) -> Front:
    """Live: the first two stories by hand at the top, the newest after them."""
    front = launching.open_front(None, by=None)
    pins = [{"article": one.pk} for one in stories[:2]]
    content = {"form": 1, "note": {}, "slots": [{**SLOTS[0], "pins": pins}, SLOTS[1]]}
    launching.save_draft(front, number=front.draft_number, content=content, by=None)
    launching.launch(front, number=front.draft_number, by=None)
    return front


def sign_in(context: BrowserContext, user: User, home: str) -> None:
    client = Client()
    client.force_login(user)
    context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": home}]
    )


def open_editor(page: Page, front: Front) -> Page:
    url = reverse("admin:fronts_front_change", args=[front.pk])
    page.goto(url, wait_until="domcontentloaded")
    expect(page.locator("#front-screen")).to_be_visible()
    expect(page.locator("#live-slots li li").first).to_be_visible()
    return page


@pytest.fixture
def editor(page: Page, context: BrowserContext, secretary: User, front: Front, live_server) -> Page:
    page.set_viewport_size({"width": 1440, "height": 1000})
    sign_in(context, secretary, live_server.url)
    return open_editor(page, front)


@pytest.fixture
def colleague(browser: Browser, front: Front, live_server: LiveServer) -> Iterator[Page]:
    """Another editor's browser with the same front open."""
    context = browser.new_context(base_url=live_server.url, locale="vi-VN")
    sign_in(context, make.user("phothuky", role=Role.SECRETARY, name="Lý Hạ Vũ"), live_server.url)
    yield open_editor(context.new_page(), front)
    context.close()


def picks(page: Page, key: str = "top") -> Locator:
    return page.locator(f"#draft-slots > [data-key={key}] .pick .hed")


def pick(page: Page, words: str) -> Locator:
    return page.locator(".pick", has_text=words)


def drag(page: Page, what: Locator, onto: Locator) -> None:
    """With the mouse, in steps, onto the upper half of a row."""
    what.scroll_into_view_if_needed()
    start, end = what.bounding_box(), onto.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"] + 20, start["y"] + 20, steps=4)
    page.mouse.move(end["x"] + 60, end["y"] + 6, steps=12)


def drop(page: Page) -> None:
    page.mouse.up()
    expect(page.locator("body")).not_to_have_class("is-dragging")


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_attribute("data-kind", "saved")


def pinned(front: Front) -> list[list[int]]:
    front.refresh_from_db()
    return [[pin["article"] for pin in slot["pins"]] for slot in front.draft["slots"]]


def save_now(page: Page) -> None:
    """Without waiting for the screen to do it by itself."""
    page.keyboard.press("Control+s")
    saved(page)


# --- Arranging --------------------------------------------------------------------------------


def test_a_front_is_arranged_previewed_launched_and_taken_back(
    editor: Page, browser: Browser, live_server: LiveServer, front: Front, stories: list[Article]
):
    first, second, third, _fourth = stories
    # By the mouse, within a slot; by search, from one slot to the other.
    drag(editor, pick(editor, second.headline).locator(".drag"), pick(editor, first.headline))
    drop(editor)
    expect(picks(editor)).to_have_text([second.headline, first.headline])
    said = gettext("up {count}").replace("{count}", "1")
    expect(pick(editor, second.headline).locator(".chg")).to_have_text(said)
    editor.keyboard.press("t")
    editor.keyboard.type("song thu 3")
    editor.keyboard.press("Enter")
    expect(picks(editor)).to_have_text([third.headline, second.headline, first.headline])
    drag(
        editor,
        pick(editor, first.headline).locator(".drag"),
        editor.locator("#draft-slots > [data-key=next] .picks"),
    )
    drop(editor)
    expect(picks(editor, "next")).to_have_text([first.headline])
    saved(editor)
    assert pinned(front) == [[third.pk, second.pk], [first.pk]]

    # The preview shows the draft, readers still see what was launched.
    inside = editor.frame_locator("#preview").locator("main h2, main h3")
    expect(inside.filter(has_text=third.headline).first).to_be_visible()
    expect(inside.first).to_contain_text(third.headline)
    reader = browser.new_context(base_url=live_server.url).new_page()
    reader.goto("/")
    expect(reader.locator("main h2, main h3").first).to_contain_text(first.headline)

    editor.locator("#launch").click()
    expect(editor.locator("#launch-moved")).to_contain_text(first.headline)
    editor.locator("#launch-now").click()
    expect(editor.locator("#launched-undo")).to_be_focused()
    reader.reload()
    expect(reader.locator("main h2, main h3").first).to_contain_text(third.headline)

    editor.locator("#launched-undo").click()
    expect(picks(editor)).to_have_text([first.headline, second.headline])
    reader.reload()
    expect(reader.locator("main h2, main h3").first).to_contain_text(first.headline)
    assert front.launches.count() == 3
    reader.context.close()


def test_a_row_is_moved_by_keys_and_put_back_with_escape(editor: Page, stories: list[Article]):
    first, second = (one.headline for one in stories[:2])
    pick(editor, first).locator(".drag").focus()
    editor.keyboard.press("Alt+ArrowDown")
    expect(picks(editor)).to_have_text([second, first])
    expect(editor.locator("#aloud")).to_contain_text(first)
    editor.keyboard.press("Alt+ArrowDown")
    expect(picks(editor, "next")).to_have_text([first])
    expect(pick(editor, first).locator(".drag")).to_be_focused()
    editor.keyboard.press("Escape")
    expect(picks(editor)).to_have_text([first, second])


def test_escape_ends_a_drag_where_it_began(editor: Page, stories: list[Article]):
    first, second = (one.headline for one in stories[:2])
    drag(editor, pick(editor, second).locator(".drag"), pick(editor, first))
    editor.keyboard.press("Escape")
    drop(editor)
    expect(picks(editor)).to_have_text([first, second])


def test_a_story_of_the_backfill_is_pinned(editor: Page, stories: list[Article]):
    newest = stories[3].headline
    row = editor.locator(".autos > li", has_text=newest)
    row.locator("button").click()
    expect(picks(editor)).to_have_text([stories[0].headline, stories[1].headline, newest])
    expect(row).to_have_count(0)


def test_a_story_taken_off_comes_back_with_undo(editor: Page, stories: list[Article]):
    first, second = (one.headline for one in stories[:2])
    pick(editor, first).locator("[data-part=remove]").click()
    expect(picks(editor)).to_have_text([second])
    editor.keyboard.press("Control+z")
    expect(picks(editor)).to_have_text([first, second])


def test_what_a_pick_says_of_itself_is_saved(editor: Page, front: Front, stories: list[Article]):
    photo = make.photo(alt="Ghe ở bến")
    row = pick(editor, stories[0].headline)
    row.locator("[data-part=more]").click()
    row = editor.locator(f".pick[data-article='{stories[0].pk}']")
    row.locator("[data-field=headline]").fill("Tít riêng của trang nhất")
    row.locator("[data-field=until]").fill("2031-10-14T19:00")
    row.locator("[data-part=choose-photo]").click()
    editor.locator("#photo-found button").first.click()
    expect(row.locator("[data-part=photo]")).to_be_visible()
    save_now(editor)
    front.refresh_from_db()
    pin = front.draft["slots"][0]["pins"][0]
    assert (pin["headline"], pin["photo"]) == ("Tít riêng của trang nhất", photo.pk)
    assert pin["until"] == "2031-10-14T19:00:00+07:00"


def test_a_slot_is_moved_removed_and_brought_back(editor: Page):
    names = editor.locator("#draft-slots > li h3")
    lead, seconds = names.all_inner_texts()
    editor.locator("#draft-slots > [data-key=next] [data-part=up]").click()
    expect(names).to_have_text([seconds, lead])
    editor.locator("#draft-slots > [data-key=top] [data-part=drop]").click()
    expect(names).to_have_text([seconds])
    editor.locator("#done-undo").click()
    expect(names).to_have_text([seconds, lead])


# --- Two at once, and nobody at the other end -----------------------------------------------------


def test_the_second_of_two_saves_is_refused_and_loses_nothing(
    editor: Page, colleague: Page, front: Front, stories: list[Article]
):
    first, second = stories[:2]
    pick(editor, first.headline).locator("[data-part=remove]").click()
    save_now(editor)
    pick(colleague, second.headline).locator("[data-part=remove]").click()
    colleague.keyboard.press("Control+s")
    expect(colleague.locator("#conflict")).to_contain_text("Hạnh")
    expect(picks(colleague)).to_have_text([first.headline])
    assert pinned(front) == [[second.pk], []]
    # Theirs is taken, and mine is one step back from it; then mine is kept knowingly.
    colleague.locator("#take-theirs").click()
    expect(picks(colleague)).to_have_text([second.headline])
    colleague.locator("#done-undo").click()
    expect(picks(colleague)).to_have_text([first.headline])
    save_now(colleague)
    assert pinned(front) == [[first.pk], []]


def test_my_draft_is_kept_over_theirs_knowingly(
    colleague: Page, front: Front, stories: list[Article]
):
    first, second = stories[:2]
    content = {**front.draft, "slots": [{**front.draft["slots"][0], "pins": []}]}
    launching.save_draft(front, number=front.draft_number, content=content, by=None)
    pick(colleague, second.headline).locator("[data-part=remove]").click()
    colleague.keyboard.press("Control+s")
    colleague.locator("#keep-mine").click()
    saved(colleague)
    assert pinned(front) == [[first.pk], []]


def test_a_draft_without_a_network_is_kept_and_offered_back(
    colleague: Page, stories: list[Article]
):
    colleague.route("**/save/", lambda route: route.abort())
    pick(colleague, stories[0].headline).locator("[data-part=remove]").click()
    colleague.keyboard.press("Control+s")
    expect(colleague.locator("#save-again")).to_be_visible()
    colleague.on("dialog", lambda dialog: dialog.accept())
    colleague.reload()
    expect(picks(colleague)).to_have_count(2)
    colleague.locator("#kept-take").click()
    expect(picks(colleague)).to_have_text([stories[1].headline])
