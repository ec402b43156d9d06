"""What is said when there is no page, and to whoever watches the site."""

from django.db import DatabaseError, connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import resolve

from reader.views.page import furniture, newest
from reader.views.stories import moved

# Pages that answer other addresses than their own, and raise nothing but Http404.
LEAD_ON = {
    "article", "print", "story", "series", "topic", "author", "about", "archive_of_iso_day",
}  # fmt: skip


def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 while pages can be made; 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:  # noqa: ARG001
    """An old address leads on, one that lacks its last slash as that would; both in one hop."""
    if answer := moved(request) or moved_with_slash(request):
        return answer
    context = {**furniture(), "newest": newest(3)}
    return render(request, "reader/not_found.html", context, status=404)


def moved_with_slash(request: HttpRequest) -> HttpResponseBase | None:
    """Where the page leads whose address this is but for the last slash; None if it leads nowhere.

    The page itself is asked. To an address that lacks nothing else Django adds the slash, later.
    """
    path = request.path_info
    if request.method not in {"GET", "HEAD"} or path.endswith("/"):
        return None
    try:
        page = resolve(f"{path}/")
        if page.view_name not in LEAD_ON:
            return None
        answer = page.func(request, *page.args, **page.kwargs)
    except Http404:  # also that of resolve
        return None
    return answer if isinstance(answer, HttpResponsePermanentRedirect) else None


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Nothing here may fail: no database, no request."""
    return HttpResponse(render_to_string("500.html"), status=500)
