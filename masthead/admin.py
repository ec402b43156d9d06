"""Where the business office keeps the masthead."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from masthead.models import Appointment, Masthead, Office, Position


class OfficeInline(admin.StackedInline):
    model = Office
    extra = 0
    fields = (
        ("name", "order"), "address", ("phone", "fax"), ("email", "hotline"), "advertising",
    )  # fmt: skip


@admin.register(Masthead)
class MastheadAdmin(admin.ModelAdmin):
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "effective_from",
                    "name",
                    "product_name",
                    "nameplate",
                    "tagline",
                    "domain",
                ),
                "description": _(
                    "A new name, licence or address is a new version with its own date. "
                    "“Save as new” takes this one, offices and all, as its beginning."
                ),
            },
        ),
        (_("Governing body"), {"fields": ("governing_body", "governing_phrase")}),
        (_("Licence"), {"fields": ("licence_number", "licence_on", "licence_issuer")}),
        (_("At the foot"), {"fields": ("copyright_line",)}),
    )
    show_facets = admin.ShowFacets.NEVER
    list_display = ("product_name", "effective_from", "licence_number", "state")
    search_fields = ("name", "product_name")
    inlines = [OfficeInline]
    save_as = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Masthead]:
        """Each version with the day from which the one in force is in force."""
        begun = Masthead.objects.filter(effective_from__lte=timezone.localdate())
        newest = begun.order_by("-effective_from").values("effective_from")[:1]
        return super().get_queryset(request).annotate(in_force_from=Subquery(newest))

    @admin.display(description=_("state"))
    def state(self, masthead: Masthead) -> Any:
        newest = masthead.in_force_from  # type: ignore[attr-defined]
        if newest is None or masthead.effective_from > newest:
            return _("to come")
        return _("in force") if masthead.effective_from == newest else _("earlier")


@admin.register(Position)
class PositionAdmin(admin.ModelAdmin):
    show_facets = admin.ShowFacets.NEVER
    list_display = ("title", "department", "rank", "in_footer")
    list_editable = ("rank", "in_footer")
    search_fields = ("title", "department")
    ordering = ("rank", "pk")


class InForceFilter(admin.SimpleListFilter):
    title = _("in force")
    parameter_name = "in_force"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        return [("today", _("today")), ("past", _("ended"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:  # noqa: ARG002
        today = timezone.localdate()
        if self.value() == "today":
            return queryset.on(today)
        if self.value() == "past":
            return queryset.filter(until_on__lt=today)
        return queryset


@admin.register(Appointment)
class AppointmentAdmin(admin.ModelAdmin):
    fieldsets = (
        (None, {"fields": ("person", "position", "qualifier", "remit", "order")}),
        (_("Dates"), {"fields": (("from_on", "until_on"),)}),
        (_("For the office"), {"fields": ("note",)}),
    )
    show_facets = admin.ShowFacets.NEVER
    list_display = ("person", "printed_title", "remit", "from_on", "until_on")
    list_select_related = ("person", "position")
    list_filter = (InForceFilter, "position")
    search_fields = (
        "person__given",
        "person__family",
        "person__middle",
        "remit",
        "position__title",
    )
    autocomplete_fields = ("person", "position")
    date_hierarchy = None

    @admin.display(description=_("position"), ordering="position__rank")
    def printed_title(self, appointment: Appointment) -> str:
        return appointment.title
