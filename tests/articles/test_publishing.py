import pytest

from articles import publishing, readiness, revisions
from articles.models import Article, ArticlePhoto, Event
from articles.roles import Role
from articles.workflow import TRANSITIONS, Refused, open_to
from photos.models import Photo
from tests import make

pytestmark = pytest.mark.django_db


def refusal(act, *args, **kwargs) -> str:
    with pytest.raises(Refused) as caught:
        act(*args, **kwargs)
    return str(caught.value)


def test_publishing_a_draft_makes_it_live():
    article = make.article()
    publishing.publish(article, by=None)
    article.refresh_from_db()
    assert article.is_live


def test_publishing_writes_the_revision_that_was_printed():
    article = make.story()
    revision = revisions.latest(article)
    assert revision.event == Event.PUBLISHED
    assert article.story.revision == revision


def test_the_time_of_publication_may_be_given():
    at = make.at("2023-05-24 07:34")
    article = make.story(at=at)
    assert article.story.published_at == at


def test_publishing_again_keeps_the_time_of_publication():
    article = make.story(at=make.at("2023-05-24 07:34"))
    publishing.republish(article, by=None)
    article.refresh_from_db()
    assert article.published_at == make.at("2023-05-24 07:34")


def test_a_story_without_a_byline_is_refused():
    assert "tên tác giả" in refusal(publishing.publish, make.article(signed=None), by=None)


def test_a_story_without_a_section_is_refused():
    assert "chuyên mục" in refusal(publishing.publish, make.article(section=None), by=None)


def test_a_story_without_text_is_refused():
    assert "nội dung" in refusal(publishing.publish, make.article(body=""), by=None)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"caption": ""}, "chú thích"),
        ({"credit": ""}, "ghi nguồn"),
        ({"alt": ""}, "mô tả"),
        ({"status": Photo.Status.WITHDRAWN}, "không được dùng"),
    ],
)
def test_a_photo_that_lacks_something_bars_publishing(words, sentence):
    article = make.article(lead_photo=make.photo(**words))
    assert sentence in refusal(publishing.publish, article, by=None)


def test_a_caption_of_the_article_makes_up_for_the_librarys():
    article = make.article(lead_photo=make.photo(caption=""), lead_caption="Bến sông sáng nay.")
    publishing.publish(article, by=None)
    assert article.story.lead["caption"] == "Bến sông sáng nay."


def test_every_figure_of_a_photo_needs_a_caption():
    number = make.photo(caption="").pk
    first, second = (
        f'<figure data-photo="{number}"><figcaption>{words}</figcaption></figure>'
        for words in ("", "Cầu mới.")
    )
    refused = refusal(publishing.publish, make.article(body=f"<p>Chữ.</p>{first}{second}"), by=None)
    assert "chú thích" in refused
    publishing.publish(make.article(body=f"<p>Chữ.</p>{second}"), by=None)


def test_the_librarys_caption_serves_every_figure():
    figure = f'<figure data-photo="{make.photo().pk}"><figcaption></figcaption></figure>'
    publishing.publish(make.article(body=f"<p>Chữ.</p>{figure}{figure}"), by=None)


def test_what_a_photo_lacks_is_said_where_the_photo_stands():
    lead, placed, along = (make.photo(alt="") for _number in range(3))
    article = make.article(
        lead_photo=lead,
        body=f'<figure data-photo="{placed.pk}"><figcaption>Cầu.</figcaption></figure>',
    )
    for photo in (placed, along):
        ArticlePhoto.objects.create(article=article, photo=photo)
    assert [gap.field for gap in readiness.gaps(article)] == ["lead_photo", "body", "photos"]


def test_what_a_photo_lacks_is_said_once_wherever_it_stands():
    photo = make.photo(alt="")
    figure = f'<figure data-photo="{photo.pk}"><figcaption>Cầu.</figcaption></figure>'
    article = make.article(lead_photo=photo, body=figure + figure)
    assert len(readiness.gaps(article)) == 1


def test_a_figure_without_a_photo_bars_publishing():
    article = make.article(
        body='<p>Chữ.</p><figure data-photo="0"><figcaption>Cầu mới.</figcaption></figure>'
    )
    assert "“Cầu mới.” chưa có ảnh" in refusal(publishing.publish, article, by=None)


def test_a_caption_waiting_for_its_photo_bars_publishing():
    article = make.article()
    ArticlePhoto.objects.create(article=article, caption="Cầu mới.")
    assert "“Cầu mới.” chưa có ảnh" in refusal(publishing.publish, article, by=None)


def test_a_photo_that_is_not_in_the_library_bars_publishing():
    article = make.article(
        body='<p>Chữ.</p><figure data-photo="999"><figcaption>Cầu.</figcaption></figure>'
    )
    assert "999" in refusal(publishing.publish, article, by=None)


def test_a_refusal_names_everything_that_is_missing():
    article = make.article(signed=None, section=None)
    with pytest.raises(Refused) as caught:
        publishing.publish(article, by=None)
    assert len(caught.value.sentences) == 2


def test_a_refused_publish_leaves_no_revision():
    article = make.article(signed=None)
    before = article.revisions.count()
    refusal(publishing.publish, article, by=None)
    assert article.revisions.count() == before


def test_a_draft_cannot_be_withdrawn():
    assert "Bản nháp" in refusal(publishing.withdraw, make.article(), by=None, reason="Sai.")


def test_withdrawing_needs_a_reason():
    assert "lý do" in refusal(publishing.withdraw, make.story(), by=None, reason="  ")


def test_a_withdrawn_story_can_be_put_back_at_its_time():
    article = make.story(at=make.at("2023-05-24 07:34"))
    publishing.withdraw(article, by=None, reason="Sai tên người.")
    publishing.reinstate(article, by=None, reason="Đã kiểm tra, bài đúng.")
    assert article.story.is_live
    assert article.story.published_at == make.at("2023-05-24 07:34")


@pytest.mark.parametrize("action", TRANSITIONS)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_its_group_says(role, action):
    user = make.user(role=role)
    status = TRANSITIONS[action].sources[0]
    offered = {one.action for one in open_to(Article(status=status), by=user)}
    chiefs = {Role.SECRETARY, Role.DEPUTY_EDITOR, Role.EDITOR_IN_CHIEF}
    publishers = chiefs | {Role.SECTION_HEAD}
    allowed = publishers if action in {"publish", "republish"} else chiefs
    assert (action in offered) == (role in allowed)


def test_publishing_without_the_right_is_refused():
    reporter = make.user(role=Role.REPORTER)
    assert "quyền" in refusal(publishing.publish, make.article(), by=reporter)


def test_a_save_that_changes_nothing_makes_no_revision():
    article = make.article()
    assert revisions.record_save(article, by=None) is None


def test_a_save_that_changes_something_makes_a_revision():
    article = make.article()
    article.headline = "Tít khác"
    article.save()
    assert revisions.record_save(article, by=None).content["headline"] == "Tít khác"


def test_publishing_costs_a_fixed_number_of_queries(django_assert_max_num_queries):
    article = make.article(lead_photo=make.photo())
    with django_assert_max_num_queries(30):
        publishing.publish(article, by=None)


def test_an_act_sees_the_article_as_it_is_now():
    article = make.article()
    seen_before = Article.objects.get(pk=article.pk)
    publishing.publish(article, by=None)
    assert "Đã xuất bản" in refusal(publishing.publish, seen_before, by=None)


def test_a_story_of_a_time_that_has_not_come_is_refused():
    article = make.article()
    assert "chưa đến" in refusal(
        publishing.publish, article, by=None, at=make.at("2999-01-01 07:00")
    )
