"""What a page weighs on the wire: `python benchmarks/pages.py ADDRESS…` of a running site.

Asks like a browser that takes gzip and brotli, follows the page's own style sheets, scripts and the
fonts it preloads, and prints their bytes, whether each may be kept for ever, and the sums against
the limits: HTML, CSS and script 40 kB, fonts 200 kB. The exit status is 1 when a limit is passed.
"""

# ruff: noqa: T201
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin
from urllib.request import Request, urlopen

MOST_CODE, MOST_FONTS = 40_000, 200_000
# Without these two a server would think that nobody can unpack, or send what nobody draws.
HEADERS = {"Accept-Encoding": "gzip, br", "User-Agent": "Mozilla/5.0 (benchmarks/pages.py)"}
A_YEAR = 31_536_000


@dataclass(frozen=True)
class Piece:
    kind: str
    address: str
    size: int
    packing: str
    is_kept: bool


class Links(HTMLParser):
    """The style sheets, scripts and fonts a page names in its head."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "script" and "src" in named:
            self.found.append(("script", named["src"]))
        elif tag == "link" and named.get("rel") == "stylesheet":
            self.found.append(("CSS", named["href"]))
        elif tag == "link" and named.get("as") == "font":
            self.found.append(("font", named["href"]))


def fetch(kind: str, address: str) -> Piece:
    with urlopen(Request(address, headers=HEADERS), timeout=20) as answer:  # noqa: S310
        keeping = answer.headers.get("Cache-Control", "")
        return Piece(
            kind,
            address,
            len(answer.read()),
            answer.headers.get("Content-Encoding", "as it is"),
            f"max-age={A_YEAR}" in keeping or "max-age=315360000" in keeping,
        )


def pieces(address: str) -> list[Piece]:
    """The page and what it names. The page is asked for twice: once to be read, once packed."""
    plain = Request(address, headers={"User-Agent": HEADERS["User-Agent"]})  # noqa: S310
    with urlopen(plain, timeout=20) as answer:  # noqa: S310
        links = Links()
        links.feed(answer.read().decode())
    named = dict.fromkeys((kind, urljoin(address, path)) for kind, path in links.found)
    return [fetch("HTML", address), *(fetch(kind, path) for kind, path in named)]


def report(address: str) -> bool:
    """Print one page; whether it keeps within the limits."""
    print(address)
    found = pieces(address)
    for one in found:
        kept = "kept" if one.is_kept else ""
        print(f"  {one.size:>8,}  {one.kind:<7}{one.packing:<9}{kept:<5}{one.address}")
    fonts = sum(one.size for one in found if one.kind == "font")
    code = sum(one.size for one in found) - fonts
    print(f"  {code:>8,}  HTML, CSS and script (at most {MOST_CODE:,})")
    print(f"  {fonts:>8,}  fonts (at most {MOST_FONTS:,})\n")
    return code <= MOST_CODE and fonts <= MOST_FONTS


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit(__doc__)
    kept = [report(address) for address in sys.argv[1:]]
    sys.exit(0 if all(kept) else 1)
