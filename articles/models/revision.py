"""What an article was at one moment, and which moments there are."""

from typing import Any, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from vietnamese.fields import Prose


class Event(models.TextChoices):
    SAVED = "saved", _("saved")
    PUBLISHED = "published", _("published")
    REPUBLISHED = "republished", _("published again")
    CORRECTED = "corrected", _("corrected")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REINSTATED = "reinstated", _("put back")


PRINTED = [Event.PUBLISHED, Event.REPUBLISHED, Event.CORRECTED, Event.REINSTATED]


class RevisionQuerySet(models.QuerySet["Revision"]):
    def printed(self) -> Self:
        """Revisions that went to the press."""
        return self.filter(event__in=PRINTED)


class Revision(models.Model):
    """What an article was at one moment, who made it so, and why. Written once, never edited."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    content: Any = models.JSONField(_("content"), encoder=DjangoJSONEncoder)
    event = models.CharField(_("event"), max_length=12, choices=Event)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    note = Prose(_("reason"), blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["article", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="a_revision_has_its_number")
        ]

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number}"
