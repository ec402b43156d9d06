"""Reading settings from the environment: a value that cannot be read stops the start by name."""

import re
from collections.abc import Mapping, Sequence

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


def flag(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}; write 1 or 0.")


def number(environ: Mapping[str, str], name: str, *, default: int) -> int:
    """A whole number, zero or more."""
    value = environ.get(name, "").strip() or str(default)
    if not (value.isascii() and value.isdecimal() and len(value) < 10):
        raise ImproperlyConfigured(f"{name} is {value!r}; write a whole number.")
    return int(value)


def listing(environ: Mapping[str, str], name: str) -> list[str]:
    """A comma-separated value as a list; blanks fall away."""
    return [part.strip() for part in environ.get(name, "").split(",") if part.strip()]


def address(environ: Mapping[str, str], name: str) -> str:
    """An http or https address, or nothing."""
    value = environ.get(name, "").strip()
    if value and not re.fullmatch(r"https?://[a-z0-9][^\s]*", value, re.IGNORECASE):
        raise ImproperlyConfigured(f"{name} is {value!r}; write it as https://hub.example/.")
    return value


def require(environ: Mapping[str, str], names: Sequence[tuple[str, str]]) -> None:
    """Refuse to go on while any of the names is missing, and say what each is for."""
    missing = [
        f"{name} ({purpose})" for name, purpose in names if not environ.get(name, "").strip()
    ]
    if missing:
        raise ImproperlyConfigured(
            "DEBUG is off and these environment variables are not set: " + ", ".join(missing) + "."
        )
