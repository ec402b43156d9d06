"""The public site's map. The words are gettext's: a Vietnamese paper has Vietnamese addresses."""

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter
from django.utils.translation import gettext_lazy as _

from reader import calendars, feeds, sitemaps, views


class NumberConverter(IntConverter):
    """A row's number. Longer ones belong to no row, and a database would refuse to look."""

    regex = "[0-9]{1,15}"


register_converter(NumberConverter, "number")
register_converter(feeds.FormConverter, "form")
register_converter(sitemaps.MonthConverter, "month")
register_converter(sitemaps.FileConverter, "month_file")
register_converter(calendars.MonthConverter, "archive_month")
register_converter(calendars.DayConverter, "archive_day")
register_converter(calendars.IsoDayConverter, "iso_day")

# A page's feeds stand under it.
of_series = [
    path("", views.series, name="series"),
    path("<form:form>", feeds.series, name="feed_of_series"),
]
of_topic = [
    path("", views.topic, name="topic"),
    path("<form:form>", feeds.topic, name="feed_of_topic"),
]
of_author = [
    path("", views.author, name="author"),
    path("<form:form>", feeds.author, name="feed_of_author"),
]
of_archive = [
    path("", views.archive, name="archive"),
    path("<archive_month:month>/", views.archive_of_month, name="archive_of_month"),
    path("<archive_day:day>/", views.archive_of_day, name="archive_of_day"),
    path("<iso_day:day>/", views.archive_of_iso_day, name="archive_of_iso_day"),
]
of_article = [
    path("", views.article, name="article"),
    path(_("print/"), views.print_view, name="print"),
]

urlpatterns = [
    path("", views.front, name="front"),
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.of_pages, name="sitemap_of_pages"),
    path("sitemap-news.xml", sitemaps.news, name="sitemap_of_news"),
    path("sitemap-<month:month>.xml", sitemaps.of_month, name="sitemap_of_month"),
    path(
        "sitemap-<month:month>-<month_file:file>.xml",
        sitemaps.of_month,
        name="sitemap_of_month_file",
    ),
    path("<form:form>", feeds.site, name="feed"),
    path(_("feeds/"), views.feeds, name="feeds"),
    path(_("masthead/"), views.masthead, name="masthead"),
    path(_("corrections/"), views.corrections, name="corrections"),
    path(_("search/"), views.search, name="search"),
    path(_("about/<slug:slug>-<number:pk>/"), views.about, name="about"),
    path(_("archive/"), include(of_archive)),
    path(_("topics/"), views.topics, name="topics"),
    path(_("topics/<slug:slug>-<number:pk>/"), include(of_topic)),
    path(_("series/"), views.all_series, name="all_series"),
    path(_("series/<slug:slug>-<number:pk>/"), include(of_series)),
    path(_("author/<slug:slug>-<number:pk>/"), include(of_author)),
    path(_("story/<number:pk>/"), views.story, name="story"),
    path(_("preview/<number:pk>/"), views.preview, name="preview"),
    path(_("preview/front/<number:pk>/"), views.front_preview, name="front_preview"),
    path(_("preview/front/<number:pk>/composed/"), views.front_composed, name="front_composed"),
    path(_("reading/<number:pk>/"), views.reading, name="reading"),
    path(_("most-read/"), views.most_read, name="most_read"),
    path("<slug:section>/", views.section, name="section"),
    path("<slug:section>/<form:form>", feeds.section, name="feed_of_section"),
    path("<slug:section>/<slug:slug>-<number:pk>/", include(of_article)),
]
