"""kill -9 at every step of writing a note: what was acknowledged stays, what was not is whole or absent, the next one works."""

import json
import subprocess

import pytest

from conftest import BINARY

CALLS = ("openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "renameat", "renameat2", "linkat", "unlinkat", "flock")
MOST = 500  # of one call in one command: more than there are


class Desk:
    """curtain without any AWS: notes need none."""

    def __init__(self, home):
        self.home = home
        self.environment = {
            "HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "AWS_REGION": "eu-west-1",
            "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY": "x", "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_ENDPOINT_URL": "http://127.0.0.1:9",
        }  # fmt: skip

    def run(self, *arguments, status=0, below=()):
        done = subprocess.run(
            [*below, str(BINARY), *arguments], cwd=self.home, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, timeout=60,
        )  # fmt: skip
        if status is not None:
            assert done.returncode == status, done.stderr.decode()
        return done

    def notes(self):
        lines = json.loads(self.run("incident", "timeline", "-o", "json").stdout)
        return [line["note"] for line in lines if line["action"] == "note"]


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.run("incident", "open", "a leak", "--id", "INC-9")
    return desk


@pytest.mark.parametrize("call", CALLS)
def test_no_note_is_lost(desk, call):
    acknowledged, killed = [], []
    for number in range(1, MOST + 1):
        text = f"{call} number {number}"
        below = (
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
            f"inject={call}:signal=KILL:when={number}",
        )  # fmt: skip
        done = desk.run("incident", "note", text, status=None, below=below)
        if done.returncode == 0:
            acknowledged.append(text)
        else:
            assert done.returncode in (137, -9), done.stderr.decode()
            killed.append(text)
        found = desk.notes()
        assert [each for each in found if each in acknowledged] == acknowledged
        # A note that was not acknowledged is there as it was typed, or not at all.
        assert set(found) <= {*acknowledged, *killed}
        if done.returncode == 0:
            break
    else:
        raise AssertionError(f"{call} is called more than {MOST} times")
    for kind in ("decision", "todo"):
        desk.run("incident", kind, f"after {call}", *(("--by", "me") if kind == "decision" else ()))
    verified = desk.run("audit", "verify", status=None)
    # A line that a kill has cut in half is repaired by the next command, and that is on record.
    assert verified.returncode == 0, verified.stdout.decode() + verified.stderr.decode()
