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
        demo = Demo()
        steps = list(demo.steps())
        with tqdm(steps, unit=" pieces", disable=options["verbosity"] == 0) as bar:
            for _name, step in bar:
                step()
        if demo.passwords:
            self.stdout.write("Logins of the demo, shown this once:")
        for username, password, role in demo.passwords:
            self.stdout.write(f"  {username:<16} {password}   {role}")
