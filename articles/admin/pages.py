"""Pages about the paper: what they are called, what they say, whether readers see them."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import AboutPage


@admin.register(AboutPage)
class AboutPageAdmin(admin.ModelAdmin):
    """The writing screen's editor and library, and nothing else of that screen."""

    fieldsets = (
        (None, {"fields": ("title", "slug", "summary")}),
        (_("Text"), {"fields": ("body",)}),
        (_("On the site"), {"fields": ("is_shown", "order")}),
    )
    list_display = ("title", "slug", "is_shown", "order", "changed_at")
    list_filter = ("is_shown",)
    search_fields = ("title", "slug", "summary")
    search_help_text = _("Title or address")
    ordering = ("order", "pk")
    prepopulated_fields = {"slug": ("title",)}

    class Media:
        js = ("vietnamese/urlify.js",)

    def view_on_site(self, obj: AboutPage) -> str | None:
        """The page itself, once readers see it."""
        return obj.get_absolute_url() if obj.is_shown else None

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        context["screen_data"] = {
            "photosUrl": reverse("admin:articles_article_photos"),
            "addPhotoUrl": reverse("admin:articles_article_add_photo"),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: AboutPage, form: Any, change: bool) -> None:  # noqa: FBT001
        super().save_model(request, obj, form, change)
        removed = form.fields["body"].removed
        if removed:
            sentence = gettext("Taken out of the text, because it cannot be printed: %(things)s.")
            messages.warning(request, sentence % {"things": "; ".join(removed)})
