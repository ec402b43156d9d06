"""The writing screen."""

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.db import models
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles import discarding, revisions
from articles.admin import acts, endpoints, screen
from articles.admin.inlines import BylineInline, PhotoInline, RelatedInline, without_shortcuts
from articles.admin.listing import Listing
from articles.choices import KeyChoice, KeyChoices, KnownChoice, SectionChoice, TopicSelect, is_key
from articles.forms import ArticleForm
from articles.models import Article, Revision
from articles.workflow import Refused
from people.models import User

# The parts of the screen, in the order of the fieldsets.
_SHEETS = ("paper", "filing", "series", "lead", "holder", "archive")
# What a form may write. The status and the time of publication belong to articles.publishing: a
# save that began before somebody published must not put them back.
_WRITTEN = [
    *(
        field.name
        for field in Article._meta.concrete_fields
        if field.editable and not field.primary_key
    ),
    "changed_at",
]
_KNOWN = ("series", "lead_photo")


@admin.register(Article)
class ArticleAdmin(Listing):
    form = ArticleForm
    fieldsets = (
        (None, {"fields": ("kicker", "headline", "subhead", "standfirst", "body")}),
        (_("Filed under"), {"fields": ("section", "topics")}),
        (_("Series"), {"fields": ("series", "part", "note_override")}),
        (_("Lead photo"), {"fields": ("lead_photo", "lead_caption")}),
        (_("At the desk"), {"fields": ("assignee", "source")}),
        (
            _("From an archive"),
            {"classes": ("collapse",), "fields": ("origin", "legacy_address", "legacy_number")},
        ),
    )
    autocomplete_fields = ("topics", "series", "lead_photo")
    inlines = (BylineInline, PhotoInline, RelatedInline)
    list_select_related = ("section", "series", "assignee")
    view_on_site = False
    delete_confirmation_template = "admin/articles/article/delete_confirmation.html"

    # --- Where the requests go ---------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        """The screen's own addresses come first: Django's last one takes any path."""
        guarded = self.admin_site.admin_view
        return [
            path("photos/", guarded(endpoints.photos), name="articles_article_photos"),
            path("photos/add/", guarded(endpoints.add_photo), name="articles_article_add_photo"),
            path("series/<int:pk>/", guarded(endpoints.series), name="articles_article_series"),
            *(
                path(
                    f"<int:pk>/{action}/",
                    guarded(partial(acts.reason_view, self, action=action)),
                    name=f"articles_article_{action}",
                )
                for action in ("withdraw", "reinstate")
            ),
            path(
                "<int:pk>/correct/",
                guarded(partial(acts.correct_view, self)),
                name="articles_article_correct",
            ),
            *super().get_urls(),
        ]

    # --- The form ----------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Article]:
        return super().get_queryset(request).select_related(*_KNOWN, "section", "created_by")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"assignee": request.user.pk, **super().get_changeform_initial_data(request)}

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return without_shortcuts(field, keep_add=db_field.name in {*_KNOWN, "topics"})

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs["form_class"] = KeyChoice
        if db_field.name == "section":
            kwargs["form_class"] = SectionChoice
        elif db_field.name == "assignee":
            staff = User.objects.filter(is_staff=True, is_active=True)
            kwargs["queryset"] = staff.order_by("name", "username")
        elif db_field.name in _KNOWN:
            kwargs["widget"] = KnownChoice(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs["form_class"] = KeyChoices
        kwargs["widget"] = TopicSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        """The article, told which revision its screen shows.

        Asked before the row: a save in between makes the screen look older than it is, never newer.
        """
        numbers = Revision.objects.filter(article=int(object_id) if is_key(object_id) else 0)
        seen = numbers.order_by("-number").values_list("number", flat=True).first() or 0
        found: Article | None = super().get_object(request, object_id, from_field)
        if found:
            found.seen = seen  # type: ignore[attr-defined]
        return found

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """Hand the template the parts by name; their order on the screen is its business."""
        article: Article | None = kwargs.get("obj")
        series = article.series if article else None
        context.update(screen.context(article, user=request.user))  # type: ignore[arg-type]
        context.update(
            sheets=dict(zip(_SHEETS, context["adminform"], strict=True)),
            rows={one.formset.prefix: one for one in context["inline_admin_formsets"]},
            screen_data={
                "article": article.pk if article else None,
                "grammar": screen.byline_grammar(),
                "series": screen.part_data(series) if series else None,
                "photosUrl": reverse("admin:articles_article_photos"),
                "addPhotoUrl": reverse("admin:articles_article_add_photo"),
                "seriesUrl": reverse("admin:articles_article_series", args=(0,)),
            },
        )
        return super().render_change_form(request, context, *args, **kwargs)

    # --- Saving ------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:  # noqa: FBT001, ARG002
        if change:
            obj.save(update_fields=_WRITTEN)
        else:
            obj.created_by = request.user  # type: ignore[assignment]
            obj.save()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001
        """The revision comes last: it holds the bylines and photos of this save too."""
        super().save_related(request, form, formsets, change)
        revisions.record_save(form.instance, by=request.user)  # type: ignore[arg-type]
        if form.removed:
            messages.warning(
                request,
                _("Taken out of the text, because it cannot be printed: %(things)s.")
                % {"things": "; ".join(form.removed)},
            )

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: Any = None
    ) -> Any:
        if IS_POPUP_VAR in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return self._after_save(request, obj)

    def response_change(self, request: HttpRequest, obj: Article) -> Any:
        if IS_POPUP_VAR in request.POST:
            return super().response_change(request, obj)
        return self._after_save(request, obj)

    def _after_save(self, request: HttpRequest, article: Article) -> HttpResponseBase:
        acts.after_save(request, article)
        if self.has_view_or_change_permission(request, article):
            return HttpResponseRedirect(acts.change_url(article))
        return HttpResponseRedirect(reverse("admin:index"))

    # --- Throwing a draft away ---------------------------------------------------------------

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Drafts only: what readers have seen is withdrawn, and its history stays."""
        return super().has_delete_permission(request, obj) and (
            obj is None or discarding.may_be_discarded(obj)
        )

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        article = acts.wanted_article(self, request, object_id)
        if super().has_delete_permission(request, article):
            barred = acts.refusal_to_discard(request, article)
            if barred:
                return barred
        words = {"words": acts.words_to_type(article) if article else ""}
        try:
            return super().delete_view(request, object_id, {**words, **(extra_context or {})})
        except Refused as refused:
            for sentence in refused.sentences:
                messages.error(request, sentence)
            return HttpResponseRedirect(request.path)

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        discarding.discard(obj, by=request.user)  # type: ignore[arg-type]

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:  # noqa: ARG002
        """A draft's revisions are protected from everything but articles.discarding."""
        return [str(one) for one in objs], {}, set(), []
