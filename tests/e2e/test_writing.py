"""What the writing screen does under somebody's hands, in a real browser."""

import pytest
from playwright.sync_api import Locator, Page, expect

from articles import revisions
from articles.models import Article
from articles.roles import Role
from people.models import User
from tests import make

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def secretary(transactional_db) -> User:
    user = make.user("thuky", role=Role.SECRETARY, name="Tô Thị Hạnh")
    user.set_password("mat-khau-dai")
    user.save()
    return user


@pytest.fixture
def desk(page: Page, secretary: User) -> Page:
    page.goto("/admin/")
    page.fill("#id_username", "thuky")
    page.fill("#id_password", "mat-khau-dai")
    page.press("#id_password", "Enter")
    expect(page.locator("#user-tools")).to_contain_text("Hạnh")
    return page


def open_article(page: Page, article: Article) -> Locator:
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    expect(page.locator("#edbar")).to_be_visible()
    return page.locator(".cke_wysiwyg_div")


def end_of(page: Page, words: str) -> None:
    page.locator(".cke_wysiwyg_div p", has_text=words).click()
    page.keyboard.press("End")


def insert_photo(page: Page) -> None:
    page.locator("[data-command=storyphoto]").click()
    page.locator("#photo-grid button").first.click()
    expect(page.locator(".cke_wysiwyg_div figure img")).to_be_visible()


def saved_text(page: Page, article: Article) -> str:
    page.locator("#save").click()
    expect(page.locator(".messagelist")).to_be_visible()
    article.refresh_from_db()
    return article.body


# --- Photos -----------------------------------------------------------------------------------


def test_typing_goes_on_after_a_photo_with_a_caption(desk: Page):
    photo = make.photo(caption="Bến sông buổi sớm.")
    article = make.article(body="<p>Đoạn một.</p>")
    open_article(desk, article)
    end_of(desk, "Đoạn một.")
    insert_photo(desk)
    desk.keyboard.type("Gõ ngay sau ảnh.")
    assert saved_text(desk, article) == (
        "<p>Đoạn một.</p>\n"
        f'<figure data-photo="{photo.pk}"><figcaption>Bến sông buổi sớm.</figcaption></figure>\n'
        "<p>Gõ ngay sau ảnh.</p>"
    )


def test_typing_goes_into_the_empty_caption_of_a_new_photo(desk: Page):
    photo = make.photo(caption="")
    article = make.article(body="<p>Đoạn một.</p>")
    open_article(desk, article)
    end_of(desk, "Đoạn một.")
    insert_photo(desk)
    desk.keyboard.type("Chú thích gõ ngay.")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Đoạn sau.")
    assert saved_text(desk, article) == (
        "<p>Đoạn một.</p>\n"
        f'<figure data-photo="{photo.pk}"><figcaption>Chú thích gõ ngay.</figcaption></figure>\n'
        "<p>Đoạn sau.</p>"
    )


@pytest.mark.parametrize("key", ["Enter", "ArrowDown"])
@pytest.mark.parametrize("place", ["figure img", "figcaption"])
def test_a_photo_last_in_the_text_is_left_by_keys(desk: Page, key: str, place: str):
    photo = make.photo()
    figure = f'<figure data-photo="{photo.pk}"><figcaption>Bến sông.</figcaption></figure>'
    article = make.article(body=f"<p>Đoạn một.</p>{figure}")
    open_article(desk, article).locator(place).click()
    desk.keyboard.press(key)
    desk.keyboard.type("Đoạn cuối.")
    assert saved_text(desk, article).endswith("</figure>\n<p>Đoạn cuối.</p>")


def test_a_photo_is_called_a_photo(desk: Page):
    photo = make.photo()
    article = make.article(body=f'<figure data-photo="{photo.pk}"></figure><p>Chữ.</p>')
    text = open_article(desk, article)
    expect(text.locator(".cke_widget_wrapper")).to_have_attribute("aria-label", "ảnh")


# --- Boxes ------------------------------------------------------------------------------------


