"""Listing a large account: curtain against a careful threaded boto3 program, answers compared."""

import hashlib
import json
import os
import subprocess
import sys

import subject

KINDS = ["functions", "parameters", "secrets", "keys"]


def run(command, environment):
    """(seconds, peak resident bytes, CPU seconds, output) of a command as a whole process; see measured.py."""
    figures, told = os.pipe()
    with os.fdopen(figures) as figures:
        try:
            process = subprocess.run(
                [sys.executable, "-SE", os.path.join(subject.HERE, "measured.py"), str(told), *command],
                env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=[told])
        finally:
            os.close(told)
        words = figures.read().split()
    if not words or int(words[3]) != 0:
        raise SystemExit(f"{command[0]} failed ({words[3:]}): {process.stderr.decode()[-400:]}")
    return float(words[0]), int(words[1]), float(words[2]), process.stdout


def digest(names):
    return [len(names), hashlib.sha256("\n".join(sorted(names)).encode()).hexdigest()]


def curtain(kinds, environment):
    """(seconds, peak bytes) of `curtain list KIND…`, and the digests of the names it found."""
    seconds, peak, _, output = run([subject.CURTAIN, "list", *kinds, "-o", "jsonl"], environment)
    names = {kind: [] for kind in kinds}
    for line in output.splitlines():
        row = json.loads(line)
        kind = row["kind"] + "s"
        names[kind].append(row["ref"].split(":", 1)[1] if kind == "keys" else row["name"])
    return seconds, peak, {kind: digest(found) for kind, found in names.items()}


def peer(kinds, environment):
    """(seconds without the imports, peak bytes) of the boto3 program, and the digests of the names it found."""
    _, peak, _, output = run([sys.executable, os.path.join(subject.HERE, "boto3_peer.py"), *kinds], environment)
    answer = json.loads(output)
    return answer["seconds"], peak, answer["found"]


def compare(kinds, ours, theirs):
    """Ends the run where one list has other names than the other; keys are compared by count, their names differ."""
    for kind in kinds:
        if ours[kind][0] != theirs[kind][0] or kind != "keys" and ours[kind] != theirs[kind]:
            raise SystemExit(f"{kind}: curtain found {ours[kind]}, boto3 {theirs[kind]}")


def pair(table, what, kinds, environment, runs, bound, memory=False):
    ours, theirs, our_peaks, their_peaks = [], [], [], []
    for _ in range(runs):
        seconds, peak, found = curtain(kinds, environment)
        inner, their_peak, answer = peer(kinds, environment)
        compare(kinds, found, answer)
        ours.append(seconds * 1e3)
        our_peaks.append(peak / 1e6)
        theirs.append(inner * 1e3)
        their_peaks.append(their_peak / 1e6)
    table.add(what, ours, peer=theirs, peer_name="boto3, after import", bound=bound)
    if memory:
        table.add(what + ": peak memory", our_peaks, unit="MB", peer=their_peaks, peer_name="boto3", bound="2x")


def measure(table, runs):
    with subject.server() as endpoint, subject.environment(endpoint) as environment:
        for kind in KINDS:
            pair(table, f"list {kind}, 25 ms latency (whole process)", [kind], environment, runs,
                 "6x" if kind == "parameters" else "faster than boto3")
        pair(table, "list all four kinds, 25 ms latency (whole process)", KINDS, environment, runs, "5x", memory=True)
