"""What every page says at once: banners, and on the front the formal corrections."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import AboutPage
from reader.models import Imprint, StoryCorrection
from tests import make
from tests.reader.fronts import banner, launched, main, slot

pytestmark = pytest.mark.django_db


def test_a_banner_stands_on_every_page(client):
    row = make.story()
    banner()
    for path in ("/", row.section.get_absolute_url(), row.get_absolute_url(), "/toa-soan/", "/x/"):
        assert "Xả lũ từ 9 giờ" in client.get(path).content.decode()


@pytest.mark.parametrize(("start", "end"), [(1, 2), (-2, -1)])
def test_a_banner_stands_in_its_time_alone(client, start, end):
    banner(start=start, end=end)
    assert "Xả lũ" not in client.get("/").content.decode()


def test_a_banner_ends_by_itself(client):
    banner()
    client.get("/")
    over = (timezone.now() - timedelta(seconds=1)).isoformat()
    kept = Imprint.objects.get()
    kept.content["breaking"][0]["ends"] = over
    kept.save()
    assert "Xả lũ" not in client.get("/").content.decode()


def test_a_banner_leads_to_its_story_from_the_moment_it_is_published(client):
    row = make.article()
    banner(article=row)
    assert f'href="{row.get_absolute_url() if row.section else ""}"' not in main_of_banner(client)
    publishing.publish(row, by=None)
    assert row.get_absolute_url() in main_of_banner(client)


def main_of_banner(client):
    page = client.get("/").content.decode()
    start = page.index('class="breaking"')
    return page[start : page.index("</aside>", start)]


def test_a_banner_taken_away_leaves_at_once(client):
    one = banner()
    assert "Xả lũ" in client.get("/").content.decode()
    one.delete()
    assert "Xả lũ" not in client.get("/").content.decode()


def test_a_formal_correction_stands_on_the_front(client):
    make.formal(make.story(), wrong="Ghi là 210 ghe.", right="Con số đúng là 120.")
    page = main(client)
    assert "Thông tin cải chính, xin lỗi" in page
    assert page.index("Ghi là 210 ghe.") < page.index("Con số đúng là 120.")


def test_a_formal_correction_stands_on_an_arranged_front_without_a_slot_for_it(client):
    row = make.story()
    launched(slot("lead", row))
    make.formal(row)
    assert "Thông tin cải chính, xin lỗi" in main(client)


def test_a_slip_is_not_on_the_front(client):
    make.slip(make.story())
    assert 'class="correction"' not in main(client)


def test_a_correction_leaves_the_front_when_its_time_is_over(client):
    make.formal(make.story())
    assert 'class="correction"' in main(client)
    row = StoryCorrection.objects.get()
    row.pinned_until = timezone.now() - timedelta(seconds=1)
    row.save()
    assert 'class="correction"' not in main(client)


def test_a_withdrawn_storys_formal_correction_stays_on_the_front(client):
    row = make.story()
    make.formal(row)
    publishing.withdraw(row, by=None, reason="Sai.")
    assert 'class="correction"' in main(client)


def test_the_imprint_names_the_pages_about_the_paper(client):
    second = AboutPage.objects.create(title="Quảng cáo", body="<p>A</p>", is_shown=True, order=2)
    first = AboutPage.objects.create(title="Giới thiệu", body="<p>A</p>", is_shown=True, order=1)
    AboutPage.objects.create(title="Còn viết dở", body="<p>A</p>")
    about = client.get("/").context["imprint"]["about"]
    assert about == [
        {"id": first.pk, "title": "Giới thiệu", "slug": "gioi-thieu"},
        {"id": second.pk, "title": "Quảng cáo", "slug": "quang-cao"},
    ]  # fmt: skip
