"""The launcher ends what it started, whatever ends the launcher, and checks signatures and policies."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import boto3
import pytest
from botocore.exceptions import ClientError

from conftest import DEMO

STAND_IN = str(DEMO / "stand_in.py")


def run(*arguments, **more):
    process = subprocess.Popen([sys.executable, STAND_IN, *arguments], stdout=subprocess.PIPE, **more)
    return process, json.loads(process.stdout.readline())


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as listed:
        return [int(each) for each in listed.read().split()]


def gone(pid):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            with open(f"/proc/{pid}/stat") as stat:
                if stat.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


def answers(endpoint):
    try:
        urllib.request.urlopen(endpoint, timeout=2).read()
        return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_signal_to_the_launcher_ends_the_server(number):
    process, line = run("run")
    server = children(process.pid)[0]
    assert line["pid"] == process.pid and answers(line["endpoint"])
    process.send_signal(number)
    process.wait(10)
    assert gone(server) and not answers(line["endpoint"])


def test_the_end_of_input_ends_it():
    process, line = run("run", "--until-eof", stdin=subprocess.PIPE)
    server = children(process.pid)[0]
    process.stdin.close()
    assert process.wait(10) == 0
    assert gone(server)


def test_the_end_of_input_in_the_middle_of_the_set_up_ends_it_too():
    command = [sys.executable, STAND_IN, "run", "--account", "--until-eof"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    deadline = time.monotonic() + 20
    while not children(process.pid):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    server = children(process.pid)[0]
    time.sleep(1)
    process.stdin.close()
    assert process.wait(8) == 1 and process.stdout.read() == b""
    assert gone(server)


def test_the_end_of_its_parent_ends_it():
    script = f"{sys.executable} {STAND_IN} run & sleep 60"
    shell = subprocess.Popen(["/bin/sh", "-c", script], stdout=subprocess.PIPE, start_new_session=True)
    line = json.loads(shell.stdout.readline())
    server = children(line["pid"])[0]
    shell.kill()
    shell.wait()
    assert gone(line["pid"]) and gone(server)
    os.killpg(shell.pid, signal.SIGTERM)  # the sleep


def test_in_the_background_once_and_no_more(tmp_path):
    environment = {**os.environ, "CURTAIN_STAND_IN_STATE": str(tmp_path / "state.json")}

    def ask(action):
        return subprocess.run([sys.executable, STAND_IN, action], env=environment, capture_output=True, timeout=60)

    try:
        line = json.loads(ask("start").stdout)
        assert ask("start").returncode == 1
        assert json.loads(ask("status").stdout) == line and answers(line["endpoint"])
    finally:
        assert ask("stop").returncode == 0
    assert ask("status").returncode == 3 and not answers(line["endpoint"])


def test_it_listens_on_loopback_only_and_moto_answers_too():
    process, line = run("run", "--kind", "moto", "--until-eof", stdin=subprocess.PIPE)
    port = int(line["endpoint"].rsplit(":", 1)[1])
    with open("/proc/net/tcp") as sockets:
        listening = [row.split()[1] for row in sockets if row.split()[3] == "0A"]
    assert [each for each in listening if each.endswith(f":{port:04X}")] == [f"0100007F:{port:04X}"]
    client = boto3.client(
        "kms", "eu-west-1", endpoint_url=line["endpoint"], aws_access_key_id="a", aws_secret_access_key="b"
    )
    assert client.create_key()["KeyMetadata"]["Arn"].split(":")[4] == line["account"]
    process.stdin.close()
    assert process.wait(10) == 0


def test_a_wrong_signature_is_refused(demo):
    wrong = {**demo.line["demo"]["credentials"], "secretAccessKey": "x" * 40}
    with pytest.raises(ClientError, match="SignatureDoesNotMatch|InvalidSignature|signature"):
        demo.client("sts", credentials=wrong).get_caller_identity()
