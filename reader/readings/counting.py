"""The readings of this process on their way to the database."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from multiprocessing.util import Finalize
from threading import Event, Lock, Thread

from django.conf import settings
from django.db import Error, connection
from django.utils import timezone

from reader.readings import reckoning, writing
from reader.readings.reckoning import start_of_hour

# So many readings are handed over at once, even if it is not yet time.
A_BATCH = 500
# While the database does not answer, so many different hours and stories are kept.
MOST_WAITING = 5_000
LAST_WORDS_SECONDS = 10

logger = logging.getLogger(__name__)

Batch = Mapping[tuple[datetime, int], int]  # (hour, story): how often it was read


class Counter:
    """Counts in memory; a thread of its own writes the batches, so that no reader waits for it."""

    def __init__(self, write: Callable[[Batch], None] = writing.write) -> None:
        self._write = write
        self._lock = Lock()
        self._waiting: dict[tuple[datetime, int], int] = {}
        self._since = 0
        self._reckoned: datetime | None = None
        self._wake = Event()
        self._is_ending = False
        self._thread: Thread | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, story: int, *, now: datetime) -> None:
        """One reading more. Nothing is asked of the database."""
        with self._lock:
            self._put((start_of_hour(now), story), 1)
            self._since += 1
            if self._since >= A_BATCH:
                self._since = 0
                self._wake.set()

    def flush(self) -> int:
        """Write what waits, and say how many readings it was; what cannot be written is kept.

        Raises what the database raised.
        """
        with self._lock:
            batch, self._waiting, self._since = self._waiting, {}, 0
        if not batch:
            return 0
        try:
            self._write(batch)
        except Error:
            with self._lock:
                for place, count in batch.items():
                    self._put(place, count)
            raise
        return sum(batch.values())

    def write_down(self, now: datetime) -> None:
        """Write what waits, and see that the lists are made anew when they change by it.

        They also change when an hour passes in which nobody reads. What comes too soon after the
        last time is made up for at the next call. Raises what the database raised.
        """
        if self.flush():
            self._reckoned = None
        hour = start_of_hour(now)
        if self._reckoned != hour and reckoning.reckon_when_due(now):
            self._reckoned = hour

    def keep_writing(self) -> None:
        """See to it that somebody writes every READINGS_EVERY seconds; 0 leaves it to `flush`."""
        if not settings.READINGS_EVERY or (self._thread and self._thread.is_alive()):
            return
        with self._lock:
            if self._thread is None:
                # Unlike atexit's, this is also called in the workers of a server.
                Finalize(None, self.stop, exitpriority=0)
            # After a fork the thread is the parent's: the child starts its own.
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._run, name="readings", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Write what waits and end the thread."""
        self._is_ending = True
        self._wake.set()
        if self._thread:
            self._thread.join(LAST_WORDS_SECONDS)

    def _put(self, place: tuple[datetime, int], count: int) -> None:
        if place in self._waiting or len(self._waiting) < MOST_WAITING:
            self._waiting[place] = self._waiting.get(place, 0) + count

    def _run(self) -> None:
        is_ending = False
        while not is_ending:
            self._wake.wait(settings.READINGS_EVERY)
            self._wake.clear()
            is_ending = self._is_ending
            try:
                self.write_down(timezone.now())
            except Exception:
                # The thread goes on whatever happens: what was counted waits for the next time.
                logger.warning("Readings could not be written down.", exc_info=True)
            finally:
                connection.close()


counter = Counter()
