"""Corrections as readers and machines see them."""

import json
import re

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Correction
from reader.lists import A_PAGE, cursor_name
from reader.models import Story, StoryCorrection
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db

TITLE = "Thông tin cải chính, xin lỗi"


def page(client, path) -> str:
    return client.get(path).content.decode()


def corrections_page() -> str:
    return reverse("corrections")


def rows() -> list:
    return list(StoryCorrection.objects.order_by("pk").values())


# --- Printed with the story -----------------------------------------------------------------------


def test_a_story_carries_its_corrections_without_what_only_the_desk_knows():
    article = make.story()
    made = make.slip(article, "Số đúng là 31.", wrong="Số 41.", basis="Công văn 12")
    assert Story.objects.get().corrections == [
        {
            "kind": "slip", "title": "Đính chính", "wrong": "Số 41.", "right": "Số đúng là 31.",
            "apology": "", "made_at": made.made_at.isoformat(),
        }
    ]  # fmt: skip


def test_a_formal_one_bears_the_heading_of_the_law():
    make.formal(make.story())
    assert Story.objects.get().corrections[0]["title"] == TITLE


def test_the_law_may_change_the_heading(settings):
    settings.FORMAL_CORRECTION_TITLE = "Cải chính"
    make.formal(make.story())
    assert Story.objects.get().corrections[0]["title"] == "Cải chính"


def test_a_row_of_the_list_names_the_work():
    section = make.section("Đời sống", hue=3)
    article = make.story(
        headline="Chợ nổi họp lại", section=section, at=make.at("2023-05-23 23:30")
    )
    made = make.formal(article, days=5)
    row = StoryCorrection.objects.get()
    assert row.content == {
        "kind": "formal", "title": TITLE, "wrong": made.wrong, "right": made.right,
        "apology": made.apology, "headline": "Chợ nổi họp lại", "url": article.get_absolute_url(),
        "section": "Đời sống", "hue": 3, "published_on": "2023-05-23",
    }  # fmt: skip
    assert (row.story_id, row.kind, row.made_at) == (article.pk, "formal", made.made_at)
    assert row.pinned_until == made.pinned_until


def test_the_row_follows_headline_and_section_when_the_story_is_printed_again():
    article = make.story(headline="Tít cũ")
    make.slip(article)
    article.headline, article.section = "Tít mới", make.section("Mục mới")
    article.save()
    publishing.republish(article, by=None)
    content = StoryCorrection.objects.get().content
    assert (content["headline"], content["section"]) == ("Tít mới", "Mục mới")
    assert content["url"] == article.get_absolute_url()


def test_the_row_follows_a_renamed_series():
    series = make.series("Tên cũ")
    make.slip(make.story(series=series, part=1))
    series.title = "Tên mới"
    series.save()
    assert StoryCorrection.objects.get().content["headline"].startswith("Tên mới - ")


def test_the_row_follows_a_section_that_is_renamed_and_moved():
    section = make.section("Mục cũ")
    article = make.story(section=section)
    make.formal(article)
    section.name, section.slug, section.hue = "Mục mới", "muc-moi", 5
    section.save()
    content = StoryCorrection.objects.get().content
    assert (content["section"], content["hue"]) == ("Mục mới", 5)
    assert content["url"].startswith("/muc-moi/")


def test_publishing_again_keeps_the_corrections():
    article = make.story()
    make.slip(article)
    publishing.republish(article, by=None)
    assert len(Story.objects.get().corrections) == 1


def test_reprinting_prints_the_same_corrections_again():
    article = make.story(headline="Tít đã duyệt")
    make.formal(article)
    article.headline = "Tít đang sửa"
    article.save()
    make.slip(article)
    before = rows(), Story.objects.get().corrections
    call_command("reprint", verbosity=0)
    assert (rows(), Story.objects.get().corrections) == before
    Story.objects.all().delete()
    call_command("reprint", verbosity=0)
    assert (rows(), Story.objects.get().corrections) == before
    assert Story.objects.get().headline == "Tít đã duyệt"


def test_a_withdrawn_storys_slips_leave_the_list_and_stay_with_the_desk(client):
    article = make.story()
    make.slip(article, "Số đúng là 31.")
    publishing.withdraw(article, by=None, reason="Sai.")
    assert not StoryCorrection.objects.exists()
    assert Story.objects.get().corrections == []
    assert Correction.objects.count() == 1
    call_command("reprint", verbosity=0)
    assert not StoryCorrection.objects.exists()
    assert "Số đúng là 31." not in page(client, corrections_page())


