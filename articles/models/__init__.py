"""What the desk works on. Readers see none of these rows: the press prints reader.Story."""

from articles.models.article import Article, ArticlePhoto, Byline, Related
from articles.models.correction import Correction
from articles.models.filing import FormerSectionSlug, Section, Series, Topic
from articles.models.pages import AboutPage
from articles.models.revision import Event, Revision

__all__ = [
    "AboutPage",
    "Article",
    "ArticlePhoto",
    "Byline",
    "Correction",
    "Event",
    "FormerSectionSlug",
    "Related",
    "Revision",
    "Section",
    "Series",
    "Topic",
]
