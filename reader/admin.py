"""What editors can set for readers' pages."""

from typing import Any
from urllib.parse import unquote

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reader import own_addresses, patterns
from reader.models import Equivalent, OldAddress, OldPattern
from vietnamese.normal import normalize


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


class OldAddressForm(forms.ModelForm):
    def clean_path(self) -> str:
        """In lower case, as old addresses are looked for; none that this site answers itself."""
        # Addresses arrive decoded: one copied as /tin%20t%E1%BB%A9c.htm is kept as it reads.
        path = normalize(unquote(_path(self.cleaned_data["path"]))).lower()
        if len(path) < 2:
            raise ValidationError(gettext("Write the path it had, such as /rss/home.htm."))
        if own_addresses.is_taken(path):
            sentence = gettext("“%(path)s” is a page of this site: readers would never be led on.")
            raise ValidationError(sentence % {"path": path})
        return path

    def clean_leads_to(self) -> str:
        path = _path(self.cleaned_data["leads_to"])
        for form in (path, f"{path}/"):
            bare = form.partition("?")[0]
            if own_addresses.is_for_readers(bare) and own_addresses.is_there(bare):
                return form
        sentence = gettext("There is no page at “%(path)s”. Copy the address from the page itself.")
        raise ValidationError(sentence % {"path": path})


def _path(typed: str) -> str:
    """A path of this site, from an address with or without the site's name before it."""
    typed = typed.strip().removeprefix(settings.SITE_URL)
    if not typed.startswith("/") or typed.startswith(("//", "/\\")):
        raise ValidationError(gettext("Write a path that begins with one /."))
    return typed.partition("#")[0]


@admin.register(OldAddress)
class OldAddressAdmin(admin.ModelAdmin):
    form = OldAddressForm
    fieldsets = (
        (
            None,
            {
                "fields": ("path", "leads_to"),
                "description": _(
                    "Whoever opens the old address is led to the page at once, also without the "
                    "last slash and whatever letters are capitals. The old address of a story is "
                    "written on the story itself, under “From an archive”."
                ),
            },
        ),
    )
    show_facets = admin.ShowFacets.NEVER
    list_display = ("path", "page")
    search_fields = ("path", "leads_to")
    search_help_text = _("A part of either address")
    ordering = ("path",)

    @admin.display(description=_("leads to"), ordering="leads_to")
    def page(self, row: OldAddress) -> str:
        return format_html('<a href="{}">{}</a>', row.leads_to, row.leads_to)


class OldPatternForm(forms.ModelForm):
    def clean_pattern(self) -> str:
        """In lower case; none that the addresses of this site's own pages fit."""
        pattern = self.cleaned_data["pattern"].lower()
        sentences: list[Any] = patterns.faults(pattern)
        if not sentences and _is_of_ours(pattern):
            sentences = [gettext("Addresses of this site look like this themselves.")]
        if sentences:
            raise ValidationError(sentences)
        return pattern


def _is_of_ours(pattern: str) -> bool:
    """Whether the pattern covers pages of the site, or every story of one of its sections."""
    first = pattern.strip("/").partition("/")[0]
    if "*" in first or patterns.NUMBER in first:
        return own_addresses.is_shape_of_ours(pattern.replace("*", "x").replace("{number}", "1"))
    return own_addresses.is_taken(f"/{first}/")


@admin.register(OldPattern)
class OldPatternAdmin(admin.ModelAdmin):
    form = OldPatternForm
    fieldsets = (
        (
            None,
            {
                "fields": ("pattern", "order"),
                "description": _(
                    "For a whole archive: the number in the old address finds the story that has "
                    "it as its old number, under “From an archive”. A story's own old address and "
                    "the old addresses entered one by one come first."
                ),
            },
        ),
    )
    show_facets = admin.ShowFacets.NEVER
    list_display = ("pattern", "order")
    list_editable = ("order",)
    search_fields = ("pattern",)
    ordering = ("order", "pk")
