"""The desk's screens for articles and what they are filed under."""

from articles.admin.article import ArticleAdmin
from articles.admin.correction import CorrectionAdmin
from articles.admin.filing import SectionAdmin, SeriesAdmin, TopicAdmin
from articles.admin.pages import AboutPageAdmin
from articles.admin.revision import RevisionAdmin

__all__ = [
    "AboutPageAdmin",
    "ArticleAdmin",
    "CorrectionAdmin",
    "RevisionAdmin",
    "SectionAdmin",
    "SeriesAdmin",
    "TopicAdmin",
]
