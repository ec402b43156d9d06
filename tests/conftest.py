from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.storage import storages
from django.db import connection
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser import ARGUMENTS, Watch, chromium, chromium_is_required

NO_CHROMIUM = (
    "no Chromium found: install one, or set CHROMIUM to its program "
    "(Debian: apt-get install chromium libatomic1)"
)


# --- Every test -----------------------------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def _quick_and_private(django_test_environment: None) -> Iterator[None]:
    """Nothing leaves the process, and no password takes a second to check."""
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        READINGS_EVERY=0,
    ):
        yield


@pytest.fixture(autouse=True)
def _own_files(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Uploads go to a folder of the test's own, and no page is left in the cache."""
    cache.clear()
    media = tmp_path / "media"
    settings.MEDIA_ROOT = media
    # This storage read MEDIA_ROOT when the settings were loaded, and fields hold on to it.
    originals: Any = storages["originals"]
    monkeypatch.setattr(originals, "_location", media / "originals")
    for cached in ("base_location", "location"):
        vars(originals).pop(cached, None)


# --- Browser tests --------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; each test has a context of its own in it."""
    program = chromium()
    assert program, NO_CHROMIUM
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop running in this thread, which makes Django take every
        # query of the test for a mistake.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chrome = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chrome
        chrome.close()


@pytest.fixture
def context(browser: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A reader's browser, empty and in Vietnam. Relative addresses lead to the live server."""
    context = browser.new_context(
        base_url=live_server.url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
    )
    yield context
    context.close()


@pytest.fixture
def watch(context: BrowserContext, live_server: LiveServer) -> Watch:
    """What `page` fails on; a test of a 410 page says `watch.allowed_statuses.append(410)`."""
    return Watch(context, live_server.url)


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A page that may not fail unseen: see `tests.browser.Watch`."""
    page = context.new_page()
    yield page
    for opened in context.pages:
        opened.evaluate("0")  # what was reported before this answer has arrived with it
    if watch.troubles:
        pytest.fail("\n".join(watch.troubles), pytrace=False)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and not chromium():
        if chromium_is_required():
            pytest.fail(NO_CHROMIUM, pytrace=False)
        pytest.skip(NO_CHROMIUM)


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    yield
    # Last, because of Playwright's event loop: nothing else has to live with it.
    items.sort(key=_is_for_a_browser)


def _is_for_a_browser(item: pytest.Item) -> bool:
    return item.get_closest_marker("browser") is not None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    def count(*outcomes: str) -> int:
        seen = [test for outcome in outcomes for test in terminalreporter.stats.get(outcome, ())]
        return sum("browser" in test.keywords for test in seen)

    if ran := count("passed", "failed"):
        said = f"{ran} ran in {chromium()}"
    elif left_out := count("skipped", "error"):
        said = f"{left_out} DID NOT RUN" + ("" if chromium() else f", {NO_CHROMIUM}")
    else:
        said = "not in this run"
    terminalreporter.write_line("")
    terminalreporter.write_line(f"Database: {connection.vendor}. Browser tests: {said}.")
