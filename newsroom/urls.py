"""Where the desk and the public site hang."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("reader.urls")),
]

handler404 = "reader.views.not_found"
handler500 = "reader.views.server_error"
