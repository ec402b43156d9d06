"""The public site's map. The words are gettext's: a Vietnamese paper has Vietnamese addresses."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from reader import views

urlpatterns = [
    path("", views.front, name="front"),
    path("healthz", views.healthz, name="healthz"),
    path(_("masthead/"), views.masthead, name="masthead"),
    path(_("series/<slug:slug>-<int:pk>/"), views.series, name="series"),
    path(_("author/<slug:slug>-<int:pk>/"), views.author, name="author"),
    path(_("story/<int:pk>/"), views.story, name="story"),
    path(_("preview/<int:pk>/"), views.preview, name="preview"),
    path("<slug:section>/", views.section, name="section"),
    path("<slug:section>/<slug:slug>-<int:pk>/", views.article, name="article"),
]
