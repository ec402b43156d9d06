"""Where the public site listens to the desk: the only file that connects signals."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from articles.models import Article, Revision, Section, Series, Topic
from articles.signals import published, withdrawn
from masthead.models import Appointment, Masthead, Office, Position
from people.models import Person
from photos.models import Photo
from reader import imprint, press

FURNITURE = (Masthead, Office, Position, Appointment, Person, Section)


@receiver(published, sender=Article)
def print_it(revision: Revision, **_kwargs: Any) -> None:
    press.print_story(revision)


@receiver(withdrawn, sender=Article)
def take_it_off(revision: Revision, **_kwargs: Any) -> None:
    press.take_off(revision)


@receiver(post_save, sender=Series)
def name_its_parts(instance: Series, *, created: bool, raw: bool, **_kwargs: Any) -> None:
    if not created and not raw:
        press.name_parts(instance.pk)


@receiver(post_save, sender=Topic)
def rename_it(instance: Topic, *, created: bool, raw: bool, **_kwargs: Any) -> None:
    if not created and not raw:
        press.rename_topic(instance)


@receiver(post_save, sender=Photo)
def print_its_stories_again(instance: Photo, *, created: bool, raw: bool, **_kwargs: Any) -> None:
    if not created and not raw:
        press.print_again(instance)


def forget_imprint(**_kwargs: Any) -> None:
    """Now, for this transaction; and once more when others can see what it changed."""
    imprint.forget()
    transaction.on_commit(imprint.forget)


for _model in FURNITURE:
    post_save.connect(forget_imprint, sender=_model)
    post_delete.connect(forget_imprint, sender=_model)
