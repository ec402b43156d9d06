"""Owning up: what a correction asks for, what it prints, and what it leaves as it was."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone, translation

from articles import correcting, publishing, revisions
from articles.correcting import Words
from articles.differences import differences
from articles.models import Correction, Event, Revision
from articles.roles import Role
from articles.workflow import Refused
from photos.models import Photo
from reader.models import Story
from tests import make

pytestmark = pytest.mark.django_db

Kind = Correction.Kind
SLIP = Words(Kind.SLIP, right="Con số đúng là 31.")


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def refused(article, words=SLIP, *, by=None, act=correcting.correct) -> list[str]:
    with pytest.raises(Refused) as caught:
        act(article, words, by=by)
    return caught.value.sentences


def changed_story(**changes):
    """A published article whose working copy says something else."""
    article = make.story(headline="Tít đã duyệt", body="<p>Có 41 héc-ta.</p>")
    for name, value in {"headline": "Tít đang sửa", **changes}.items():
        setattr(article, name, value)
    article.save()
    revisions.record_save(article, by=None)
    return article


# --- The note alone -------------------------------------------------------------------------------


def test_a_correction_is_kept_with_who_made_it_and_when():
    chief = make.user(role=Role.SECRETARY)
    article = make.story()
    correcting.correct(article, SLIP, by=chief)
    made = article.corrections.get()
    assert (made.kind, made.right, made.made_by) == ("slip", "Con số đúng là 31.", chief)
    assert timezone.now() - made.made_at < timedelta(minutes=1)


def test_a_correction_writes_a_revision_that_says_it():
    article = make.story()
    make.slip(article, "Con số đúng là 31.")
    latest = revisions.latest(article)
    assert (latest.event, latest.note) == (Event.CORRECTED, "Con số đúng là 31.")
    assert [one["right"] for one in latest.content["corrections"]] == ["Con số đúng là 31."]


def test_the_note_alone_leaves_the_text_as_readers_have_it():
    article = changed_story()
    make.slip(article)
    story = Story.objects.get()
    assert story.headline == "Tít đã duyệt"
    assert len(story.corrections) == 1


def test_changes_that_waited_to_be_published_still_wait():
    article = changed_story()
    make.slip(article)
    article.refresh_from_db()
    latest = revisions.latest(article)
    assert article.headline == "Tít đang sửa"
    assert (latest.event, latest.content["headline"]) == (Event.SAVED, "Tít đang sửa")
    publishing.republish(article, by=None)
    story = Story.objects.get()
    assert (story.headline, len(story.corrections)) == ("Tít đang sửa", 1)


def test_without_changes_the_correction_is_the_latest_revision():
    article = make.story()
    make.slip(article)
    assert revisions.latest(article).event == Event.CORRECTED
    assert revisions.record_save(article, by=None) is None


def test_the_note_alone_asks_nothing_of_the_working_copy():
    article = changed_story(body="")
    make.slip(article)
    assert "41 héc-ta" in Story.objects.get().body


def test_corrections_gather_in_their_order():
    article = make.story()
    make.slip(article, "Một.")
    make.formal(article)
    make.slip(article, "Ba.")
    kinds = [one["kind"] for one in revisions.latest(article).content["corrections"]]
    assert kinds == ["slip", "formal", "slip"]


# --- With the text --------------------------------------------------------------------------------


def test_with_the_text_readers_get_what_is_saved_now():
    article = changed_story(body="<p>Có 31 héc-ta.</p>")
    correcting.correct_with_text(article, SLIP, by=None)
    story = Story.objects.get()
    assert (story.headline, len(story.corrections)) == ("Tít đang sửa", 1)
    assert revisions.latest(article).event == Event.CORRECTED


def test_with_the_text_what_lacks_something_is_refused_and_nothing_is_kept():
    article = changed_story(body="")
    assert refused(article, act=correcting.correct_with_text) == ["The article has no text."]
    assert not Correction.objects.exists()
    assert revisions.latest(article).event == Event.SAVED


def test_the_time_of_publication_stays():
    article = make.story(at=make.at("2023-05-24 07:34"))
    correcting.correct_with_text(article, SLIP, by=None)
    story = Story.objects.get()
    assert story.published_at == make.at("2023-05-24 07:34")
    assert story.updated_at == revisions.latest(article).at


# --- What is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize("act", [correcting.correct, correcting.correct_with_text])
def test_only_a_published_story_is_corrected(act):
    assert "“Draft”" in refused(make.article(), act=act)[0]
    gone = make.story()
    publishing.withdraw(gone, by=None, reason="Sai.")
    assert "“Withdrawn”" in refused(gone, act=act)[0]


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR, Role.SECTION_HEAD])
def test_who_may_not_correct_is_refused(role):
    story = make.story()
    assert refused(story, by=make.user(role=role)) == ["You do not have the right to do this."]
    assert not Correction.objects.exists()


def test_the_right_to_correct_is_not_the_right_to_publish_text():
    user = make.user()
    user.user_permissions.add(Permission.objects.get(codename="correct_article"))
    article = changed_story()
    assert refused(article, by=user, act=correcting.correct_with_text)
    correcting.correct(article, SLIP, by=user)
    assert Story.objects.get().headline == "Tít đã duyệt"


def test_a_correction_says_what_is_right():
    assert refused(make.story(), Words(Kind.SLIP, right=" ")) == ["Write what is right."]


def test_a_formal_one_says_wrong_right_and_sorry():
    assert refused(make.story(), Words(Kind.FORMAL, right="")) == [
        "Write what was wrong, as readers read it.", "Write what is right.", "Write the apology.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "long"), [("right", 2001), ("wrong", 2001), ("apology", 1001), ("basis", 251)]
)
def test_words_too_long_are_refused(field, long):
    words = Words(**{"kind": Kind.SLIP, "right": "Đúng.", field: "ă" * long})
    assert refused(make.story(), words) == [f"This is too long: at most {long - 1} letters."]


@pytest.mark.parametrize("days", [-1, 366, 10**9])
def test_days_that_cannot_be_are_refused(days):
    words = Words(Kind.SLIP, right="Đúng.", days=days)
    assert refused(make.story(), words) == ["Between 0 and 365 days."]


# --- On the front page ----------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "stands"), [(None, 3), (10, 10)])
def test_a_formal_one_stands_on_the_front_for_its_days(settings, days, stands):
    settings.CORRECTION_PINNED_DAYS = 3
    made = make.formal(make.story(), days=days)
    assert made.pinned_until - made.made_at == timedelta(days=stands)


def test_no_days_keep_it_off_the_front():
    assert make.formal(make.story(), days=0).pinned_until is None


def test_a_slip_does_not_stand_on_the_front():
    assert make.slip(make.story(), days=5).pinned_until is None


def test_the_apology_begins_in_the_name_of_the_paper():
    make.masthead()
    assert correcting.usual_apology(timezone.localdate()).startswith("Báo Bến Mới ")


# --- What the record says -------------------------------------------------------------------------


def test_a_save_over_a_revision_without_the_later_keys_is_no_change():
    article = make.article()
    old = revisions.latest(article)
    for name in revisions.ADDED_LATER:
        del old.content[name]
    Revision.objects.filter(pk=old.pk).update(content=old.content)
    assert revisions.record_save(article, by=None) is None


def test_a_revision_keeps_the_related_stories_in_their_order():
    article, first, second = make.article(), make.story(), make.story()
    article.related.create(to=second, order=0)
    article.related.create(to=first, order=1)
    assert revisions.record_save(article, by=None).content["related"] == [second.pk, first.pk]


def test_what_only_the_desk_knows_is_in_no_revision():
    article = make.story()
    make.slip(article, basis="Công văn số 12")
    assert "Công văn" not in str([one.content for one in article.revisions.all()])


def test_a_correction_costs_a_fixed_number_of_queries(django_assert_max_num_queries):
    article = make.story(lead_photo=make.photo())
    for _number in range(5):
        make.slip(article)
    with django_assert_max_num_queries(45):
        correcting.correct(article, SLIP, by=None)


# --- What differs ---------------------------------------------------------------------------------


def between(article, **changes):
    before = revisions.content(article)
    for name, value in changes.items():
        setattr(article, name, value)
    article.save()
    return [(one.label, one.before, one.after) for one in differences(before, content(article))]


def content(article):
    return revisions.content(type(article).objects.get(pk=article.pk))


def test_nothing_differs_from_itself():
    assert between(make.article()) == []


def test_words_that_differ_are_quoted():
    article = make.article(headline="Tít cũ", body="<p>Một.</p><p>Hai.</p><p>Ba.</p>")
    assert between(article, headline="Tít mới", body="<p>Một.</p><p>Hai, sửa.</p><p>Ba.</p>") == [
        ("Headline", "Tít cũ", "Tít mới"), ("Text", "Hai.", "Hai, sửa."),
    ]  # fmt: skip


def test_what_is_no_word_is_named():
    article = make.article(body="<p>Một.</p>")
    found = between(
        article, body="<p><strong>Một.</strong></p>", lead_photo=make.photo(),
        section=make.section("Khác"),
    )  # fmt: skip
    assert [label for label, *_words in found] == [
        "Section", "Lead photo", "Text: only its form or its photos",
    ]  # fmt: skip


def test_what_readers_never_see_is_no_difference():
    assert between(make.article(), legacy_number="12345", legacy_address="/cu/1") == []


def test_a_text_changed_everywhere_is_said_in_part():
    old = "".join(f"<p>Câu {number}.</p><p>Giữ {number}.</p>" for number in range(20))
    found = between(make.article(body=old), body=old.replace("Câu", "Đoạn"))
    assert len(found) == 9
    assert found[-1][0] == "Text: more changes further down"


def test_a_changed_byline_is_quoted():
    article = make.article(signed="Hải Đăng")
    before = revisions.content(article)
    article.bylines.update(display_name="Minh Sa")
    (found,) = differences(before, content(article))
    assert (found.before, found.after) == ("Bài và ảnh: Hải Đăng", "Bài và ảnh: Minh Sa")


def test_a_photo_out_of_use_does_not_bar_the_note_alone():
    photo = make.photo()
    article = make.story(lead_photo=photo)
    photo.status = Photo.Status.WITHDRAWN
    photo.save()
    make.slip(article)
    assert Story.objects.get().corrections
