import pytest
from django.core.management import call_command

from articles import publishing
from articles.models import ArticlePhoto, Byline, Topic
from articles.workflow import Refused
from photos.models import Photo
from reader.models import Imprint, Story, StoryAuthor, StoryPhoto, StoryText, StoryTopic
from reader.reprinting import reprint
from tests import make

pytestmark = pytest.mark.django_db


def printed() -> list[dict]:
    """Everything on the printed side, comparable."""
    tables = (Story, StoryAuthor, StoryTopic, StoryPhoto, StoryText)
    rows = []
    for table in tables:
        names = [one.attname for one in table._meta.concrete_fields if one.name != "id"]
        rows.append(sorted(map(repr, table.objects.values(*names))))
    return rows


def part(series, number, **fields):
    return make.article(series=series, part=number, headline=f"Phần {number} của chuyện", **fields)


def test_editing_a_published_article_changes_nothing_readers_see():
    article = make.story(headline="Tít cũ")
    article.headline = "Tít mới"
    article.save()
    assert Story.objects.get().headline == "Tít cũ"


def test_publishing_again_prints_the_changes():
    article = make.story(headline="Tít cũ")
    article.headline = "Tít mới"
    article.save()
    publishing.republish(article, by=None)
    assert Story.objects.get().headline == "Tít mới"


def test_a_byline_stays_as_printed_when_the_profile_changes():
    author = make.author("Hải Đăng")
    make.story(signed=author)
    author.name = "Đăng Hải"
    author.save()
    call_command("reprint", verbosity=0)
    assert Story.objects.get().byline_text == "Bài và ảnh: Hải Đăng"


def test_a_hostile_body_is_printed_clean():
    article = make.article()
    type(article).objects.filter(pk=article.pk).update(body="<p>Chữ<script>x()</script></p>")
    publishing.publish(article, by=None)
    assert "script" not in Story.objects.get().body


def test_a_placed_photo_is_drawn_with_caption_and_credit():
    photo = make.photo(credit="Hải Đăng")
    body = (
        f'<p>A</p><figure data-photo="{photo.pk}"><figcaption>Bến <em>cũ</em></figcaption></figure>'
    )
    make.story(body=body)
    html = Story.objects.get().body
    assert "Bến <em>cũ</em>" in html
    assert "Ảnh: Hải Đăng" in html
    assert photo.largest_url in html


def test_a_photo_that_came_along_is_printed_after_the_text():
    photo = make.photo()
    article = make.article(body="<p>Hết chữ.</p>")
    ArticlePhoto.objects.create(article=article, photo=photo, caption="Ảnh đi kèm.")
    publishing.publish(article, by=None)
    html = Story.objects.get().body
    assert html.index("Hết chữ.") < html.index("Ảnh đi kèm.")


def test_a_photo_placed_in_the_text_is_not_printed_twice():
    photo = make.photo()
    article = make.article(
        body=f'<p>A</p><figure data-photo="{photo.pk}"><figcaption>Bến.</figcaption></figure>'
    )
    ArticlePhoto.objects.create(article=article, photo=photo)
    publishing.publish(article, by=None)
    assert Story.objects.get().body.count("<img") == 1


def test_a_part_is_headed_by_its_series():
    series = make.series("Giữ nghề", is_complete=True)
    part(series, 1)
    publishing.publish(part(series, 2), by=None)
    story = Story.objects.get()
    assert story.headline == "Giữ nghề - Kỳ II: Phần 2 của chuyện"
    assert story.opening_note == "(Tiếp theo và hết)"


def test_a_new_part_changes_the_notes_of_those_before_it():
    series = make.series()
    publishing.publish(part(series, 1), by=None)
    publishing.publish(part(series, 2), by=None)
    series.is_complete = True
    series.save()
    first, second = Story.objects.in_part_order()
    assert first.closing_note == "(Còn nữa)"
    assert second.opening_note == "(Tiếp theo và hết)"


def test_renaming_a_series_renames_its_printed_parts():
    series = make.series("Tên cũ")
    publishing.publish(part(series, 1), by=None)
    series.title = "Tên mới"
    series.save()
    assert Story.objects.get().headline.startswith("Tên mới - Kỳ I: ")


def test_the_last_part_may_be_called_final():
    series = make.series(labels_last_as_final=True, is_complete=True)
    publishing.publish(part(series, 1), by=None)
    publishing.publish(part(series, 2), by=None)
    assert [story.label for story in Story.objects.in_part_order()] == ["Kỳ I", "Kỳ cuối"]


def test_a_withdrawn_story_keeps_no_text():
    article = make.story(body="<p>Câu phải gỡ.</p>", lead_photo=make.photo())
    publishing.withdraw(article, by=None, reason="Sai tên người.")
    story = Story.objects.get()
    assert (story.subhead, story.kicker, story.source) == ("", "", "")
    assert (story.body, story.standfirst, story.lead) == ("", "", None)
    assert not StoryText.objects.exists()


def test_a_withdrawn_story_leaves_the_lists():
    author = make.author()
    article = make.story(signed=author)
    publishing.withdraw(article, by=None, reason="Sai tên người.")
    assert not Story.objects.live().exists()
    assert not StoryAuthor.objects.exists()


def test_search_text_is_kept_with_and_without_diacritics():
    make.story(headline="Hoà Bình đón lúa", body="<p>Đồng làng.</p>")
    text = StoryText.objects.get()
    assert text.exact_headline == "hòa bình đón lúa"
    assert text.folded_headline == "hoa binh don lua"
    assert "dong lang" in text.folded_text


