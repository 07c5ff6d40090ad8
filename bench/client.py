"""The AWS client: calls spent, a rate limit used, CPU a request, memory of a long list, whoami."""

import json
import sys
import urllib.request

import subject
from listing import curtain, peer, run

PEER_WHOAMI = "import boto3; print(boto3.client('sts').get_caller_identity()['Account'])"


def calls(endpoint):
    with urllib.request.urlopen(endpoint + "/calls", timeout=10) as answer:
        return json.load(answer)


def scanning(table, runs):
    """Where a filtered call pages over everything, lanes must cost next to nothing."""
    ours, theirs = [], []
    for _ in range(runs):
        for figures, program in ((ours, curtain), (theirs, peer)):
            with subject.server("--filter", "scan", "--latency", "0.002") as endpoint, \
                    subject.environment(endpoint) as environment:
                program(["parameters"], environment)
                figures.append(calls(endpoint)["AmazonSSM.DescribeParameters"])
    table.add("list parameters, filtering after paging: calls", ours, unit="calls", peer=theirs,
              peer_name="boto3 (one lane)", bound="0.91x")


def limited(table, runs):
    """A limit of 40 requests a second, with one second's worth at once: how much of what it allowed was used."""
    used, refused, seconds = [], [], []
    for _ in range(runs):
        with subject.server("--rate", "40") as endpoint, subject.environment(endpoint) as environment:
            took, _, _ = curtain(["parameters"], environment)
            answer = calls(endpoint)
            window = answer["last"] - answer["first"]
            used.append(100 * answer["AmazonSSM.DescribeParameters"] / (40 + 40 * window))
            refused.append(answer["refused"])
            seconds.append(took * 1e3)
    table.add("list parameters at 40 requests/s: limit used", used, unit="%", bound="90")
    table.add("list parameters at 40 requests/s: calls turned away", refused, unit="calls")
    table.add("list parameters at 40 requests/s (whole process)", seconds)


def request_cost(table, runs):
    """CPU a request on one kept connection: 3,000 empty pages, less what a process with one page takes."""
    command = [subject.CURTAIN, "list", "parameters", "-o", "jsonl"]
    cost = []
    with subject.server("--empty", "3001", "--latency", "0") as many, subject.server("--empty", "1", "--latency", "0") as one:
        with subject.environment(many) as long, subject.environment(one) as short:
            for _ in range(runs):
                cost.append((run(command, long)[2] - run(command, short)[2]) * 1e3 / 3000)
    table.add("one request on a kept connection: CPU", cost, bound="0.3 ms")


def memory(table, runs):
    """Peak resident memory of a list of ten thousand and of a hundred thousand."""
    command = [subject.CURTAIN, "list", "parameters", "-o", "jsonl"]
    for count in (10_000, 100_000):
        with subject.server("--latency", "0.002", "--parameters", str(count)) as endpoint, \
                subject.environment(endpoint) as environment:
            peaks = [run(command, environment)[1] / 1e6 for _ in range(runs)]
        table.add(f"list {count:,} parameters -o jsonl: peak memory", peaks, unit="MB", bound="the same for both")


def whoami(table, runs):
    with subject.server("--latency", "0") as endpoint, subject.environment(endpoint) as environment:
        ours = [run([subject.CURTAIN, "whoami"], environment)[0] * 1e3 for _ in range(max(runs, 20))]
        theirs = [run([sys.executable, "-c", PEER_WHOAMI], environment)[0] * 1e3 for _ in range(runs)]
    table.add("whoami against loopback (whole process)", ours, peer=theirs, peer_name="boto3 (whole process)", bound="25 ms")


def measure(table, runs):
    for part in (whoami, request_cost, scanning, limited, memory):
        part(table, runs)
