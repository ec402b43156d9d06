"""Where addresses of earlier websites lead."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vietnamese.fields import TextLine


class OldAddress(models.Model):
    """An address of an earlier website that leads to a page of this one, in one hop."""

    path = TextLine(
        _("old address"),
        max_length=300,
        unique=True,
        help_text=_("The path it had, such as /rss/home.htm; upper and lower case are one."),
    )
    leads_to = TextLine(
        _("leads to"), max_length=300, help_text=_("A path of this site, such as /kinh-te/.")
    )

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        ordering = ["path"]

    def __str__(self) -> str:
        return self.path


class OldPattern(models.Model):
    """How a whole archive's addresses looked: the number in them finds the story."""

    pattern = TextLine(
        _("pattern"),
        max_length=300,
        unique=True,
        help_text=_(
            "Such as /channel/*/*/*-{number}/: * stands for anything without a slash, {number} "
            "for the story's old number."
        ),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=10)

    class Meta:
        verbose_name = _("pattern of old addresses")
        verbose_name_plural = _("patterns of old addresses")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.pattern
