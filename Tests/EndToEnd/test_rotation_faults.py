"""Rotations whose calls are lost, refused or survived by nobody: whatever happens to one call, another process reaches the new
state or the old one. The cells are made from the plan's own list of calls; all of them are run, and printed as a table."""

import concurrent.futures
import contextlib
import dataclasses
import hashlib
import io
import itertools
import json
import subprocess
import time
import zipfile

import pytest

from conftest import BINARY, Installation, start
from fault_proxy import Call, FaultProxy, Outcome

NOTE = ("--note", "INC-7 found in a paste")
#: How many processes may be needed behind the one that was disturbed.
LIVES = 4
#: Cells that run side by side, each with an account's corner, a proxy and an installation of its own.
SIDE_BY_SIDE = 6
#: Outcomes that every call meets. The others are met by the first call of each action.
ALWAYS = [Outcome.LOST_APPLIED, Outcome.KILLED_BEFORE, Outcome.KILLED_AFTER]
#: Ways that are gone behind the disturbed run, and with which outcomes.
WAYS = {"resume": list(Outcome), "rollback": [outcome for outcome in Outcome if outcome.kills]}
HANDLER = """
import os

def handler(event, context):
    return {"connected": len(os.environ["API_KEY"]) > 8 and os.environ["LOG_LEVEL"] == "INFO"}
"""
#: A system that takes the values in a list, of which it keeps digests; of a JSON secret, the whole.
HOOK = """#!/bin/sh
set -eu
taken=$(dirname "$0")/taken
digest() { sha256sum | cut -c 1-64; }
case "$1" in
    set) digest > "$taken.new"; mv "$taken.new" "$taken" ;;
    undo) digest <&3 > "$taken.new"; mv "$taken.new" "$taken" ;;
    test) grep -q "$(digest)" "$taken" ;;
    finish) : ;;
esac
"""


