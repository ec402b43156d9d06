"""What the press prints beside the text: related stories and pictures."""

import pytest

from articles import publishing
from articles.models import ArticlePhoto
from reader.models import Story
from tests import make

pytestmark = pytest.mark.django_db

TITLE = "Thông tin cải chính, xin lỗi"


# --- What else is printed with it -----------------------------------------------------------------


def test_related_stories_are_printed_in_their_order():
    article, first, second = make.article(), make.story(), make.story()
    article.related.create(to=second, order=0)
    article.related.create(to=first, order=1)
    publishing.publish(article, by=None)
    assert Story.objects.get(pk=article.pk).related == [second.pk, first.pk]


def test_every_picture_is_printed_once_the_lead_first_with_its_words():
    lead, placed, along = (make.photo(caption=f"Kho {n}.", credit=f"Tay máy {n}") for n in "123")
    article = make.article(
        body=f'<p>A</p><figure data-photo="{placed.pk}"><figcaption>Ở bài.</figcaption></figure>',
        lead_photo=lead,
        lead_caption="Lời đầu bài.",
    )
    for photo in (placed, along):
        ArticlePhoto.objects.create(article=article, photo=photo)
    publishing.publish(article, by=None)
    pictures = Story.objects.get().pictures
    assert [(one["id"], one["caption"], one["credit"]) for one in pictures] == [
        (lead.pk, "Lời đầu bài.", "Tay máy 1"), (placed.pk, "Ở bài.", "Tay máy 2"),
        (along.pk, "Kho 3.", "Tay máy 3"),
    ]  # fmt: skip
    assert pictures[0]["src"] == lead.largest_url


def test_a_photo_out_of_use_leaves_the_pictures():
    photo = make.photo()
    make.story(lead_photo=photo)
    photo.status = "withdrawn"
    photo.save()
    assert Story.objects.get().pictures == []


def test_a_withdrawn_story_keeps_no_pictures():
    article = make.story(lead_photo=make.photo())
    publishing.withdraw(article, by=None, reason="Sai.")
    assert Story.objects.get().pictures == []
