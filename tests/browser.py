"""What the browser tests stand on: which Chromium to drive, and what a page may not do unseen."""

import os
import shutil
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing but the page under test speaks, and no name but this machine's leads anywhere.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
# Some violations never reach the console: those of a policy that only reports, for one.
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => console.error(
  `Content Security Policy: ${event.violatedDirective} forbids ${event.blockedURI}`
));
"""
_LOCAL_SCHEMES = {"about", "blob", "chrome-error", "data"}
_STATUS_REPORT = "Failed to load resource: the server responded with a status of"


def chromium() -> str | None:
    """The program to drive: $CHROMIUM, or the first of the usual names on PATH."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    return next(filter(None, map(shutil.which, NAMES)), None)


def chromium_is_required() -> bool:
    return os.environ.get("REQUIRE_BROWSER", "") not in {"", "0"}


class Watch:
    """Collects what a reader would not see but we must: errors, violations, strange hosts."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = urlsplit(home).netloc
        self.allowed_statuses: list[int] = []
        self.troubles: list[str] = []
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.troubles.append(f"page error: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # A refused address is judged by its response, which says which one it was.
        if message.type == "error" and not message.text.startswith(_STATUS_REPORT):
            self.troubles.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in _LOCAL_SCHEMES and address.netloc != self.home:
            self.troubles.append(f"request to another host: {request.url}")

    def _response(self, response: Response) -> None:
        expected = (
            response.status in self.allowed_statuses and response.request.is_navigation_request()
        )
        if response.status >= 400 and not expected:
            self.troubles.append(f"status {response.status}: {response.url}")
