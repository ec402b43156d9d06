"""The paper's own answer to an unknown address, in development too."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase

from reader.views import not_found

Answer = Callable[[HttpRequest], HttpResponseBase]


def own_pages(get_response: Answer) -> Answer:
    """Put what handler404 says in the place of Django's technical page, which DEBUG brings.

    Otherwise nobody would see the page, nor be led on from an old address, before the site is live.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if settings.DEBUG and response.status_code == 404 and is_page:
            return not_found(request, Http404())
        return response

    return answer
