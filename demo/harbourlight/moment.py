"""When something happened: what is done inside `ago(...)` or `at(...)` is asked of the stand-in as of then.

It is a request of ours to the stand-in (see emulator/clock.py and emulator/trail); any other endpoint ignores it, and
then everything is as old as the set-up.
"""

import threading
import time
from contextlib import contextmanager

_stated = threading.local()


def headers():
    """The headers that state the time and the source address of what this thread does now."""
    stated = {}
    if getattr(_stated, "at", None) is not None:
        stated["X-Stand-In-Clock"] = f"{_stated.at:.3f}"
    if getattr(_stated, "source", None):
        stated["X-Stand-In-Source"] = _stated.source
    return stated


@contextmanager
def at(seconds, source=None):
    """What this thread does in here happened then, `seconds` since the epoch, from the address `source`."""
    before = getattr(_stated, "at", None), getattr(_stated, "source", None)
    _stated.at, _stated.source = seconds, source
    try:
        yield
    finally:
        _stated.at, _stated.source = before


def ago(days, source="198.51.100.20"):
    """What this thread does in here happened so many days ago, from the office unless told otherwise."""
    return at(time.time() - days * 86400, source)
