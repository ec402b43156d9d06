"""Whether somebody is reading, and for the first time: decided in memory, never written down."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from secrets import token_bytes
from threading import Lock

from crawleruseragents import is_crawler
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

AGAIN_AFTER = timedelta(minutes=30)
# A mark weighs some 200 bytes: at most 10 MB a process, whoever sends what.
MOST_REMEMBERED = 50_000
# No browser's name is longer. What the list of robots is matched with has a limit of its own.
LONGEST_AGENT = 400
LONGEST_ADDRESS = 200
# A browser says with one of these that it fetches before anybody has asked.
AHEAD_OF_TIME = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")


class Memory:
    """The readings counted in the last half hour, as salted hashes.

    The salt is made here and changes with the day, and the hash holds the story's number: the marks
    of one reader cannot be told from those of others, nor led back to an address.
    """

    def __init__(self, most: int = MOST_REMEMBERED) -> None:
        self._most = most
        self._lock = Lock()
        self._salt = b""
        self._day: date | None = None
        self._marks: dict[bytes, datetime] = {}  # oldest first

    def __len__(self) -> int:
        return len(self._marks)

    def is_first(self, visitor: str, story: int, *, now: datetime) -> bool:
        """Whether this visitor has not read the story in the last half hour. Remembers that."""
        with self._lock:
            self._forget(now)
            words = f"{story} {visitor}".encode(errors="replace")
            mark = blake2b(words, key=self._salt, digest_size=12).digest()
            if mark in self._marks:
                return False
            if len(self._marks) >= self._most:
                del self._marks[next(iter(self._marks))]
            self._marks[mark] = now
            return True

    def _forget(self, now: datetime) -> None:
        day = timezone.localdate(now)
        if day != self._day:
            self._day, self._salt = day, token_bytes(32)
            self._marks.clear()
        while self._marks:
            oldest = next(iter(self._marks))
            if now - self._marks[oldest] < AGAIN_AFTER:
                return
            del self._marks[oldest]


memory = Memory()


def counts(request: HttpRequest, story: int, *, now: datetime) -> bool:
    """Whether this is a person's first reading of the story in a while. No query."""
    return _comes_from_a_reader(request) and memory.is_first(_visitor(request), story, now=now)


def _comes_from_a_reader(request: HttpRequest) -> bool:
    """From a page of ours that somebody has open, in a browser that is no robot's."""
    headers = request.headers
    origin = headers.get("Origin")
    return (
        headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
        and (origin is None or origin in _own_origins(request))
        and not any(name in headers for name in AHEAD_OF_TIME)
        and not _is_robot(headers.get("User-Agent", "")[:LONGEST_AGENT])
    )


def _own_origins(request: HttpRequest) -> set[str]:
    return {settings.SITE_URL, f"{request.scheme}://{request.get_host()}"}


@lru_cache(maxsize=512)
def _is_robot(agent: str) -> bool:
    return not agent.strip() or is_crawler(agent)


def _visitor(request: HttpRequest) -> str:
    """Who sent it, as far as it shows: behind a proxy all readers have the proxy's own address."""
    headers = request.headers
    through = headers.get("X-Forwarded-For", "")[:LONGEST_ADDRESS]
    agent = headers.get("User-Agent", "")[:LONGEST_AGENT]
    return f"{request.META.get('REMOTE_ADDR', '')} {through} {agent}"
