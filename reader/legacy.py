"""Addresses of earlier websites: each leads to its story in one hop.

Only an address that was entered leads anywhere. The number in one like
/channel/5012/202305/ten-bai-2577783/ was another system's and is never taken for ours.
"""

from django.db.models.functions import Lower
from django.http import HttpRequest

from articles.models import Article
from reader.models import Story

LONGEST = Article._meta.get_field("legacy_address").max_length or 0


def story_at(request: HttpRequest) -> Story | None:
    """The story, live or withdrawn, that stood at this address in whatever case: one query."""
    asked = _forms(request)
    if not asked:
        return None
    found = (
        Story.objects.for_page()
        .exclude(article__legacy_address="")
        .annotate(legacy_address=Lower("article__legacy_address"))
        .filter(legacy_address__in=asked)
    )
    # Two stories may differ by the last slash alone: the form that was asked for comes first.
    return min(found, key=lambda story: (asked.index(story.legacy_address), story.pk), default=None)


def _forms(request: HttpRequest) -> list[str]:
    """How the address may have been entered, the likeliest first; [] for what cannot have been."""
    path = request.path_info
    if "\0" in path or not 1 < len(path) <= LONGEST:
        return []
    path = path.lower()
    bare = path.rstrip("/")
    forms = [path, bare, f"{bare}/"]
    if query := request.META.get("QUERY_STRING", ""):
        forms = [f"{path}?{query.lower()}", *forms]
    return list(dict.fromkeys(form for form in forms if form))
