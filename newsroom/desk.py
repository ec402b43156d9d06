"""The desk: Django's admin under our own theme and content security policy."""

from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reader.imprint import imprint_on

# Script comes from our own files only. Style attributes are allowed because CKEditor and
# select2 write them into their own elements.
POLICY: dict[str, list[str]] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "frame-src": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}


class DeskSite(AdminSite):
    site_title = _("Newsroom")
    site_header = _("Newsroom")
    index_title = _("The desk")
    enable_nav_sidebar = False

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """The desk carries the paper's own name: one query."""
        paper = imprint_on(timezone.localdate())["masthead"]
        context = super().each_context(request)
        return {**context, "site_header": paper["plate"]} if paper else context

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:  # noqa: FBT001, FBT002 Django's
        return csp_replace(POLICY)(super().admin_view(view, cacheable))

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        def view(request: HttpRequest) -> Any:
            return super(DeskSite, self).login(request, extra_context)

        return csp_replace(POLICY)(view)(request)
