"""A stand-in that outlives the command that started it, remembered in a file in the user's cache."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

END_SECONDS = 15


def _state_file():
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("CURTAIN_STAND_IN_STATE") or cache / "curtain" / "stand-in.json")


def start(script, arguments):
    """Start `script run` with the same arguments, in a session of its own, and remember what it printed."""
    if _running():
        print(f"stand_in.py: already running at {_running()['endpoint']}", file=sys.stderr)
        return 1
    command = [sys.executable, script, "run", "--unattended", *[each for each in arguments if each != "start"]]
    file = _state_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    complaints = file.with_suffix(".log")
    with open(complaints, "wb") as errors:  # not our own standard error: whoever reads it would wait for its end
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, start_new_session=True
        )
    line = process.stdout.readline()
    if not line:
        print(complaints.read_text(errors="replace").strip(), file=sys.stderr)
        return process.wait() or 1
    state = {**json.loads(line), "startTicks": _start_ticks(process.pid)}
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w") as output:
        json.dump(state, output)
    print(line.decode().strip(), flush=True)
    return 0


def stop(*_):
    """End the remembered process, if it is still that process."""
    state = _running()
    _state_file().unlink(missing_ok=True)
    if not state:
        print("stand_in.py: not running", file=sys.stderr)
        return 0
    os.kill(state["pid"], signal.SIGTERM)
    deadline = time.monotonic() + END_SECONDS
    while _start_ticks(state["pid"]) == state["startTicks"]:
        if time.monotonic() > deadline:
            print(f"stand_in.py: process {state['pid']} has not ended after {END_SECONDS} s", file=sys.stderr)
            return 1
        time.sleep(0.05)
    return 0


def status(*_):
    state = _running()
    if state:
        print(json.dumps({name: value for name, value in state.items() if name != "startTicks"}))
    return 0 if state else 3


def _running():
    """What is remembered, if the process is alive and the same: a process id alone may be someone else's by now."""
    try:
        state = json.loads(_state_file().read_text())
    except (OSError, ValueError):
        return None
    ticks = _start_ticks(state["pid"])
    return state if ticks is not None and ticks == state["startTicks"] else None


def _start_ticks(pid):
    """When the process started, in clock ticks since boot (field 22 of /proc/PID/stat); None if there is none."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else fields[19]
