"""The line across the top of every page."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.inlines import without_shortcuts
from articles.choices import KeyChoice, KnownChoice
from fronts.models import Breaking

_STANDS = timedelta(hours=2)


class BreakingForm(forms.ModelForm):
    class Meta:
        model = Breaking
        fields = ("text", "article", "shown_from", "shown_until")
        widgets = {
            "text": forms.TextInput(attrs={"class": "vTextField", "data-letters": "200"}),
        }
        help_texts = {
            "text": gettext_lazy("One sentence. A telephone shows about 90 letters on two lines."),
            "shown_until": gettext_lazy("Then the line goes by itself."),
        }


@admin.register(Breaking)
class BreakingAdmin(admin.ModelAdmin):
    form = BreakingForm
    list_display = ("line", "state", "shown_from", "shown_until", "letters", "made_by")
    list_display_links = ("line",)
    list_select_related = ("made_by",)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("text",)
    search_help_text = gettext_lazy("Words of the text")
    ordering = ("-shown_from", "-pk")
    autocomplete_fields = ("article",)

    class Media:
        js = ("fronts/letters.js",)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """The address may bring a text and a story; the times are ours, which it could misspell."""
        now = timezone.now().replace(second=0, microsecond=0)
        given: Any = super().get_changeform_initial_data(request)
        return {**given, "shown_from": now, "shown_until": now + _STANDS}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return without_shortcuts(super().formfield_for_dbfield(db_field, request, **kwargs))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["form_class"] = KeyChoice
        kwargs["widget"] = KnownChoice(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Breaking, form: Any, change: bool) -> None:  # noqa: FBT001
        if not change:
            obj.made_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)
        if obj.article and not obj.article.is_live:
            said = _("The story is not published: the line stands without its link until it is.")
            messages.warning(request, said)

    @admin.display(description=gettext_lazy("text"), ordering="text")
    def line(self, breaking: Breaking) -> str:
        return format_html('<span class="hed">{}</span>', breaking.text)

    @admin.display(description=gettext_lazy("state"))
    def state(self, breaking: Breaking) -> Any:
        now = timezone.now()
        if breaking.shown_until <= now:
            return format_html('<span class="quiet">{}</span>', _("over"))
        if breaking.shown_from > now:
            return _("not yet")
        return format_html('<strong class="late">{}</strong>', _("before readers now"))

    @admin.display(description=gettext_lazy("letters"))
    def letters(self, breaking: Breaking) -> int:
        return len(breaking.text)
