"""The settings are read once, at the start: each case starts a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "bao.example",
    "SITE_URL": "https://bao.example",
}


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={**kept, "DATABASE_URL": "sqlite://:memory:", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_all_it_needs():
    assert start(DEBUG="0", **NEEDED).returncode == 0


@pytest.mark.parametrize("missing", NEEDED)
def test_production_refuses_to_start_and_names_what_is_missing(missing):
    given = {name: value for name, value in NEEDED.items() if name != missing}
    process = start(DEBUG="0", **given)
    assert process.returncode != 0
    assert missing in process.stderr
    assert "Traceback" not in process.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("DEBUG", "maybe"), ("SITE_URL", "bao.example"), ("WEBSUB_HUB", "file:///etc/hosts")],
)
def test_a_value_that_cannot_be_read_stops_the_start_by_name(name, value):
    process = start(**{name: value})
    assert process.returncode != 0
    assert name in process.stderr
    assert "Traceback" not in process.stderr
