"""Whether somebody is reading, and for the first time: decided in memory, never written down."""

from collections import Counter
from datetime import date, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from secrets import token_bytes
from threading import Lock
from typing import NamedTuple

from crawleruseragents import is_crawler
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

AGAIN_AFTER = timedelta(minutes=30)
# From one address so much counts in that time: an office or a household is several readers, but
# whoever calls himself another browser each time does not make a story the most read.
MOST_OF_A_STORY = 20
MOST_OF_ALL = 150
# A mark and its counts weigh some 400 bytes: at most 20 MB a process, whoever sends what.
MOST_REMEMBERED = 50_000
# No browser's name is longer. What the list of robots is matched with has a limit of its own.
LONGEST_AGENT = 400
LONGEST_ADDRESS = 60  # in letters, with a port
# A browser says with one of these that it fetches before anybody has asked.
AHEAD_OF_TIME = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")


class Visitor(NamedTuple):
    """Who sent it, as far as it shows. The agent is the sender's word, the address is not."""

    address: str
    agent: str


class Mark(NamedTuple):
    """When a reading counted, and under which hashes the readings of its address are counted."""

    at: datetime
    of_story: bytes
    of_all: bytes


class Memory:
    """The readings counted in the last half hour, as salted hashes.

    The salt is made here and changes with the day: no mark leads back to an address.
    """

    def __init__(self, most: int = MOST_REMEMBERED) -> None:
        self._most = most
        self._lock = Lock()
        self._salt = b""
        self._day: date | None = None
        self._marks: dict[bytes, Mark] = {}  # oldest first
        self._counts: Counter[bytes] = Counter()

    def __len__(self) -> int:
        return len(self._marks)

    def is_first(self, visitor: Visitor, story: int, *, now: datetime) -> bool:
        """Whether this visitor has not read the story in the last half hour. Remembers that.

        Nor is it a first reading when its address has had as many as count.
        """
        with self._lock:
            self._forget(now)
            mark = self._hash(story, *visitor)
            of_story, of_all = self._hash(story, visitor.address), self._hash(visitor.address)
            if (
                mark in self._marks
                or self._counts[of_story] >= MOST_OF_A_STORY
                or self._counts[of_all] >= MOST_OF_ALL
            ):
                return False
            if len(self._marks) >= self._most:
                self._drop_oldest()
            self._marks[mark] = Mark(now, of_story, of_all)
            self._counts.update((of_story, of_all))
            return True

    def _hash(self, *words: str | int) -> bytes:
        said = repr(words).encode(errors="replace")
        return blake2b(said, key=self._salt, digest_size=12).digest()

    def _forget(self, now: datetime) -> None:
        day = timezone.localdate(now)
        if day != self._day:
            self._day, self._salt = day, token_bytes(32)
            self._marks.clear()
            self._counts.clear()
        while self._marks and now - next(iter(self._marks.values())).at >= AGAIN_AFTER:
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        mark = self._marks.pop(next(iter(self._marks)))
        for one in (mark.of_story, mark.of_all):
            self._counts[one] -= 1
            if not self._counts[one]:
                del self._counts[one]


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


def _visitor(request: HttpRequest) -> Visitor:
    return Visitor(_address(request), request.headers.get("User-Agent", "")[:LONGEST_AGENT])


def _address(request: HttpRequest) -> str:
    """Where it came from: who called us or, when that is our own front server, who called it.

    A front server adds its caller to X-Forwarded-For; all before that is the caller's own word. One
    that has called from outside is no server of ours, and says so of itself alone.
    """
    sender = _ip(request.META.get("REMOTE_ADDR", ""))
    if sender is None or not sender.is_global:
        sender = _ip(request.headers.get("X-Forwarded-For", "").rpartition(",")[2]) or sender
    if isinstance(sender, IPv6Address):
        # One household is given a whole network of these, and may call from any of them.
        return str(IPv6Network((sender, 64), strict=False))
    return str(sender or "")


def _ip(text: str) -> IPv4Address | IPv6Address | None:
    """An address with or without a port; None for anything else. Who calls by a socket has none."""
    text = text.strip()[:LONGEST_ADDRESS]
    for form in (text, text.rpartition(":")[0].strip("[]")):
        try:
            found = ip_address(form)
        except ValueError:
            continue
        return getattr(found, "ipv4_mapped", None) or found
    return None
