"""Two acts at once: what one of them read before the other wrote is not printed over it."""

import threading

import pytest
from django.db import connection, transaction

from articles import publishing
from fronts import launching, standing
from photos.models import Photo
from reader.models import PrintedFront, Story, StoryText
from tests import make
from tests.fronts import arranged
from tests.threads import needs_two_connections

pytestmark = [pytest.mark.django_db(transaction=True), needs_two_connections]


def somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0


def during(act, other):
    """Begin `other` when `act` is done and nobody can see it yet; both end before this returns."""
    raised = []

    def run():
        try:
            other()
        except Exception as error:
            raised.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    with transaction.atomic():
        act()
        thread.start()
        while thread.is_alive() and not somebody_waits():
            thread.join(0.01)
    thread.join()
    assert raised == []


def caption(photo, words):
    """Saved as by somebody who knows nothing of what goes on meanwhile."""
    photo = Photo.objects.get(pk=photo.pk)
    photo.caption = words
    photo.save()


def withdraw(article):
    publishing.withdraw(article, by=None, reason="Sai người.")


def test_a_story_withdrawn_while_its_photo_is_saved_stays_withdrawn():
    photo = make.photo()
    row = make.story(lead_photo=photo)
    during(lambda: withdraw(row), lambda: caption(photo, "Bến trưa."))
    assert not Story.objects.get().is_live
    assert not StoryText.objects.exists()


def test_a_correction_made_while_a_photo_is_saved_stays_under_its_story():
    photo = make.photo()
    row = make.story(lead_photo=photo)
    during(lambda: make.slip(row, "Con số đúng là 31."), lambda: caption(photo, "Bến trưa."))
    story = Story.objects.get()
    assert [one["right"] for one in story.corrections] == ["Con số đúng là 31."]
    assert story.lead["caption"] == "Bến trưa."


def test_what_is_published_while_a_photo_is_saved_stays():
    photo = make.photo()
    row = make.story(lead_photo=photo, headline="Tít cũ")
    row.headline = "Tít mới"
    row.save()
    during(lambda: publishing.republish(row, by=None), lambda: caption(photo, "Bến trưa."))
    assert Story.objects.get().headline == "Tít mới"


def test_a_topic_renamed_while_a_story_is_withdrawn_does_not_come_back():
    topic = make.topic("Mùa nước")
    row = tagged(topic)
    during(lambda: withdraw(row), lambda: rename(topic, "Mùa nước nổi"))
    assert Story.objects.get().topics == []


def test_a_topic_renamed_while_a_story_drops_it_does_not_come_back():
    topic, other = make.topic("Mùa nước"), make.topic("Chợ nổi")
    row = tagged(topic)
    row.topics.set([other])
    during(lambda: publishing.republish(row, by=None), lambda: rename(topic, "Mùa nước nổi"))
    assert [one["name"] for one in Story.objects.get().topics] == ["Chợ nổi"]


def tagged(topic):
    row = make.article()
    row.topics.set([topic])
    publishing.publish(row, by=None)
    return row


def rename(topic, name):
    topic = type(topic).objects.get(pk=topic.pk)
    topic.name = name
    topic.save()


def test_a_front_launched_while_its_photo_is_saved_stands():
    photo = make.photo()
    one, other = make.story(), make.story()
    pin = arranged.pin(one, photo=photo.pk)
    front = arranged.launched(arranged.with_lead(pin))
    draft = arranged.with_lead(other)
    launching.save_draft(front, number=front.draft_number, content=draft, by=None)
    during(
        lambda: launching.launch(front, number=front.draft_number, by=None),
        lambda: caption(photo, "Bến trưa."),
    )
    kept = PrintedFront.objects.get().content["arrangement"]
    assert kept == standing.latest_launch(front).content == draft
