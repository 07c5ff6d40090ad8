"""Listing a large account: curtain against a careful threaded boto3 program, answers compared."""

import hashlib
import json
import os
import subprocess
import sys
import time

import subject

KINDS = ["functions", "parameters", "secrets", "keys"]


def run(command, environment):
    """(seconds, output) of a command as a whole process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output, errors = process.communicate(timeout=120)
    seconds = time.perf_counter() - started
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} failed ({process.returncode}): {errors.decode()[-400:]}")
    return seconds, output


def curtain(kind, environment):
    """Seconds of `curtain list KIND`, and the digest of the names it found."""
    seconds, output = run([subject.CURTAIN, "list", kind, "-o", "jsonl"], environment)
    rows = [json.loads(line) for line in output.splitlines()]
    names = sorted(row["ref"].split(":", 1)[1] if kind == "keys" else row["name"] for row in rows)
    return seconds, [len(names), hashlib.sha256("\n".join(names).encode()).hexdigest()]


def peer(kinds, environment):
    seconds, output = run([sys.executable, os.path.join(subject.HERE, "boto3_peer.py"), *kinds], environment)
    answer = json.loads(output)
    return seconds, answer["seconds"], answer["found"]


def measure(table, runs):
    with subject.server() as endpoint, subject.environment(endpoint) as environment:
        for kind in KINDS:
            ours, theirs = [], []
            for _ in range(runs):
                seconds, found = curtain(kind, environment)
                ours.append(seconds * 1e3)
                _, inner, answer = peer([kind], environment)
                theirs.append(inner * 1e3)
                if kind != "keys" and found != answer[kind] or found[0] != answer[kind][0]:
                    raise SystemExit(f"{kind}: curtain found {found}, boto3 {answer[kind]}")
            table.add(f"list {kind}, 25 ms latency (whole process)", ours, peer=theirs, peer_name="boto3, after import",
                      bound="faster than boto3")
