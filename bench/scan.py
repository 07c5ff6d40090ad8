"""Looking at environments: classification, detection and fingerprint of each variable, in megabytes a second."""

import json
import os
import subprocess

import subject

PROBE = os.path.join(os.path.dirname(subject.HERE), ".build", "release", "ScanProbe")


def measure(table, runs):
    subprocess.run(["swift", "build", "-c", "release", "--product", "ScanProbe"], check=True,
                   cwd=os.path.dirname(subject.HERE), stdout=subprocess.DEVNULL)
    answer = json.loads(subprocess.run([PROBE, str(max(runs, 5))], capture_output=True, text=True, check=True,
                                       timeout=120).stdout)
    if answer["found"] < 1_000:
        raise SystemExit(f"the scan found {answer['found']} secrets, not the planted ones")
    size = answer["bytes"] / 1e6
    note = f"{answer['variables']:,} variables, {size:.1f} MB"
    table.add("environment scan with fingerprints", [size / s for s in answer["observed"]], unit="MB/s",
              bound="> 50 MB/s", note=note)
    table.add("environment scan, detection alone", [size / s for s in answer["detected"]], unit="MB/s", note=note)
