"""Small tables beside a section's stories."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.inlines import without_shortcuts
from articles.choices import SectionChoice
from fronts import tables
from fronts.models import Table
from vietnamese.normal import normalize


class TableForm(forms.ModelForm):
    class Meta:
        model = Table
        fields = ("section", "title", "unit", "rows", "note", "is_shown")
        widgets = {"rows": forms.Textarea(attrs={"rows": 10, "class": "vLargeTextField"})}

    def clean_rows(self) -> str:
        rows = normalize(self.cleaned_data["rows"]).strip()
        try:
            tables.parse(rows)
        except tables.UnreadableTable as unreadable:
            raise forms.ValidationError(unreadable.sentences) from unreadable
        return rows


@admin.register(Table)
class TableAdmin(admin.ModelAdmin):
    form = TableForm
    list_display = ("title", "section", "is_shown", "changed_at")
    list_select_related = ("section",)
    list_filter = ("is_shown",)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("title", "section__name")
    search_help_text = _("Title or section")
    ordering = ("section__order", "section", "title", "pk")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return without_shortcuts(super().formfield_for_dbfield(db_field, request, **kwargs))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["form_class"] = SectionChoice
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
