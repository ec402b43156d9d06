"""Print every published story again."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from reader.reprinting import reprint, to_print


class Command(BaseCommand):
    help = "Print every published story again from its published revision. Safe to interrupt."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        shown = options["verbosity"] > 0
        with tqdm(total=to_print().count(), unit=" stories", disable=not shown) as bar:
            for _number in reprint():
                bar.update()
        if shown:
            self.stdout.write(f"{bar.n} stories printed.")
