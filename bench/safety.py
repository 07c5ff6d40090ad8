"""What safety costs: checking a trail of a million records, recording a look, clearing what is freed, the watching parent."""

import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

import subject
from listing import run
from pseudo_terminal import PseudoTerminal

RECORDS = 1_000_000
SEGMENT = 64 << 20
FOLDER = os.path.join(subject.HERE, "..")
PROBE = os.environ.get("AUDIT_PROBE", os.path.join(FOLDER, ".build", "release", "AuditProbe"))
UNCLEARED = os.path.join(FOLDER, ".build-uncleared", "release", "curtain")


def write_trail(folder):
    """A trail as docs/audit.md describes it, in segments, with its head."""
    prev, written, lines, last = "0" * 64, 0, [], 0
    for number in range(1, RECORDS + 1):
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(1_790_000_000 + number))
        line = (
            '{"seq":%d,"time":"%s.000Z","event":"reveal.requested","outcome":"pending",'
            '"actor":{"arn":"arn:aws:iam::111122223333:user/bench","accessKeyId":"AKIABENCHBENCHBENCH0"},"user":"bench",'
            '"host":"bench","pid":1,"session":"bench","account":"111122223333","region":"eu-west-1",'
            '"ref":"secret:prod/db","version":null,"note":"record %d","incident":null,"plan":null,"step":null,'
            '"requestId":null,"fingerprint":null,"error":null,"prev":"%s"}'
            % (number, stamp, number, prev)
        ).encode()
        prev = hashlib.sha256(line).hexdigest()
        lines.append(line)
        written += len(line) + 1
        if written > SEGMENT or number == RECORDS:
            name = "audit.jsonl" if number == RECORDS else f"audit.{number:012d}.jsonl"
            with open(os.open(os.path.join(folder, name), os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
                file.write(b"\n".join(lines) + b"\n")
            lines, written, last = [], 0, number
    assert last == RECORDS
    with open(os.open(os.path.join(folder, "audit.head"), os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
        file.write('{"format":1,"count":%d,"hash":"%s"}\n' % (RECORDS, prev))


def checked(table, runs):
    """`audit verify`, the chain alone and in full; the peer reads the same bytes once through sha256sum."""
    folder = tempfile.mkdtemp(prefix="curtain-bench-")
    os.chmod(folder, 0o700)
    try:
        write_trail(folder)
        files = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".jsonl"))
        with subject.environment("http://127.0.0.1:1", CURTAIN_STATE_DIR=folder) as environment:
            hashed = [run(["sha256sum", *files], environment)[0] * 1e3 for _ in range(runs)]
            for what, options, bound in (("the chain alone", ["--quick"], "2,000"), ("in full", [], "10,000")):
                took = []
                for _ in range(runs):
                    seconds, _, _, output = run([subject.CURTAIN, "audit", "verify", *options], environment)
                    if b"1000000" not in output.replace(b",", b""):
                        raise SystemExit(f"audit verify said {output.decode()}")
                    took.append(seconds * 1e3)
                table.add(f"audit verify, {RECORDS:,} records: {what}", took, peer=hashed, peer_name="sha256sum",
                          bound=bound)
    finally:
        shutil.rmtree(folder)


def recorded(table):
    """What a look waits for besides its fetch: two records on the disk, the request and the showing."""
    folder = tempfile.mkdtemp(prefix="curtain-bench-", dir=os.path.expanduser("~"))
    os.chmod(folder, 0o700)
    try:
        lines = subprocess.run([PROBE, folder, "time"], check=True, capture_output=True, text=True).stdout.split()
        single = [float(line) for line in lines]
        table.add("an audited reveal: its two records, synced", [a + b for a, b in zip(single[::2], single[1::2])],
                  bound="5", note="home folder's disk")
    finally:
        shutil.rmtree(folder)


def cleared(table, runs):
    """The list of four kinds without latency, with what is freed cleared and (another build) left."""
    if not os.access(UNCLEARED, os.X_OK):
        print("safety: no build that leaves freed memory (scripts/build-uncleared); its row is left out", file=sys.stderr)
        return
    kinds = ["functions", "parameters", "secrets", "keys"]
    with subject.server("--latency", "0") as endpoint, subject.environment(endpoint) as environment:
        figures = {subject.CURTAIN: [], UNCLEARED: []}
        for number in range(runs * 4):
            order = [subject.CURTAIN, UNCLEARED]
            random.Random(number).shuffle(order)
            for binary in order:
                figures[binary].append(run([binary, "list", *kinds, "-o", "jsonl"], environment)[2] * 1e3)
    table.add("zero-on-free: list of four kinds, processor time", figures[subject.CURTAIN], peer=figures[UNCLEARED],
              peer_name="without", bound="0.95x")


def private(pid):
    """Bytes of memory that no other process shares."""
    with open(f"/proc/{pid}/smaps_rollup") as file:
        return sum(int(line.split()[1]) * 1024 for line in file if line.startswith("Private_"))


def watched(table, runs):
    """The console to its first frame with its parent and without; what the parent keeps for itself."""
    folder = tempfile.mkdtemp(prefix="curtain-bench-")
    shim = os.path.join(folder, "unwatched.so")
    try:
        subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", shim, os.path.join(subject.HERE, "unwatched.c")], check=True)
        starts, memory = {True: [], False: []}, []
        with subject.server() as endpoint, subject.environment(endpoint) as environment:
            for number in range(runs * 8):
                with_parent = number % 2 == 0
                preload = {} if with_parent else {"LD_PRELOAD": shim}
                terminal = PseudoTerminal([subject.CURTAIN], {**environment, **preload})
                try:
                    seconds = terminal.wait_for(b"functions")
                    if seconds is None:
                        raise SystemExit("the console painted no list")
                    processes = terminal.processes()
                    if len(processes) != (2 if with_parent else 1):
                        raise SystemExit(f"{len(processes)} processes, with a parent: {with_parent}")
                    starts[with_parent].append(seconds * 1e3)
                    if with_parent:
                        terminal.settle()
                        memory.append(private(terminal.pid) / 1e6)
                finally:
                    terminal.close()
        table.add("first frame of the console, watched", starts[True], peer=starts[False], peer_name="unwatched",
                  bound="3 ms more")
        table.add("the watching parent: private memory", memory, unit="MB", bound="2")
    finally:
        shutil.rmtree(folder)


def measure(table, runs):
    checked(table, runs)
    recorded(table)
    cleared(table, runs)
    watched(table, runs)
