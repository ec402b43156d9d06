"""The list of articles: where each story is, who has it, and how to narrow the list down."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.choices import is_key
from articles.models import Article, Event, Revision, Section, Series
from articles.templatetags.desk import initials
from people.models import User

_SERIES_SHOWN = 20
_NOTHING = format_html('<span class="quiet">{}</span>', "–")


class ArticleList(ChangeList):
    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        """What the rows show, whatever their number: their texts stay in the database."""
        standing = Article.objects.exclude(status=Article.Status.WITHDRAWN).order_by()
        parts = standing.filter(series=OuterRef("series")).values("series")
        newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
        found: Any = super().get_queryset(request, exclude_parameters)
        return (
            found.for_desk()
            .defer("body", "standfirst", "lead_caption")
            .annotate(
                latest_event=Subquery(newest.values("event")[:1]),
                latest_part=Subquery(parts.values(latest=Max("part"))),
            )
        )


class ChosenFilter(admin.SimpleListFilter):
    """A filter that takes one of the choices it offers and nothing else."""

    template = "admin/parts/_filter.html"

    def chosen(self) -> str | None:
        offered = {str(key) for key, _label in self.lookup_choices}
        value = self.value()
        return value if value in offered else None


class SectionFilter(ChosenFilter):
    title = _("section")
    parameter_name = "in"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        self.sections = {str(one.pk): one for one in Section.objects.in_tree_order()}
        return [(key, one.name) for key, one in self.sections.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:  # noqa: ARG002
        if (section := self.chosen()) is None:
            return queryset
        return queryset.filter(Q(section=int(section)) | Q(section__parent=int(section)))

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        hues = [None, *(one.hue for one in self.sections.values())]
        for choice, hue in zip(super().choices(changelist), hues, strict=True):
            yield {**choice, "hue": hue}


class SeriesFilter(ChosenFilter):
    """The series that still grow; an ended one is found from its own page."""

    title = _("series")
    parameter_name = "of"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        asked = request.GET.get(self.parameter_name, "")
        wanted = Q(is_complete=False) | Q(pk=asked) if is_key(asked) else Q(is_complete=False)
        found = Series.objects.filter(wanted).order_by("is_complete", "-pk")
        return [(str(one.pk), one.title) for one in found[:_SERIES_SHOWN]]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:  # noqa: ARG002
        series = self.chosen()
        return queryset.filter(series=int(series)) if series else queryset


class HolderFilter(ChosenFilter):
    title = _("who has it")
    parameter_name = "assignee"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        busy = (
            User.objects.filter(assignments__isnull=False).distinct().order_by("name", "username")
        )
        others = ((str(one.pk), str(one)) for one in busy if one != request.user)
        return [("me", _("me")), ("nobody", _("nobody")), *others]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        match self.chosen():
            case None:
                return queryset
            case "me":
                return queryset.lying_with(request.user)  # type: ignore[attr-defined]
            case "nobody":
                return queryset.filter(assignee=None)
            case user:
                return queryset.filter(assignee=int(user))


class Listing(admin.ModelAdmin):
    """The columns. They format what the rows brought along; none of them asks the database."""

    list_display = (
        "status_chip",
        "headline_line",
        "section_mark",
        "series_part",
        "holder",
        "changed",
        "published",
    )
    list_display_links = None
    list_filter = (SectionFilter, SeriesFilter, HolderFilter)
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("headline", "kicker", "standfirst", "bylines__display_name", "=id")
    search_help_text = _("Headline, kicker, standfirst, byline or number")
    ordering = ("-changed_at", "-pk")
    actions = None

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:  # noqa: ARG002
        return ArticleList

    @admin.display(description=_("status"), ordering="status")
    def status_chip(self, article: Article) -> str:
        return render_to_string("admin/parts/_status.html", {"article": article})

    @admin.display(description=_("headline"), ordering="headline")
    def headline_line(self, article: Article) -> str:
        line = format_html(
            '<a class="hed" href="{}">{}</a><span class="sub">{}</span>',
            reverse("admin:articles_article_change", args=(article.pk,)),
            article.headline,
            article.byline or _("no byline yet"),
        )
        if article.is_live and article.latest_event == Event.SAVED:  # type: ignore[attr-defined]
            return format_html(
                '{}<span class="sub late">{}</span>', line, _("has changes not yet published")
            )
        return line

    @admin.display(description=_("section"), ordering="section__name")
    def section_mark(self, article: Article) -> str:
        if article.section is None:
            return _NOTHING
        return format_html(
            '<span class="sec" data-hue="{}">{}</span>', article.section.hue, article.section
        )

    @admin.display(description=_("series"), ordering=("series__title"))
    def series_part(self, article: Article) -> str:
        if article.series is None or article.part is None:
            return _NOTHING
        latest: int = article.latest_part or 0  # type: ignore[attr-defined]
        label = article.series.part_label(article.part, last=latest)
        return format_html("{} · {}", article.series, label)

    @admin.display(description=_("who has it"), ordering="assignee__name")
    def holder(self, article: Article) -> str:
        if article.assignee is None:
            return format_html('<span class="quiet">{}</span>', _("nobody yet"))
        return format_html(
            '<span class="row"><span class="av" aria-hidden="true">{}</span>{}</span>',
            initials(article.assignee),
            article.assignee.get_short_name(),
        )

    @admin.display(description=_("changed"), ordering="changed_at")
    def changed(self, article: Article) -> str:
        return render_to_string("admin/parts/_time.html", {"at": article.changed_at})

    @admin.display(description=_("published"), ordering="published_at")
    def published(self, article: Article) -> str:
        if article.published_at is None:
            return _NOTHING
        return render_to_string("admin/parts/_time.html", {"at": article.published_at})
