"""Pages about the paper that editors wrote."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from articles.models import AboutPage
from photos.models import Photo
from reader.figures import placed_photos, print_body
from reader.views.page import furniture


def about(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """Two queries: page, imprint; a third for the photos in its text. Not shown, not there."""
    found = get_object_or_404(AboutPage.objects.shown(), pk=pk)
    if found.slug != slug:
        return redirect(found, permanent=True)
    context = {**furniture(), "page": found, "body": _printed(found)}
    return render(request, "reader/about.html", context)


def _printed(page: AboutPage) -> str:
    """The text through the press: sanitised once more, its photos those that may be used now."""
    content: dict[str, Any] = {"body": page.body, "lead_photo_id": None, "photos": []}
    photos = Photo.objects.usable().select_related("photographer")
    return print_body(content, photos.in_bulk(placed_photos(content)))
