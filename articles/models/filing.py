"""What stories are filed under: sections, topics and series."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.addresses import validate_free_address
from articles.labels import LabelStyle, label
from vietnamese.fields import Prose, TextLine, VietnameseSlugField
from vietnamese.slugs import slugify

# Each section of the main bar, and after it those that belong to it.
TREE_ORDER = (
    Coalesce("parent__order", "order"),
    Coalesce("parent", "pk"),
    F("parent").asc(nulls_first=True),
    F("order").asc(),
    F("pk").asc(),
)


class SectionQuerySet(models.QuerySet["Section"]):
    def in_order(self) -> Self:
        return self.order_by("order", "pk")

    def in_tree_order(self) -> Self:
        return self.order_by(*TREE_ORDER)


class Section(models.Model):
    """A chuyên mục: two levels, each with an address of its own."""

    class Hue(models.IntegerChoices):
        RED = 1, _("red")
        BLUE = 2, _("blue")
        PURPLE = 3, _("purple")
        BROWN = 4, _("brown")
        GREEN = 5, _("green")
        TEAL = 6, _("teal")
        PINK = 7, _("pink")
        SLATE = 8, _("slate")

    class Kind(models.TextChoices):
        NEWS = "news", _("news")
        OPINION = "opinion", _("opinion")
        EDITORIAL = "editorial", _("leading articles")
        PICTURES = "pictures", _("photo stories")

    name = TextLine(_("name"), max_length=80, unique=True)
    slug = VietnameseSlugField(
        _("slug"),
        populate_from="name",
        unique=True,
        blank=True,
        validators=[validate_free_address],
        help_text=_("The section's address. Left empty, it is made from the name."),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("belongs to"),
        help_text=_("Leave empty for a section in the main bar."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=10)
    hue = models.PositiveSmallIntegerField(_("colour"), choices=Hue, default=Hue.SLATE)
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=Kind,
        default=Kind.NEWS,
        db_default=Kind.NEWS,
        help_text=_("How its stories look on the front page: opinion never looks like news."),
    )
    description = TextLine(_("description"), max_length=250, blank=True)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("section", kwargs={"section": self.slug})

    def clean(self) -> None:
        """A free address even when the name makes it, and two levels. At most one query."""
        if not self.slug and (slug := slugify(self.name)):
            try:
                validate_free_address(slug)
            except ValidationError as error:
                raise ValidationError({"slug": error}) from error
        self._clean_level()

    def _clean_level(self) -> None:
        """A section below another cannot have sections below it."""
        if self.parent is None:
            return
        if self.parent_id == self.pk:
            raise ValidationError({"parent": _("A section cannot belong to itself.")})
        if self.parent.parent_id or (self.pk and self.children.exists()):
            raise ValidationError({"parent": _("Sections have two levels, not three.")})


class FormerSectionSlug(models.Model):
    """A slug a section had: its old address leads to the section, wherever that stands now."""

    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="former_slugs")

    class Meta:
        verbose_name = _("former address of a section")
        verbose_name_plural = _("former addresses of sections")

    def __str__(self) -> str:
        return self.slug


class Topic(models.Model):
    """A chủ đề that stories of any section may share, with a page of its own."""

    name = TextLine(_("name"), max_length=80, unique=True)
    slug = VietnameseSlugField(_("slug"), populate_from="name", blank=True)
    intro = Prose(
        _("introduction"),
        blank=True,
        db_default="",
        max_length=600,
        help_text=_("Printed on the topic's page."),
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic", kwargs={"slug": self.slug, "pk": self.pk})


class Series(models.Model):
    """A loạt bài: ordered parts under one title, open until it is complete."""

    title = TextLine(_("title"), max_length=200)
    slug = VietnameseSlugField(
        _("slug"),
        populate_from="title",
        blank=True,
        help_text=_("Part of the series page's address. Left empty, it is made from the title."),
    )
    intro = Prose(_("introduction"), blank=True, help_text=_("Printed on the series page."))
    label_style = models.CharField(
        _("parts are called"), max_length=10, choices=LabelStyle, default=LabelStyle.KY_ROMAN
    )
    labels_last_as_final = models.BooleanField(
        _("the last part is called “cuối”"),
        default=False,
        help_text=_("Kỳ cuối, Bài cuối; from the day the series is complete."),
    )
    is_complete = models.BooleanField(
        _("complete"),
        default=False,
        help_text=_("Tick when no further part will come: the last one then says “và hết”."),
    )

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series (plural)")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("series", kwargs={"slug": self.slug, "pk": self.pk})

    def part_label(self, number: int, *, last: int) -> str:
        """ "Kỳ II"; `last` is the highest part number, which may be called final."""
        final = self.is_complete and self.labels_last_as_final and number == last > 1
        return label(self.label_style, number, final=final)