def withdrawn_after_both(**fields):
    """A withdrawn story that had a slip and a formal correction."""
    article = make.story(headline="Ghe về bến", body="<p>Câu phải gỡ.</p>", **fields)
    make.slip(article, "Số đúng là 31.")
    make.formal(article, right="Ghe đúng là 120.")
    publishing.withdraw(article, by=None, reason="Sai.")
    return article


def test_a_formal_one_outlives_its_story_in_the_list(client):
    article = withdrawn_after_both()
    text = page(client, corrections_page())
    assert "Ghe đúng là 120." in text
    assert f'href="{article.get_absolute_url()}"' in text
    assert "Số đúng là 31." not in text
    assert "Câu phải gỡ." not in text


def test_a_formal_one_stays_on_the_front_for_its_time(client):
    withdrawn_after_both()
    assert "Ghe đúng là 120." in page(client, "/").partition("<main")[2]


@pytest.mark.parametrize("name", ["article", "print"])
def test_the_page_of_a_withdrawn_story_prints_its_formal_corrections(client, name):
    article = withdrawn_after_both()
    kwargs = {"section": article.section.slug, "slug": article.story.slug, "pk": article.pk}
    response = client.get(reverse(name, kwargs=kwargs))
    text = response.content.decode()
    assert response.status_code == 410
    assert "Ghe đúng là 120." in text
    assert "Số đúng là 31." not in text
    assert "Câu phải gỡ." not in text


def test_a_formal_one_follows_its_withdrawn_storys_section(client):
    article = withdrawn_after_both()
    article.section.slug = "ten-moi"
    article.section.save()
    assert StoryCorrection.objects.get().content["url"].startswith("/ten-moi/")


def test_printing_a_withdrawn_story_again_changes_no_correction():
    withdrawn_after_both(series=make.series(), part=1)
    before = rows(), Story.objects.get().corrections
    call_command("reprint", verbosity=0)
    call_command("reprint", verbosity=0)
    assert (rows(), Story.objects.get().corrections) == before
    assert [one["kind"] for one in Story.objects.get().corrections] == ["formal"]


def test_a_story_put_back_has_them_again():
    article = make.story()
    make.slip(article)
    make.formal(article)
    before = rows(), Story.objects.get().corrections
    publishing.withdraw(article, by=None, reason="Sai.")
    publishing.reinstate(article, by=None, reason="Đúng.")
    assert (rows(), Story.objects.get().corrections) == before


# --- On the story's page --------------------------------------------------------------------------


def test_a_story_without_corrections_says_nothing_of_them(client):
    text = page(client, make.story().get_absolute_url())
    assert "corrections" not in re.sub(r"<footer.*", "", text, flags=re.DOTALL)


def test_the_note_stands_after_the_byline_and_the_head_leads_to_it(client):
    article = make.story(signed="Hải Đăng")
    make.slip(article, "Con số đúng là 31.")
    text = page(client, article.get_absolute_url())
    foot = text.index('id="corrections"')
    assert text.index('href="#corrections"') < text.index('class="prose"') < foot
    assert text.index('class="byline"') < foot < text.rindex("Con số đúng là 31.")


def test_a_formal_one_names_work_section_and_day_then_wrong_right_and_sorry(client):
    article = make.story(
        headline="Chợ nổi họp lại", section=make.section("Đời sống"), at=make.at("2023-05-23 08:00")
    )
    made = make.formal(article)
    text = page(client, article.get_absolute_url()).split('id="corrections"')[1]
    words = [
        f"<h2>{TITLE}</h2>", "Chợ nổi họp lại", "Đời sống", "23/05/2023", made.wrong, made.right,
        made.apology,
    ]  # fmt: skip
    places = [text.index(one) for one in words]
    assert places == sorted(places)


def test_the_preview_shows_them_too(client):
    client.force_login(make.user(role="Phóng viên"))
    article = make.story()
    make.slip(article, "Con số đúng là 31.")
    assert "Con số đúng là 31." in page(client, reverse("preview", kwargs={"pk": article.pk}))


def test_the_print_view_prints_them(client):
    article = make.story()
    make.slip(article, "Con số đúng là 31.")
    kwargs = {"section": article.section.slug, "slug": article.story.slug, "pk": article.pk}
    assert "Con số đúng là 31." in page(client, reverse("print", kwargs=kwargs))


def test_hostile_words_stay_words(client, settings):
    settings.FEED_FULL_TEXT = True
    hostile = "</script><script>alert(1)</script>"
    article = make.story()
    make.formal(article, wrong=hostile, right=hostile, apology=hostile)
    for path in (article.get_absolute_url(), corrections_page(), "/rss.xml", "/feed.json"):
        assert "<script>alert" not in page(client, path)


