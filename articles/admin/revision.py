"""The record, to be read and never written."""

import json
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import Revision


@admin.register(Revision)
class RevisionAdmin(admin.ModelAdmin):
    list_display = ("number", "headline", "event", "by", "at", "note")
    list_select_related = ("article", "by")
    list_filter = ("event",)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("article__headline", "=article__id")
    ordering = ("-at", "-pk")
    fields = ("headline", "number", "event", "by", "at", "note", "everything")
    readonly_fields = fields
    actions = None

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("article__body")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    @admin.display(description=_("article"))
    def headline(self, revision: Revision) -> str:
        return format_html(
            '<a class="hed" href="{}">{}</a>',
            reverse("admin:articles_article_change", args=(revision.article_id,)),
            revision.article.headline,
        )

    @admin.display(description=_("content"))
    def everything(self, revision: Revision) -> str:
        content = json.dumps(revision.content, ensure_ascii=False, indent=2)
        return format_html('<pre class="record">{}</pre>', content)
