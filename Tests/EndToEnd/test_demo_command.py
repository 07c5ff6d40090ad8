"""`curtain demo` and an installed binary: started, opened, left, nothing left running."""

import os
import shutil
import subprocess

import pytest

from conftest import BINARY, ROOT
from terminal import Terminal


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """What `make install` puts under a prefix, without building anew."""
    prefix = tmp_path_factory.mktemp("prefix")
    subprocess.run(
        ["make", "--no-print-directory", "-C", str(ROOT), "install", f"PREFIX={prefix}", "RELEASE=true", "-o", "packages"],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return prefix


def environment(home):
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "CURTAIN_VENV": os.environ.get("CURTAIN_VENV", str(ROOT / ".venv")),
    }


def stand_ins(below):
    """The demo's Python processes below a process."""
    listing = subprocess.run(["ps", "-ww", "-eo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    return [line for line in listing.splitlines() if str(below) in line and "stand_in.py" in line]


def test_it_starts_opens_and_ends_with_the_console(installed, tmp_path):
    with Terminal([str(installed / "bin/curtain"), "demo"], environment(tmp_path)) as terminal:
        terminal.patience = 90
        terminal.wait("payments-checkout")
        assert stand_ins(installed), "the stand-in does not come from the installed files"
        terminal.press("q")
        terminal.wait("ended with 0")
        assert not stand_ins(installed)
    state = tmp_path / ".local/state/curtain/demo/audit.jsonl"
    assert state.exists() and not (tmp_path / ".local/state/curtain/audit.jsonl").exists()
    with Terminal([str(installed / "bin/curtain"), "demo", "--reset"], environment(tmp_path)) as terminal:
        terminal.patience = 90
        terminal.wait("payments-checkout")
        terminal.press("Q")
        terminal.wait("ended with 0")
    assert state.read_text().count("session.started") == 1, "the demo's trail was not begun anew"


def test_killed_with_the_console_open_nothing_stays(installed, tmp_path):
    with Terminal([str(installed / "bin/curtain"), "demo"], environment(tmp_path)) as terminal:
        terminal.patience = 90
        terminal.wait("payments-checkout")
        for pid in terminal.processes():
            try:
                os.kill(pid, 9)
            except ProcessLookupError:
                pass
        terminal.wait_until(lambda _: not stand_ins(installed), "without a stand-in")


def test_without_python_it_says_what_is_missing(installed, tmp_path):
    empty = tmp_path / "bin"
    empty.mkdir()
    for name in ("env", "sh", "sleep"):
        (empty / name).symlink_to(shutil.which(name))
    with Terminal(
        [str(installed / "bin/curtain"), "demo"], {**environment(tmp_path), "PATH": str(empty)}
    ) as terminal:
        assert "apt-get install python3" in terminal.wait("python3 is not installed")
        terminal.wait("ended with 69")


def test_the_themes_are_installed(installed):
    assert {path.name for path in (installed / "share/curtain/themes").iterdir()} == {
        path.name for path in (ROOT / "Themes").iterdir()
    }
    assert BINARY.exists()
