"""What articles are filed under: sections, series, topics."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin import screen
from articles.forms import TREE_ORDER
from articles.models import Section, Series, Topic

# Gives the slugs Python gives: Django's own loses the đ of Đường.
_SLUGS = ("vietnamese/urlify.js",)


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin):
    list_display = ("mark", "slug", "parent", "order", "description")
    list_display_links = ("mark",)
    list_select_related = ("parent",)
    search_fields = ("name", "slug")
    search_help_text = _("Name or address")
    prepopulated_fields = {"slug": ("name",)}
    readonly_fields = ("former_addresses",)
    fields = ("name", "slug", "former_addresses", "parent", "order", "hue", "kind", "description")

    class Media:
        js = _SLUGS

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_fields(request, obj)
        return fields if obj else [name for name in fields if name != "former_addresses"]

    def get_ordering(self, request: HttpRequest) -> Any:  # noqa: ARG002
        return TREE_ORDER

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "parent":
            kwargs["queryset"] = Section.objects.filter(parent=None).in_order()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("earlier addresses"), empty_value="—")
    def former_addresses(self, section: Section) -> str:
        slugs = section.former_slugs.order_by("slug").values_list("slug", flat=True)
        return ", ".join(f"/{slug}/" for slug in slugs)

    @admin.display(description=_("name"), ordering="name")
    def mark(self, section: Section) -> str:
        inset = "\u2003" if section.parent_id else ""
        return format_html(
            '{}<span class="sec" data-hue="{}">{}</span>', inset, section.hue, section.name
        )


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ("name", "slug", "intro")
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    fields = ("name", "slug", "intro")

    class Media:
        js = _SLUGS


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    list_display = ("title", "label_style", "part_count", "is_complete")
    list_filter = ("is_complete",)
    search_fields = ("title", "slug")
    ordering = ("-pk",)
    prepopulated_fields = {"slug": ("title",)}
    readonly_fields = ("parts",)
    fields = (
        "title",
        "slug",
        "intro",
        "label_style",
        "labels_last_as_final",
        "is_complete",
        "parts",
    )

    class Media:
        js = _SLUGS

    def get_queryset(self, request: HttpRequest) -> QuerySet[Series]:
        return super().get_queryset(request).annotate(article_count=Count("articles"))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_fields(request, obj)
        return fields if obj else [name for name in fields if name != "parts"]

    @admin.display(description=_("parts"), ordering="article_count")
    def part_count(self, series: Series) -> int:
        return series.article_count  # type: ignore[attr-defined]

    @admin.display(description=_("parts"))
    def parts(self, series: Series) -> str:
        return render_to_string(
            "admin/parts/_series_parts.html", {"parts": screen.series_parts(series)}
        )
