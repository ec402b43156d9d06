"""Every correction the paper made, to be read and never written: one more is made at its story."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.admin.records import RecordAdmin, headline_link
from articles.models import Correction

_LETTERS = 120


@admin.register(Correction)
class CorrectionAdmin(RecordAdmin):
    list_display = ("right_words", "kind", "story", "made_by", "made_at", "pinned_until")
    list_select_related = ("article", "made_by")
    list_filter = ("kind",)
    search_fields = ("article__headline", "wrong", "right", "basis", "=article__id")
    ordering = ("-made_at", "-pk")
    fields = (
        "story", "kind", "wrong", "right", "apology", "basis", "made_by", "made_at", "pinned_until",
    )  # fmt: skip
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Correction]:
        return super().get_queryset(request).defer("article__body", "article__standfirst")

    @admin.display(description=_("what is right"))
    def right_words(self, correction: Correction) -> str:
        return Truncator(correction.right).chars(_LETTERS)

    @admin.display(description=_("article"))
    def story(self, correction: Correction) -> str:
        return headline_link(correction.article)
