"""What editors can set for readers' pages."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from reader.models import Equivalent


@admin.register(Equivalent)
class EquivalentAdmin(admin.ModelAdmin):
    fieldsets = (
        (
            None,
            {
                "fields": ("spellings", "note"),
                "description": _(
                    "Readers who search for one of these find the others too, from the next "
                    "search on. Spellings with i or y (bác sĩ, bác sỹ), numbers (12500, 12.500) "
                    "and Kỳ II or Kỳ 2 need no row."
                ),
            },
        ),
    )
    show_facets = admin.ShowFacets.NEVER
    list_display = ("spellings", "note")
    search_fields = ("spellings", "note")
    ordering = ("spellings", "pk")
