"""One stand-in with the demo account and its incident, for all tests; started by the launcher as anyone would."""

import json
import subprocess
import sys
from pathlib import Path

import boto3
import pytest

DEMO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(DEMO))


class Demo:
    """The running account: clients as root, what is where, and the planted values."""

    def __init__(self, line, folder):
        self.line, self.endpoint = line, line["endpoint"]
        self.description = json.loads((folder / "description.json").read_text())
        self.manifest_file = folder / "manifest.json"
        self.manifest = json.loads(self.manifest_file.read_text())
        self.leak_file = folder / "leak"
        self.planted = {each["ref"]: each["value"] for each in self.manifest["planted"]}

    def client(self, service, region="eu-west-1", credentials=None):
        given = credentials or self.line["root"]
        return boto3.client(
            service,
            region,
            endpoint_url=self.endpoint,
            aws_access_key_id=given["accessKeyId"],
            aws_secret_access_key=given["secretAccessKey"],
            aws_session_token=given.get("sessionToken"),
        )

    def pages(self, service, operation, key, region="eu-west-1", **arguments):
        pages = self.client(service, region).get_paginator(operation).paginate(**arguments)
        return [each for page in pages for each in page[key]]

    def invoke(self, name, qualifier="live", region="eu-west-1"):
        """Whether it worked, and what it said."""
        answer = self.client("lambda", region).invoke(FunctionName=name, Qualifier=qualifier)
        return "FunctionError" not in answer, json.loads(answer["Payload"].read())

    def variables(self, name, qualifier="$LATEST"):
        answer = self.client("lambda").get_function_configuration(FunctionName=name, Qualifier=qualifier)
        return answer["Environment"]["Variables"]

    def rows(self, section, **wanted):
        return [row for row in self.description[section] if all(row.get(key) == value for key, value in wanted.items())]


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    command = [
        sys.executable,
        str(DEMO / "stand_in.py"),
        "run",
        "--until-eof",
        "--account",
        "--incident",
        "--manifest",
        str(folder / "manifest.json"),
        "--description",
        str(folder / "description.json"),
        "--leak",
        str(folder / "leak"),
    ]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield Demo(json.loads(process.stdout.readline()), folder)
    finally:
        process.stdin.close()
        process.wait(20)