class Account:
    """The stand-in, what functions are made of there, and one client a service for all who ask."""

    def __init__(self, stand_in):
        self.stand_in = stand_in
        self.lambdas, self.manager, self.store = (
            stand_in.client(service) for service in ("lambda", "secretsmanager", "ssm"))
        trust = {"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        self.role = stand_in.client("iam").create_role(
            RoleName="served", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w") as output:
            output.writestr("app.py", HANDLER)
        self.package = package.getvalue()


@pytest.fixture(scope="module")
def account(tmp_path_factory):
    for stand_in in start(tmp_path_factory.mktemp("faults")):
        yield Account(stand_in)


@dataclasses.dataclass(frozen=True)
class Cell:
    way: str
    #: The number of the step in the plan, what it does, and its call.
    step: int
    action: str
    call: Call
    #: How many calls just like it come before.
    before: int
    outcome: Outcome


def cells(plan, has_own):
    """A cell for each call of the plan that changes something and has its cells in this kind, with each outcome."""
    found, calls, actions = [], [], set()
    for step in plan["steps"]:
        words = step["call"]
        call = Call(words) if ":" in words.split()[0] else None
        if call is None or not call.changes:
            continue
        before = calls.count(call)
        calls.append(call)
        if not has_own(call):
            continue
        is_first = step["action"] not in actions
        actions.add(step["action"])
        for way, outcomes in WAYS.items():
            for outcome in outcomes if is_first else [each for each in outcomes if each in ALWAYS]:
                if call.is_lambda or outcome not in (Outcome.PRECONDITION, Outcome.CONFLICT):
                    found.append(Cell(way, step["n"], step["action"], call, before, outcome))
    return found


class Corner:
    """What one cell has for itself: a secret, a parameter, two functions that hold copies, the proxy before them and curtain."""

    def __init__(self, home, account, number):
        self.account, self.home, self.number = account, home, number
        self.proxy = FaultProxy(account.stand_in)
        self.installation = Installation(home, account.stand_in)
        (home / "config").mkdir(parents=True)
        (home / "config/config.toml").write_text("[aws]\nrequests_per_second = 100\n")
        self.installation.environment |= {
            "CURTAIN_CONFIG_DIR": str(home / "config"), "AWS_ENDPOINT_URL": self.proxy.url}
        self.secret, self.parameter = f"prod/{number}/key", f"/prod/{number}/key"
        self.functions = {"served": f"served-{number}", "plain": f"plain-{number}"}
        self.old = f"0riginalValue-{number}"

    def close(self):
        self.proxy.close()


class Rotation:
    """A kind of plan, and what its end has to look like."""

    def __init__(self, corner):
        self.corner, self.lambdas = corner, corner.account.lambdas
        self.manager, self.store = corner.account.manager, corner.account.store

    @staticmethod
    def has_own(call):
        """Whether the call has its cells in this kind of plan."""
        return True

    def plan(self):
        return ("rotate", self.reference, *self.wishes, "--generate", "20", "--no-punctuation", *NOTE)


class FunctionRotation(Rotation):
    """Two functions hold a copy each; one of them is served by an alias."""

    def set_up(self):
        corner = self.corner
        for name in corner.functions.values():
            self.lambdas.create_function(
                FunctionName=name, Runtime="python3.13", Handler="app.handler", Role=corner.account.role,
                Code={"ZipFile": corner.account.package}, Timeout=20, Environment={"Variables": {"API_KEY": corner.old, "LOG_LEVEL": "INFO"}})
        for name in corner.functions.values():
            until(lambda: self.lambdas.get_function_configuration(FunctionName=name)["State"] == "Active")
        served = corner.functions["served"]
        version = self.lambdas.publish_version(FunctionName=served)["Version"]
        self.lambdas.create_alias(FunctionName=served, Name="live", FunctionVersion=version)

    def held(self):
        """The copies, each under its place; the other variables must all be there."""
        found = {}
        corner = self.corner
        for place, qualifier in (("served", "live"), ("served", "$LATEST"), ("plain", "$LATEST")):
            told = self.lambdas.get_function_configuration(
                FunctionName=corner.functions[place], Qualifier=qualifier)["Environment"]["Variables"]
            found[f"{place}@{qualifier}"] = told["API_KEY"]
            assert told["LOG_LEVEL"] == "INFO" and set(told) <= {"API_KEY", "LOG_LEVEL", "CURTAIN_PLAN"}, place
        return found

    def faults(self, wanted):
        corner = self.corner
        alias = self.lambdas.get_alias(FunctionName=corner.functions["served"], Name="live")
        if alias.get("RoutingConfig", {}).get("AdditionalVersionWeights"):
            yield "the alias has weights left"
        if wanted == corner.old and alias["FunctionVersion"] != "1":
            yield f"the alias is at {alias['FunctionVersion']}"
        versions = self.lambdas.list_versions_by_function(FunctionName=corner.functions["served"])["Versions"]
        if len(versions) > 3:
            yield f"{len(versions) - 1} versions are published"
        for place, value in self.held().items():
            if value != wanted:
                yield f"{place} holds another value"
        answer = self.lambdas.invoke(FunctionName=corner.functions["served"], Qualifier="live")
        if json.loads(answer["Payload"].read()) != {"connected": True}:
            yield "the function does not work"

    def take_down(self):
        for name in self.corner.functions.values():
            self.lambdas.delete_function(FunctionName=name)


class SecretRotation(FunctionRotation):
    """One field of a secret, and the copies of it."""

    wishes = ("--overlap", "--wave", "1")

    @property
    def reference(self):
        return f"secret:{self.corner.secret}#/key"

    def set_up(self):
        super().set_up()
        self.manager.create_secret(
            Name=self.corner.secret, SecretString=json.dumps({"user": "u", "key": self.corner.old}))

    def current(self):
        held = json.loads(self.manager.get_secret_value(SecretId=self.corner.secret)["SecretString"])
        assert held["user"] == "u"
        return held["key"]

    def faults(self, wanted):
        yield from super().faults(wanted)
        versions = self.manager.describe_secret(SecretId=self.corner.secret)["VersionIdsToStages"].values()
        pending = [stages for stages in versions if "AWSPENDING" in stages and "AWSCURRENT" not in stages]
        if len(pending) > (wanted == self.corner.old):
            yield f"{len(pending)} versions are pending"

    def take_down(self):
        super().take_down()
        self.manager.delete_secret(SecretId=self.corner.secret, ForceDeleteWithoutRecovery=True)


class VariableRotation(FunctionRotation):
    """A literal without a store, and its copy. What is done to functions has its cells in the rotation of a secret."""

    wishes = ("--overlap",)

    @staticmethod
    def has_own(call):
        return not call.is_lambda or call.operation == "lambda:UpdateFunctionConfiguration"

    @property
    def reference(self):
        return f"env:{self.corner.functions['served']}/API_KEY"

    def current(self):
        return self.held()["served@live"]

    def faults(self, wanted):
        yield from super().faults(wanted)
        yield from left_over(self.store, self.corner)


class ParameterRotation(Rotation):
    """A password of which there is one at a time: the system takes the new one, then the parameter is written."""

    @property
    def wishes(self):
        return ("--cutover", "--hook", str(self.corner.home / "hook"))

    @property
    def reference(self):
        return f"param:{self.corner.parameter}"

    def set_up(self):
        self.store.put_parameter(Name=self.corner.parameter, Value=self.corner.old, Type="SecureString")
        hook = self.corner.home / "hook"
        hook.write_text(HOOK)
        hook.chmod(0o755)
        (self.corner.home / "taken").write_text(hashlib.sha256(self.corner.old.encode()).hexdigest())

    def current(self):
        return self.store.get_parameter(Name=self.corner.parameter, WithDecryption=True)["Parameter"]["Value"]

    def faults(self, wanted):
        history = self.store.get_parameter_history(Name=self.corner.parameter)["Parameters"]
        if len(history) > 3 or history[-1]["Type"] != "SecureString":
            yield f"its history has {len(history)} versions"
        labelled = [each["Version"] for each in history if "curtain-previous" in each.get("Labels", [])]
        if wanted != self.corner.old and labelled != [1]:
            yield f"labelled are {labelled}"
        if (self.corner.home / "taken").read_text().strip() != hashlib.sha256(wanted.encode()).hexdigest():
            yield "the system takes another value"
        yield from left_over(self.store, self.corner)

    def take_down(self):
        self.store.delete_parameter(Name=self.corner.parameter)


def left_over(store, corner):
    filters = [{"Key": "Name", "Option": "BeginsWith", "Values": ["/curtain"]}]
    plans = {path.name for path in (corner.home / "state/plans").iterdir()}
    for each in store.describe_parameters(ParameterFilters=filters)["Parameters"]:
        if each["Name"].split("/")[3] in plans:
            yield f"{each['Name']} is left"


def until(met, seconds=20):
    deadline = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)


