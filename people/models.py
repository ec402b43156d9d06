"""Logins, the persons behind the bylines, and the names they sign with."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vietnamese.fields import NameSortKeyField, Prose, TextLine, VietnameseSlugField
from vietnamese.names import name_sort_key, sort_key, split_name


class User(AbstractUser):
    """A login. Who somebody is in the paper stands in Person; what they may do, in groups."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = TextLine(_("name"), max_length=150, blank=True, help_text=_("As colleagues know them."))

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="no_two_users_share_an_email",
                violation_error_message=_("Another user has this e-mail address."),
            ),
            # Who types their name in capitals must still be one user.
            models.UniqueConstraint(
                Lower("username"),
                name="no_two_users_share_a_name_but_for_capitals",
                violation_error_message=_("Another user has this name; capitals do not count."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return split_name(str(self)).given


class Person(models.Model):
    """Somebody who works for the paper. Private: readers meet authors and officers only."""

    family = TextLine(_("family name"), max_length=50, blank=True)
    middle = TextLine(_("middle name"), max_length=80, blank=True)
    given = TextLine(_("given name"), max_length=50)
    sort_key = NameSortKeyField(populate_from="own_sort_key")
    email = models.EmailField(_("e-mail"), blank=True)
    phone = TextLine(_("telephone"), max_length=40, blank=True)
    note = Prose(_("note"), blank=True, help_text=_("Seen by the office only, never printed."))
    user = models.OneToOneField(
        User,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("login"),
        help_text=_("The login this person uses, if they have one."),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return " ".join(part for part in (self.family, self.middle, self.given) if part)

    @property
    def own_sort_key(self) -> str:
        return name_sort_key(self.family, self.middle, self.given)


class AuthorQuerySet(models.QuerySet["Author"]):
    def in_name_order(self) -> "AuthorQuerySet":
        return self.order_by("sort_key", "pk")


class Author(models.Model):
    """A public name in a byline: a real name, a pen name, a house name or an agency."""

    class Kind(models.TextChoices):
        PERSON = "person", _("a person's name or pen name")
        HOUSE = "house", _("a house name, shared by several")
        AGENCY = "agency", _("an agency or another paper")

    name = TextLine(_("name"), max_length=120, unique=True, help_text=_("As it is printed."))
    slug = VietnameseSlugField(
        _("slug"),
        populate_from="name",
        blank=True,
        help_text=_("Part of the author page's address. Left empty, it is made from the name."),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PERSON)
    sort_key = NameSortKeyField(populate_from="own_sort_key")
    role_line = TextLine(
        _("desk"),
        max_length=120,
        blank=True,
        help_text=_("Printed under the name, such as a desk."),
    )
    bio = Prose(_("about"), blank=True, help_text=_("Two or three sentences for the author page."))
    email = models.EmailField(
        _("public e-mail"), blank=True, help_text=_("Printed on the author page.")
    )
    persons = models.ManyToManyField(
        Person,
        blank=True,
        verbose_name=_("persons behind the name"),
        help_text=_("Never printed. Pay and rights go by the person, not by the pen name."),
    )

    objects = AuthorQuerySet.as_manager()

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("author", kwargs={"slug": self.slug, "pk": self.pk})

    @property
    def own_sort_key(self) -> str:
        if self.kind == self.Kind.PERSON:
            return name_sort_key(*split_name(self.name))
        return sort_key(self.name)
