"""What is said when there is no page, and to whoever watches the site."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string

from reader.views.page import furniture, newest
from reader.views.stories import moved


def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 while pages can be made; 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:  # noqa: ARG001
    if answer := moved(request):
        return answer
    context = {**furniture(), "newest": newest(3)}
    return render(request, "reader/not_found.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Nothing here may fail: no database, no request."""
    return HttpResponse(render_to_string("500.html"), status=500)
