"""The record, to be read and never written."""

import json
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.records import RecordAdmin, headline_link
from articles.models import Revision


@admin.register(Revision)
class RevisionAdmin(RecordAdmin):
    list_display = ("number", "headline", "event", "by", "at", "note")
    list_select_related = ("article", "by")
    list_filter = ("event",)
    search_fields = ("article__headline", "=article__id")
    ordering = ("-at", "-pk")
    fields = ("headline", "number", "event", "by", "at", "note", "everything")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("article__body")

    @admin.display(description=_("article"))
    def headline(self, revision: Revision) -> str:
        return headline_link(revision.article)

    @admin.display(description=_("content"))
    def everything(self, revision: Revision) -> str:
        content = json.dumps(revision.content, ensure_ascii=False, indent=2)
        return format_html('<pre class="record">{}</pre>', content)
