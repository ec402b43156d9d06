"""What the desk works on. Readers see none of these rows: the press prints reader.Story."""

from articles.models.article import Article, ArticlePhoto, Byline
from articles.models.filing import Section, Series, Topic
from articles.models.revision import Event, Revision

__all__ = [
    "Article",
    "ArticlePhoto",
    "Byline",
    "Event",
    "Revision",
    "Section",
    "Series",
    "Topic",
]
