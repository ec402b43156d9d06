from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article
from reader.models import Imprint, Story
from tests import make

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return response.content.decode()


# --- addresses --------------------------------------------------------------------------------


def test_the_addresses_are_vietnamese():
    names = [
        ("masthead", {}),
        ("series", {"slug": "a", "pk": 1}),
        ("author", {"slug": "a", "pk": 1}),
    ]
    paths = [reverse(name, kwargs=words) for name, words in names]
    assert paths == ["/toa-soan/", "/loat-bai/a-1/", "/tac-gia/a-1/"]


def test_an_article_stands_under_its_section(client):
    article = make.story(section=make.section("Đời sống"), headline="Đường làng")
    assert client.get(f"/doi-song/duong-lang-{article.pk}/").status_code == 200


@pytest.mark.parametrize("wrong", ["/doi-song/khac-{}/", "/muc-khac/duong-lang-{}/", "/bai/{}/"])
def test_a_wrong_slug_or_section_leads_to_the_right_address(client, wrong):
    article = make.story(section=make.section("Đời sống"), headline="Đường làng")
    make.section("Mục khác")
    response = client.get(wrong.format(article.pk))
    assert response.status_code == 301
    assert response["Location"] == f"/doi-song/duong-lang-{article.pk}/"


def test_a_wrong_slug_of_a_series_leads_to_the_right_address(client):
    series, _rows = make.printed_series(1)
    response = client.get(f"/loat-bai/khac-{series.pk}/")
    assert (response.status_code, response["Location"]) == (301, series.get_absolute_url())


def test_a_wrong_slug_of_an_author_leads_to_the_right_address(client):
    author = make.author("Hải Đăng")
    make.story(signed=author)
    response = client.get(f"/tac-gia/khac-{author.pk}/")
    assert (response.status_code, response["Location"]) == (301, f"/tac-gia/hai-dang-{author.pk}/")


