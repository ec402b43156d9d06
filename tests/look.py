"""Pictures of every kind of page: `python -m tests.look ADDRESS [FOLDER]` of a running site.

Follows the site's own links, picks of each kind of page the one with the longest address, which has
the longest words, and takes it as phones, tablets and desktops show it, light and dark.
"""

# ruff: noqa: T201
import argparse
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

import django
from django.urls import Resolver404, resolve, reverse
from playwright.sync_api import Page, sync_playwright
from tqdm import tqdm

from tests.browser import ARGUMENTS, chromium

WIDTHS = (390, 820, 1440)
SCHEMES = ("light", "dark")
# Of each kind so many pages are opened for their links.
OPENED = 12
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#]+)')
# Pictures further down, or off the side of a strip, are fetched only when the reader comes near.
FETCH_ALL = """async () => {
  const pictures = [...document.images];
  for (const one of pictures) one.loading = "eager";
  await Promise.all(pictures.map((one) => one.decode().catch(() => {})));
}"""


def fetch(address: str) -> tuple[int, str]:
    """The status at the end of all redirects, and the page; 0 when nobody answers."""
    try:
        with urlopen(Request(address), timeout=20) as answer:  # noqa: S310
            return answer.status, answer.read().decode(errors="replace")
    except HTTPError as refusal:
        return refusal.code, ""
    except URLError as silence:
        return 0, str(silence.reason)


def name_of(path: str) -> str:
    try:
        return resolve(path).url_name or ""
    except Resolver404:
        return ""


def linked(home: str) -> dict[str, list[str]]:
    """The paths of each kind of page that the front leads to, by one link or several."""
    from tests.addresses import page_names  # noqa: PLC0415 it loads the models

    found: dict[str, list[str]] = {name: [] for name in sorted(page_names())}
    waiting, seen = ["/"], {"/"}
    for path in waiting:
        paths = found.get(name_of(path))
        if paths is None:
            continue
        paths.append(path)
        if len(paths) > OPENED:
            continue
        for link in LINK.findall(fetch(urljoin(home, path))[1]):
            target = urlsplit(urljoin(home + path, link))
            if target.netloc == urlsplit(home).netloc and target.path not in seen:
                seen.add(target.path)
                waiting.append(target.path)
    return found


def gone(home: str, newest: int) -> str:
    """A page that says 410: nothing leads to one, so the short addresses are tried."""
    paths = (reverse("story", kwargs={"pk": number}) for number in range(1, newest + 1))
    return next((path for path in paths if fetch(urljoin(home, path))[0] == 410), "")


def pages(home: str) -> Iterator[tuple[str, str]]:
    """What is taken: a name for the file, and the path."""
    found = linked(home)
    for name, paths in found.items():
        if paths:
            yield name, max(paths, key=len)
        else:
            print(f"No link leads to a page of the kind “{name}”.")
    numbers = [resolve(path).kwargs["pk"] for path in found["article"]]
    if path := gone(home, max(numbers, default=0)):
        yield "gone", path
    search = reverse("search")
    yield "search-found", f"{search}?q=ng%C6%B0%E1%BB%9Di"
    yield "search-nothing", f"{search}?q=ng%C6%B0%E1%BB%9Dii+xyzz"
    yield "not-found", "/khong-co-trang-nay/"


def take(page: Page, home: str, path: str, file: Path) -> None:
    page.goto(urljoin(home, path), wait_until="load")
    page.evaluate(FETCH_ALL)
    page.screenshot(path=file, full_page=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", help="of a running site")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("look"))
    told = parser.parse_args()
    program = chromium()
    if not program:
        sys.exit("No Chromium found: install one, or set CHROMIUM to its program.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    if (status := fetch(told.address)[0]) != 200:
        sys.exit(f"{told.address} answers {status}: start the site first, with `make run`.")
    told.folder.mkdir(parents=True, exist_ok=True)
    chosen = list(pages(told.address))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        page = browser.new_page(reduced_motion="reduce", locale="vi-VN")
        shots = [(*one, width, scheme)
                 for one in chosen for width in WIDTHS for scheme in SCHEMES]  # fmt: skip
        for name, path, width, scheme in tqdm(shots, unit=" pictures"):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            take(page, told.address, path, told.folder / f"{name}-{width}-{scheme}.png")
        browser.close()
    print(f"{len(shots)} pictures of {len(chosen)} pages in {told.folder}/")


if __name__ == "__main__":
    main()
