"""100,000 rows: the model by itself, the console on a terminal, and what tig and fzf do on the same machine."""

import json
import os
import shutil
import subprocess
import tempfile

import account
import subject
from pseudo_terminal import PseudoTerminal

COUNT = 100_000
# Seconds without a key.
IDLE = 120
PROBE = os.environ.get("CONSOLE_PROBE", os.path.join(subject.HERE, "..", ".build", "release", "ConsoleProbe"))
BOUNDS = {
    "a cursor move and its frame": "0.5 ms, 2 ms at p99", "filter, any keystroke": "8 ms at p99",
    "filter, first keystroke": "8 ms at p99", "inverse filter, any keystroke": "8 ms at p99",
    "tag filter, any keystroke": "8 ms at p99", "filter off the top, any keystroke": "8 ms at p99",
    "fuzzy filter, any keystroke": "16 ms at p99", "a sort is asked for": "2 ms at p99",
    "a refresh of as many rows, any event": "2 ms at p99",
}
WORDS = ["payments", "token", "settle-2", "prod/ledger"]


def moves(terminal, runs):
    """Milliseconds to the answer and bytes painted for moves down and up."""
    answers, painted = [], []
    for index in range(runs):
        seconds, count = terminal.press(b"j" if index % 30 < 15 else b"k")
        if seconds is not None:
            answers.append(seconds * 1e3)
            painted.append(count)
    return answers, painted


def keystrokes(terminal, begin, end):
    """Milliseconds to the answer for every letter of some searches."""
    answers = []
    for word in WORDS:
        terminal.press(begin) if begin else None
        for letter in word:
            seconds, _ = terminal.press(letter.encode())
            if seconds is not None:
                answers.append(seconds * 1e3)
        terminal.press(end)
        terminal.settle(quiet=0.2)
    return answers


def model(table):
    lines = subprocess.run([PROBE, str(COUNT)], check=True, capture_output=True, text=True).stdout.splitlines()
    for line in lines:
        figure = json.loads(line)
        if figure["values"]:
            name = figure["name"]
            table.add(f"model, {COUNT:,} rows: {name}", figure["values"], unit=figure["unit"],
                      bound=BOUNDS.get(name, ""), note="processor time")


def tig(folder, environment, runs):
    """A history of 20,000 commits: milliseconds to the first rows, to a key's answer, and bytes painted."""
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    stream = "".join(
        f"commit refs/heads/main\ncommitter a <a@example> {1_700_000_000 + n} +0000\n"
        f"data <<.\nmessage {n}\n.\n" for n in range(20_000))
    subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input=stream.encode(), check=True)
    first = []
    for _ in range(runs):
        terminal = PseudoTerminal(["sh", "-c", f"cd {folder} && exec tig"], environment)
        first.append(terminal.wait_for(b"message 19999") * 1e3)
        terminal.settle()
        answers, painted = moves(terminal, 100)
        terminal.close()
    return first, answers, painted


def fzf(environment):
    """The same names: milliseconds from a letter to the first byte of its answer."""
    names = "\n".join(account.make(parameters=COUNT).parameters)
    with tempfile.NamedTemporaryFile("w") as file:
        file.write(names)
        file.flush()
        terminal = PseudoTerminal(["sh", "-c", f"fzf < {file.name}"], environment)
        terminal.settle(quiet=1)
        answers = keystrokes(terminal, b"", b"\x15")
        terminal.close()
    return answers


def idle(table, terminal):
    """Two minutes in which nobody touches a key."""
    terminal.settle(quiet=2)
    ran, painted = terminal.running_seconds(), len(terminal.painted)
    terminal.listen(IDLE)
    note = "the clock in the header"
    table.add("console, 100,000 rows: a minute without a key", [(terminal.running_seconds() - ran) * 60e3 / IDLE],
              note=f"processor time: {note}")
    table.add("console, 100,000 rows: bytes painted in it", [(len(terminal.painted) - painted) * 60 / IDLE],
              unit="bytes", note=note)


def console(table, environment, runs, peers):
    first, useful = [], []
    for run in range(runs):
        terminal = PseudoTerminal([subject.CURTAIN], environment)
        first.append(terminal.wait_for(b"Functions") * 1e3)
        useful.append(terminal.wait_for(b"payments-api") * 1e3)
        if run < runs - 1:
            terminal.close()
    table.add("console: first frame", first, peer=peers["first"], peer_name="tig", bound="tig's first rows")
    table.add("console: the functions are there", useful, bound="1,000 ms")
    terminal.press(b":parameters\r")
    terminal.settle(quiet=3, seconds=300)
    answers, painted = moves(terminal, 400)
    table.add(f"console, {COUNT:,} rows: answer to a key", answers, peer=peers["key"], peer_name="tig",
              bound="0.5 ms, 2 ms at p99")
    table.add("console: bytes painted for a cursor move", painted, unit="bytes", peer=peers["bytes"], peer_name="tig",
              bound="350")
    table.add(f"console, {COUNT:,} rows: a letter of the filter", keystrokes(terminal, b"/", b"\x15\r"),
              peer=peers["filter"], peer_name="fzf", bound="8 ms at p99")
    own = terminal.processes()[-1]
    with open(f"/proc/{own}/status") as file:
        resident = next(int(row.split()[1]) / 1024 for row in file if row.startswith("VmRSS:"))
    table.add(f"console, {COUNT:,} rows: resident", [resident], unit="MB", bound="90 MB")
    idle(table, terminal)
    terminal.close()


def measure(table, runs):
    if os.path.exists(PROBE):
        model(table)
    missing = [name for name in ("tig", "fzf") if shutil.which(name) is None]
    with subject.server("--parameters", str(COUNT), "--latency", "0") as endpoint, \
            subject.environment(endpoint) as environment, tempfile.TemporaryDirectory() as folder:
        peers = {"first": None, "key": None, "bytes": None, "filter": None}
        if "tig" not in missing:
            peers["first"], peers["key"], peers["bytes"] = tig(folder, environment, runs)
        if "fzf" not in missing:
            peers["filter"] = fzf(environment)
        console(table, environment, runs, peers)
