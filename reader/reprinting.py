"""Printing the whole paper again from its published revisions."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Article, Event, Revision, Series
from reader import imprint, press, printing_fronts


def to_print() -> QuerySet[Article]:
    """Every article that ever reached readers."""
    printed = Revision.objects.filter(article=OuterRef("pk")).printed()
    return Article.objects.filter(Exists(printed)).order_by("pk")


def reprint() -> Iterator[int]:
    """Print each article again and yield its number; one transaction each.

    It may be interrupted, and the desk may go on working: each article is locked and read as it
    is when its turn comes. Running it twice changes nothing.
    """
    # All numbers first: SQLite cannot write while a list is still being read.
    for number in list(to_print().values_list("pk", flat=True)):
        _print(number)
        yield number
    for number in Series.objects.values_list("pk", flat=True):
        press.name_parts(number)
    printing_fronts.print_all()
    imprint.forget()


@transaction.atomic
def _print(number: int) -> None:
    article = Article.objects.select_for_update().filter(pk=number).first()
    if article is None:
        return
    revisions = article.revisions.select_related("article").order_by("-number")
    printed = revisions.printed().first()
    assert printed is not None
    withdrawn = revisions.filter(event=Event.WITHDRAWN).first()
    if withdrawn and article.status == Article.Status.WITHDRAWN:
        press.print_withdrawn(printed, withdrawn=withdrawn)
    else:
        press.print_story(printed)
