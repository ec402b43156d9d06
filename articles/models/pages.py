"""Pages about the paper that editors write: about us, advertising, privacy."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.fields import BodyField
from vietnamese.fields import TextLine, VietnameseSlugField


class AboutPageQuerySet(models.QuerySet["AboutPage"]):
    def shown(self) -> Self:
        return self.filter(is_shown=True)

    def in_order(self) -> Self:
        return self.order_by("order", "pk")


class AboutPage(models.Model):
    """A page about the paper. It has no draft beside it: what is saved and shown is read."""

    title = TextLine(_("title"), max_length=120, unique=True)
    slug = VietnameseSlugField(
        _("slug"),
        populate_from="title",
        unique=True,
        blank=True,
        help_text=_("Part of the page's address. Left empty, it is made from the title."),
    )
    summary = TextLine(_("summary"), max_length=250, blank=True)
    body = BodyField(_("text"))
    order = models.PositiveSmallIntegerField(_("order"), default=10)
    is_shown = models.BooleanField(
        _("readers see it"),
        default=False,
        help_text=_("Untick it to write in peace: the address then answers “not found”."),
    )
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = AboutPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page about the paper")
        verbose_name_plural = _("pages about the paper")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("about", kwargs={"slug": self.slug, "pk": self.pk})
