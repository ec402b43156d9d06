"""An article as the desk works on it, with who signs it and the photos that came with it."""

from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import bylines
from articles.addresses import story_slug
from articles.bylines import Role, Signed
from articles.fields import BodyField
from articles.models.filing import Section, Series, Topic
from masthead.models import Masthead
from people.models import Author, User
from photos.models import Photo
from vietnamese.fields import Prose, TextLine


class ArticleQuerySet(models.QuerySet["Article"]):
    def with_status(self, status: str) -> Self:
        return self.filter(status=status)

    def lying_with(self, user: User) -> Self:
        """What this user has in hand: theirs, or begun by them and taken by nobody."""
        mine = models.Q(assignee=user) | models.Q(assignee=None, created_by=user)
        return self.filter(mine)

    def for_desk(self) -> Self:
        """What the desk's list shows of each article, without a query per row."""
        return self.select_related("section", "series", "assignee", "lead_photo").prefetch_related(
            "bylines"
        )


class Article(models.Model):
    """A story as the desk works on it. What readers see is the published revision, printed."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    kicker = TextLine(_("kicker"), max_length=80, blank=True)
    headline = TextLine(_("headline"), max_length=300)
    subhead = TextLine(_("subhead"), max_length=300, blank=True)
    standfirst = Prose(_("standfirst"), blank=True, max_length=2000)
    body = BodyField(_("text"), blank=True)
    section = models.ForeignKey(
        Section,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("section"),
        related_name="articles",
    )
    topics = models.ManyToManyField(Topic, blank=True, verbose_name=_("topics"))
    series = models.ForeignKey(
        Series,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("series"),
    )
    part = models.PositiveSmallIntegerField(
        _("part"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(999)],
        help_text=_("1, 2, 3 …; the series decides how it is written."),
    )
    note_override = TextLine(
        _("note"),
        max_length=120,
        blank=True,
        help_text=_("Replaces the note (Còn nữa), (Tiếp theo) … that is made by itself."),
    )
    lead_photo = models.ForeignKey(
        Photo,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="led_articles",
        verbose_name=_("lead photo"),
    )
    lead_caption = Prose(
        _("its caption here"),
        blank=True,
        max_length=1000,
        help_text=_("Left empty, the caption of the library is printed."),
    )
    source = TextLine(
        _("source"),
        max_length=150,
        blank=True,
        help_text=_("Where the story comes from, when not from our own desk."),
    )
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.DRAFT, editable=False
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name=_("who has it"),
    )
    origin = models.ForeignKey(
        Masthead,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("origin paper"),
        help_text=_("Only for stories taken over from another paper's archive."),
    )
    legacy_address = models.CharField(
        _("old address"),
        max_length=300,
        blank=True,
        help_text=_("The path this story had on an earlier website."),
    )
    legacy_number = models.CharField(
        _("old number"),
        max_length=40,
        blank=True,
        db_default="",
        db_index=True,
        help_text=_("The number this story had on an earlier website, for patterns of addresses."),
    )
    import_key = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text=_("SHA-256 of the page this article was read from, so it is read once."),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="started_articles",
        verbose_name=_("started by"),
    )
    created_at = models.DateTimeField(_("started at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-changed_at", "-pk"]
        permissions = [
            ("publish_article", _("Can publish articles")),
            ("withdraw_article", _("Can withdraw published articles")),
            ("correct_article", _("Can publish corrections")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "part"],
                name="a_series_has_each_part_once",
                violation_error_message=_("This series has a part with this number already."),
            ),
            models.CheckConstraint(
                condition=models.Q(series__isnull=True, part__isnull=True)
                | models.Q(series__isnull=False, part__isnull=False),
                name="a_part_number_goes_with_a_series",
                violation_error_message=_("A series needs a part number, and a part a series."),
            ),
            models.UniqueConstraint(
                Lower("legacy_address"),
                condition=~models.Q(legacy_address=""),
                name="an_old_address_leads_to_one_story",
                violation_error_message=_("Another story has this old address."),
            ),
            models.UniqueConstraint(
                fields=["import_key"],
                condition=~models.Q(import_key=""),
                name="a_page_is_imported_once",
            ),
        ]
        indexes = [models.Index(fields=["status", "-changed_at"], name="articles_by_status")]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        """The public address, which redirects if what was published is called otherwise."""
        if self.section is None:
            return reverse("story", kwargs={"pk": self.pk})
        words = {"section": self.section.slug, "slug": story_slug(self.headline), "pk": self.pk}
        return reverse("article", kwargs=words)

    @property
    def is_live(self) -> bool:
        return self.status == self.Status.PUBLISHED

    @property
    def byline(self) -> str:
        """The byline as it will be printed. Reads the bylines: prefetch them."""
        return bylines.line(row.signed for row in self.bylines.all())


class Byline(models.Model):
    """One name an article is signed with. What is printed is kept here, not in the profile."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        Author, on_delete=models.PROTECT, related_name="bylines", verbose_name=_("author")
    )
    role = models.CharField(_("role"), max_length=15, choices=Role, default=Role.TEXT_AND_PHOTO)
    display_name = TextLine(
        _("printed as"), max_length=120, blank=True, help_text=_("Left empty, the author's name.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author", "role"],
                name="an_author_signs_once_in_each_role",
                violation_error_message=_("This author signs in this role already."),
            )
        ]

    def __str__(self) -> str:
        return bylines.line([self.signed])

    @property
    def signed(self) -> Signed:
        return Signed(self.role, self.display_name, self.author_id)


class ArticlePhoto(models.Model):
    """A photo that came with a story. Those not placed in the text are printed after it.

    A row without a photo keeps the words of a picture that has not arrived; it bars publishing.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="photos")
    photo = models.ForeignKey(
        Photo,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="uses",
        verbose_name=_("photo"),
    )
    caption = Prose(
        _("its caption here"),
        blank=True,
        max_length=1000,
        help_text=_("Left empty, the caption of the library is printed."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("photo of the story")
        verbose_name_plural = _("photos of the story")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "photo"],
                name="a_photo_comes_with_a_story_once",
                violation_error_message=_("This photo is in the list already."),
            ),
            models.CheckConstraint(
                condition=models.Q(photo__isnull=False) | ~models.Q(caption=""),
                name="a_missing_photo_has_at_least_words",
                violation_error_message=_("Choose a photo, or write the caption it will have."),
            ),
        ]

    def __str__(self) -> str:
        return self.caption or str(self.photo)


class Related(models.Model):
    """Another story that an editor put beside this one, for readers who want more."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="related")
    to = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="+", verbose_name=_("story")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("related story")
        verbose_name_plural = _("related stories")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "to"],
                name="a_story_is_related_once",
                violation_error_message=_("This story is in the list already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(article=models.F("to")),
                name="a_story_is_not_related_to_itself",
                violation_error_message=_("A story cannot be related to itself."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.to)
