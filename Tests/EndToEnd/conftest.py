"""The release binary against the stand-ins: ministack with the demo account, moto as the second opinion."""

import json
import os
import subprocess
import sys
from pathlib import Path

import boto3
import pytest

from terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent.parent
BINARY = Path(os.environ.get("CURTAIN_BINARY", ROOT / ".build/release/curtain"))


class StandIn:
    """A stand-in that answers, and what was planted in it."""

    def __init__(self, line, folder):
        self.line, self.endpoint = line, line["endpoint"]
        manifest = folder / "manifest.json"
        described = folder / "description.json"
        self.description = json.loads(described.read_text()) if described.exists() else {}
        self.planted = {}
        if manifest.exists():
            self.planted = {each["ref"]: each["value"] for each in json.loads(manifest.read_text())["planted"]}

    @property
    def credentials(self):
        """The incident responder's, where there is a demo account."""
        return self.line.get("demo", {}).get("credentials") or self.line["root"]

    def client(self, service):
        root = self.line["root"]
        return boto3.client(
            service,
            self.line["region"],
            endpoint_url=self.endpoint,
            aws_access_key_id=root["accessKeyId"],
            aws_secret_access_key=root["secretAccessKey"],
        )

    def pages(self, service, operation, key, **arguments):
        pages = self.client(service).get_paginator(operation).paginate(**arguments)
        return [each for page in pages for each in page[key]]


def start(folder, *options):
    command = [sys.executable, str(ROOT / "demo/stand_in.py"), "run", "--until-eof", *options]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield StandIn(json.loads(process.stdout.readline()), folder)
    finally:
        process.stdin.close()
        process.wait(20)


def demo_account(tmp_path_factory):
    """The demo account on ministack, with what was planted in it."""
    folder = tmp_path_factory.mktemp("ministack")
    files = ("--manifest", str(folder / "manifest.json"), "--description", str(folder / "description.json"))
    yield from start(folder, "--account", *files)


@pytest.fixture(scope="session")
def ministack(tmp_path_factory):
    """Shared by all files that leave it as it was; one that does not has its own under the same name."""
    yield from demo_account(tmp_path_factory)


@pytest.fixture(scope="session")
def moto(tmp_path_factory):
    yield from start(tmp_path_factory.mktemp("moto"), "--kind", "moto")


class Installation:
    """curtain with a home folder of its own, pointed at a stand-in."""

    def __init__(self, home, stand_in):
        self.home, self.state = home, home / "state"
        credentials = stand_in.credentials
        self.environment = {
            "HOME": str(home),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "CURTAIN_STATE_DIR": str(self.state),
            "AWS_ENDPOINT_URL": stand_in.endpoint,
            "AWS_REGION": stand_in.line["region"],
            "AWS_ACCESS_KEY_ID": credentials["accessKeyId"],
            "AWS_SECRET_ACCESS_KEY": credentials["secretAccessKey"],
            "AWS_EC2_METADATA_DISABLED": "true",
        }
        if credentials.get("sessionToken"):
            self.environment["AWS_SESSION_TOKEN"] = credentials["sessionToken"]

    def run(self, *arguments, input=None, **environment):
        """The finished process; its output is bytes."""
        return subprocess.run(
            [str(BINARY), *arguments],
            env={**self.environment, **environment},
            input=input,
            capture_output=True,
            timeout=60,
        )

    def json(self, *arguments):
        done = self.run(*arguments, "-o", "json")
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    def events(self):
        """The audit trail's records."""
        trail = self.state / "audit.jsonl"
        return [json.loads(line) for line in trail.read_text().splitlines()] if trail.exists() else []

    def console(self, *arguments, columns=120, rows=40, **environment):
        return Terminal([str(BINARY), *arguments], {**self.environment, **environment}, columns, rows)


@pytest.fixture
def curtain(tmp_path, ministack):
    return Installation(tmp_path, ministack)


@pytest.fixture
def on_moto(tmp_path, moto):
    return Installation(tmp_path, moto)
