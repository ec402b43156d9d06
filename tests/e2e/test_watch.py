"""A guard that cannot complain is none: each thing `page` must not do unseen, done."""

from playwright.sync_api import Page

from tests.browser import Watch


def complaints(watch: Watch) -> list[str]:
    """What was seen so far; it no longer fails the test."""
    seen = watch.troubles[:]
    watch.troubles.clear()
    return seen


def test_an_error_on_the_console_is_seen(page: Page, watch: Watch) -> None:
    page.evaluate("console.error('no such button')")
    assert complaints(watch) == ["console: no such button"]


def test_a_script_that_fails_is_seen(page: Page, watch: Watch) -> None:
    page.set_content("<script>missing()</script>")
    assert complaints(watch) == ["page error: missing is not defined"]


def test_a_violation_of_the_policy_is_seen(page: Page, watch: Watch) -> None:
    page.set_content(
        """<meta http-equiv="Content-Security-Policy" content="script-src 'none'">
        <script>1</script>"""
    )
    assert "inline script violates the following Content Security Policy" in complaints(watch)[0]


def test_a_request_to_another_host_is_seen(page: Page, watch: Watch) -> None:
    page.set_content("<img src='http://elsewhere.example/pixel.png'>")
    assert "request to another host: http://elsewhere.example/pixel.png" in complaints(watch)


def test_an_address_that_is_missing_is_seen(page: Page, watch: Watch) -> None:
    page.goto("/no-such-address/")
    assert [line[:11] for line in complaints(watch)] == ["status 404:"]


def test_a_missing_page_can_be_expected(page: Page, watch: Watch) -> None:
    watch.allowed_statuses.append(404)
    page.goto("/no-such-address/")
    assert complaints(watch) == []
