"""What the paper owned up to: a slip set right, or a formal correction with an apology."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from vietnamese.fields import Prose, TextLine


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def oldest_first(self) -> Self:
        return self.order_by("made_at", "pk")


class Correction(models.Model):
    """A đính chính or a cải chính of a published story. Written once; articles.correcting makes it.

    The labels and required fields follow the press law in force and may change with it.
    """

    class Kind(models.TextChoices):
        SLIP = "slip", _("correction of a slip")
        FORMAL = "formal", _("formal correction and apology")

    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("article")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    wrong = Prose(_("what was wrong"), blank=True, max_length=2000)
    right = Prose(_("what is right"), max_length=2000)
    apology = Prose(_("apology"), blank=True, max_length=1000)
    basis = TextLine(
        _("basis"),
        blank=True,
        max_length=250,
        help_text=_("The request or decision it rests on. Readers do not see it."),
    )
    pinned_until = models.DateTimeField(
        _("on the front page until"), null=True, blank=True, editable=False
    )
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="slip")
                | (~models.Q(wrong="") & ~models.Q(right="") & ~models.Q(apology="")),
                name="a_formal_correction_says_wrong_right_and_sorry",
                violation_error_message=_(
                    "A formal correction names what was wrong, what is right, and the apology."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.right}"