# --- The list -------------------------------------------------------------------------------------


def test_the_list_shows_the_newest_first_by_day_in_one_form(client):
    first, second = make.story(headline="Bài thứ nhất"), make.story(headline="Bài thứ hai")
    made = make.slip(first, "Số đúng là 31.")
    Correction.objects.filter(pk=made.pk).update(made_at=make.at("2023-05-24 15:20"))
    publishing.republish(first, by=None)
    make.formal(second, right="Ghe đúng là 120.")
    text = page(client, corrections_page())
    assert text.index("Ghe đúng là 120.") < text.index("Số đúng là 31.")
    assert text.count('class="leaf"') == 3  # today's in the masthead, and two days
    assert text.count('class="correction"') == 2
    assert '<time datetime="2023-05-24">' in text


def test_the_list_names_a_story_as_it_is_called_now(client):
    section = make.section("Tên cũ")
    article = make.story(section=section)
    make.slip(article)
    section.name = "Tên mới"
    section.save()
    assert "Tên mới" in page(client, corrections_page())


def test_an_empty_list_is_a_page(client):
    assert client.get(corrections_page()).status_code == 200


def many(number: int) -> None:
    article = make.story()
    for count in range(number):
        make.slip(article, f"Sửa số {count}.")


def test_the_list_goes_on_by_key(client):
    many(A_PAGE + 3)
    text = page(client, corrections_page())
    (older,) = re.findall(r'href="(\?[^"]+)" rel="next"', text)
    rest = page(client, corrections_page() + older)
    found = [set(re.findall(r"Sửa số \d+\.", one)) for one in (text, rest)]
    assert [len(one) for one in found] == [A_PAGE, 3]
    assert not found[0] & found[1]
    assert 'rel="canonical"' not in rest
    assert 'rel="next"' not in rest


def test_corrections_of_one_moment_are_not_lost_between_pages(client):
    many(A_PAGE + 3)
    StoryCorrection.objects.update(made_at=make.at("2023-05-24 15:20"))
    text = page(client, corrections_page())
    (older,) = re.findall(r'href="(\?[^"]+)" rel="next"', text)
    rest = page(client, corrections_page() + older)
    assert len(set(re.findall(r"Sửa số \d+\.", text + rest))) == A_PAGE + 3


@pytest.mark.parametrize("made_up", ["", "x", "1", "9" * 12 + ".0-1", "1.0-" + "9" * 15])
def test_a_made_up_place_is_no_server_error(client, made_up):
    answer = client.get(corrections_page(), {cursor_name(): made_up})
    assert answer.status_code in {200, 404}


def test_the_list_costs_the_same_with_few_and_many(client):
    many(2)
    few = queries(client, corrections_page())
    many(30)
    assert (few, queries(client, corrections_page())) == (2, 2)


def test_an_article_costs_no_more_for_its_corrections(client):
    article = make.story()
    before = queries(client, article.get_absolute_url())
    for _number in range(4):
        make.formal(article)
    assert queries(client, article.get_absolute_url()) == before


# --- For machines ---------------------------------------------------------------------------------


def test_machines_are_told_what_was_corrected_and_when(client):
    article = make.story()
    made = make.slip(article, "Số đúng là 31.")
    text = page(client, article.get_absolute_url())
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    said = next(one for one in json.loads(block)["@graph"] if one["@type"] == "NewsArticle")
    assert said["correction"] == [
        {
            "@type": "CorrectionComment", "text": "Đính chính. Số đúng là 31.",
            "datePublished": when(made),
        }
    ]  # fmt: skip
    assert said["dateModified"] >= said["correction"][0]["datePublished"]


def when(made: Correction) -> str:
    return timezone.localtime(made.made_at).isoformat(timespec="seconds")


def test_a_story_without_corrections_states_none(client):
    assert "CorrectionComment" not in page(client, make.story().get_absolute_url())


@pytest.mark.parametrize(("full", "told"), [(True, True), (False, False)])
def test_the_whole_text_of_a_feed_has_the_note(client, settings, full, told):
    settings.FEED_FULL_TEXT = full
    make.slip(make.story(), "Con số đúng là 31.")
    assert ("Con số đúng là 31." in page(client, "/atom.xml")) == told


def test_the_list_is_in_the_sitemap(client):
    assert f"{corrections_page()}</loc>" in page(client, reverse("sitemap_of_pages"))
