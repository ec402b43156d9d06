"""Throwing away a draft nobody has read: the one way an article's rows ever leave."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from articles.workflow import Refused
from people.models import User


def may_be_discarded(article: Article) -> bool:
    """Whether no reader ever saw it. One query.

    The revisions know: a draft brought in from a copied page has a time of publication already.
    """
    return not article.revisions.printed().exists()


@transaction.atomic
def discard(article: Article, *, by: User | None) -> None:
    """Delete a draft with its revisions. Raises Refused once it has been before readers."""
    article.refresh_from_db(from_queryset=Article.objects.select_for_update())
    sentences = []
    if by is not None and not by.has_perm("articles.delete_article"):
        sentences.append(_("You do not have the right to do this."))
    if not may_be_discarded(article):
        sentences.append(
            _("This story has been published, so it is not deleted: withdraw it instead.")
        )
    if sentences:
        raise Refused(sentences)
    article.revisions.all().delete()
    article.delete()
