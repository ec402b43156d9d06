"""The public site's map. The words are gettext's: a Vietnamese paper has Vietnamese addresses."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter
from django.utils.translation import gettext_lazy as _

from reader import views


class NumberConverter(IntConverter):
    """A row's number. Longer ones belong to no row, and a database would refuse to look."""

    regex = "[0-9]{1,15}"


register_converter(NumberConverter, "number")

urlpatterns = [
    path("", views.front, name="front"),
    path("healthz", views.healthz, name="healthz"),
    path(_("masthead/"), views.masthead, name="masthead"),
    path(_("series/<slug:slug>-<number:pk>/"), views.series, name="series"),
    path(_("author/<slug:slug>-<number:pk>/"), views.author, name="author"),
    path(_("story/<number:pk>/"), views.story, name="story"),
    path(_("preview/<number:pk>/"), views.preview, name="preview"),
    path("<slug:section>/", views.section, name="section"),
    path("<slug:section>/<slug:slug>-<number:pk>/", views.article, name="article"),
]