@pytest.mark.parametrize(
    "path",
    [
        "/khong-co/", "/khong-co/bai-1/", "/loat-bai/a-1/", "/tac-gia/a-1/", "/bai/1/",
        "/muc/bai-99999999999999999999/", "/%00/", "/x/%00-1/", "/Đường/",
    ],
)  # fmt: skip
def test_an_unknown_address_is_a_404_with_the_papers_own_page(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert "Không có trang nào ở địa chỉ này" in text(response)


@pytest.mark.parametrize("slug", ["giu-nghe-ben-song", "khac"])
def test_a_series_without_a_published_part_is_not_there(client, slug):
    series = make.series("Giữ nghề bên sông")
    make.article(series=series, part=1)
    assert client.get(f"/loat-bai/{slug}-{series.pk}/").status_code == 404


# --- the article page -------------------------------------------------------------------------


def test_an_article_page_prints_its_parts_in_order(client):
    _series, rows = make.printed_series(
        3, kicker="Ghi chép", standfirst="Câu mở đầu.", source="Nguồn X"
    )
    page = text(client.get(rows[1].get_absolute_url()))
    page = page[page.index("<main") :]
    in_order = [
        "Trang nhất", "Ghi chép", "Chuyện thứ 2", "Câu mở đầu.", rows[0].get_absolute_url(),
        "(Tiếp theo)", "Người làng ra bến", "(Còn nữa)", "Bài và ảnh:", "Nguồn X",
    ]  # fmt: skip
    places = [page.index(words) for words in in_order]
    assert places == sorted(places)


def test_the_time_is_printed_as_papers_do(client):
    article = make.story(at=make.at("2023-05-24 07:34"))
    assert "07:34, 24/05/2023" in text(client.get(article.get_absolute_url()))


def test_publishing_a_part_adds_its_link_to_the_others(client):
    series, rows = make.printed_series(1)
    later = make.article(series=series, part=2, headline="Chuyện sau")
    assert "Chuyện sau" not in text(client.get(rows[0].get_absolute_url()))
    publishing.publish(later, by=None)
    assert later.get_absolute_url() in text(client.get(rows[0].get_absolute_url()))


def test_a_draft_part_is_not_named(client):
    series, rows = make.printed_series(1)
    make.article(series=series, part=2, headline="Chuyện chưa đăng")
    assert "Chuyện chưa đăng" not in text(client.get(rows[0].get_absolute_url()))


def test_a_withdrawn_story_answers_gone_without_its_text(client):
    article = make.story(body="<p>Câu phải gỡ.</p>")
    publishing.withdraw(article, by=None, reason="Sai tên người.")
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    assert "Câu phải gỡ." not in text(response)
    assert "Sai tên người." in text(response)


def test_every_page_carries_the_masthead(client):
    make.masthead(product_name="Báo Bến Mới điện tử")
    make.appointment(make.person("Vịnh", family="Lương", middle="Khắc"))
    series, rows = make.printed_series(1)
    author = rows[0].bylines.first().author
    section = rows[0].section
    pages = ["/", section.get_absolute_url(), rows[0].get_absolute_url(), "/toa-soan/", "/khong/"]
    pages += [series.get_absolute_url(), author.get_absolute_url()]
    for path in pages:
        page = text(client.get(path))
        for words in ("Báo Bến Mới", "Lương Khắc Vịnh", "0299.3000.001", "toasoan@benmoi.example"):
            assert words in page, (path, words)


def test_the_masthead_follows_the_desk(client):
    masthead = make.masthead(copyright_line="Dòng cũ")
    client.get("/")
    masthead.copyright_line = "Dòng mới"
    masthead.save()
    assert "Dòng mới" in text(client.get("/"))


# --- lists ------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["/", "section", "author", "series"])
def test_a_draft_and_a_withdrawn_story_are_in_no_list(client, where):
    author = make.author("Hải Đăng")
    series = make.series()
    words = {"signed": author, "series": series}
    live = make.story(headline="Bài đang đăng", part=1, **words)
    make.article(headline="Bài còn nháp", part=2, **words)
    gone = make.story(headline="Bài đã gỡ", part=3, **words)
    publishing.withdraw(gone, by=None, reason="Sai.")
    paths = {
        "section": live.section.get_absolute_url(),
        "author": author.get_absolute_url(),
        "series": series.get_absolute_url(),
    }
    page = text(client.get(paths.get(where, where)))
    assert "Bài đang đăng" in page
    assert "Bài còn nháp" not in page
    assert "Bài đã gỡ" not in page


def test_a_story_stands_once_on_the_front(client):
    section = make.section()
    rows = [make.story(section=section, headline=f"Tin số {n:02}.") for n in range(20)]
    page = text(client.get("/"))
    page = page[page.index("<main") : page.index("</main")]
    assert max(page.count(f"{row.headline}<") for row in rows) == 1


def test_a_section_shows_the_stories_of_those_below_it(client):
    parent = make.section("Xã hội")
    make.story(section=make.section("Y tế", parent=parent), headline="Trạm xá mới")
    assert "Trạm xá mới" in text(client.get("/xa-hoi/"))


def test_a_long_list_goes_on_where_the_page_before_ended(client):
    section = make.section("Xã hội")
    for minute in range(45):
        make.story(
            section=section, headline=f"Tin số {minute:02}.",
            at=make.at(f"2023-05-24 07:{minute:02}"),
        )  # fmt: skip
    seen: list[str] = []
    path = "/xa-hoi/"
    while path:
        response = client.get(path)
        seen += [story.headline for story in response.context["stories"]]
        older = response.context["older"]
        path = f"/xa-hoi/?sau={older}" if older else ""
    assert seen == [f"Tin số {minute:02}." for minute in range(44, -1, -1)]


@pytest.mark.parametrize("place", ["", "x", "1-1", "9" * 40, "١.1-1", "999999999999.9-1", "' OR 1"])
def test_a_made_up_place_in_a_list_is_a_404(client, place):
    make.section("Xã hội")
    assert client.get("/xa-hoi/", {"sau": place}).status_code == 404


# --- the masthead page ------------------------------------------------------------------------


def test_the_staff_page_shows_the_masthead_of_a_day(client):
    make.masthead(date(2015, 1, 1), name="Báo Cũ")
    make.masthead(date(2022, 1, 1), name="Báo Mới", product_name="Báo Mới điện tử")
    make.appointment(make.person("Cũ"), from_on=date(2015, 1, 1), until_on=date(2021, 12, 31))
    make.appointment(make.person("Mới"), from_on=date(2022, 1, 1))
    names = [
        one.person.given for one in client.get("/toa-soan/?ngay=2019-05-24").context["appointments"]
    ]
    assert names == ["Cũ"]


@pytest.mark.parametrize(("day", "name"), [("2019-05-24", "Báo Cũ"), ("2014-05-24", None)])
def test_the_staff_page_of_a_day_is_of_the_paper_of_that_day(client, day, name):
    make.masthead(date(2015, 1, 1), name="Báo Cũ", product_name="Báo Cũ điện tử")
    make.masthead(date(2022, 1, 1))
    then = client.get(f"/toa-soan/?ngay={day}").context["as_of"]
    assert ((then["masthead"] or {}).get("name"), len(then["offices"])) == (name, int(bool(name)))


def test_a_day_may_be_written_as_the_paper_prints_it(client):
    response = client.get("/toa-soan/", {"ngay": "24/05/2023"})
    assert response.context["day"] == date(2023, 5, 24)


@pytest.mark.parametrize("asked", ["hôm qua", "2023-13-01", "0000-00-00", "31/02/2023", "x" * 5000])
def test_a_day_that_is_none_is_answered_with_a_sentence(client, asked):
    response = client.get("/toa-soan/", {"ngay": asked})
    assert response.status_code == 400
    assert "không phải là một ngày" in text(response)


def test_officers_stand_by_rank_then_order_then_given_name(client):
    deputy = {"title": "Phó Tổng Biên tập", "rank": 20}
    make.appointment(make.person("Đức"), order=1, **deputy)
    make.appointment(make.person("Ăn"), order=1, **deputy)
    make.appointment(make.person("Zung"), order=0, **deputy)
    make.appointment(make.person("Yên"))
    names = [one.person.given for one in client.get("/toa-soan/").context["appointments"]]
    assert names == ["Yên", "Zung", "Ăn", "Đức"]


# --- the rest ---------------------------------------------------------------------------------


def test_an_empty_paper_has_a_front(client):
    assert client.get("/").status_code == 200


def test_the_imprint_of_a_day_is_made_once(client):
    client.get("/")
    client.get("/")
    assert Imprint.objects.get().day == timezone.localdate()


def test_readers_pages_set_no_cookie(client):
    article = make.story()
    response = client.get(article.get_absolute_url())
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_public_policy_allows_nothing_inline(client):
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_healthz_answers_ok(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_a_preview_is_the_page_as_it_will_be(client):
    client.force_login(make.user(role="Phóng viên"))
    article = make.article(headline="Chưa đăng")
    page = text(client.get(reverse("preview", kwargs={"pk": article.pk})))
    assert "Chưa đăng" in page
    assert "noindex" in page
    assert not Story.objects.exists()


def test_a_preview_is_for_the_desk_alone(client):
    article = make.article()
    assert client.get(reverse("preview", kwargs={"pk": article.pk})).status_code == 302


def test_a_preview_of_an_unfinished_draft_says_what_it_needs(client):
    client.force_login(make.user(role="Phóng viên"))
    article = Article.objects.create(headline="Chưa có gì")
    assert client.get(reverse("preview", kwargs={"pk": article.pk})).status_code == 200


def test_a_preview_is_never_kept(client):
    client.force_login(make.user(role="Phóng viên"))
    response = client.get(reverse("preview", kwargs={"pk": make.article().pk}))
    assert "no-store" in response["Cache-Control"]


def test_a_preview_needs_the_right_to_see_articles(client):
    client.force_login(make.user(role="Trị sự"))
    path = reverse("preview", kwargs={"pk": make.article().pk})
    assert client.get(path).status_code == 403


@pytest.mark.parametrize("slug", ["hai-dang", "khac"])
def test_an_author_who_never_signed_a_story_has_no_page(client, slug):
    author = make.author("Hải Đăng")
    make.article(signed=author)
    assert client.get(f"/tac-gia/{slug}-{author.pk}/").status_code == 404


def test_a_day_ends_at_midnight_in_the_papers_own_zone(client):
    section = make.section("Xã hội")
    make.story(section=section, at=make.at("2023-05-24 23:30"))
    make.story(section=section, at=make.at("2023-05-25 00:30"))
    for _n in range(6):  # these stand on top of the page
        make.story(section=section, at=make.at("2023-05-26 07:00"))
    days = [moment.day for moment, _stories in client.get("/xa-hoi/").context["days"]]
    assert days == [25, 24]


def test_the_imprint_of_an_older_form_is_made_anew(client):
    Imprint.objects.create(day=timezone.localdate(), content={"form": 0})
    assert client.get("/").status_code == 200


def test_a_removed_section_leaves_the_bar(client):
    section = make.section("Mục sắp bỏ")
    assert "Mục sắp bỏ" in text(client.get("/"))
    section.delete()
    assert "Mục sắp bỏ" not in text(client.get("/"))


def test_the_byline_stands_in_the_head_as_one_line(client):
    article = make.story(signed=make.author("Hải Đăng"))
    page = text(client.get(article.get_absolute_url()))
    assert '<meta name="byl" content="Bài và ảnh: Hải Đăng">' in page
