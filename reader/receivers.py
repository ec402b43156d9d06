"""Where the public site listens to the desk: the only file that connects signals."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from articles import addressing
from articles.models import AboutPage, Article, Revision, Section, Series, Topic
from articles.signals import published, withdrawn
from fronts.models import Breaking, Front, Launch, Table
from fronts.signals import launched
from masthead.models import Appointment, Masthead, Office, Position
from people.models import Person
from photos.models import Photo
from reader import corrections, imprint, press, printing_fronts, websub
from reader.models import StoryCorrection

FURNITURE = (
    Masthead, Office, Position, Appointment, Person, Section, AboutPage, Table, Breaking,
    StoryCorrection,
)  # fmt: skip


@receiver(published, sender=Article)
def print_it(revision: Revision, **_kwargs: Any) -> None:
    websub.announce(press.print_story(revision))
    # A correction is printed in bulk, which says nothing; the story may have moved besides.
    if imprint.names(revision.article_id):
        forget_imprint()


@receiver(withdrawn, sender=Article)
def take_it_off(revision: Revision, **_kwargs: Any) -> None:
    press.take_off(revision)
    forget_imprint()


@receiver(post_save, sender=Series)
def name_its_parts(instance: Series, *, created: bool, raw: bool, **_kwargs: Any) -> None:
    if not created and not raw:
        press.name_parts(instance.pk)


@receiver(pre_save, sender=Section)
def keep_its_address(instance: Section, *, raw: bool, **_kwargs: Any) -> None:
    if not raw:
        addressing.keep_former_slug(instance)


@receiver(post_save, sender=Section)
def take_its_address(instance: Section, *, raw: bool, **_kwargs: Any) -> None:
    if not raw:
        addressing.drop_present_slug(instance)


@receiver(post_save, sender=Section)
def rename_it_under_corrections(instance: Section, *, raw: bool, **_kwargs: Any) -> None:
    if not raw:
        corrections.follow_section(instance)


@receiver(post_save, sender=Topic)
def rename_it(instance: Topic, *, created: bool, raw: bool, **_kwargs: Any) -> None:
    if not created and not raw:
        press.rename_topic(instance)


@receiver(post_save, sender=Photo)
def print_its_stories_again(instance: Photo, *, created: bool, raw: bool, **_kwargs: Any) -> None:
    if not created and not raw:
        press.print_again(instance)
        printing_fronts.print_again(instance)


@receiver(launched, sender=Front)
def print_what_was_launched(launch: Launch, **_kwargs: Any) -> None:
    printing_fronts.print_front(launch)


def forget_imprint(**_kwargs: Any) -> None:
    """Now, for this transaction; and once more when others can see what it changed."""
    imprint.forget()
    transaction.on_commit(imprint.forget)


for _model in FURNITURE:
    post_save.connect(forget_imprint, sender=_model)
    post_delete.connect(forget_imprint, sender=_model)
