"""The graph of who uses what, of 1,000 functions, 10,000 parameters and 1,000 secrets, once they are listed."""

import json
import os
import subprocess

import subject

PROBE = os.path.join(os.path.dirname(subject.HERE), ".build", "release", "GraphProbe")


def measure(table, runs):
    subprocess.run(["swift", "build", "-c", "release", "--product", "GraphProbe"], check=True,
                   cwd=os.path.dirname(subject.HERE), stdout=subprocess.DEVNULL)
    answer = json.loads(subprocess.run([PROBE, str(max(runs, 5))], capture_output=True, text=True, check=True,
                                       timeout=120).stdout)
    if answer["rows"] < 100:
        raise SystemExit(f"the graph found {answer['rows']} edges, not the planted ones")
    note = "1,000 functions with 2 versions each, 10,000 parameters, 1,000 secrets"
    table.add("graph built", [1000 * s for s in answer["built"]], bound="< 300 ms", note=note)
    table.add("used-by one secret", [1000 * s for s in answer["usedBy"]])
    table.add("reach of one function", [1000 * s for s in answer["reach"]])
    table.add("graph, resident above the lists", [answer["graphBytes"] / 1e6], unit="MB", bound="< 60 MB",
              note=f"{answer['peakBytes'] / 1e6:.0f} MB with lists and process")
