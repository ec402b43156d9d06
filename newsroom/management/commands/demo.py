"""Fill the newsroom with an invented paper, to try it with."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from newsroom.demo.loading import Demo


class Command(BaseCommand):
    help = "Fill the newsroom with an invented paper. What is there already is left alone."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        if not settings.DEBUG:
            raise CommandError("The demo paper is for trying the software; DEBUG is off here.")
        steps = list(Demo(tell=self._tell).steps())
        with tqdm(steps, unit=" pieces", disable=options["verbosity"] == 0) as bar:
            for _name, step in bar:
                step()

    def _tell(self, username: str, password: str, role: str) -> None:
        """Above the bar, at once: this is the only time the password is shown."""
        with tqdm.external_write_mode():
            self.stdout.write(f"Login (shown this once): {username:<16} {password}   {role}")
            self.stdout.flush()
