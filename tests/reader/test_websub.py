from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pytest
from django.utils import timezone

from articles import publishing
from reader import websub
from tests import make

pytestmark = pytest.mark.django_db
FEEDS = ("rss.xml", "atom.xml", "feed.json")


class Hub(HTTPServer):
    """A hub on this machine: `answer` is its status, `told` what it was told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Listener)
        self.timeout = 10
        self.answer = 204
        self.told: list[dict[str, list[str]]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Listener(BaseHTTPRequestHandler):
    server: Hub

    def do_POST(self) -> None:
        said = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.told.append(parse_qs(said))
        self.send_response(self.server.answer)
        if self.server.answer == 302:
            self.send_header("Location", self.server.address)
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def hub(settings) -> Iterator[Hub]:
    with Hub() as hub:
        settings.WEBSUB_HUB = hub.address
        settings.SITE_URL = "https://bao.example"
        yield hub


@contextmanager
def answering(hub: Hub):
    """What is sent inside is answered when the block ends: the sender has not waited for it."""
    yield
    hub.handle_request()


@contextmanager
def answering_at_once(hub: Hub):
    """For a sender that waits: the hub answers from a thread of its own."""
    thread = Thread(target=hub.handle_request)
    thread.start()
    yield
    thread.join()


def test_publishing_tells_the_hub_which_feeds_have_changed(hub, django_capture_on_commit_callbacks):
    with answering(hub), django_capture_on_commit_callbacks(execute=True):
        article = make.story(section=make.section("Đời sống"))
    section = article.section.get_absolute_url()
    assert hub.told == [
        {
            "hub.mode": ["publish"],
            "hub.url": [
                f"https://bao.example{at}{form}" for at in ("/", section) for form in FEEDS
            ],
        }
    ]


def test_the_feeds_of_a_series_and_of_the_section_above_are_named_too(hub):
    above = make.section("Kinh tế")
    series = make.series()
    article = make.story(section=make.section("Giao thông", parent=above), series=series, part=1)
    named = websub.feeds_of(article.story)
    for page in (above, article.section, series):
        assert f"https://bao.example{page.get_absolute_url()}rss.xml" in named


def test_nothing_is_sent_before_the_story_can_be_seen(hub, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as waiting:
        make.story()
    assert waiting
    assert not hub.told


def test_an_old_story_brought_in_tells_nobody(hub, django_capture_on_commit_callbacks):
    def callbacks(at):
        article = make.article()
        with django_capture_on_commit_callbacks() as waiting:
            publishing.publish(article, by=None, at=at)
        return len(waiting)

    now = timezone.now()
    assert callbacks(now) == callbacks(now - timedelta(days=30)) + 1


@pytest.mark.parametrize("answer", [302, 404, 500])
def test_a_hub_that_refuses_is_logged_and_nothing_else(hub, caplog, answer):
    hub.answer = answer
    with answering_at_once(hub):
        assert not websub.tell(hub.address, ["https://bao.example/rss.xml"])
    assert hub.address in caplog.text
    assert len(hub.told) == 1


def test_a_hub_that_is_not_there_is_logged_and_nothing_else(caplog):
    with Hub() as gone:
        address = gone.address
    assert not websub.tell(address, ["https://bao.example/rss.xml"])
    assert address in caplog.text


@pytest.mark.parametrize("form", FEEDS)
def test_the_feeds_name_the_hub(client, hub, form):
    make.story()
    assert hub.address in client.get(f"/{form}").content.decode()


@pytest.mark.parametrize("form", FEEDS)
def test_without_a_hub_the_feeds_name_none(client, form):
    make.story()
    assert "hub" not in client.get(f"/{form}").content.decode()
