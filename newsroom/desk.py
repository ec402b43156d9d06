"""The desk: Django's admin under our own theme and content security policy."""

from functools import wraps
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.contrib.admin import AdminSite
from django.core.exceptions import BadRequest
from django.db import DataError, IntegrityError
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


# Longer searches than any person types, which a database would refuse.
LONGEST_SEARCH = 200


def forgiving(view: Any) -> Any:
    """Answer what only two at once, or somebody's hands in the address bar, can bring about."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        _cut_searches(request)
        try:
            return view(request, *args, **kwargs)
        except IntegrityError:
            if request.method != "POST":
                raise
            # Another save came first. Asked again, the form sees its row and says so at the field.
            for name in request.FILES:
                for upload in request.FILES.getlist(name):
                    upload.seek(0)
            return view(request, *args, **kwargs)
        except (OverflowError, DataError) as error:
            raise BadRequest(_("This address holds a value that cannot be.")) from error

    return answer


def _cut_searches(request: HttpRequest) -> None:
    given = request.GET.copy()
    for name in ("q", "term"):
        if name in given:
            given[name] = str(given[name]).replace("\0", "")[:LONGEST_SEARCH]
    request.GET = given  # type: ignore[assignment]


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
        return csp_replace(POLICY)(forgiving(super().admin_view(view, cacheable)))

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        def view(request: HttpRequest) -> Any:
            return super(DeskSite, self).login(request, extra_context)

        return csp_replace(POLICY)(view)(request)
