"""What the writing screen asks for while it is open: photos to choose, the parts of a series."""

from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseNotAllowed, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles.admin import screen
from articles.forms import PhotoUpload
from articles.models import Series
from photos import library
from photos.gate import PhotoRefused
from photos.models import Photo
from vietnamese.folding import exact, fold
from vietnamese.normal import normalize

A_PAGE = 24
_MOST_IDS = 300
_MOST_WORDS = 8
_FOLDED = 500  # photos read at once for a search without marks
_WIDE_ENOUGH = 720  # the paper's column on the writing screen, in CSS pixels
_SEARCHED = ("caption", "alt", "credit", "keywords", "place", "photographer__name")


def photos(request: HttpRequest) -> JsonResponse:
    """Usable photos, newest first: `?q=` narrows, `?before=` goes on; or those named by `?ids=`."""
    if not request.user.has_perm("photos.view_photo"):
        raise PermissionDenied
    library_rows = Photo.objects.select_related("photographer")
    if "ids" in request.GET:
        found = library_rows.in_bulk(_numbers(request.GET["ids"])[:_MOST_IDS])
        return JsonResponse({"photos": [photo_data(one) for one in found.values()], "next": None})
    rows = library_rows.usable().newest_first()
    if "before" in request.GET:
        rows = rows.filter(pk__lt=_numbers(request.GET["before"] or "0")[0])
    page = find_photos(rows, request.GET.get("q", ""), limit=A_PAGE + 1)
    following = page[A_PAGE - 1].pk if len(page) > A_PAGE else None
    return JsonResponse({"photos": [photo_data(one) for one in page[:A_PAGE]], "next": following})


def add_photo(request: HttpRequest) -> HttpResponseBase:
    """Take a picture into the library; what is wrong comes back as sentences by field."""
    if not request.user.has_perm("photos.add_photo"):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = PhotoUpload(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    words = {name: form.cleaned_data[name] for name in PhotoUpload.Meta.fields}
    try:
        made = library.keep(form.cleaned_data["file"], by=request.user, words=words)  # type: ignore[arg-type]
    except PhotoRefused as refusal:
        return JsonResponse({"errors": {"file": [str(refusal)]}}, status=400)
    return JsonResponse({"photo": photo_data(made)})


def series(request: HttpRequest, pk: int) -> JsonResponse:
    """What the screen previews of a series, for those who may see series."""
    if not request.user.has_perm("articles.view_series"):
        raise PermissionDenied
    return JsonResponse(screen.part_data(get_object_or_404(Series, pk=pk)))


def photo_data(photo: Photo) -> dict[str, Any]:
    """A photo as the screen draws it. Reads the photographer: load it with the photo."""
    wide = next((width for width in photo.widths if width >= _WIDE_ENOUGH), photo.widths[-1])
    lacks = [
        sentence
        for has, sentence in (
            (photo.caption, _("no caption")),
            (photo.credit_line, _("no credit")),
            (photo.alt, _("no alt text")),
        )
        if not has
    ]
    return {
        "id": photo.pk,
        "thumb": photo.thumbnail_url,
        "picture": photo.url(wide),
        "width": photo.width,
        "height": photo.height,
        "alt": photo.alt,
        "caption": photo.caption,
        "credit": photo.credit_line,
        "lacks": lacks,
        "usable": photo.status == Photo.Status.USABLE,
    }


def find_photos(rows: QuerySet[Photo], query: str, *, limit: int) -> list[Photo]:
    """The newest that hold every word, with its marks if it was typed with marks.

    The newest few hundred are read here, without regard to marks and capitals; those before them
    are left to the database, which knows neither.
    """
    words = normalize(query).split()[:_MOST_WORDS]
    if not words:
        return list(rows[:limit])
    recent = list(rows.values_list("pk", *_SEARCHED)[:_FOLDED])
    matching = [pk for pk, *texts in recent if _holds(" ".join(filter(None, texts)), words)]
    by_number = rows.in_bulk(matching[:limit])
    found = [by_number[pk] for pk in matching[:limit]]
    if len(recent) == _FOLDED and len(found) < limit:
        found += _older(rows.filter(pk__lt=recent[-1][0]), words)[: limit - len(found)]
    return found


def _holds(text: str, words: list[str]) -> bool:
    spelt, bare = exact(text), fold(text)
    return all(exact(word) in (bare if fold(word) == exact(word) else spelt) for word in words)


def _older(rows: QuerySet[Photo], words: list[str]) -> QuerySet[Photo]:
    for word in words:
        anywhere = Q()
        for name in _SEARCHED:
            anywhere |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(anywhere)
    return rows


def _numbers(text: str) -> list[int]:
    """Whole numbers a database key may have; BadRequest (400) for anything else."""
    parts = [part for part in text.split(",") if part]
    if not parts or not all(
        part.isascii() and part.isdecimal() and len(part) < 19 for part in parts
    ):
        raise BadRequest("Numbers, separated by commas.")
    return [int(part) for part in parts]
