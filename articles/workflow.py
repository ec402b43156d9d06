"""Every change of status, declared once. Buttons, permission checks and tests read this table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from people.models import User

Status = Article.Status


class Refused(Exception):
    """An act that was not done, with whole sentences that say why and what to do."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = list(sentences)


@dataclass(frozen=True)
class Transition:
    action: str
    label: Promise | str
    sources: tuple[str, ...]
    target: str
    permission: str
    needs_reason: bool = False
    needs_readiness: bool = False


TRANSITIONS = {
    one.action: one
    for one in (
        Transition(
            "publish", gettext_lazy("Publish"), (Status.DRAFT,), Status.PUBLISHED,
            "articles.publish_article", needs_readiness=True,
        ),
        Transition(
            "republish", gettext_lazy("Publish the changes"), (Status.PUBLISHED,), Status.PUBLISHED,
            "articles.publish_article", needs_readiness=True,
        ),
        Transition(
            "correct", gettext_lazy("Publish a correction"), (Status.PUBLISHED,), Status.PUBLISHED,
            "articles.correct_article",
        ),
        Transition(
            "withdraw", gettext_lazy("Withdraw"), (Status.PUBLISHED,), Status.WITHDRAWN,
            "articles.withdraw_article", needs_reason=True,
        ),
        Transition(
            "reinstate", gettext_lazy("Put back"), (Status.WITHDRAWN,), Status.PUBLISHED,
            "articles.withdraw_article", needs_reason=True, needs_readiness=True,
        ),
    )
}  # fmt: skip


def open_to(article: Article, *, by: User) -> list[Transition]:
    """The acts this user may do on this article as it stands."""
    return [
        one
        for one in TRANSITIONS.values()
        if article.status in one.sources and by.has_perm(one.permission)
    ]


def require(action: str, article: Article, *, by: User | None, reason: str = "") -> Transition:
    """The transition, or Refused. `by=None` is the system itself, which may do everything."""
    transition = TRANSITIONS[action]
    sentences = []
    if by is not None and not by.has_perm(transition.permission):
        sentences.append(_("You do not have the right to do this."))
    if article.status not in transition.sources:
        sentences.append(
            _("This cannot be done while the article is “%(status)s”.")
            % {"status": article.get_status_display()}
        )
    if transition.needs_reason and not reason.strip():
        sentences.append(_("Please write the reason."))
    if sentences:
        raise Refused(sentences)
    return transition


def move(article: Article, transition: Transition) -> None:
    """The one place where a status is assigned."""
    article.status = transition.target
    article.save(update_fields=["status", "published_at", "changed_at"])
