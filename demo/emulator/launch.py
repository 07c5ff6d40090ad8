"""Starting a stand-in, waiting until it answers, and ending exactly what was started."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from emulator import socket_handover

ACCOUNT = "111122223333"
REGION = "eu-west-1"
START_SECONDS = 60
END_SECONDS = 5
HOME = Path(__file__).resolve().parent.parent


class DidNotStart(Exception):
    """The stand-in ended or did not answer in time; the text says which and ends with its last words."""


class StandIn:
    """A running stand-in: `kind`, `endpoint`, `pid`."""

    def __init__(self, kind, process, endpoint, folder, log):
        self.kind, self.process, self.endpoint = kind, process, endpoint
        self.pid, self.folder, self.log = process.pid, folder, log

    def end(self):
        """End the process and everything it started: its process group, which is ours alone."""
        if self.process.returncode is None:
            self.process.terminate()
            deadline = time.monotonic() + END_SECONDS
            while not _has_ended(self.pid) and time.monotonic() < deadline:
                time.sleep(0.02)
            os.killpg(self.pid, signal.SIGKILL)  # before the process is waited for: until then its number is its own
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def start(kind="ministack", port=0, authorization=True, log=None):
    """Start `kind` (ministack or moto) on 127.0.0.1 and wait until it answers. Call from the main thread.

    Its environment is its own: nothing of the caller's AWS configuration or credentials reaches it.
    """
    listener = socket_handover.listen(port)
    port = listener.getsockname()[1]
    folder = Path(tempfile.mkdtemp(prefix="curtain-stand-in-"))
    log = Path(log) if log else folder / "log"
    with open(log, "w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", f"emulator.{kind}_process", str(listener.fileno()), str(os.getpid())],
            env=_environment(port, folder, authorization),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=[listener.fileno()],
            start_new_session=True,
        )
    listener.close()
    stand_in = StandIn(kind, process, f"http://127.0.0.1:{port}", folder, log)
    try:
        _wait(stand_in)
    except BaseException:
        stand_in.end()
        raise
    return stand_in


def _has_ended(pid):
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _environment(port, folder, authorization):
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PYTHONPATH": str(HOME),
        "PYTHONDONTWRITEBYTECODE": "1",
        "GATEWAY_PORT": str(port),
        "BIND_HOST": "127.0.0.1",
        "MINISTACK_HOST": "127.0.0.1",
        "MINISTACK_ACCOUNT_ID": ACCOUNT,
        "MINISTACK_REGION": REGION,
        "MOTO_ACCOUNT_ID": ACCOUNT,
        # AWS's own policies, as AWS publishes them.
        "MOTO_IAM_LOAD_MANAGED_POLICIES": "true",
        "CLOUDTRAIL_RECORDING": "1",
        "AUTH": "true" if authorization else "false",
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "LOG_LEVEL": "WARNING",
    }


def _wait(stand_in):
    deadline = time.monotonic() + START_SECONDS
    path, data = _first_request(stand_in.kind)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while True:
        if stand_in.process.poll() is not None:
            raise DidNotStart(f"{stand_in.kind} ended while starting: {_last_words(stand_in.log)}")
        try:
            opener.open(urllib.request.Request(stand_in.endpoint + path, data), timeout=5).read()
            return
        except OSError as problem:
            if time.monotonic() > deadline:
                words = f"{stand_in.kind} did not answer in {START_SECONDS} s: {_last_words(stand_in.log)}"
                raise DidNotStart(words) from problem
            time.sleep(0.05)


def _first_request(kind):
    """What is asked first: is ministack there; or moto's setting to do without Docker."""
    if kind == "moto":
        return "/moto-api/config", json.dumps({"lambda": {"use_docker": False}}).encode()
    return "/_ministack/health", None


def _last_words(log):
    lines = log.read_text(errors="replace").strip().splitlines()
    return " / ".join(lines[-3:]) or "it said nothing"
