"""A story's page: as readers have it, and as the desk will print it."""

from typing import Any

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from articles import revisions
from articles.models import Article
from reader import alongside, legacy, own_addresses, press
from reader.imprint import section_entry
from reader.models import Story
from reader.views.page import furniture, newest


def article(request: HttpRequest, section: str, slug: str, pk: int) -> HttpResponseBase:
    """Four queries: story, imprint, what stands beside it and the stories that are.

    A wrong slug, or another section, is set right; the number alone makes no address of a story.
    """
    story = get_object_or_404(Story.objects.for_page(), pk=pk)
    if (story.section.slug, story.slug) != (section, slug):
        own_addresses.require_section(section, of=story)
        # An earlier website's address may look like one of ours: then its number is not ours.
        return _answer(request, legacy.entered_at(request)) or redirect(story, permanent=True)
    return render(request, *article_page(story))


def story(request: HttpRequest, pk: int) -> HttpResponseBase:  # noqa: ARG001
    """The short address: to the full one."""
    return redirect(
        get_object_or_404(Story.objects.select_related("section"), pk=pk), permanent=True
    )


@never_cache
@staff_member_required
@permission_required("articles.view_article", raise_exception=True)
def preview(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The working copy through the same press and the same template, for the desk alone."""
    draft = get_object_or_404(Article, pk=pk)
    if draft.section is None:
        return render(request, "reader/preview_refused.html", {**furniture(), "article": draft})
    at = draft.published_at or timezone.now()
    proof = press.set_type(draft, revisions.content(draft), at=at)
    template, context = article_page(proof.story)[:2]
    return render(request, template, {**context, "is_preview": True})


def moved(request: HttpRequest) -> HttpResponseBase | None:
    """The answer of an old address: on to where it leads, or gone. Two queries at most."""
    return _answer(request, legacy.found_at(request))


def _answer(request: HttpRequest, found: Story | str | None) -> HttpResponseBase | None:
    if found is None or isinstance(found, str):
        return HttpResponsePermanentRedirect(found) if found else None
    if found.is_live:
        return redirect(found, permanent=True)
    return render(request, *article_page(found))


def article_page(story: Story) -> tuple[str, dict[str, Any], None, int]:
    """Template, context, content type and status of a story's page: three queries at most."""
    page = furniture()
    if not story.is_live:
        context = {**page, "story": story, "newest": newest(3)}
        return "reader/gone.html", context, None, 410
    beside = alongside.beside(story)
    context = {
        **page,
        "story": story,
        "section": section_entry(page["imprint"], story.section.slug),
        "parts": beside.parts,
        "next_part": beside.next_part,
        "beside": beside,
    }
    return "reader/article.html", context, None, 200
