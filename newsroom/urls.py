"""Where the desk and the public site hang."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    # Only under runserver: `serve` and nginx hand pictures out themselves.
    *static(f"{settings.MEDIA_URL}photos/", document_root=settings.MEDIA_ROOT / "photos"),
    path("", include("reader.urls")),
]

handler404 = "reader.views.not_found"
handler500 = "reader.views.server_error"
