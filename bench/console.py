"""The console on a terminal: first frame, first rows, keys, idle, memory."""

import time

import subject
from pseudo_terminal import PseudoTerminal


def first_frame(table, environment, runs):
    frames, rows = [], []
    for _ in range(runs):
        terminal = PseudoTerminal([subject.CURTAIN], environment)
        frames.append(terminal.wait_for(b"Functions") * 1e3)
        rows.append(terminal.wait_for(b"payments-api") * 1e3)
        terminal.close()
    table.add("console: first frame painted", frames, bound="40 ms")
    table.add("console: first rows (25 ms latency)", rows, bound="first frame + 1 round trip")


def keys(table, environment, runs):
    terminal = PseudoTerminal([subject.CURTAIN], environment)
    terminal.wait_for(b"payments-api")
    terminal.press(b"\x1b")
    terminal.press(b":parameters\r")
    terminal.settle(quiet=1.5, seconds=30)
    answers, painted = [], []
    for index in range(runs):
        seconds, count = terminal.press(b"j" if index % 40 < 20 else b"k")
        if seconds is not None:
            answers.append(seconds * 1e3)
            painted.append(count)
    table.add("console: answer to a key, 10,000 rows", answers, bound="2 ms at p99")
    table.add("console: bytes painted for a cursor move", painted, unit="bytes", bound="350")

    terminal.settle()
    before = terminal.processor_seconds()
    time.sleep(10)
    table.add("console: CPU while idle", [(terminal.processor_seconds() - before) * 1e3 / 10], unit="ms/s", bound="0")
    table.add("console: resident, 12,200 rows, parent included (PSS)", [terminal.resident_bytes() / 1e6], unit="MB")
    terminal.close()


def demo_account(table):
    """The memory of the console on the demo account, all four lists seen."""
    with subject.demo() as line, subject.environment(line["endpoint"]) as environment:
        credentials = line["demo"]["credentials"]
        environment |= {
            "AWS_REGION": line["region"], "AWS_ACCESS_KEY_ID": credentials["accessKeyId"],
            "AWS_SECRET_ACCESS_KEY": credentials["secretAccessKey"], "AWS_SESSION_TOKEN": credentials["sessionToken"],
        }
        terminal = PseudoTerminal([subject.CURTAIN], environment)
        terminal.wait_for(b"catalogue-index")
        for command in (b":ssm\r", b":sec\r", b":kms\r", b":fn\r"):
            terminal.press(command)
            terminal.settle(quiet=1)
        own = [pid for pid in terminal.processes()][-1]
        with open(f"/proc/{own}/status") as file:
            resident = next(int(row.split()[1]) / 1024 for row in file if row.startswith("VmRSS:"))
        table.add("console: resident with the demo account (RSS of the console)", [resident], unit="MB", bound="30 MB")
        table.add("console: the same, parent included (PSS)", [terminal.resident_bytes() / 1e6], unit="MB")
        terminal.close()


def measure(table, runs):
    demo_account(table)
    with subject.server() as endpoint, subject.environment(endpoint) as environment:
        first_frame(table, environment, max(runs, 10))
        keys(table, environment, 400)