def test_enter_on_an_empty_paragraph_leaves_the_box(desk: Page):
    article = make.article(body='<p>Đầu.</p><aside class="box"><p>Trong hộp.</p></aside>')
    open_article(desk, article)
    end_of(desk, "Trong hộp.")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Ngoài hộp.")
    assert saved_text(desk, article) == (
        '<p>Đầu.</p>\n<aside class="box"><p>Trong hộp.</p></aside>\n<p>Ngoài hộp.</p>'
    )


def test_a_box_at_the_end_has_a_paragraph_after_it(desk: Page):
    article = make.article(body='<aside class="box"><p>Trong hộp.</p></aside>')
    text = open_article(desk, article)
    expect(text.locator("aside + p")).to_have_count(1)
    text.locator("aside + p").click()
    desk.keyboard.type("Ngoài hộp.")
    assert saved_text(desk, article).endswith("</aside>\n<p>Ngoài hộp.</p>")


def test_a_box_that_is_only_looked_at_is_not_a_change(desk: Page):
    article = make.article(body='<aside class="box"><p>Trong hộp.</p></aside>')
    open_article(desk, article)
    saved_text(desk, article)
    assert article.revisions.count() == 1


# --- Saved or not -------------------------------------------------------------------------------


def test_words_a_browser_puts_back_are_said_to_be_unsaved(desk: Page):
    article = make.article()
    open_article(desk, article)
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.fill("#id_standfirst", "Chữ chưa lưu.")
    desk.goto("/admin/articles/article/")
    desk.go_back()
    expect(desk.locator("#id_standfirst")).to_have_value("Chữ chưa lưu.")
    expect(desk.locator("#saved")).to_contain_text("Chưa lưu")


def test_a_screen_gone_back_to_untouched_is_saved(desk: Page):
    open_article(desk, make.article())
    desk.goto("/admin/articles/article/")
    desk.go_back()
    expect(desk.locator("#edbar")).to_be_visible()
    expect(desk.locator("#saved")).not_to_contain_text("Chưa lưu")


def test_words_a_browser_puts_back_do_not_overwrite_what_was_saved_meanwhile(desk: Page):
    article = make.article(headline="Tít đầu")
    open_article(desk, article)
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.fill("#id_headline", "Tít cũ trong trình duyệt")
    desk.goto("/admin/articles/article/")
    article.headline = "Tít của người khác"
    article.save()
    revisions.record_save(article, by=None)
    desk.go_back()
    expect(desk.locator("#id_headline")).to_have_value("Tít cũ trong trình duyệt")
    desk.locator("#save").click()
    expect(desk.locator(".errornote")).to_be_visible()
    article.refresh_from_db()
    assert article.headline == "Tít của người khác"


def test_a_missing_caption_is_reached_from_the_checklist(desk: Page):
    photo = make.photo(caption="")
    article = make.article(body=f'<p>Chữ.</p><figure data-photo="{photo.pk}"></figure>')
    open_article(desk, article)
    expect(desk.locator("figure img")).to_be_visible()
    desk.locator(".ready [data-caption-of]").click()
    expect(desk.locator("figure figcaption")).to_be_focused()


# --- Where things stand -----------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 820, 600])
def test_the_icon_of_a_message_stands_before_its_words(desk: Page, width: int):
    article = make.article(section=None)
    open_article(desk, article)
    desk.locator("#bottom-bar [name=_publish]").click()
    desk.locator("#dialog-publish [name=_publish]").click()
    desk.set_viewport_size({"width": width, "height": 800})
    messages = desk.locator(".messagelist li")
    expect(messages).to_have_count(2)
    for overlap in messages.evaluate_all(
        """rows => rows.map(row => {
            const style = getComputedStyle(row);
            return parseFloat(style.backgroundPositionX) + 16 - parseFloat(style.paddingLeft);
        })"""
    ):
        assert overlap <= 0


def test_the_list_of_articles_is_no_wider_than_a_tablet(desk: Page):
    make.article(series=make.series(), part=1)
    desk.set_viewport_size({"width": 820, "height": 1000})
    desk.goto("/admin/articles/article/")
    expect(desk.locator("#result_list")).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 820


def test_the_photographer_can_be_read_on_the_photos_page(desk: Page):
    photo = make.photo()
    desk.goto(f"/admin/photos/photo/{photo.pk}/change/")
    box = desk.locator(".field-photographer .select2-container").bounding_box()
    assert box
    assert box["width"] > 150
