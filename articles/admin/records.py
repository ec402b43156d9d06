"""What was written once: the desk reads it here and writes it by its acts alone."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from articles.models import Article


class RecordAdmin(admin.ModelAdmin):
    """A list and a page of rows that nobody adds, changes or deletes. Rows have an `article`."""

    list_per_page = 50
    show_full_result_count = False
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False


def headline_link(article: Article) -> str:
    """The headline, leading to the story's screen."""
    url = reverse("admin:articles_article_change", args=(article.pk,))
    return format_html('<a class="hed" href="{}">{}</a>', url, article.headline)
