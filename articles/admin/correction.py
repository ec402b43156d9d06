"""Every correction the paper made, to be read and never written: one more is made at its story."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.models import Correction

_LETTERS = 120


@admin.register(Correction)
class CorrectionAdmin(admin.ModelAdmin):
    list_display = ("right_words", "kind", "story", "made_by", "made_at", "pinned_until")
    list_select_related = ("article", "made_by")
    list_filter = ("kind",)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("article__headline", "wrong", "right", "basis", "=article__id")
    ordering = ("-made_at", "-pk")
    fields = (
        "story", "kind", "wrong", "right", "apology", "basis", "made_by", "made_at", "pinned_until",
    )  # fmt: skip
    readonly_fields = fields
    actions = None

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Correction]:
        return super().get_queryset(request).defer("article__body", "article__standfirst")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    @admin.display(description=_("what is right"))
    def right_words(self, correction: Correction) -> str:
        return Truncator(correction.right).chars(_LETTERS)

    @admin.display(description=_("article"))
    def story(self, correction: Correction) -> str:
        return format_html(
            '<a class="hed" href="{}">{}</a>',
            reverse("admin:articles_article_change", args=(correction.article_id,)),
            correction.article.headline,
        )
