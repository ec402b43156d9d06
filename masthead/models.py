"""Who the paper is: its identity by date, its offices, and who holds which post when."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from masthead.phones import numbers
from people.models import Person
from vietnamese.fields import Prose, TextLine


class MastheadQuerySet(models.QuerySet["Masthead"]):
    def on(self, day: date) -> "Masthead | None":
        """The masthead in force on a day. Two queries: the masthead and its offices."""
        in_force = self.filter(effective_from__lte=day).order_by("-effective_from")
        return in_force.prefetch_related("offices").first()


class Masthead(models.Model):
    """What the paper calls itself, and under what licence, from one day until the next version.

    Papers are renamed and merged; an old story's print view carries the masthead of its own day,
    so a version is never edited into the next: a new row is added.
    """

    name = TextLine(_("name"), max_length=150, help_text=_("Such as Báo Sông Mây."))
    product_name = TextLine(
        _("product name"), max_length=150, help_text=_("Such as Báo Sông Mây điện tử.")
    )
    nameplate = TextLine(
        _("nameplate"),
        max_length=60,
        blank=True,
        help_text=_("The words drawn large on the page. Left empty, the name is used."),
    )
    tagline = TextLine(_("line under the nameplate"), max_length=200, blank=True)
    governing_body = TextLine(_("governing body"), max_length=200, blank=True)
    governing_phrase = TextLine(
        _("printed phrase"),
        max_length=300,
        blank=True,
        help_text=_("How the governing body is named on every page: Cơ quan của …"),
    )
    domain = TextLine(_("domain"), max_length=100, blank=True)
    licence_number = TextLine(_("licence number"), max_length=80, blank=True)
    licence_on = models.DateField(_("licence date"), null=True, blank=True)
    licence_issuer = TextLine(_("licence issued by"), max_length=200, blank=True)
    copyright_line = TextLine(_("copyright line"), max_length=300, blank=True)
    effective_from = models.DateField(
        _("in force from"),
        unique=True,
        help_text=_("Stories of this day and later carry this version, until the next begins."),
    )

    objects = MastheadQuerySet.as_manager()

    class Meta:
        verbose_name = _("masthead version")
        verbose_name_plural = _("masthead versions")
        ordering = ["-effective_from"]

    def __str__(self) -> str:
        return f"{self.product_name} ({self.effective_from:%d/%m/%Y})"

    @property
    def plate(self) -> str:
        return self.nameplate or self.name


class Office(models.Model):
    """An address of the paper under one masthead version."""

    masthead = models.ForeignKey(Masthead, on_delete=models.CASCADE, related_name="offices")
    name = TextLine(_("name"), max_length=120, help_text=_("Tòa soạn, Văn phòng …"))
    address = TextLine(_("address"), max_length=250, blank=True)
    phone = TextLine(_("telephone"), max_length=120, blank=True)
    fax = TextLine(_("fax"), max_length=80, blank=True)
    email = TextLine(_("e-mail"), max_length=200, blank=True)
    hotline = TextLine(_("hotline"), max_length=120, blank=True)
    advertising = TextLine(_("advertising contact"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(
        _("order"), default=10, help_text=_("The lowest is the head office.")
    )

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def phones(self) -> list[tuple[str, str]]:
        return numbers(self.phone)

    @property
    def hotlines(self) -> list[tuple[str, str]]:
        return numbers(self.hotline)

    @property
    def emails(self) -> list[str]:
        return self.email.replace(",", " ").replace(";", " ").split()


class Position(models.Model):
    """A post in the paper, such as editor-in-chief; lists go by its rank."""

    title = TextLine(_("title"), max_length=120, help_text=_("As printed before the name."))
    department = TextLine(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_("The heading it stands under on the staff page. Left empty, the title."),
    )
    rank = models.PositiveSmallIntegerField(_("rank"), help_text=_("10 stands above 20."))
    in_footer = models.BooleanField(
        _("in the footer"), default=False, help_text=_("Named at the foot of every page.")
    )

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "department"],
                name="a_position_is_listed_once_under_its_heading",
                violation_error_message=_("This position is in the list already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.department})" if self.department else self.title

    @property
    def heading(self) -> str:
        return self.department or self.title


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def on(self, day: date) -> Self:
        """Appointments in force on a day, by rank, then order, then given name: one query."""
        began = self.filter(from_on__lte=day)
        return (
            began.filter(models.Q(until_on__isnull=True) | models.Q(until_on__gte=day))
            .select_related("person", "position")
            .order_by("position__rank", "order", "person__sort_key", "pk")
        )

    def of_editors_in_chief(self) -> Self:
        """Everyone who ever held the highest-ranked post, oldest first: one query."""
        highest = Position.objects.order_by("rank", "pk").values("rank")[:1]
        return (
            self.filter(position__rank=models.Subquery(highest))
            .select_related("person", "position")
            .order_by("from_on", "pk")
        )


class Appointment(models.Model):
    """A person in a post from one day until another, both days included."""

    class Qualifier(models.TextChoices):
        FULL = "", _("in full")
        ACTING = "acting", _("Acting")
        IN_CHARGE = "in_charge", _("In charge as")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, verbose_name=_("person"))
    position = models.ForeignKey(Position, on_delete=models.PROTECT, verbose_name=_("position"))
    qualifier = models.CharField(
        _("how held"), max_length=10, choices=Qualifier, default=Qualifier.FULL, blank=True
    )
    remit = TextLine(
        _("remit"), max_length=150, blank=True, help_text=_("A desk or a duty: Ban Kinh tế.")
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=10, help_text=_("Among people of the same rank, lowest first.")
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty: still."))
    note = Prose(_("note"), blank=True, help_text=_("Decision number and the like; not printed."))

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["position__rank", "order", "-from_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True)
                | models.Q(until_on__gte=models.F("from_on")),
                name="an_appointment_ends_after_it_begins",
                violation_error_message=_("An appointment cannot end before it begins."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.title}"

    @property
    def title(self) -> str:
        """The post as printed: Quyền Tổng Biên tập. The word before it is translated."""
        if self.qualifier == self.Qualifier.FULL:
            return self.position.title
        return f"{self.get_qualifier_display()} {self.position.title}"
