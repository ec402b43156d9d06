"""A guard against inputs that take for ever. It measures nothing: benchmarks do that."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

FAR_TOO_LONG = 20  # seconds; what is guarded takes well under one


@contextmanager
def no_runaway() -> Iterator[None]:
    """Fail when what stands inside has not come back after far too long."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"not back after {FAR_TOO_LONG} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(FAR_TOO_LONG)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
