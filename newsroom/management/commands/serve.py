"""Serve the site and the desk."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# Pictures are handed out by the server itself; everything else under MEDIA_ROOT stays inside.
PUBLIC_MEDIA = "photos"


class Command(BaseCommand):
    help = "Serve the site and the desk on one machine. Behind nginx or alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=1, help="Processes; 1 with SQLite.")
        parser.add_argument("--threads", type=int, default=4, help="Requests at once, a process.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        pictures = Path(settings.MEDIA_ROOT) / PUBLIC_MEDIA
        pictures.mkdir(parents=True, exist_ok=True)
        address = f"http://{options['host']}:{options['port']}/"
        self.stdout.write(f"The paper: {address}\nThe desk:  {address}admin/\nCtrl-C stops both.")
        Granian(
            "newsroom.wsgi:application",
            address=options["host"],
            port=options["port"],
            interface=Interfaces.WSGI,
            workers=options["workers"],
            blocking_threads=options["threads"],
            static_path_route=[f"{settings.MEDIA_URL.rstrip('/')}/{PUBLIC_MEDIA}"],
            static_path_mount=[pictures],
            static_path_expires=31_536_000,
            log_level=LogLevels.warning,
        ).serve()
