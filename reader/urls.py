"""The public site's map. The words are gettext's: a Vietnamese paper has Vietnamese addresses."""

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter
from django.utils.translation import gettext_lazy as _

from reader import feeds, sitemaps, views


class NumberConverter(IntConverter):
    """A row's number. Longer ones belong to no row, and a database would refuse to look."""

    regex = "[0-9]{1,15}"


register_converter(NumberConverter, "number")
register_converter(feeds.FormConverter, "form")
register_converter(sitemaps.MonthConverter, "month")

# A page's feeds stand under it.
of_series = [
    path("", views.series, name="series"),
    path("<form:form>", feeds.series, name="feed_of_series"),
]
of_author = [
    path("", views.author, name="author"),
    path("<form:form>", feeds.author, name="feed_of_author"),
]

urlpatterns = [
    path("", views.front, name="front"),
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.of_pages, name="sitemap_of_pages"),
    path("sitemap-news.xml", sitemaps.news, name="sitemap_of_news"),
    path("sitemap-<month:month>.xml", sitemaps.of_month, name="sitemap_of_month"),
    path("<form:form>", feeds.site, name="feed"),
    path(_("feeds/"), views.feeds, name="feeds"),
    path(_("masthead/"), views.masthead, name="masthead"),
    path(_("search/"), views.search, name="search"),
    path(_("series/<slug:slug>-<number:pk>/"), include(of_series)),
    path(_("author/<slug:slug>-<number:pk>/"), include(of_author)),
    path(_("story/<number:pk>/"), views.story, name="story"),
    path(_("preview/<number:pk>/"), views.preview, name="preview"),
    path("<slug:section>/", views.section, name="section"),
    path("<slug:section>/<form:form>", feeds.section, name="feed_of_section"),
    path("<slug:section>/<slug:slug>-<number:pk>/", views.article, name="article"),
]
