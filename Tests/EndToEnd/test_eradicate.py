"""One plan for the whole blast radius: from a leaked text to the retirement, stopped and resumed in between."""

import json
import os
import signal
import subprocess
import sys

import pytest

from conftest import BINARY, ROOT, demo_account
from world import World

NOTE = ("--note", "INC-8 it is in a paste")
HOOK = f"secret:prod/orders/db#/password={sys.executable} {ROOT}/demo/outside_world.py orders-db --field password"
ORDERS = (
    "--overlap", "--generate", "24", "--no-punctuation", "--hook-of", HOOK, "--wave", "40", "--weight", "0",
    "--check", 'invoke={}=>{"connected":true}',
)  # fmt: skip


@pytest.fixture(scope="module")
def account(tmp_path_factory):
    """A demo account of this file's own: it does not look the same afterwards."""
    yield from demo_account(tmp_path_factory)


@pytest.fixture
def world(tmp_path, account):
    world = World(tmp_path, account)
    folder = tmp_path / ".config/curtain"
    folder.mkdir(parents=True)
    # The stand-in has no such limit, and nobody waits for it here.
    (folder / "config.toml").write_text("[aws]\nrequests_per_second = 100\n")
    # Python starts the hook.
    world.environment["PATH"] = os.environ["PATH"]
    return world


def password(world):
    text = world.client("secretsmanager").get_secret_value(SecretId="prod/orders/db")["SecretString"]
    return json.loads(text)["password"]


def planned(world, *arguments, status=(0, 4), stdin=b""):
    """4 where something in the radius is left to a person."""
    done = world.curtain("incident", "eradicate", *arguments, "-o", "json", *NOTE, stdin=stdin)
    assert done.status in status, done.error
    return done.json


def state(world, name):
    return {row["ref"]: row["state"] for row in world.curtain("status", name, "-o", "json").json["members"]}


def test_where_a_radius_begins(world):
    ledger = planned(world, "fn:payments-capture", "--overlap", "--generate", "24")
    assert "secret:prod/orders/db#/password" in [each["ref"] for each in ledger["members"]]
    # A copy in a variable leads to its source, although the function may not read that.
    copy = planned(world, "env:payments-reconcile/DB_PASSWORD", "--overlap")
    assert [each["ref"] for each in copy["members"]] == [
        "secret:prod/orders/db#/password", "param:/dev/platform/scratch/orders-db",
    ]  # fmt: skip
    assert copy["members"][1]["copyOf"] == "secret:prod/orders/db#/password"
    reads = planned(
        world, "--reads-since", "9d", "--reads-by", "user:reporting-contractor", "--overlap")
    assert "secret:prod/orders/db#/password" in [each["ref"] for each in reads["members"]]
    user = planned(world, "user:reporting-contractor", "--overlap")
    assert "secret:prod/orders/db#/password" in [each["ref"] for each in user["members"]]
    # What many plans leave out for one reason is said once.
    words = world.curtain("plan", "show", user["id"]).output.decode()
    assert "Left out of several" in words and words.count("fn:platform-access-review: ") == 1
    iam = world.client("iam")
    key = iam.create_access_key(UserName="reporting-contractor")["AccessKey"]["AccessKeyId"]
    by_key = planned(world, f"accesskey:{key}", "--overlap")
    assert [each["ref"] for each in by_key["members"]] == [each["ref"] for each in user["members"]]


@pytest.mark.parametrize(
    "arguments, status, words",
    [
        ((), 64, "Say where it begins"),
        (("key:alias/x", "--overlap", *NOTE), 64, "is no place to begin"),
        (("secret:prod/orders/db", "--overlap"), 77, "a note is needed"),
        (("secret:prod/orders/db", *NOTE), 64, "--overlap or --cutover"),
        (("secret:nope", "--overlap", *NOTE), 66, "nothing in the blast radius"),
        (("--reads-by", "user:x", "secret:a"), 64, "--reads-since"),
        (("secret:a", "--overlap", "--hook-of", "secret:a", *NOTE), 64, "REF=…"),
        (("role:nobody-here", "--overlap", *NOTE), 66, "nothing in the blast radius"),
    ],
)
def test_what_is_refused(world, arguments, status, words):
    done = world.curtain("incident", "eradicate", *arguments)
    assert done.status == status and words in done.error, done.error


