"""What every measurement needs: the binary, the server, the environment."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CURTAIN = os.environ.get("CURTAIN_BINARY", os.path.join(HERE, "..", ".build", "release", "curtain"))


@contextlib.contextmanager
def server(*arguments):
    """The endpoint of a bench server that ends with the block."""
    process = subprocess.Popen([sys.executable, os.path.join(HERE, "aws_server.py"), *arguments],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield json.loads(process.stdout.readline())["endpoint"]
    finally:
        process.stdin.close()
        process.wait(timeout=10)


@contextlib.contextmanager
def demo():
    """What the stand-in with the demo account says of itself; it ends with the block."""
    process = subprocess.Popen([sys.executable, os.path.join(HERE, "..", "demo", "stand_in.py"), "run", "--until-eof",
                                "--account"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(timeout=20)


@contextlib.contextmanager
def environment(endpoint, **more):
    """An environment with folders of its own and nothing of the caller's AWS settings."""
    folder = tempfile.mkdtemp(prefix="curtain-bench-")
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "LD_LIBRARY_PATH")}
    try:
        yield {
            **kept, "HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8", "AWS_ENDPOINT_URL": endpoint,
            "AWS_ACCESS_KEY_ID": "AKIABENCHBENCHBENCH0", "AWS_SECRET_ACCESS_KEY": "bench", "AWS_REGION": "eu-west-1",
            "AWS_DEFAULT_REGION": "eu-west-1", "AWS_EC2_METADATA_DISABLED": "true",
            "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config", "XDG_CACHE_HOME": folder + "/cache",
            **more,
        }
    finally:
        shutil.rmtree(folder)
