"""Readings for tests: where batches go, and what has arrived."""

from django.db import DatabaseError

from reader.models import MostRead, Reading
from tests import make

NOON = make.at("2026-03-05 12:10")
HOUR = make.at("2026-03-05 12:00")


class Failing:
    """Where batches are written to, after it has refused so many."""

    def __init__(self, times=0):
        self.times = times
        self.written = {}

    def __call__(self, batch):
        if self.times:
            self.times -= 1
            raise DatabaseError
        self.written |= batch


def written():
    return {(row.hour, row.story_id): row.count for row in Reading.objects.all()}


def places(span):
    rows = MostRead.objects.filter(span=span).order_by("place")
    return [(row.place, row.story_id, row.count) for row in rows]
