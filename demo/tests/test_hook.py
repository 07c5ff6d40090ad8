"""The hook of the outside world: what a rotation does to the system that a secret opens."""

import os
import subprocess
import sys

import pytest

from conftest import DEMO
from harbourlight import outside
from harbourlight.handlers.outside_world import Refused

SYSTEM, NEW = "carrier-webhook", "a-new-token-for-the-test"


def hook(demo, step, value):
    root = demo.line["root"]
    environment = {
        **os.environ,
        "AWS_ENDPOINT_URL": demo.endpoint,
        "AWS_ACCESS_KEY_ID": root["accessKeyId"],
        "AWS_SECRET_ACCESS_KEY": root["secretAccessKey"],
    }
    done = subprocess.run(
        [sys.executable, str(DEMO / "outside_world.py"), SYSTEM, step],
        input=value.encode(),
        env=environment,
        capture_output=True,
        timeout=30,
    )
    assert value.encode() not in done.stdout + done.stderr
    return done.returncode


def test_it_is_a_command_that_takes_the_value_from_standard_input(demo):
    old = demo.variables("shipping-carrier-webhook")["WEBHOOK_TOKEN"]
    assert hook(demo, "test", old) == 0
    assert hook(demo, "test", NEW) == 1


def test_a_new_value_is_let_in_beside_the_old_one_and_then_alone(demo):
    old, table = demo.variables("shipping-carrier-webhook")["WEBHOOK_TOKEN"], demo.client("dynamodb")

    def accepted(value):
        records = outside._known(table, SYSTEM)
        return any(outside._is(record, value) for record in records)

    with pytest.raises(Refused):
        outside.finish_value(table, SYSTEM, NEW)
    for _ in range(2):
        outside.set_value(table, SYSTEM, NEW)
    assert accepted(NEW) and accepted(old) and len(outside._known(table, SYSTEM)) == 2
    outside.undo_value(table, SYSTEM, NEW)
    assert not accepted(NEW)
    outside.set_value(table, SYSTEM, NEW)
    outside.finish_value(table, SYSTEM, NEW)
    assert accepted(NEW) and not accepted(old)
    with pytest.raises(Refused):
        outside.undo_value(table, SYSTEM, NEW)
    outside.set_value(table, SYSTEM, old)
    outside.finish_value(table, SYSTEM, old)
