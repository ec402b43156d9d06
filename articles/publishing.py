"""The acts by which a story reaches readers, changes before them, and leaves them.

Each is one transaction: the row is locked, the table of transitions is asked, a revision is
written, and the press hears of it before the transaction ends. All raise workflow.Refused.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import readiness, revisions, signals, workflow
from articles.models import Article, Event, Revision
from people.models import User


def publish(article: Article, *, by: User | None, at: datetime | None = None) -> Revision:
    """Put a draft on the site. `at` is the time printed with it: now, unless an import knows."""
    return _print("publish", article, Event.PUBLISHED, by=by, at=at)


def republish(article: Article, *, by: User | None) -> Revision:
    """Put the changes of a published article before readers; its time of publication stays."""
    return _print("republish", article, Event.REPUBLISHED, by=by)


def reinstate(article: Article, *, by: User | None, reason: str) -> Revision:
    """Put a withdrawn story back at its old address and time, as it is saved now."""
    return _print("reinstate", article, Event.REINSTATED, by=by, reason=reason)


@transaction.atomic
def withdraw(article: Article, *, by: User | None, reason: str) -> Revision:
    """Take a published story off the site; its text and history stay."""
    hold(article)
    transition = workflow.require("withdraw", article, by=by, reason=reason)
    workflow.move(article, transition)
    revision = revisions.record(article, Event.WITHDRAWN, by=by, note=reason.strip())
    signals.withdrawn.send(Article, article=article, revision=revision)
    return revision


@transaction.atomic
def _print(
    action: str,
    article: Article,
    event: Event,
    *,
    by: User | None,
    at: datetime | None = None,
    reason: str = "",
) -> Revision:
    hold(article)
    transition = workflow.require(action, article, by=by, reason=reason)
    require_ready(article)
    now = timezone.now()
    article.published_at = article.published_at or at or now
    if article.published_at > now:
        sentence = _("The story is dated %(time)s, which has not come yet.")
        time = timezone.localtime(article.published_at)
        raise workflow.Refused([sentence % {"time": f"{time:%H:%M, %d/%m/%Y}"}])
    workflow.move(article, transition)
    revision = revisions.record(article, event, by=by, note=reason.strip())
    signals.published.send(Article, article=article, revision=revision)
    return revision


def require_ready(article: Article) -> None:
    """Refuse what lacks something readers are owed. At most five queries."""
    missing = readiness.gaps(article)
    if missing:
        raise workflow.Refused([gap.sentence for gap in missing])


def hold(article: Article) -> None:
    """Hold the row to the end of the transaction and see it as it is now."""
    article.refresh_from_db(from_queryset=Article.objects.select_for_update())
