"""The acts as the admin does them: through articles.workflow's table, said back in sentences."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles import correcting, discarding, publishing, revisions, workflow
from articles.forms import CorrectionForm, DiscardForm, ReasonForm
from articles.models import Article, Event
from vietnamese.folding import folded_text

# Done with the save of the form, in its transaction.
_WITH_SAVE: dict[str, Callable[..., Any]] = {
    "publish": publishing.publish,
    "republish": publishing.republish,
}
# Done on a page or in a dialog of their own, because they ask for a reason.
_WITH_REASON: dict[str, Callable[..., Any]] = {
    "withdraw": publishing.withdraw,
    "reinstate": publishing.reinstate,
}
_WORDS_TO_TYPE = 3


def change_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=(article.pk,))


def after_save(request: HttpRequest, article: Article) -> None:
    """Do the act whose button was pressed, or say what the save means for readers."""
    latest = revisions.latest(article)
    for action, act in _WITH_SAVE.items():
        if f"_{action}" in request.POST:
            if action == "republish" and article.is_live and latest and latest.event != Event.SAVED:
                messages.info(request, _("There is nothing new to publish."))
            else:
                _try(request, article, action, act)
            return
    if not article.is_live:
        messages.success(request, _("Saved."))
    elif latest and latest.event == Event.SAVED:
        messages.success(
            request,
            _(
                "Saved. Readers still see the published version; press “Publish the changes” to"
                " put this one before them."
            ),
        )
    else:
        messages.success(request, _("Saved. This is what readers see."))


def _try(request: HttpRequest, article: Article, action: str, act: Callable[..., Any]) -> None:
    try:
        act(article, by=request.user)
    except workflow.Refused as refused:
        messages.warning(request, _("Saved, but not published yet:"))
        for sentence in refused.sentences:
            messages.error(request, sentence)
    else:
        _say_done(request, article, action)


def _say_done(request: HttpRequest, article: Article, action: str) -> None:
    if action == "withdraw":
        messages.success(request, _("Withdrawn. Its address now tells readers so."))
        return
    said = {
        "publish": _("Published."),
        "republish": _("Readers now see the changes."),
        "reinstate": _("The story is back at its address."),
        "correct": _("The correction stands under the story."),
    }[action]
    link = format_html(
        '<a href="{}" target="_blank">{}</a>', article.get_absolute_url(), _("See the page")
    )
    messages.success(request, format_html("{} {}", said, link))


def reason_view(admin: Any, request: HttpRequest, pk: int, action: str) -> HttpResponseBase:
    """Withdraw or put back: the page that asks why, and where the screen's dialog posts to."""
    article = get_object_or_404(Article, pk=pk)
    if not admin.has_view_or_change_permission(request, article):
        raise PermissionDenied
    form = ReasonForm(request.POST if request.method == "POST" else None, article=article)
    try:
        if request.method == "POST" and form.is_valid():
            reason = form.cleaned_data["reason"]
            _WITH_REASON[action](article, by=request.user, reason=reason)
            _say_done(request, article, action)
            return HttpResponseRedirect(change_url(article))
        # Whether it may be done at all does not hang on the reason still to be written.
        workflow.require(action, article, by=request.user, reason="…")  # type: ignore[arg-type]
    except workflow.Refused as refused:
        if request.method != "POST":
            for sentence in refused.sentences:
                messages.error(request, sentence)
            return HttpResponseRedirect(change_url(article))
        form.add_error("reason", refused.sentences)
    context = {
        **admin.admin_site.each_context(request),
        "title": workflow.TRANSITIONS[action].label,
        "opts": admin.opts,
        "article": article,
        "action": action,
        "form": form,
    }
    return TemplateResponse(request, "admin/articles/article/reason.html", context)


def correct_view(admin: Any, request: HttpRequest, pk: int) -> HttpResponseBase:
    """Own up to a mistake: the page that asks what was wrong, what is right, what goes out."""
    article = get_object_or_404(Article, pk=pk)
    if not admin.has_view_or_change_permission(request, article):
        raise PermissionDenied
    if request.method == "POST":
        form = _correct(request, article)
        if form.is_valid():
            _say_done(request, article, "correct")
            return HttpResponseRedirect(change_url(article))
    else:
        try:
            workflow.require("correct", article, by=request.user)  # type: ignore[arg-type]
        except workflow.Refused as refused:
            for sentence in refused.sentences:
                messages.error(request, sentence)
            return HttpResponseRedirect(change_url(article))
        form = CorrectionForm(article=article)
    context = {
        **admin.admin_site.each_context(request),
        "title": workflow.TRANSITIONS["correct"].label,
        "opts": admin.opts,
        "article": article,
        "form": form,
    }
    return TemplateResponse(request, "admin/articles/article/correct.html", context)


@transaction.atomic
def _correct(request: HttpRequest, article: Article) -> CorrectionForm:
    """Do what the form asks for; what bars it is said by the form that comes back.

    The row is held from the look at its latest revision to the end of the act.
    """
    publishing.hold(article)
    form = CorrectionForm(request.POST, article=article)
    if form.is_valid():
        act = correcting.correct_with_text if form.takes_text else correcting.correct
        try:
            act(article, form.words, by=request.user)  # type: ignore[arg-type]
        except workflow.Refused as refused:
            form.add_error(None, refused.sentences)
    return form


def refusal_to_discard(request: HttpRequest, article: Article | None) -> HttpResponseBase | None:
    """Where a deletion that may not go on leads back to; None when nothing bars it."""
    if article is None:
        return None
    if not discarding.may_be_discarded(article):
        messages.error(
            request, _("This story has been published, so it is not deleted: withdraw it instead.")
        )
        return HttpResponseRedirect(change_url(article))
    if request.method != "POST":
        return None
    form = DiscardForm(request.POST)
    if form.is_valid() and folded_text(form.cleaned_data["words"]) == folded_text(
        words_to_type(article)
    ):
        return None
    messages.error(
        request,
        _("Not deleted: type “%(words)s” to show that you mean it.")
        % {"words": words_to_type(article)},
    )
    return HttpResponseRedirect(reverse("admin:articles_article_delete", args=(article.pk,)))


def words_to_type(article: Article) -> str:
    return " ".join(article.headline.split()[:_WORDS_TO_TYPE])


def wanted_article(admin: Any, request: HttpRequest, object_id: str) -> Article | None:
    found: Article | None = admin.get_object(request, unquote(object_id))
    return found
