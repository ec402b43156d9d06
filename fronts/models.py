"""What editors put on the front page and on the sections' fronts, and when it stood there."""

from typing import Any, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Section
from vietnamese.fields import Prose, TextLine


class Front(models.Model):
    """A page that editors arrange: the front page, or the front of a section of the main bar.

    The draft is one arrangement; `draft_number` grows with each save of it, so that a save made
    from an older one is refused. `fronts.arrangement` says what the content is.
    """

    section = models.OneToOneField(
        Section, on_delete=models.CASCADE, null=True, blank=True, related_name="front",
        verbose_name=_("section"),
    )  # fmt: skip
    draft: Any = models.JSONField(null=True, editable=False, encoder=DjangoJSONEncoder)
    draft_number = models.PositiveIntegerField(default=0, editable=False)
    draft_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False,
        related_name="+",
    )  # fmt: skip
    draft_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("front")
        verbose_name_plural = _("fronts")
        permissions = [("launch_front", _("Can launch front pages"))]
        constraints = [
            models.UniqueConstraint(Coalesce("section", 0), name="a_section_has_one_front")
        ]

    def __str__(self) -> str:
        return self.section.name if self.section else str(_("Front page"))


class LaunchQuerySet(models.QuerySet["Launch"]):
    def newest_first(self) -> Self:
        return self.order_by("-number")

    def standing_at(self, moment: Any) -> Self:
        """The launches that had been made by then, the one that stood first."""
        return self.filter(at__lte=moment).newest_first()


class Launch(models.Model):
    """An arrangement as it went before readers. Written once; the newest is the live one."""

    # What stood there when is kept: a section whose front was launched cannot be deleted.
    front = models.ForeignKey(Front, on_delete=models.PROTECT, related_name="launches")
    number = models.PositiveIntegerField(_("number"))
    content: Any = models.JSONField(_("content"), encoder=DjangoJSONEncoder)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+",
        verbose_name=_("by"),
    )  # fmt: skip
    note = Prose(_("reason"), blank=True, max_length=500)
    # Of an undo: the number of the launch it put back, 0 for the choice by time. Undoing goes on
    # from there.
    puts_back = models.PositiveIntegerField(null=True, editable=False)

    objects = LaunchQuerySet.as_manager()

    class Meta:
        verbose_name = _("launch")
        verbose_name_plural = _("launches")
        constraints = [
            models.UniqueConstraint(fields=["front", "number"], name="a_launch_has_its_number")
        ]

    def __str__(self) -> str:
        return f"{self.front_id}/{self.number}"

    @property
    def stands_for(self) -> int:
        """The number of the launch that first put this there, itself if it is no undo."""
        return self.number if self.puts_back is None else self.puts_back


class BreakingQuerySet(models.QuerySet["Breaking"]):
    def not_over(self, moment: Any) -> Self:
        """Shown now or later on."""
        return self.filter(shown_until__gt=moment)


class Breaking(models.Model):
    """A line across the top of every page, with one link and an end."""

    text = TextLine(_("text"), max_length=200)
    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("story"), help_text=_("The story the line leads to, once it is published."),
    )  # fmt: skip
    shown_from = models.DateTimeField(_("shown from"))
    shown_until = models.DateTimeField(_("shown until"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False,
        related_name="+", verbose_name=_("by"),
    )  # fmt: skip

    objects = BreakingQuerySet.as_manager()

    class Meta:
        verbose_name = _("breaking banner")
        verbose_name_plural = _("breaking banners")
        ordering = ["-shown_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(shown_until__gt=models.F("shown_from")),
                name="a_banner_ends_after_it_begins",
                violation_error_message=_("The end must come after the beginning."),
            )
        ]

    def __str__(self) -> str:
        return self.text


class Table(models.Model):
    """A small table beside a section's stories on the front: prices, water levels, rates."""

    section = models.ForeignKey(
        Section, on_delete=models.PROTECT, related_name="tables", verbose_name=_("section")
    )
    title = TextLine(_("title"), max_length=80)
    unit = TextLine(_("unit"), max_length=80, blank=True)
    rows = models.TextField(
        _("rows"),
        max_length=2000,
        help_text=_("One row a line: name | value | change, such as Lúa thơm | 7.450 | tăng 150"),
    )
    note = TextLine(_("note"), max_length=150, blank=True)
    is_shown = models.BooleanField(_("readers see it"), default=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        verbose_name = _("table")
        verbose_name_plural = _("tables")
        ordering = ["section", "title"]

    def __str__(self) -> str:
        return self.title
