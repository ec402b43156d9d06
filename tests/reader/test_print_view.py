from datetime import date

import pytest
from django.test.utils import override_settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from articles import publishing
from reader.models import Imprint, Story
from tests import make
from tests.counting import queries

pytestmark = pytest.mark.django_db


def address(article) -> str:
    story = Story.objects.select_related("section").get(pk=article.pk)
    return reverse("print", args=[story.section.slug, story.slug, story.pk])


def text(client, article) -> str:
    response = client.get(address(article))
    assert response.status_code == 200
    return response.content.decode()


def test_the_sheet_stands_under_the_articles_address(client):
    article = make.story()
    assert address(article).startswith(article.get_absolute_url())


def test_the_sheet_carries_the_story_and_its_byline(client):
    article = make.story(headline="Phà cuối", standfirst="Bến vắng.", signed="Hải Đăng")
    page = text(client, article)
    for words in ("Phà cuối", "Bến vắng.", "Người làng ra bến từ sớm.", "Hải Đăng"):
        assert words in page


def test_the_sheet_carries_the_masthead_of_the_storys_own_day(client):
    make.masthead(
        date(2020, 1, 1), name="Báo Bến Cũ", product_name="Báo Bến Cũ điện tử",
        governing_body="Tỉnh ủy Bến Cũ", governing_phrase="Tiếng nói của Bến Cũ",
        licence_number="01/GP-CŨ",
    )  # fmt: skip
    make.masthead(date(2025, 7, 1), licence_number="02/GP-MỚI")
    page = text(client, make.story(at=make.at("2025-06-30 23:30")))
    for words in ("Báo Bến Cũ điện tử", "Tỉnh ủy Bến Cũ", "Tiếng nói của Bến Cũ", "01/GP-CŨ"):
        assert words in page
    assert "MỚI" not in page


def test_the_sheet_of_a_day_before_any_masthead_claims_none(client):
    make.masthead(date(2025, 7, 1))
    assert "Bến Mới" not in text(client, make.story(at=make.at("2025-06-30 23:30")))


def test_a_sheet_keeps_no_imprint_of_an_old_day(client):
    text(client, make.story(at=make.at("2024-03-01 08:00")))
    assert not Imprint.objects.exists()


@override_settings(SITE_URL="https://bao.example")
def test_search_engines_are_led_from_the_sheet_to_the_article(client):
    article = make.story()
    page = text(client, article)
    canonical = f"https://bao.example{article.get_absolute_url()}"
    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="{canonical}">' in page
    assert f'<p class="address">{canonical}</p>' in page


def test_a_wrong_slug_leads_to_the_right_sheet_in_one_step(client):
    article = make.story()
    wrong = reverse("print", args=[make.section().slug, "khac", article.pk])
    response = client.get(wrong)
    assert (response.status_code, response["Location"]) == (301, address(article))


def test_the_sheet_of_a_withdrawn_story_is_gone(client):
    article = make.story()
    path = address(article)
    publishing.withdraw(article, by=None, reason="Sai tên bến.")
    response = client.get(path)
    assert response.status_code == 410
    assert "Người làng" not in response.content.decode()


def test_a_story_never_printed_has_no_sheet(client):
    article = make.article()
    assert client.get(reverse("print", args=["muc", "bai", article.pk])).status_code == 404


def test_the_article_leads_to_its_sheet_without_a_script(client):
    article = make.story()
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'<a href="{address(article)}"' in page


def test_a_sheet_costs_the_same_with_few_and_many(client):
    make.masthead()
    series, rows = make.printed_series(2)
    few = queries(client, address(rows[0]))
    for number in range(3, 9):
        make.story(series=series, part=number, body="<p>Dài.</p>" * 50)
    assert (few, queries(client, address(rows[0]))) == (4, 4)


def test_the_sheet_of_a_story_alone_counts_no_parts(client):
    make.masthead()
    assert queries(client, address(make.story())) == 3


def test_a_part_of_a_complete_series_says_of_how_many(client):
    _series, rows = make.printed_series(3)
    words = _("of %(count)s %(word)s") % {"count": 3, "word": npgettext("Kỳ 1", "part", "parts", 3)}
    assert f"Kỳ I {words}<br>" in text(client, rows[0])


def test_a_part_of_a_series_that_goes_on_does_not(client):
    article = make.story(series=make.series(), part=1)
    make.story(series=article.series, part=2)
    assert "<p>Kỳ I<br>" in text(client, article)