def test_reprinting_changes_nothing():
    series = make.series()
    publishing.publish(part(series, 1, lead_photo=make.photo()), by=None)
    publishing.publish(part(series, 2), by=None)
    gone = make.story()
    publishing.withdraw(gone, by=None, reason="Sai tên người.")
    before = printed()
    call_command("reprint", verbosity=0)
    assert printed() == before


def test_the_printed_side_can_be_thrown_away_and_printed_again():
    series = make.series(is_complete=True)
    publishing.publish(part(series, 1), by=None)
    publishing.publish(part(series, 2, lead_photo=make.photo()), by=None)
    gone = make.story()
    publishing.withdraw(gone, by=None, reason="Sai tên người.")
    before = printed()
    Story.objects.all().delete()
    call_command("reprint", verbosity=0)
    assert printed() == before


def test_reprinting_goes_on_past_a_withdrawn_part_whose_number_another_story_has_now():
    series = make.series()
    gone = part(series, 1)
    publishing.publish(gone, by=None)
    publishing.withdraw(gone, by=None, reason="Sai tên người.")
    # As the desk frees the number: the draft that takes it is another article.
    type(gone).objects.filter(pk=gone.pk).update(part=9)
    publishing.publish(part(series, 1), by=None)
    before = printed()
    call_command("reprint", verbosity=0)
    assert printed() == before


def test_reprinting_ignores_the_working_copy():
    article = make.story(headline="Tít đã duyệt")
    article.headline = "Tít đang sửa"
    article.save()
    Byline.objects.filter(article=article).delete()
    call_command("reprint", verbosity=0)
    story = Story.objects.get()
    assert story.headline == "Tít đã duyệt"
    assert story.byline_text


def test_reprinting_forgets_the_imprint():
    Imprint.objects.create(day=make.at("2023-05-24 00:00").date(), content={})
    call_command("reprint", verbosity=0)
    assert not Imprint.objects.exists()


def test_a_draft_part_changes_no_printed_part():
    series = make.series(is_complete=True, labels_last_as_final=True)
    for number in (1, 2):
        publishing.publish(part(series, number), by=None)
    before = printed()
    part(series, 3)
    call_command("reprint", verbosity=0)
    assert printed() == before


def test_withdrawing_the_last_part_makes_the_one_before_it_the_last():
    series = make.series(is_complete=True)
    rows = [part(series, number) for number in (1, 2, 3)]
    for row in rows:
        publishing.publish(row, by=None)
    publishing.withdraw(rows[2], by=None, reason="Sai.")
    assert Story.objects.get(part=2).opening_note == "(Tiếp theo và hết)"


def test_a_part_alone_is_not_called_final():
    series = make.series(is_complete=True, labels_last_as_final=True)
    publishing.publish(part(series, 1), by=None)
    assert Story.objects.get().label == "Kỳ I"


def test_moving_a_part_to_another_series_renames_those_it_leaves():
    series = make.series(is_complete=True)
    rows = [part(series, number) for number in (1, 2)]
    for row in rows:
        publishing.publish(row, by=None)
    rows[1].series = make.series("Loạt khác")
    rows[1].part = 1
    rows[1].save()
    publishing.republish(rows[1], by=None)
    assert Story.objects.get(pk=rows[0].pk).closing_note == ""


def test_a_photo_taken_out_of_use_leaves_the_stories_that_show_it():
    photo = make.photo()
    body = f'<p>A</p><figure data-photo="{photo.pk}"><figcaption>Bến.</figcaption></figure>'
    make.story(lead_photo=photo)
    make.story(body=body)
    photo.status = Photo.Status.WITHDRAWN
    photo.save()
    assert [(story.lead, "<img" in story.body) for story in Story.objects.all()] == [
        (None, False), (None, False),
    ]  # fmt: skip


def test_a_photo_put_back_into_use_comes_back():
    photo = make.photo(alt="Bến sông")
    make.story(lead_photo=photo)
    for status in (Photo.Status.WITHDRAWN, Photo.Status.USABLE):
        photo.status = status
        photo.save()
    assert Story.objects.get().lead["id"] == photo.pk


def test_a_corrected_caption_reaches_readers():
    photo = make.photo(caption="Bến củ.")
    make.story(lead_photo=photo)
    photo.caption = "Bến cũ."
    photo.save()
    assert Story.objects.get().lead["caption"] == "Bến cũ."


def test_a_placed_figure_takes_the_captions_in_order_of_nearness():
    photo = make.photo(caption="Lời trong kho.")
    figure = f'<p>A</p><figure data-photo="{photo.pk}"><figcaption></figcaption></figure>'
    article = make.article(body=figure)
    ArticlePhoto.objects.create(article=article, photo=photo, caption="Lời ở bài này.")
    publishing.publish(article, by=None)
    assert "Lời ở bài này." in Story.objects.get().body


def test_a_renamed_topic_is_renamed_on_its_stories():
    topic = Topic.objects.create(name="Nước nổi")
    article = make.article()
    article.topics.add(topic)
    publishing.publish(article, by=None)
    topic.name = "Mùa nước nổi"
    topic.save()
    assert [one["name"] for one in Story.objects.get().topics] == ["Mùa nước nổi"]


def test_an_act_during_a_reprint_is_not_undone():
    make.story()
    second = make.story()
    running = reprint()
    next(running)
    publishing.withdraw(second, by=None, reason="Sai.")
    list(running)
    assert not Story.objects.get(pk=second.pk).is_live


def test_readers_never_have_two_stories_under_one_part_number():
    series = make.series()
    first = part(series, 1)
    publishing.publish(first, by=None)
    first.part = 2
    first.save()
    with pytest.raises(Refused, match="Kỳ I"):
        publishing.publish(part(series, 1), by=None)
    assert Story.objects.count() == 1
