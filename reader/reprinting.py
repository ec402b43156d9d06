"""Printing the whole paper again from its published revisions."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from articles.models import Article, Event, Revision, Series
from reader import imprint, press
from reader.models import Story


def to_print() -> QuerySet[Article]:
    """Every article that ever reached readers, with the numbers of the revisions to print from."""
    own = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
    return (
        Article.objects.filter(status__in=[Article.Status.PUBLISHED, Article.Status.WITHDRAWN])
        .annotate(
            printed_revision=Subquery(own.printed().values("pk")[:1]),
            withdrawn_revision=Subquery(own.filter(event=Event.WITHDRAWN).values("pk")[:1]),
        )
        .filter(printed_revision__isnull=False)
        .order_by("pk")
    )


def reprint() -> Iterator[Article]:
    """Print each article again and yield it; one transaction each, so it can be interrupted.

    Running it twice changes nothing: printing reads revisions alone.
    """
    for article in to_print().iterator(chunk_size=500):
        with transaction.atomic():
            press.print_story(_revision(article, "printed_revision"))
            if article.status == Article.Status.WITHDRAWN:
                press.take_off(_revision(article, "withdrawn_revision"))
        yield article
    orphans = Story.objects.exclude(
        article__status__in=[Article.Status.PUBLISHED, Article.Status.WITHDRAWN]
    )
    orphans.delete()
    for number in Series.objects.values_list("pk", flat=True):
        press.name_parts(number)
    imprint.forget()


def _revision(article: Article, name: str) -> Revision:
    return Revision.objects.select_related("article").get(pk=getattr(article, name))
