"""The photo library as the desk sees it."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from photos import library
from photos.forms import PhotoForm
from photos.gate import PhotoRefused
from photos.models import Photo


class MissingWordsFilter(admin.SimpleListFilter):
    title = _("still missing")
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        return [("caption", _("caption")), ("alt", _("alt text")), ("credit", _("credit"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Photo]) -> QuerySet[Photo]:  # noqa: ARG002
        match self.value():
            case "caption":
                return queryset.filter(caption="")
            case "alt":
                return queryset.filter(alt="")
            case "credit":
                return queryset.filter(Q(credit="") & Q(photographer=None) & Q(source=""))
        return queryset


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin):
    form = PhotoForm
    list_display = ("thumbnail", "caption_line", "credited", "place", "status", "uploaded_at")
    list_display_links = ("thumbnail", "caption_line")
    list_select_related = ("photographer",)
    list_filter = ("status", MissingWordsFilter, "uploaded_at")
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("caption", "alt", "credit", "keywords", "place", "photographer__name")
    autocomplete_fields = ("photographer", "portrait_of")
    readonly_fields = ("preview", "facts", "used_in")
    ordering = ("-pk",)

    def get_fieldsets(self, request: HttpRequest, obj: Photo | None = None) -> Any:  # noqa: ARG002
        shown = ("preview", "facts", "used_in") if obj else ("file",)
        return (
            (None, {"fields": shown}),
            (
                _("Words"),
                {"fields": ("caption", "alt", ("photographer", "credit"), "source")},
            ),
            (_("Rights"), {"fields": ("status", "licence", "usage_terms")}),
            (
                _("More"),
                {
                    "classes": ("collapse",),
                    "fields": (
                        ("place", "taken_at"), "keywords", "portrait_of",
                    ),
                },
            ),
        )  # fmt: skip

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Pass the gate before Django opens the transaction, which on SQLite shuts others out."""
        upload = request.FILES.get("file") if self.has_add_permission(request) else None
        if request.method == "POST" and upload is not None:
            try:
                prepared: Any = library.prepare(upload.read(), name=upload.name or "")
            except PhotoRefused as refusal:
                prepared = refusal
            request.picture_prepared = prepared  # type: ignore[attr-defined]
        return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        prepared = getattr(request, "picture_prepared", None)
        return type(form.__name__, (form,), {"prepared": prepared}) if prepared else form

    def save_model(self, request: HttpRequest, obj: Photo, form: Any, change: bool) -> None:  # noqa: FBT001
        """A new picture goes through the library, which makes its row."""
        if change:
            super().save_model(request, obj, form, change)
            return
        words = {name: form.cleaned_data[name] for name in PhotoForm.Meta.fields}
        if words["taken_at"] is None:
            del words["taken_at"]
        made = library.keep(form.cleaned_data["file"], by=request.user, words=words)  # type: ignore[arg-type]
        obj.pk = made.pk
        obj.refresh_from_db()

    def has_delete_permission(self, request: HttpRequest, obj: Photo | None = None) -> bool:  # noqa: ARG002
        """Nobody: revisions name their photos for ever. A wrong picture is withdrawn."""
        return False

    @admin.display(description=_("picture"))
    def thumbnail(self, photo: Photo) -> SafeString:
        return format_html(
            '<img class="thumb" src="{}" alt="{}" loading="lazy">', photo.thumbnail_url, photo.alt
        )

    @admin.display(description=_("picture"))
    def preview(self, photo: Photo) -> SafeString:
        return format_html('<img class="preview" src="{}" alt="{}">', photo.largest_url, photo.alt)

    @admin.display(description=_("file"))
    def facts(self, photo: Photo) -> str:
        at = timezone.localtime(photo.uploaded_at)
        return f"{photo.width} × {photo.height} px, {at:%H:%M, %d/%m/%Y}"

    @admin.display(description=_("caption"), ordering="caption")
    def caption_line(self, photo: Photo) -> Any:
        return photo.caption or _("no caption")

    @admin.display(description=_("credit"), ordering="credit")
    def credited(self, photo: Photo) -> Any:
        return photo.credit_line or _("no credit")

    @admin.display(description=_("used in"))
    def used_in(self, photo: Photo) -> Any:
        titles = [str(article) for article in photo.led_articles.all()]
        titles += [str(use.article) for use in photo.uses.select_related("article")]
        return "; ".join(dict.fromkeys(titles)) or _("nothing yet")
