from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form came without its token: mostly a page that stood open over a new login."""
    return render(request, "csrf_failure.html", status=403)
