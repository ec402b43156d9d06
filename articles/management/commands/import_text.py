"""Bring in article pages copied as plain text."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.copied.page import MOST_BYTES, NotAPage
from articles.importing import (
    ImportRefused,
    Picture,
    bring_in,
    publish_at_own_time,
    section_named,
)
from articles.models import Article, Section
from articles.workflow import Refused


class Command(BaseCommand):
    help = "Make drafts from article pages copied as plain text; one line of output a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument(
            "--section",
            help="A section's name or address; made when there is none. Default: the section of "
            "the series' other parts; for --publish at last the first section.",
        )
        parser.add_argument(
            "--photo", action="append", default=[], type=Path, metavar="FILE",
            help="A picture for the next caption; repeat it, in the order of the captions.",
        )  # fmt: skip
        parser.add_argument(
            "--publish", action="store_true", help="Publish at the page's own time."
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        section = _section(options["section"])
        pictures = [Picture(path.name, self._bytes(path)) for path in options["photo"]]
        refused = 0
        for path in options["files"]:
            try:
                article, complaints = bring_in(
                    _text(path), pictures=pictures, section=section, by=None
                )
            except (NotAPage, ImportRefused) as refusal:
                refused += 1
                self.stdout.write(f"refused {path}: {refusal}")
                continue
            for complaint in complaints:
                self.stderr.write(complaint)
            self.stdout.write(_outcome(article, publish=options["publish"]))
        if refused:
            raise CommandError(_("Files refused: %(number)d.") % {"number": refused})

    def _bytes(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error


def _text(path: Path) -> str:
    """A file's text. A file too long is not read to its end: the parser refuses it by length."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ImportRefused(
            _("The file cannot be read: %(why)s.") % {"why": error.strerror}
        ) from error
    if len(data) > MOST_BYTES:
        raise ImportRefused(_("The text is longer than 1 MB; paste one article page at a time."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportRefused(
            _("The file is not UTF-8 text. Save it as UTF-8 and try again.")
        ) from error


def _section(name: str | None) -> Section | None:
    """Before any file is read: a name no section can have is told at once."""
    if name is None:
        return None
    try:
        return section_named(name, by=None)
    except ImportRefused as refusal:
        raise CommandError(str(refusal)) from refusal


def _outcome(article: Article, *, publish: bool) -> str:
    """What became of the page, in one line."""
    reasons = ""
    if publish and not article.is_live:
        try:
            publish_at_own_time(article, by=None)
        except (Refused, ImportRefused) as refusal:
            reasons = f": {refusal}"
    if article.is_live:
        return f"published {article.get_absolute_url()}"
    return f"{article.status} {article.pk} {article.headline}{reasons}"
