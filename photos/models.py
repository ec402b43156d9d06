"""Pictures, and the words and rights that travel with them."""

from typing import Self

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Author
from photos.renditions import rendition_name
from vietnamese.fields import Prose, TextLine


class PhotoQuerySet(models.QuerySet["Photo"]):
    def usable(self) -> Self:
        return self.filter(status=Photo.Status.USABLE)

    def portraying(self, author: Author) -> Self:
        return self.filter(portrait_of=author)

    def newest_first(self) -> Self:
        return self.order_by("-pk")


class Photo(models.Model):
    """One picture of the library. Its file came through photos.gate; readers get renditions."""

    class Status(models.TextChoices):
        USABLE = "usable", _("usable")
        EMBARGOED = "embargoed", _("embargoed")
        WITHDRAWN = "withdrawn", _("taken out of use")

    original = models.CharField(max_length=120, editable=False)
    stem = models.CharField(max_length=40, unique=True, editable=False)
    widths = models.JSONField(default=list, editable=False)
    share_width = models.PositiveIntegerField(editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    colour = models.CharField(max_length=7, default="#808080", editable=False)

    caption = Prose(
        _("caption"),
        blank=True,
        help_text=_("Printed under the picture; an article may override it."),
    )
    alt = TextLine(
        _("alt text"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    credit = TextLine(
        _("credit"),
        max_length=150,
        blank=True,
        help_text=_("Printed after “Photo:”. Left empty, the photographer's name."),
    )
    photographer = models.ForeignKey(
        Author,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name=_("photographer"),
    )
    source = TextLine(_("source"), max_length=150, blank=True)
    licence = TextLine(_("licence"), max_length=150, blank=True)
    usage_terms = Prose(_("usage terms"), blank=True)
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    place = TextLine(_("place"), max_length=150, blank=True)
    keywords = TextLine(_("keywords"), max_length=250, blank=True)
    focal_x = models.PositiveSmallIntegerField(
        _("focal point, across"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("Per cent from the left edge."),
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point, down"),
        default=50,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text=_("Per cent from the upper edge."),
    )
    portrait_of = models.OneToOneField(
        Author,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="portrait",
        verbose_name=_("portrait of"),
        help_text=_("Shown on this author's page."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.USABLE,
        help_text=_("Only a usable photo can be published."),
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.caption or self.alt or f"#{self.pk}"

    @property
    def is_usable(self) -> bool:
        return self.status == self.Status.USABLE

    @property
    def credit_line(self) -> str:
        """Who is named under the picture. Reads the photographer: load it with the photo."""
        if self.credit:
            return self.credit
        return self.photographer.name if self.photographer else self.source

    @property
    def srcset(self) -> str:
        return ", ".join(f"{self.url(width)} {width}w" for width in self.widths)

    @property
    def share_url(self) -> str:
        return default_storage.url(rendition_name(self.stem, self.share_width, "jpg"))

    @property
    def largest_url(self) -> str:
        return self.url(self.widths[-1])

    @property
    def thumbnail_url(self) -> str:
        return self.url(self.widths[0])

    def url(self, width: int) -> str:
        return default_storage.url(rendition_name(self.stem, width, "webp"))