@contextlib.contextmanager
def process(corner, verb, plan):
    """A run of the plan that the proxy can end."""
    arguments = [str(BINARY), verb, plan["id"], "--yes", "-q", *NOTE]
    with subprocess.Popen(
        arguments, env=corner.installation.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        corner.proxy.process = running
        yield running
        if running.poll() is None:
            running.kill()


def act(corner, verb, plan):
    with process(corner, verb, plan) as running:
        said = b"".join(running.communicate(timeout=60))
    told = corner.installation.run("status", plan["id"], "-o", "json")
    return json.loads(told.stdout)["state"], said


def run(kind, home, account, number, cell):
    """What is wrong behind this cell, line by line; without a cell, the plan from which they are made."""
    corner = Corner(home, account, number)
    rotation = kind(corner)
    try:
        rotation.set_up()
        made = corner.installation.run("plan", *rotation.plan(), "-o", "json")
        assert made.returncode == 0, made.stderr.decode()
        plan = json.loads(made.stdout)
        if cell is None:
            return plan
        step = plan["steps"][cell.step - 1]
        assert step["action"] == cell.action
        corner.proxy.arm(Call(step["call"]), cell.before, cell.outcome)
        said, goal = made.stdout + made.stderr, {"resume": "done", "rollback": "rolledBack"}[cell.way]
        state, words = act(corner, "apply", plan)
        said += words
        corner.proxy.disarm()
        for _ in range(LIVES):
            if state == goal:
                break
            state, words = act(corner, cell.way, plan)
            said += words
        faults = [] if corner.proxy.was_met else ["the fault was never met"]
        if state != goal:
            faults.append(f"it is {state}: {words.decode()}")
        new = rotation.current()
        if (new == corner.old) != (cell.way == "rollback"):
            faults.append("the value is not what it should be")
        faults += rotation.faults(new)
        written = b"".join(path.read_bytes() for path in corner.installation.state.rglob("*") if path.is_file())
        values = {corner.old, new} | corner.proxy.values
        values |= {json.loads(each)["key"] for each in values if each.startswith("{")}
        if any(each.encode() in text for each in values for text in (written, said)):
            faults.append("a value was kept or said")
        if corner.installation.run("audit", "verify").returncode != 0:
            faults.append("the trail is not whole")
        return faults
    finally:
        corner.close()
        rotation.take_down()


def table(ran):
    """A row a step and a way, a column an outcome: `+` as it should be, `X` not."""
    columns = [outcome.value for outcome in Outcome]
    rows = {}
    for cell, faults in ran.items():
        rows.setdefault((cell.step, cell.way, cell.action), {})[cell.outcome.value] = "X" if faults else "+"
    yield " " * 36 + "  ".join(columns)
    for (number, way, action), signs in sorted(rows.items()):
        yield f"{number:2} {action:24} {way:8} " + "  ".join(f"{signs.get(name, ' '):{len(name)}}" for name in columns)


def missing(plan, kind, ran):
    """Calls of the plan that were not met by each outcome that all have to meet, on each way; and outcomes that nothing met."""
    for step in plan["steps"]:
        service, _, operation = step["call"].split()[0].partition(":")
        reads = operation.startswith(("Get", "Describe", "Invoke"))
        if not operation or reads or not kind.has_own(Call(step["call"])):
            continue
        for way, outcomes in WAYS.items():
            for outcome in set(outcomes) & set(ALWAYS):
                if not any((cell.step, cell.way, cell.outcome) == (step["n"], way, outcome) for cell in ran):
                    yield f"{step['action']} {way} {outcome.value}"
    for outcome in Outcome:
        is_lambdas = outcome in (Outcome.PRECONDITION, Outcome.CONFLICT)
        if not any(cell.outcome is outcome for cell in ran) and not (is_lambdas and kind is ParameterRotation):
            yield outcome.value


@pytest.mark.timeout(400)
@pytest.mark.parametrize("kind", [SecretRotation, ParameterRotation, VariableRotation])
def test_whatever_happens_to_a_call_the_rotation_ends_new_or_old(account, tmp_path, kind):
    numbers = itertools.count(1)

    def begin(cell):
        number = f"{kind.__name__[0].lower()}{next(numbers):03}"
        return run(kind, tmp_path / number, account, number, cell)

    plan = begin(None)
    wanted = cells(plan, kind.has_own)
    with concurrent.futures.ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        ran = dict(zip(wanted, pool.map(begin, wanted)))
    print("", kind.__doc__, *table(ran), sep="\n")
    wrong = [f"{cell.action} {cell.way} {cell.outcome.value}: {faults}" for cell, faults in ran.items() if faults]
    assert not wrong, "\n".join(wrong)
    assert list(missing(plan, kind, ran)) == []