def test_from_a_leaked_text_to_the_retirement(world):
    old = password(world)
    world.curtain("incident", "open", "a paste", "--id", "INC-8", "--severity", "P1")
    made = planned(world, "--match", *ORDERS, stdin=old.encode())
    assert [each["ref"] for each in made["members"]] == [
        "secret:prod/orders/db#/password", "param:/dev/platform/scratch/orders-db",
    ]  # fmt: skip
    assert made["incident"] == "INC-8"
    name = made["id"]
    assert set(state(world, name).values()) == {"planned"}
    listed = {row["id"]: row for row in world.curtain("plans", "-o", "json").json}
    assert (listed[name]["work"], listed[name]["state"], listed[name]["of"]) == ("eradicate", "planned", 2)
    assert world.curtain("retire", name, "--yes", *NOTE).status == 64  # nothing is new yet
    assert world.curtain("apply", name, *NOTE).status == 64  # nobody is there to be asked

    # Killed in the middle of the first plan; resume finds what is done.
    runner = subprocess.Popen(
        [str(BINARY), "apply", name, "--yes", *NOTE], cwd=world.home, env=world.environment,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    for line in runner.stderr:
        if b"promoteSecretVersion" in line:
            os.kill(runner.pid, signal.SIGKILL)
            break
    runner.communicate()
    assert state(world, name)["secret:prod/orders/db#/password"] in ("died", "stopped")
    assert world.curtain("retire", name, "--yes", *NOTE).status == 64
    done = world.curtain("resume", name, "--yes", *NOTE)
    assert done.status == 4, done.error  # readers by policy only are named
    assert set(state(world, name).values()) == {"done"}

    new = password(world)
    parameter = world.client("ssm").get_parameter(Name="/dev/platform/scratch/orders-db", WithDecryption=True)
    assert new != old and parameter["Parameter"]["Value"] == new
    for function in ("payments-checkout", "payments-reconcile", "shipping-track"):
        answer = world.client("lambda").invoke(FunctionName=function, Qualifier="live")
        assert json.loads(answer["Payload"].read())["connected"] is True, function

    listed = world.curtain("retire", name, "--list", *NOTE)
    assert listed.status == 0 and b"AWSPREVIOUS" in listed.output
    retired = world.curtain("retire", name, "--yes", *NOTE)
    assert retired.status == 0, retired.error
    assert set(state(world, name).values()) == {"retired"}
    assert world.curtain("rollback", name, "--yes", *NOTE).status == 64
    found = world.curtain("match", *NOTE, "-o", "json", stdin=old.encode()).json["found"]
    # Parameter Store has no call that removes one old version: it is the only place left, and retire has said so.
    assert {row["ref"].split(":")[0] for row in found} <= {"param"}

    report = world.home / "report.json"
    assert world.curtain("incident", "export", "--file", report).status == 0
    report = json.loads(report.read_text())
    eradicated = [line for line in report["timeline"] if line.get("moment") == "eradicated"]
    assert len(eradicated) == 1 and name in eradicated[0]["note"]
    for kept in (world.home / ".local/state/curtain").rglob("*"):
        if kept.is_file():
            content = kept.read_bytes()
            assert old.encode() not in content and new.encode() not in content, kept


def test_a_set_is_taken_back_the_last_first(world):
    before = password(world)
    name = planned(world, "env:payments-reconcile/DB_PASSWORD", *ORDERS)["id"]
    assert world.curtain("apply", name, "--yes", *NOTE).status == 4
    assert password(world) != before
    done = world.curtain("rollback", name, "--yes", *NOTE)
    assert done.status == 0, done.error
    assert password(world) == before
    parameter = world.client("ssm").get_parameter(Name="/dev/platform/scratch/orders-db", WithDecryption=True)
    assert parameter["Parameter"]["Value"] == before
    assert set(state(world, name).values()) == {"rolledBack"}
