"""Pages leave compressed; pictures, which are compressed already, leave as they are."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXTS = ("text/", "application/json", "application/feed+json", "application/xml")
XML = "+xml"


class CompressText(GZipMiddleware):
    """Gzip for what is text and made whole; Django's would also take streams and pictures.

    The lengths of compressed pages do not betray the desk's tokens: Django masks a token anew for
    each page and pads each page at random.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        kind = response.get("Content-Type", "").partition(";")[0]
        if response.streaming or not (kind.startswith(TEXTS) or kind.endswith(XML)):
            return response
        return super().process_response(request, response)
