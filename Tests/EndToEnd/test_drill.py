"""The drill, from the paste to the report: on the command line beside it, and in the console."""

import json
import os
import subprocess
import sys
import time

import pytest

from conftest import BINARY, ROOT
from terminal import Terminal

PATIENCE = 90  # seconds, for the stand-in with its account
HOOK = f"{sys.executable} {ROOT}/demo/outside_world.py orders-db --field password"
CONNECTED = 'invoke={}=>{"connected":true}'


def base(home):
    (home / "config").mkdir(exist_ok=True)
    # The stand-in has no such limit, and nobody waits for it here.
    (home / "config/config.toml").write_text("[aws]\nrequests_per_second = 100\n")
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "CURTAIN_CONFIG_DIR": str(home / "config"),
        "CURTAIN_STATE_DIR": str(home / "state"),
        "CURTAIN_DEMO_DIR": str(ROOT / "demo"),
        "CURTAIN_VENV": os.environ.get("CURTAIN_VENV", str(ROOT / ".venv")),
        "CURTAIN_DRILL_PACE": "1",
    }


class Drill:
    """`curtain demo --incident --no-console`, and curtain in a second terminal."""

    def __init__(self, home):
        self.folder = home / "state/demo/drill"
        self.said = b""
        self.process = subprocess.Popen(
            [str(BINARY), "demo", "--incident", "--no-console"],
            env=base(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if line.startswith(b"Enter ends it"):
                break
        self.brief = b"".join(lines).decode()
        exports = (self.folder / "environment.sh").read_text().splitlines()
        self.environment = base(home) | dict(
            line.removeprefix("export ").split("=", 1) for line in exports if line.startswith("export ")
        )

    def run(self, *arguments, status=0, input=None):
        done = subprocess.run(
            [str(BINARY), *arguments], env=self.environment, input=input, capture_output=True, timeout=60
        )
        self.said += done.stdout + done.stderr
        assert done.returncode == status, f"{arguments}: {done.stderr.decode()}{done.stdout.decode()}"
        return done.stdout.decode()

    def json(self, *arguments, **options):
        return json.loads(self.run(*arguments, "-o", "json", **options))

    def reader(self):
        return [json.loads(line) for line in (self.folder / "reader.jsonl").read_text().splitlines()]

    def leave(self):
        rest = self.process.communicate(b"\n", timeout=30)[0].decode()
        return self.process.returncode, rest


@pytest.fixture
def drill(tmp_path):
    drill = Drill(tmp_path)
    yield drill
    if drill.process.poll() is None:
        drill.process.stdin.close()
        drill.process.wait(30)


def test_from_the_paste_to_the_report(drill, tmp_path):
    paste = (drill.folder / "paste.txt").read_bytes()
    assert paste.decode() in drill.brief and "15 min" in drill.brief
    for private in ("paste.txt", "environment.sh", "reader.jsonl", "drill.json"):
        assert (drill.folder / private).stat().st_mode & 0o077 == 0
    value = paste.decode().split("orders_app:")[1].split("@")[0]
    facts = json.loads((drill.folder / "drill.json").read_text())

    drill.run("incident", "open", "Database address in a paste", "--id", "DRILL-1", "--severity", "P1")
    found = drill.json("match", "--note", "DRILL-1 what is it", input=value.encode(), status=3)
    assert any(row["ref"].startswith("secret:prod/orders/db") for row in found["found"])

    # The key that stands in the paste leads nowhere; the reader's is in CloudTrail.
    decoy = drill.run("incident", "triage", "accesskey:" + facts["decoy"], status=3)  # GuardDuty cannot be asked here
    assert "Inactive" in decoy
    since = time.monotonic()
    while True:
        accesses = drill.json("access", "secret:prod/orders/db", "--since", "5m", "--habits", "0s")
        seen = [row for row in accesses if row["sourceIP"] == "203.0.113.77"]
        if seen:
            break
        assert time.monotonic() - since < 30, "the reader is not in CloudTrail"
    assert "reporting-contractor" in seen[0]["actor"]
    reader = facts["reader"]
    drill.run("incident", "watch", "accesskey:" + reader, "--since", "2026-01-01T00:00:00Z", "--for", "1s", status=3)
    drill.run("incident", "decision", "stop the contractor's key now", "--by", "on-call")
    drill.run("incident", "contain", "deactivate", "accesskey:" + reader, "--yes", "--note", "it reads secrets")

    plan = drill.json(
        "plan", "rotate", "secret:prod/orders/db#/password", "--overlap", "--generate", "24", "--no-punctuation",
        "--note", "DRILL-1", "--check", CONNECTED, "--wave", "40", "--weight", "0", "--hook", HOOK,
    )
    drill.run("apply", plan["id"], "--yes", "--note", "DRILL-1", status=4)  # a reader by policy only is named
    drill.run("retire", plan["id"], "--yes", "--note", "DRILL-1")
    again = drill.json("match", "--note", "DRILL-1 is it gone", input=value.encode(), status=3)
    assert not any(row["ref"].startswith("secret:prod/orders/db@AWSCURRENT") for row in again["found"])

    rows = drill.run("incident", "watch", "--for", "3s", "--every", "1s", "-o", "jsonl")
    end = json.loads(rows.splitlines()[-1])
    assert end["state"] == "over" and end["uses"] == 0, rows
    looks = [json.loads(row) for row in rows.splitlines() if '"look"' in row]
    assert "fn:payments-checkout" in {each["ref"] for each in looks[-1]["functions"]}
    drill.run("incident", "note", "all invocations work", "--moment", "recovered")
    for form in ("report.md", "report.json", "report.html"):
        drill.run("incident", "export", "--file", str(tmp_path / form))
    drill.run("incident", "close", status=4)  # the containment still stands, and is named

    report = json.loads((tmp_path / "report.json").read_text())
    assert {each["name"] for each in report["measures"] if each["seconds"] is not None} >= {"time to contain", "time to recover"}
    actions = [line["action"] for line in report["timeline"]]
    for wanted in ("opened", "match.done", "watch.used", "decision", "contain.done", "apply.finished", "watch.ended"):
        assert wanted in actions, wanted
    assert "cloudtrail " in (tmp_path / "report.md").read_text()
    for place in (drill.said, *(path.read_bytes() for path in tmp_path.glob("report.*"))):
        assert value.encode() not in place
    for kept in (tmp_path / "state/demo").rglob("*"):
        if kept.is_file() and kept.name != "paste.txt":
            assert value.encode() not in kept.read_bytes(), kept

    tries = drill.reader()
    assert tries[0]["result"] == "read" and tries[-1]["result"] != "read"
    status, score = drill.leave()
    assert status == 0
    for goal in ("incident opened", "value found", "intruder stopped", "secret rotated", "recovery validated"):
        line = next(line for line in score.splitlines() if line.strip().startswith(goal))
        assert line.endswith("in time"), line
    assert "the report was written" in score and "leads nowhere" not in score


def test_left_at_once_it_says_what_was_not_reached(drill):
    status, score = drill.leave()
    assert status == 0
    assert score.count("not reached") == 5 and "no report was written" in score


def test_in_the_console(tmp_path):
    with Terminal([str(BINARY), "demo", "--incident"], base(tmp_path), columns=140, rows=45) as terminal:
        terminal.patience = PATIENCE
        terminal.wait("Enter opens the console")
        assert "postgres://orders_app:" in terminal.screen
        terminal.press("Enter")
        terminal.wait("payments-checkout")
        facts = json.loads((tmp_path / "state/demo/drill/drill.json").read_text())
        terminal.press("i")
        terminal.wait("Open a new incident")
        terminal.press("Enter")
        terminal.wait("a ticket's")
        terminal.type("paste")
        terminal.press("Enter")
        terminal.type("DRILL-2")
        terminal.press("Enter", "Enter", "Enter")
        terminal.wait_until(lambda screen: "DRILL-2" in screen.split("\n")[0])
        # What people who look in the wrong place do first.
        terminal.command(f"contain deactivate accesskey:{facts['reader']}")
        terminal.wait("Effect:")
        terminal.type("it reads")
        terminal.press("Enter")
        terminal.type(facts["reader"])
        terminal.press("Enter", "Enter")
        terminal.wait(": done")
        ledger = tmp_path / "state/demo/drill/reader.jsonl"
        terminal.wait_until(lambda _: json.loads(ledger.read_text().splitlines()[-1])["result"] != "read", "a refusal")
        terminal.press("t")
        terminal.wait("CONTAINED")
        terminal.press("Q")
        screen = terminal.wait("The drill, against the runbook")
        screen = terminal.wait("ended with 0")
        assert [line.endswith("in time") for line in screen.splitlines() if "intruder stopped" in line] == [True]
        assert "secret rotated" in screen and "not reached" in screen
