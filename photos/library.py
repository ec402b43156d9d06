"""Taking a picture into the library: through the gate, onto the disk, into a row."""

from contextlib import suppress

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage, storages
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from people.models import User
from photos.gate import PhotoRefused, admit
from photos.models import Photo
from photos.renditions import WIDTHS, new_stem, render, rendition_name


def add(data: bytes, *, name: str = "", by: User | None, words: dict[str, object]) -> Photo:
    """Admit a file and make its row and renditions; the words are Photo's own fields.

    Raises PhotoRefused with a sentence when the gate refuses it or the library has it already.
    Files written for a row that did not come to be are removed again.
    """
    admitted = admit(data, name=name)
    already_in(admitted.sha256)
    stem = new_stem()
    written: list[tuple[Storage, str]] = []
    try:
        original = _write(
            written, storages["originals"], f"{stem[:2]}/{stem}.{admitted.extension}", data
        )
        renditions = list(render(admitted.image, WIDTHS))
        for made in renditions:
            _write(
                written, default_storage, rendition_name(stem, made.width, made.format), made.data
            )
        with transaction.atomic():
            return Photo.objects.create(
                original=original,
                stem=stem,
                widths=sorted(made.width for made in renditions if made.format == "webp"),
                share_width=next(made.width for made in renditions if made.format == "jpg"),
                width=admitted.width,
                height=admitted.height,
                sha256=admitted.sha256,
                colour=admitted.dominant_colour,
                uploaded_by=by,
                **{"taken_at": admitted.taken_at, **words},
            )
    except BaseException as error:
        for storage, path in written:
            with suppress(OSError):
                storage.delete(path)
        if isinstance(error, IntegrityError):
            already_in(admitted.sha256)
        raise


def _write(written: list[tuple[Storage, str]], storage: Storage, path: str, data: bytes) -> str:
    saved = storage.save(path, ContentFile(data))
    written.append((storage, saved))
    return saved


def already_in(sha256: str) -> None:
    """Raise PhotoRefused, naming the twin, when the library has a picture with these bytes."""
    photo = Photo.objects.filter(sha256=sha256).first()
    if photo is None:
        return
    sentence = _("This picture is in the library already, as number %(number)d: “%(words)s”.")
    raise PhotoRefused(sentence % {"number": photo.pk, "words": str(photo)[:80]})
