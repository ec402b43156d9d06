"""Taking a picture into the library: through the gate, onto the disk, into a row."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage, storages
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from people.models import User
from photos.gate import PhotoRefused, admit
from photos.models import Photo
from photos.renditions import WIDTHS, Rendition, new_stem, render, rendition_name

# A picture of 50 megapixels takes some 600 MB while it is open: never two at once in a process.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Prepared:
    """A picture that passed the gate, with its renditions; nothing is written yet."""

    data: bytes
    sha256: str
    extension: str
    width: int
    height: int
    colour: str
    taken_at: datetime | None
    renditions: tuple[Rendition, ...]


def prepare(data: bytes, *, name: str = "") -> Prepared:
    """Pass the gate and draw the renditions. Seconds of work: never inside a transaction.

    Raises PhotoRefused with a sentence when the gate refuses it or the library has it already.
    """
    with _ONE_AT_A_TIME:
        admitted = admit(data, name=name)
        _refuse_a_twin(admitted.sha256)
        renditions = tuple(render(admitted.image, WIDTHS))
    return Prepared(
        data,
        admitted.sha256,
        admitted.extension,
        admitted.width,
        admitted.height,
        admitted.dominant_colour,
        admitted.taken_at,
        renditions,
    )


def keep(prepared: Prepared, *, by: User | None, words: Mapping[str, object]) -> Photo:
    """Write the files and the row; the words are Photo's own fields.

    Raises PhotoRefused when its twin came in meanwhile. Files written for a row that did not come
    to be are removed again.
    """
    stem = new_stem()
    written: list[tuple[Storage, str]] = []
    try:
        original = f"{stem[:2]}/{stem}.{prepared.extension}"
        original = _write(written, storages["originals"], original, prepared.data)
        for made in prepared.renditions:
            path = rendition_name(stem, made.width, made.format)
            _write(written, default_storage, path, made.data)
        with transaction.atomic():
            return Photo.objects.create(
                original=original,
                stem=stem,
                widths=sorted(one.width for one in prepared.renditions if one.format == "webp"),
                share_width=next(one.width for one in prepared.renditions if one.format == "jpg"),
                width=prepared.width,
                height=prepared.height,
                sha256=prepared.sha256,
                colour=prepared.colour,
                uploaded_by=by,
                **{"taken_at": prepared.taken_at, **words},
            )
    except BaseException as error:
        for storage, path in written:
            with suppress(OSError):
                storage.delete(path)
        if isinstance(error, IntegrityError):
            _refuse_a_twin(prepared.sha256)
        raise


def add(data: bytes, *, name: str = "", by: User | None, words: Mapping[str, object]) -> Photo:
    """Prepare and keep in one go, where no transaction is open."""
    return keep(prepare(data, name=name), by=by, words=words)


def _write(written: list[tuple[Storage, str]], storage: Storage, path: str, data: bytes) -> str:
    saved = storage.save(path, ContentFile(data))
    written.append((storage, saved))
    return saved


def _refuse_a_twin(sha256: str) -> None:
    """Raise PhotoRefused, naming the twin, when the library has a picture with these bytes."""
    photo = Photo.objects.filter(sha256=sha256).first()
    if photo is None:
        return
    sentence = _("This picture is in the library already, as number %(number)d: “%(words)s”.")
    raise PhotoRefused(sentence % {"number": photo.pk, "words": str(photo)[:80]})
