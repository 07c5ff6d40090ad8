#!/usr/bin/env python3
"""python_environment.py [demo|test]: the Python environment of the demo and the tests; prints its interpreter's path.

It is made once, in CURTAIN_VENV, or .venv beside this folder, or the user's cache where that cannot be written; when
nothing has changed this only compares a hash. Needs Python 3.10 or newer with its venv module, and nothing else.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
STAMP = ".curtain-requirements"
GROUPS = {"demo": ["demo", "test"], "test": ["test"]}  # a group, and the groups that have it in them


def place():
    """Where the environment is or will be."""
    if os.environ.get("CURTAIN_VENV"):
        return Path(os.environ["CURTAIN_VENV"])
    beside = HERE.parent / ".venv"
    if beside.exists() or (HERE.parent / "Package.swift").exists():
        return beside
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "curtain" / "demo-python"


def stamp(group):
    """What an up-to-date environment of this group says of itself."""
    content = b"".join(
        (HERE / name).read_bytes() for name in ("constraints.txt", "requirements-demo.txt", f"requirements-{group}.txt")
    )
    return f"{group} {hashlib.sha256(content).hexdigest()}"


def ready(group):
    """The interpreter, if the environment is up to date and starts; else None."""
    python = place() / "bin" / "python"
    try:
        said = (place() / STAMP).read_text().strip()
    except OSError:
        return None
    return python if said in [stamp(each) for each in GROUPS[group]] and python.exists() else None


def make(group):
    """Make the environment, or bring it up to date, and return the interpreter. Exits with 69 where it cannot."""
    if sys.version_info < (3, 10):
        sys.exit(_refuse(f"Python 3.10 or newer is needed, this is {sys.version.split()[0]}."))
    python = place() / "bin" / "python"
    if not python.exists():
        print(f"Making a Python environment in {place()} ...", file=sys.stderr)
        _run(
            [sys.executable, "-m", "venv", str(place())],
            "Python cannot make virtual environments. On Debian: apt-get install python3-venv.",
        )
    (place() / STAMP).unlink(missing_ok=True)
    print(f"Installing {HERE.name}/requirements-{group}.txt ...", file=sys.stderr)
    _run(
        [
            str(python),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
            str(HERE / f"requirements-{group}.txt"),
        ],
        "pip could not install the packages; its own words are above. The package index has to be within reach.",
    )
    (place() / STAMP).write_text(stamp(group) + "\n")
    return python


def ensure(group):
    """The interpreter of an up-to-date environment; made by one process at a time."""
    python = ready(group)
    if python:
        return python
    lock = os.open(HERE, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return ready(group) or make(group)
    finally:
        os.close(lock)


def _run(command, otherwise):
    if subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode != 0:
        if "venv" in command:
            shutil.rmtree(place(), ignore_errors=True)
        sys.exit(_refuse(otherwise))


def _refuse(why):
    print(f"python-environment: {why}", file=sys.stderr)
    return 69


def main(arguments):
    group = arguments[0] if arguments else "test"
    if group not in GROUPS or len(arguments) > 1:
        print(__doc__, file=sys.stderr)
        return 64
    print(ensure(group))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
