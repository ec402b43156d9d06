"""Bring the catalogues up to date with the sentences the code says: `make messages`.

A translation that no code uses is dropped, and shown, unless a comment above it says which
package says it: `# Used by django.contrib.admin`.
"""

import sys
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
USED_BY = "Used by "
HEADER = r"""msgid ""
msgstr ""
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plural_forms}\n"

"""


def messages_in_template(
    fileobj: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, Any],  # noqa: ARG001 - Babel passes it by this name
) -> Iterator[tuple[Any, ...]]:
    """Babel's extraction method for Django templates."""
    python = templatize(fileobj.read().decode())
    # Django turns the text around the calls into X's but leaves its indentation, which Python's
    # tokenizer would refuse.
    level = "\n".join(line.lstrip() for line in python.splitlines())
    yield from extract_python(
        BytesIO(level.encode()), dict.fromkeys(keywords), comment_tags, {"encoding": "utf-8"}
    )


def catalogue_of_code(root: Path = ROOT) -> Catalog:
    """Every sentence of the code and the templates, without translations."""
    with (root / "locale" / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    catalogue = Catalog(domain="django")
    for _file, _line, message, comments, context in extract_from_dir(
        root, methods, options, keywords=KEYWORDS, comment_tags=["Translators:"]
    ):
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def catalogue_files(root: Path = ROOT) -> list[Path]:
    return sorted(root.glob("locale/*/LC_MESSAGES/django.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, domain="django", abort_invalid=True)


def write(path: Path, catalogue: Catalog) -> None:
    """Sorted, unwrapped and without line numbers or dates: a diff shows sentences, nothing else."""
    with path.open("wb") as file:
        file.write(
            HEADER.format(
                language=catalogue.locale_identifier, plural_forms=catalogue.plural_forms
            ).encode()
        )
        write_po(
            file,
            catalogue,
            width=0,
            no_location=True,
            omit_header=True,
            sort_output=True,
            ignore_obsolete=True,
        )


def is_translated(message: Message) -> bool:
    strings = [message.string] if isinstance(message.string, str) else message.string or [""]
    return all(strings)


def is_used_elsewhere(message: Message) -> bool:
    return any(comment.startswith(USED_BY) for comment in message.user_comments)


def update(catalogue: Catalog, code: Catalog) -> list[Message]:
    """Make the catalogue hold what the code says; return the translations this drops."""
    catalogue.update(code, no_fuzzy_matching=True)
    unused = list(catalogue.obsolete.values())
    catalogue.obsolete.clear()
    for message in filter(is_used_elsewhere, unused):
        catalogue[message.id] = message
    return [message for message in unused if not is_used_elsewhere(message)]


def main() -> None:
    code = catalogue_of_code()
    for path in catalogue_files():
        catalogue = read(path)
        dropped = update(catalogue, code)
        write(path, catalogue)
        for message in dropped:
            sys.stdout.write(f"dropped: {message.id!r} -> {message.string!r}\n")
        missing = sum(1 for message in catalogue if message.id and not is_translated(message))
        sys.stdout.write(f"{path.relative_to(ROOT)}: {len(catalogue)} sentences, {missing} to do\n")


if __name__ == "__main__":
    main()
