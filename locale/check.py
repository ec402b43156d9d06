"""Refuse a catalogue that does not say everything the code says: part of `make check`."""

import re
import sys
from collections.abc import Iterator
from string import Formatter

import extract
from babel.messages.catalog import Catalog, Message

_PERCENT = re.compile(r"%(?:\((?P<name>\w+)\))?[-#0+]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa]")


def placeholders(text: str) -> set[str]:
    """What Python will fill in: `%(name)s` and `{name}` by name, a bare `%s` as itself."""
    found = {
        f"%({match['name']})" if match["name"] else match[0]
        for match in _PERCENT.finditer(text.replace("%%", ""))
    }
    try:
        fields = [field for _, field, _, _ in Formatter().parse(text) if field is not None]
    except ValueError:  # a lone brace: not a format string
        fields = []
    return found | {f"{{{field}}}" for field in fields}


def forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [""])


def faults(catalogue: Catalog, code: Catalog) -> Iterator[str]:
    """Every reason not to ship the catalogue, as a line for a person."""
    for message in code:
        if message.id:
            entry = catalogue.get(message.id, message.context)
            fault = "missing" if entry is None else fault_of(message, entry)
            if fault:
                yield f"{fault}: {name_of(message)}"
    for message in [*catalogue, *catalogue.obsolete.values()]:
        if not message.id:
            continue
        is_used = code.get(message.id, message.context) is not None
        if not is_used and not extract.is_used_elsewhere(message):
            yield f"used by no code: {name_of(message)}"
        elif not is_used and (fault := fault_of(message, message)):
            yield f"{fault}: {name_of(message)}"


def fault_of(message: Message, entry: Message) -> str:
    if not extract.is_translated(entry):
        return "untranslated"
    if entry.fuzzy:
        return "marked fuzzy"
    if len(forms(message.id)) > len(forms(entry.id)):
        return "the plural is missing"
    translations = forms(entry.string)
    sources = [placeholders(text) for text in forms(message.id)]
    allowed = set().union(*sources)
    # The last form is the one for "many", which is all that Vietnamese has; others may leave the
    # number out.
    if any(placeholders(text) - allowed for text in translations) or (
        placeholders(translations[-1]) != sources[-1]
    ):
        return "placeholders differ"
    return ""


def name_of(message: Message) -> str:
    context = f" (context {message.context!r})" if message.context else ""
    return f"{forms(message.id)[0]!r}{context}"


def main() -> None:
    code = extract.catalogue_of_code()
    paths = extract.catalogue_files()
    found = [
        f"{path.relative_to(extract.ROOT)}: {fault}"
        for path in paths
        for fault in faults(extract.read(path), code)
    ]
    if not paths:
        found = ["locale/*/LC_MESSAGES/django.po: there is no catalogue at all"]
    if found:
        sys.exit("\n".join([*found, f"{len(found)} to mend; `make messages` adds what is missing"]))
    sys.stdout.write(f"{len(code)} sentences, all of them translated\n")


if __name__ == "__main__":
    main()
