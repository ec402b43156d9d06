"""From a reporter's page to a reader's page, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles import publishing
from articles.models import Article
from articles.roles import Role
from people.models import User
from tests import make
from tests.browser import Watch

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

BODY = "Người trẻ trong xóm trở về nhóm lại lò cũ."


@pytest.fixture
def secretary(transactional_db) -> User:
    user = make.user("thuky", role=Role.SECRETARY, name="Tô Thị Hạnh")
    user.set_password("mat-khau-dai")
    user.save()
    return user


@pytest.fixture
def reader(browser: Browser, live_server: LiveServer):
    """Somebody else's browser, without a login."""
    context = browser.new_context(base_url=live_server.url, locale="vi-VN")
    yield context.new_page()
    context.close()


def log_in(page: Page) -> None:
    page.goto("/admin/")
    page.fill("#id_username", "thuky")
    page.fill("#id_password", "mat-khau-dai")
    page.press("#id_password", "Enter")
    expect(page.locator("#user-tools")).to_contain_text("Hạnh")


def choose(page: Page, field: str, words: str) -> None:
    """Pick from an autocomplete field by typing."""
    page.locator(f"#{field} + .select2").click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option", has_text=words).first.click()


def write(page: Page, words: str) -> None:
    text = page.locator(".cke_wysiwyg_div")
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def test_a_series_goes_from_the_desk_to_its_readers(
    page: Page, reader: Page, watch: Watch, secretary: User, tmp_path: Path
):
    make.masthead()
    section = make.section("Văn hóa")
    author = make.author("Hải Đăng")
    series = make.series("Giữ lửa lò gốm")
    first = make.article(
        series=series, part=1, section=section, headline="Lò nguội một nửa", signed=author
    )
    publishing.publish(first, by=None)
    picture = tmp_path / "gom.jpg"
    picture.write_bytes(make.jpeg(1200, 800))

    # An editor writes part II with a photo and publishes it.
    log_in(page)
    page.get_by_role("link", name="Viết bài mới", exact=True).click()
    page.fill("#id_headline", "Người trẻ trở về")
    page.fill("#id_standfirst", "Ba lò trong xóm lại đỏ lửa.")
    write(page, BODY)
    page.keyboard.press("Enter")
    page.locator("[data-command=storyphoto]").click()
    page.set_input_files("#photo-file", picture)
    page.fill("#photo-alt", "Mẻ gốm trên sân")
    page.fill("#photo-caption", "Mẻ gốm đầu năm.")
    page.fill("#photo-credit", "Hải Đăng")
    page.locator("#photo-upload button[type=submit]").click()
    expect(page.locator(".cke_wysiwyg_div figure[data-photo] img")).to_be_visible()
    page.select_option("#id_section", label="Văn hóa")
    choose(page, "id_series", "Giữ lửa lò gốm")
    page.fill("#id_part", "2")
    choose(page, "id_bylines-0-author", "Hải Đăng")
    page.select_option("#id_bylines-0-role", "text_and_photo")
    page.locator("#save").click()
    expect(page.locator(".messagelist")).to_be_visible()
    page.locator("#bottom-bar [name=_publish]").click()
    page.locator("#dialog-publish [name=_publish]").click()
    expect(page.locator("#bottom-bar [data-st=live]")).to_be_visible()

    # A reader sees it, and part I leads to it.
    second = Article.objects.get(part=2)
    reader.goto(second.get_absolute_url())
    expect(reader.locator("h1")).to_have_text("Giữ lửa lò gốm - Kỳ II: Người trẻ trở về")
    expect(reader.locator("main")).to_contain_text(BODY)
    expect(reader.locator("main figcaption")).to_contain_text("Mẻ gốm đầu năm.")
    expect(reader.locator("main figcaption")).to_contain_text("Ảnh: Hải Đăng")
    expect(reader.locator(".byline")).to_have_text("Bài và ảnh: Hải Đăng")
    assert reader.locator("main figure img").evaluate("image => image.naturalWidth") > 0
    reader.goto(first.get_absolute_url())
    expect(reader.locator(f'main a[href="{second.get_absolute_url()}"]').first).to_be_visible()

    # The editor withdraws it: 410, and it is gone from the lists.
    page.locator("[data-open=dialog-withdraw]").first.click()
    page.locator("#dialog-withdraw textarea").fill("Sai tên làng.")
    page.locator("#dialog-withdraw button[type=submit]").click()
    expect(page.locator("#bottom-bar [data-st=off]")).to_be_visible()
    response = reader.goto(second.get_absolute_url())
    assert response is not None
    assert response.status == 410
    for path in ("/", section.get_absolute_url(), first.get_absolute_url()):
        reader.goto(path)
        expect(reader.locator("main")).not_to_contain_text("Người trẻ trở về")
