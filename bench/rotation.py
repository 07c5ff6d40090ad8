"""A rotation of one literal in many functions with aliases: the share of the quota, the time beside boto3, the cost of the
journal, the memory."""

import contextlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

import subject

OLD = "bench-canary-0ldValue"
NOTE = "bench: a literal in all of them"


@contextlib.contextmanager
def server(*arguments):
    process = subprocess.Popen(
        [sys.executable, os.path.join(subject.HERE, "rotation_server.py"), *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield json.loads(process.stdout.readline())["endpoint"]
    finally:
        process.stdin.close()
        process.wait(timeout=10)


def calls(endpoint):
    with urllib.request.urlopen(endpoint + "/calls") as answer:
        return json.load(answer)


class Rotation:
    """One plan, applied: how long, how many calls, how much memory."""

    def __init__(self, endpoint, environment, share, parallel):
        os.makedirs(environment["XDG_CONFIG_HOME"] + "/curtain", exist_ok=True)
        with open(environment["XDG_CONFIG_HOME"] + "/curtain/config.toml", "w") as file:
            file.write(f"[aws]\nrequests_per_second = {share}\n")
        made = subprocess.run(
            [subject.CURTAIN, "plan", "rotate", "env:svc-0000/API_KEY", "--overlap", "--generate", "32", "--canary", "1",
             "--wave", "2000", "--parallel", str(parallel), "-q", "-o", "json"],
            env=environment, capture_output=True, text=True)
        if made.returncode:
            raise SystemExit(made.stderr)
        self.plan = json.loads(made.stdout)
        before = calls(endpoint)
        began = time.monotonic()
        applied = subprocess.Popen(
            [subject.CURTAIN, "apply", self.plan["id"], "--yes", "--note", NOTE, "-q"], env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        output = applied.stdout.read()
        _, status, usage = os.wait4(applied.pid, 0)
        self.seconds, self.memory = time.monotonic() - began, usage.ru_maxrss / 1024
        if status:
            raise SystemExit(f"it did not end well: {output[-800:]}")
        after = calls(endpoint)
        self.shared, self.refused = after["shared"] - before["shared"], after["refused"] - before["refused"]
        self.pace = self.shared / self.seconds


def boto3_seconds(environment, threads):
    done = subprocess.run(
        [sys.executable, os.path.join(subject.HERE, "boto3_rotation.py"), str(threads), OLD, "bench-canary-NewValue"],
        env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["seconds"]


def limited(table, count):
    with server("--functions", count, "--rate", 15) as endpoint, subject.environment(endpoint) as environment:
        run = Rotation(endpoint, environment, share=10, parallel=16)
        table.add(f"rotation, {count} functions, limit 15/s: share of 10/s used", [run.pace * 10], unit="%", bound="90 %",
                  note=f"{run.refused} turned away, no step failed")
        table.add("rotation: calls a function out of the shared quota", [run.shared / count], unit="calls", bound="4",
                  note="a straightforward script: 5 to 7")
        table.add("rotation: time over the plan's estimate", [run.seconds / run.plan["seconds"] * 100], unit="%",
                  bound="80 to 120 %", note=f"{run.seconds:.1f} s, estimated {run.plan['seconds']} s")


def unlimited(table, count, runs):
    own, sequential, threaded = [], [], []
    for number in range(runs):
        with server("--functions", count) as endpoint, subject.environment(endpoint) as environment:
            own.append(Rotation(endpoint, environment, share=1000, parallel=64).seconds)
        with server("--functions", count) as endpoint, subject.environment(endpoint) as environment:
            threaded.append(boto3_seconds(environment, 16))
    with server("--functions", count) as endpoint, subject.environment(endpoint) as environment:
        sequential.append(boto3_seconds(environment, 1))
    table.add(f"rotation, {count} functions, no limit", [s * 1e3 for s in own], peer=[s * 1e3 for s in sequential],
              peer_name="boto3", bound="12x", note="start, identity and preflight included")
    table.add(f"rotation, {count} functions, no limit", [s * 1e3 for s in own], peer=[s * 1e3 for s in threaded],
              peer_name="boto3 in 16 threads", bound="1x")


def kept(table, count, runs):
    """What it costs that journal and trail are on the disk before and after each change: the same run with both in memory,
    where a sync takes no time."""
    disk, memory = [], []
    for number in range(runs):
        for times, place in ((memory, "/dev/shm"), (disk, None)):
            with server("--functions", count) as endpoint, tempfile.TemporaryDirectory(dir=place) as folder, \
                    subject.environment(endpoint, XDG_STATE_HOME=folder) as environment:
                times.append(Rotation(endpoint, environment, share=1000, parallel=64).seconds)
                lines = sum(1 for path in pathlib.Path(folder).rglob("*.jsonl") for _ in path.open())
    cost = (statistics.median(disk) - statistics.median(memory)) / statistics.median(disk) * 100
    table.add(f"rotation, {count} functions: journal and trail on the disk", [max(cost, 0)], unit="%", bound="5 %",
              note=f"{lines} lines; {statistics.median(disk):.2f} s, in memory {statistics.median(memory):.2f} s")


def large(table):
    with server("--functions", 1000, "--latency", 0.005, "--update", 0.05) as endpoint, \
            subject.environment(endpoint) as environment:
        run = Rotation(endpoint, environment, share=1000, parallel=64)
        table.add("rotation, 1,000 functions: most memory", [run.memory], unit="MB", bound="60 MB",
                  note=f"{run.seconds:.1f} s")


def measure(table, runs):
    limited(table, 100)
    unlimited(table, 100, min(runs, 3))
    kept(table, 100, max(runs, 5))
    large(table)
