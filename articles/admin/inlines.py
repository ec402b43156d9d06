"""The rows that belong to an article: who signs it, which photos came with it, what is related."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.choices import KeyChoice, KnownChoice
from articles.forms import ArticlePhotoForm, BylineForm, DeskForm, RowFormSet
from articles.models import Article, ArticlePhoto, Byline, Related


def without_shortcuts(field: Any, *, keep_add: bool = False) -> Any:
    """Drop the icons beside a choice that lead to other pages: the column is narrow."""
    widget: Any = getattr(field, "widget", None)
    if hasattr(widget, "can_change_related"):
        widget.can_add_related = widget.can_add_related and keep_add
        widget.can_change_related = widget.can_delete_related = widget.can_view_related = False
    return field


class RowInline(admin.TabularInline):
    """Rows whose choices are loaded with them; who may write the article may write them."""

    formset = RowFormSet
    known_field = ""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return request.user.has_perm("articles.view_article")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        right = "articles.change_article" if obj else "articles.add_article"
        return request.user.has_perm(right)

    has_add_permission = has_delete_permission = has_change_permission

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related(self.known_field)

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return without_shortcuts(field, keep_add=True)

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == self.known_field:
            kwargs["widget"] = KnownChoice(db_field, self.admin_site, using=kwargs.get("using"))
            kwargs["form_class"] = KeyChoice
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class BylineInline(RowInline):
    model = Byline
    form = BylineForm
    known_field = "author"
    autocomplete_fields = ("author",)
    fields = ("author", "role", "display_name")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:  # noqa: ARG002
        return 0 if obj else 1


class PhotoInline(RowInline):
    model = ArticlePhoto
    form = ArticlePhotoForm
    known_field = "photo"
    autocomplete_fields = ("photo",)
    fields = ("picture", "photo", "caption")
    readonly_fields = ("picture",)
    extra = 0

    @admin.display(description="")
    def picture(self, row: ArticlePhoto) -> str:
        photo = row.photo
        if photo is None:
            return mark_safe('<img class="thumb" alt="" hidden>')
        return format_html('<img class="thumb" src="{}" alt="{}">', photo.thumbnail_url, photo.alt)


class RelatedForm(DeskForm):
    known_fields = ("to",)

    class Meta:
        model = Related
        fields = ("to",)

    def clean_to(self) -> Article:
        """Django leaves constraints out that name the article whose rows these are."""
        to: Article = self.cleaned_data["to"]
        if to.pk == self.instance.article_id:
            raise ValidationError(_("A story cannot be related to itself."))
        return to


class RelatedInline(RowInline):
    """Stories put beside this one by hand; readers are shown those that are published."""

    model = Related
    form = RelatedForm
    fk_name = "article"
    known_field = "to"
    autocomplete_fields = ("to",)
    fields = ("to",)
    extra = 0

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).only("article", "order", "to__headline")

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Without the icon that begins a new article: what is related has been written."""
        return without_shortcuts(super().formfield_for_dbfield(db_field, request, **kwargs))
