"""The fronts at the desk: their list, the editor's screen, and what stood there when."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from fronts import launching, standing
from fronts.admin import endpoints, history, screen
from fronts.models import Front


class FrontList(ChangeList):
    def get_results(self, request: HttpRequest) -> None:
        """The rows with what readers see of each: two queries more, whatever their number."""
        super().get_results(request)
        fronts = list(self.result_list)
        launches, sections = standing.latest_launches(fronts), standing.section_tree()
        for front in fronts:
            front.live = launches.get(front.pk)
            front.now = standing.content_now(front, front.live, sections=sections)
        self.result_list = fronts


@admin.register(Front)
class FrontAdmin(admin.ModelAdmin):
    list_display = ("page", "live_since", "draft_state", "record")
    list_display_links = None
    list_per_page = 200
    ordering = (F("section__order").asc(nulls_first=True), "section_id")
    actions = None

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:  # noqa: ARG002
        return FrontList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Front]:
        """The front page and the sections of the main bar; those moved below another keep a row."""
        rows = super().get_queryset(request).filter(Q(section=None) | Q(section__parent=None))
        return rows.select_related("section", "draft_by")

    # --- Where the requests go ---------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        """The screen's own addresses come first: Django's last one takes any path."""
        guarded = self.admin_site.admin_view
        on_one = (endpoints.save, endpoints.launch, endpoints.undo, endpoints.discard)
        on_none = (endpoints.search, endpoints.photos)
        return [
            *(_path(f"<int:pk>/{one.__name__}/", guarded(one), one.__name__) for one in on_one),
            *(_path(f"{one.__name__}/", guarded(one), one.__name__) for one in on_none),
            _path("<int:pk>/draft-from/<int:number>/", guarded(self.draft_from_view), "draft_from"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Nobody: every page that can be arranged has its row already."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What stood there when is kept; a section never launched may go, and its front with it."""
        return (
            isinstance(obj, Front)
            and obj.section_id is not None
            and super().has_delete_permission(request, obj)
            and not obj.launches.exists()
        )

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        launching.open_all()
        return super().changelist_view(request, extra_context)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",  # noqa: ARG002
        extra_context: Any = None,
    ) -> HttpResponse:
        """The editor's screen. What it changes goes through the endpoints, never through here."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        front = self._wanted(request, object_id)
        if front is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not front.draft_number:
            launching.open_front(front.section, by=request.user)  # type: ignore[arg-type]
            front.refresh_from_db(from_queryset=self.get_queryset(request))
        context = {
            **self.admin_site.each_context(request),
            "title": str(front),
            "opts": self.opts,
            "original": front,
            "media": self.media,
            "front_data": screen.front_data(front, user=request.user),  # type: ignore[arg-type]
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/fronts/front/change_form.html", context)

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: Any = None,  # noqa: ARG002
    ) -> HttpResponse:
        front = self._wanted(request, object_id)
        if front is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        return history.history_page(self, request, front)

    def draft_from_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        front = self._wanted(request, str(pk))
        if front is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined]
        return history.take_as_draft(self, request, front, number)

    def _wanted(self, request: HttpRequest, object_id: str) -> Front | None:
        found: Front | None = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, found):
            raise PermissionDenied(_("You do not have the right to do this."))
        return found

    # --- The list ----------------------------------------------------------------------------

    @admin.display(description=_("page"))
    def page(self, front: Front) -> SafeString:
        name: Any = front
        if front.section:
            name = format_html(
                '<span class="sec" data-hue="{}">{}</span>', front.section.hue, front.section
            )
        url = reverse("admin:fronts_front_change", args=(front.pk,))
        return format_html('<a class="hed" href="{}">{}</a>', url, name)

    @admin.display(description=_("before readers"))
    def live_since(self, front: Any) -> Any:
        if front.live is None:
            return format_html('<span class="quiet">{}</span>', _("chosen by time"))
        time = render_to_string("admin/parts/_time.html", {"at": front.live.at})
        return format_html("{} · {}", time, front.live.by or _("the system"))

    @admin.display(description=_("draft"))
    def draft_state(self, front: Any) -> Any:
        if front.draft is None or front.draft == front.now or not front.draft_number:
            return format_html('<span class="quiet">{}</span>', _("same as readers see"))
        time = render_to_string("admin/parts/_time.html", {"at": front.draft_at})
        said = format_html('<span class="late">{}</span>', _("differs"))
        return format_html("{} · {} · {}", said, time, front.draft_by or _("the system"))

    @admin.display(description=_("history"))
    def record(self, front: Front) -> SafeString:
        url = reverse("admin:fronts_front_history", args=(front.pk,))
        return format_html('<a href="{}">{}</a>', url, _("What stood there when"))


def _path(route: str, view: Any, name: str) -> Any:
    return path(route, view, name=f"fronts_front_{name}")
