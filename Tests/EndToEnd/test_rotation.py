"""Rotate and redeploy, all the way and back, with functions that really use their secrets."""

import base64
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
import zipfile

import botocore.session
import pytest
from botocore import xform_name

from conftest import BINARY, ROOT, Installation, demo_account
from played_kms import PlayedKMS

NOTE = ("--note", "INC-7 found in a paste")
HOOK = f"{sys.executable} {ROOT}/demo/outside_world.py"
ORDERS = ("--hook", f"{HOOK} orders-db --field password")
CONNECTED = ("--check", 'invoke={}=>{"connected":true}')
QUICK = ("--wave", "40", "--weight", "0")


@pytest.fixture(scope="module")
def account(tmp_path_factory):
    """A demo account of this file's own: it does not look the same afterwards."""
    yield from demo_account(tmp_path_factory)


@pytest.fixture
def harbour(tmp_path, account):
    return Harbour(tmp_path, account)


class Harbour(Installation):
    """curtain on the account, and what an onlooker sees of it."""

    def __init__(self, home, stand_in):
        super().__init__(home, stand_in)
        self.stand_in, self.said = stand_in, b""
        (home / "config").mkdir()
        # The stand-in has no such limit, and nobody waits for it here.
        (home / "config/config.toml").write_text("[aws]\nrequests_per_second = 100\n")
        self.environment["CURTAIN_CONFIG_DIR"] = str(home / "config")

    def run(self, *arguments, input=None, **environment):
        done = super().run(*arguments, input=input, **environment)
        self.said += done.stdout + done.stderr
        return done

    def plan(self, *arguments, status=0):
        done = self.run("plan", *arguments, "-o", "json")
        assert done.returncode == status, done.stderr.decode()
        return json.loads(done.stdout) if status == 0 else done.stderr.decode()

    def act(self, verb, plan, *arguments, status=0, input=None):
        done = self.run(verb, plan["id"], "--yes", *NOTE, *arguments, input=input)
        assert done.returncode == status, done.stderr.decode() + done.stdout.decode()
        return done

    def status(self, plan):
        done = self.run("status", plan["id"], "-o", "json")
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    def begin(self, verb, plan, *arguments):
        """A run that goes on while the test looks at it."""
        return subprocess.Popen(
            [str(BINARY), verb, plan["id"], "--yes", *NOTE, *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def journal(self, plan):
        path = self.state / "plans" / plan["id"] / "journal.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def wait_for(self, plan, action, event="outcome", seconds=30):
        """Until the journal has this of a step."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for entry in self.journal(plan):
                if entry["event"] == event and entry.get("step", "").startswith(action + " "):
                    return
            time.sleep(0.02)
        raise AssertionError(f"{action} was not begun")

    def invoke(self, function, qualifier="live"):
        answer = self.stand_in.client("lambda").invoke(FunctionName=function, Qualifier=qualifier)
        return None if answer.get("FunctionError") else json.loads(answer["Payload"].read())

    def serves(self, function):
        return self.stand_in.client("lambda").get_alias(FunctionName=function, Name="live")["FunctionVersion"]

    def current(self, secret):
        return self.stand_in.client("secretsmanager").get_secret_value(SecretId=secret, VersionStage="AWSCURRENT")["SecretString"]

    def stages(self, secret):
        described = self.stand_in.client("secretsmanager").describe_secret(SecretId=secret)
        return {stage: version for version, stages in described["VersionIdsToStages"].items() for stage in stages}

    def assert_closed(self, *values):
        """No value in anything that was said or written."""
        self.said += b"".join(path.read_bytes() for path in self.state.rglob("*") if path.is_file())
        for value in [*self.stand_in.planted.values(), *values]:
            if len(value) >= 8:
                assert value.encode() not in self.said
        assert self.run("audit", "verify").returncode == 0


def lanes(plan):
    return [lane["name"] for lane in plan["functions"]]


def test_a_bad_canary_is_rolled_back_and_the_rotation_then_done_and_retired(harbour):
    """The database secret to its functions. First nobody tells the database: the first function fails for real."""
    before = harbour.current("prod/orders/db")
    rotate = (
        "rotate", "secret:prod/orders/db#/password", "--overlap", "--generate", "24", "--no-punctuation", "--include",
        "platform-backup-check")
    plan = harbour.plan(*rotate, *NOTE, *CONNECTED, *QUICK)
    functions = lanes(plan)
    # Six read it by ARN, four through the extension, three hold a copy, two of these an old one, and one only may read it.
    assert len(functions) == 14
    served = {name: harbour.serves(name) for name in functions}

    done = harbour.act("apply", plan, status=4)
    assert b"fails when it is invoked" in done.stderr
    moved = [name for name in functions if harbour.serves(name) != served[name]]
    assert moved == []  # the canary's alias was never moved
    harbour.act("rollback", plan)
    assert harbour.current("prod/orders/db") == before
    assert harbour.status(plan)["state"] == "rolledBack"
    assert harbour.invoke(functions[0])

    plan = harbour.plan(*rotate, *NOTE, *CONNECTED, *QUICK, *ORDERS)
    done = harbour.act("apply", plan, status=4)  # what only a policy lets read it is left out and named
    assert harbour.status(plan)["state"] == "done", done.stderr.decode()
    functions = lanes(plan)
    after = harbour.current("prod/orders/db")
    assert after != before and harbour.stages("prod/orders/db")["AWSCURRENT"] == plan["token"]
    for name in functions:
        assert harbour.serves(name) != served[name]
        assert harbour.invoke(name)["connected"] is True

    summary = json.loads(harbour.run("summary", plan["id"], "--as", "json").stdout)
    assert summary["state"] == "done" and summary["ended"]
    assert sum(len(change["requestIds"]) for change in summary["changes"]) > len(functions) * 3
    markdown = harbour.run("summary", plan["id"], "--as", "markdown").stdout.decode()
    assert "| fn:payments-checkout |" in markdown and "AWSPREVIOUS" in markdown

    listed = json.loads(harbour.run("retire", plan["id"], *NOTE, "--list", "-o", "json").stdout)
    goes = {row["ref"] for row in listed["holders"] if row["end"] == "removed"}
    assert "env:payments-reconcile@3/DB_PASSWORD" in goes
    assert not [row for row in listed["holders"] if row["end"] == "inUse"]
    harbour.act("retire", plan)
    assert "AWSPREVIOUS" not in harbour.stages("prod/orders/db")
    assert harbour.invoke("payments-reconcile")["connected"] is True
    versions = harbour.stand_in.client("lambda").list_versions_by_function(FunctionName="payments-reconcile")
    assert "3" not in [version["Version"] for version in versions["Versions"]]
    assert harbour.run("rollback", plan["id"], "--yes", *NOTE).returncode == 64
    harbour.assert_closed(json.loads(before)["password"], json.loads(after)["password"])


def test_a_parameter_is_cut_over_and_taken_back(harbour):
    client = harbour.stand_in.client("ssm")
    was = client.get_parameter(Name="/prod/legacy/db", WithDecryption=True)["Parameter"]
    hook = ("--hook", f"{HOOK} legacy-db --field password")
    value = json.dumps({"username": "legacy", "password": "N3wLegacyPassw0rd"}).encode()
    plan = harbour.plan("rotate", "param:/prod/legacy/db", "--cutover", *hook)
    assert [step["action"] for step in plan["steps"][:3]] == ["stageValue", "setTarget", "testTarget"]
    harbour.run("apply", plan["id"], "--yes", *NOTE, "--value-stdin", input=value)
    now = client.get_parameter(Name="/prod/legacy/db", WithDecryption=True)["Parameter"]
    assert (now["Value"].encode(), now["Version"], now["Type"]) == (value, was["Version"] + 1, "SecureString")
    history = client.get_parameter_history(Name="/prod/legacy/db")["Parameters"]
    assert [each["Version"] for each in history if "curtain-previous" in each.get("Labels", [])] == [was["Version"]]
    filters = [{"Key": "Name", "Option": "BeginsWith", "Values": ["/curtain"]}]
    assert client.describe_parameters(ParameterFilters=filters)["Parameters"] == []
    assert harbour.invoke("mail-bounce")
    harbour.act("rollback", plan)
    again = client.get_parameter(Name="/prod/legacy/db", WithDecryption=True)["Parameter"]
    assert again["Value"] == was["Value"] and again["Version"] == was["Version"] + 2
    assert harbour.invoke("mail-bounce")
    harbour.assert_closed("N3wLegacyPassw0rd")


def test_a_parameter_that_somebody_else_changed_reaches_its_readers(harbour):
    """The drifted parameter: five functions read it, each keeps it for another time, and some of them fail."""
    client = harbour.stand_in.client("ssm")
    readers = [
        "catalogue-feed-export", "mail-bounce", "payments-settlement", "platform-legacy-bridge", "shipping-customs"]
    assert all(harbour.invoke(name) for name in readers)
    was = client.get_parameter(Name="/prod/legacy/db", WithDecryption=True)["Parameter"]["Value"]
    new = json.dumps({**json.loads(was), "password": "S0mebodyElsesWord"})

    def outside(value, step):
        subprocess.run(
            [sys.executable, f"{ROOT}/demo/outside_world.py", "legacy-db", step, "--field", "password"],
            input=value.encode(), env=harbour.environment, check=True)

    def drifted():
        done = harbour.run("drift", "param:/prod/legacy/db", "-o", "json")
        return sorted(row["ref"].removeprefix("fn:") for row in json.loads(done.stdout))

    outside(new, "set")
    client.put_parameter(Name="/prod/legacy/db", Value=new, Type="SecureString", Overwrite=True)
    outside(new, "finish")
    failing = {name for name in readers if harbour.invoke(name) is None}
    assert {"catalogue-feed-export", "payments-settlement"} <= failing and "mail-bounce" not in failing
    assert drifted() == readers
    plan = harbour.plan("redeploy", *(f"fn:{name}" for name in readers), *CONNECTED, *QUICK)
    harbour.act("apply", plan)
    assert all(harbour.invoke(name)["connected"] for name in readers)
    assert drifted() == []
    outside(was, "set")
    client.put_parameter(Name="/prod/legacy/db", Value=was, Type="SecureString", Overwrite=True)
    outside(was, "finish")
    harbour.act("rollback", plan)
    harbour.assert_closed("S0mebodyElsesWord")


def test_a_literal_is_found_in_both_functions_and_given_by_standard_input(harbour):
    hook = ("--hook", f"{HOOK} telemetry")
    plan = harbour.plan(
        "rotate", "env:platform-telemetry-relay/TELEMETRY_API_KEY", "--overlap", *hook, *QUICK)
    assert lanes(plan) == ["platform-telemetry-relay", "shipping-eta"]
    harbour.act("apply", plan, "--value-stdin", input=b"tk_live_S3cond0ne\n")
    client = harbour.stand_in.client("lambda")
    for name, key in (("platform-telemetry-relay", "TELEMETRY_API_KEY"), ("shipping-eta", "STATS_TOKEN")):
        live = client.get_function_configuration(FunctionName=name, Qualifier="live")
        assert live["Environment"]["Variables"][key] == "tk_live_S3cond0ne"
        assert len(live["Environment"]["Variables"]) > 2
    assert harbour.invoke("platform-telemetry-relay")
    harbour.assert_closed("tk_live_S3cond0ne")


def test_a_stuck_rotation_is_diagnosed_mended_and_done(harbour):
    said = harbour.plan("rotate", "secret:prod/cards/hsm-pin", "--overlap", status=75)
    assert "may not secretsmanager:UpdateSecretVersionStage" in said and "--clear-pending" in said
    said = harbour.plan("rotate", "secret:prod/cards/hsm-pin", "--overlap", "--clear-pending", status=1)
    assert "would stop half-way" in said
    harbour.stand_in.client("iam").put_role_policy(
        RoleName="payments-hsm-pin-rotation-role",
        PolicyName="finish",
        PolicyDocument=json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {"Effect": "Allow", "Action": "secretsmanager:UpdateSecretVersionStage", "Resource": "*"}
                ],
            }
        ),
    )
    stuck = harbour.stages("prod/cards/hsm-pin")["AWSPENDING"]
    plan = harbour.plan("rotate", "secret:prod/cards/hsm-pin", "--overlap", "--clear-pending", *QUICK)
    harbour.act("apply", plan, status=4)
    stages = harbour.stages("prod/cards/hsm-pin")
    assert stages["AWSCURRENT"] == plan["token"]
    assert stages.get("AWSPENDING", plan["token"]) == plan["token"]  # on the current version it is harmless
    assert stages[f"curtain-kept-{plan['id']}"] == stuck  # it may be the one that works: never thrown away
    for name in lanes(plan):
        assert harbour.invoke(name)
    harbour.assert_closed(harbour.current("prod/cards/hsm-pin"))


def test_a_stack_resolves_the_new_value_and_is_taken_back(harbour):
    stacks = harbour.stand_in.client("cloudformation")
    template = json.dumps(stacks.get_template(StackName="payments-stripe")["TemplateBody"])
    names = ["payments-dispute", "payments-webhook-stripe"]
    served = [harbour.serves(name) for name in names]
    rotate = ("rotate", "secret:prod/payments/stripe#/apiKey", "--overlap", "--generate", "40", "--no-punctuation")
    hook = ("--hook", f"{HOOK} stripe --field apiKey")
    said = harbour.plan(*rotate, *hook, "--deploy-stacks", *CONNECTED, *QUICK)
    assert lanes(said) == names
    assert [step["action"] for step in said["steps"]][0] == "proposeStackUpdate"
    harbour.act("apply", said, status=4)
    for name, before in zip(names, served):
        assert harbour.serves(name) != before and harbour.invoke(name)["connected"] is True
    key = json.loads(harbour.current("prod/payments/stripe"))["apiKey"]
    live = harbour.stand_in.client("lambda").get_function_configuration(FunctionName=names[0], Qualifier="live")
    assert live["Environment"]["Variables"]["STRIPE_API_KEY"] == key
    harbour.act("rollback", said)
    assert [harbour.serves(name) for name in names] == served
    assert json.dumps(stacks.get_template(StackName="payments-stripe")["TemplateBody"]) == template
    latest = harbour.stand_in.client("lambda").get_function_configuration(FunctionName=names[0])
    old = json.loads(harbour.current("prod/payments/stripe"))["apiKey"]
    assert latest["Environment"]["Variables"]["STRIPE_API_KEY"] == old != key
    harbour.assert_closed(key, old)


YAML = """\
# the receipts
Parameters:
  Role: {Type: String}
Resources:
  Receipts:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: yaml-receipts
      Runtime: python3.13
      Handler: index.handler
      Role: !Ref Role
      Code:
        ZipFile: |
          import os
          def handler(event, context):
              return {"connected": len(os.environ["API_KEY"]) > 8, "key": os.environ["API_KEY"][:2]}
      Environment:
        Variables:
          # resolved when it is deployed
          LOG_LEVEL: INFO
          API_KEY: '{{resolve:secretsmanager:yaml/receipts:SecretString:key}}'
"""


def test_a_stack_in_yaml_gets_one_line_and_is_the_same_behind_the_way_back(harbour):
    stacks, manager = harbour.stand_in.client("cloudformation"), harbour.stand_in.client("secretsmanager")
    functions = harbour.stand_in.client("lambda")
    manager.create_secret(Name="yaml/receipts", SecretString='{"key":"0riginalYamlKey"}')
    role = functions.get_function_configuration(FunctionName="payments-dispute")["Role"]
    stacks.create_stack(
        StackName="yaml-receipts", TemplateBody=YAML, Parameters=[{"ParameterKey": "Role", "ParameterValue": role}])
    stacks.get_waiter("stack_create_complete").wait(StackName="yaml-receipts", WaiterConfig={"Delay": 1})
    held = lambda: functions.get_function_configuration(FunctionName="yaml-receipts")["Environment"]["Variables"]
    assert held()["API_KEY"] == "0riginalYamlKey"
    plan = harbour.plan(
        "rotate", "secret:yaml/receipts#/key", "--overlap", "--generate", "20", "--no-punctuation", "--deploy-stacks",
        *CONNECTED)
    assert lanes(plan) == ["yaml-receipts"]
    harbour.act("apply", plan, status=4)  # what may read every secret of the account is left out
    assert harbour.status(plan)["state"] == "done"
    key = json.loads(harbour.current("yaml/receipts"))["key"]
    assert held()["API_KEY"] == key != "0riginalYamlKey" and held()["CURTAIN_PLAN"] == plan["id"]
    marked = stacks.get_template(StackName="yaml-receipts", TemplateStage="Original")["TemplateBody"]
    line = f"          CURTAIN_PLAN: {plan['id']}\n"
    assert line in marked and marked.replace(line, "") == YAML
    harbour.act("rollback", plan)
    assert stacks.get_template(StackName="yaml-receipts", TemplateStage="Original")["TemplateBody"] == YAML
    assert held()["API_KEY"] == "0riginalYamlKey" and "CURTAIN_PLAN" not in held()
    harbour.assert_closed(key, "0riginalYamlKey")


def test_a_field_that_is_not_there_is_said_and_nothing_is_changed(harbour):
    before = harbour.stages("prod/orders/db")
    plan = harbour.plan("rotate", "secret:prod/orders/db#/nope", "--overlap", "--generate", "20", *NOTE)
    assert any(words.startswith("copies of field /nope were not looked for") for words in plan["warnings"])
    done = harbour.act("apply", plan, status=4)
    assert b"the value has no field /nope" in done.stderr and harbour.stages("prod/orders/db") == before
    harbour.act("rollback", plan)
    status = harbour.status(plan)
    assert (status["state"], status["failed"]) == ("rolledBack", [])  # what went wrong on the way is over


def test_a_caller_of_a_version_by_its_number_is_named(harbour):
    functions = harbour.stand_in.client("lambda")
    version = harbour.serves("mail-bounce")
    functions.add_permission(
        FunctionName="mail-bounce", Qualifier=version, StatementId="nightly", Action="lambda:InvokeFunction",
        Principal="events.amazonaws.com", SourceArn="arn:aws:events:eu-west-1:111122223333:rule/nightly")
    try:
        plan = harbour.plan("redeploy", "fn:mail-bounce")
        left = [each["why"] for each in plan["leftOut"] if each["ref"] == f"fn:mail-bounce@{version}"]
        assert left and "events.amazonaws.com" in left[0] and "rule/nightly" in left[0], plan["leftOut"]
    finally:
        functions.remove_permission(FunctionName="mail-bounce", Qualifier=version, StatementId="nightly")


@pytest.fixture
def slow(harbour, tmp_path):
    """A check that lasts until it is let go, so that a run can be met in the middle."""
    gate = tmp_path / "gate"
    gate.write_text(f"#!/bin/sh\ntouch {tmp_path}/waiting\nwhile [ ! -e {tmp_path}/open ]; do sleep 0.05; done\n")
    gate.chmod(0o755)
    plan = harbour.plan(
        "redeploy", "fn:mail-bounce", "fn:mail-invoice", "--wave", "1", "--weight", "0", "--check", f"command={gate}")
    plan["open"] = lambda: (tmp_path / "open").touch()
    plan["waiting"] = tmp_path / "waiting"
    return plan


def reached(path, seconds=30):
    deadline = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.02)


def test_behind_kill_9_it_goes_on_and_two_processes_never_run_one_plan(harbour, slow):
    first = harbour.begin("apply", slow)
    reached(slow["waiting"])
    assert harbour.status(slow)["state"] == "running"
    for verb in ("resume", "rollback", "retire"):
        done = harbour.run(verb, slow["id"], "--yes", *NOTE)
        assert done.returncode == 75 and b"another process runs" in done.stderr
    versions = [harbour.serves(name) for name in lanes(slow)]
    first.send_signal(signal.SIGKILL)
    first.wait(10)
    slow["open"]()  # the check itself outlives its parent and must not hold the plan
    deadline = time.monotonic() + 20
    while harbour.status(slow)["state"] == "running" and time.monotonic() < deadline:
        time.sleep(0.1)
    assert harbour.status(slow)["state"] == "died"
    harbour.act("resume", slow)
    assert harbour.status(slow)["state"] == "done"
    assert harbour.serves("mail-bounce") == versions[0]  # not published a second time
    harbour.act("rollback", slow)
    assert harbour.invoke("mail-bounce") and harbour.invoke("mail-invoice")
    harbour.assert_closed()


def test_it_stops_behind_the_call_when_the_terminal_is_lost(harbour, slow):
    process, terminal = pty.fork()
    if process == 0:
        os.execve(str(BINARY), [str(BINARY), "apply", slow["id"], "--yes", *NOTE], harbour.environment)
    reached(slow["waiting"])
    os.close(terminal)
    slow["open"]()
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == 130
    found = harbour.status(slow)
    assert (found["state"], found["safeToStop"]) == ("stopped", True)
    assert "stopped as asked" in found["waiting"]
    harbour.act("rollback", slow)


def test_detached_it_goes_on_without_a_terminal(harbour, slow):
    process, terminal = pty.fork()
    if process == 0:
        os.execve(str(BINARY), [str(BINARY), "apply", slow["id"], "--yes", "--detach", *NOTE], harbour.environment)
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0
    assert harbour.status(slow)["state"] == "running"
    follower = subprocess.Popen(
        [str(BINARY), "status", slow["id"], "--follow"], env=harbour.environment, stdout=subprocess.PIPE)
    slow["open"]()
    output, _ = follower.communicate(timeout=30)
    assert output.startswith(f"{slow['id']}  done".encode())
    assert harbour.run("stop", slow["id"]).returncode == 66
    harbour.act("rollback", slow)


def test_a_detached_run_is_stopped_from_elsewhere(harbour, slow):
    harbour.act("apply", slow, "--detach")
    reached(slow["waiting"])
    assert harbour.run("stop", slow["id"]).returncode == 0
    slow["open"]()
    assert harbour.run("status", slow["id"], "--follow").returncode == 0
    assert harbour.status(slow)["state"] == "stopped"
    harbour.act("resume", slow, "--detach")
    assert harbour.run("status", slow["id"], "--follow").returncode == 0
    assert harbour.status(slow)["state"] == "done"


def test_a_value_that_is_asked_for_here_reaches_the_detached_run(harbour):
    plan = harbour.plan("rotate", "param:/dev/orders/db/password", "--overlap")
    value = tmp_value(harbour, b"N3wDevPassw0rd\n")
    assert harbour.run("apply", plan["id"], "--yes", *NOTE, "--detach", "--value-file", str(value)).returncode in (0, 4)
    assert harbour.run("status", plan["id"], "--follow").returncode == 0
    now = harbour.stand_in.client("ssm").get_parameter(Name="/dev/orders/db/password", WithDecryption=True)
    assert now["Parameter"]["Value"] == "N3wDevPassw0rd"
    value.unlink()
    harbour.assert_closed("N3wDevPassw0rd")


def tmp_value(harbour, value):
    path = harbour.home / "value"
    path.write_bytes(value)
    return path


def test_the_commands_of_a_plan_are_commands_that_the_cli_has(harbour):
    session = botocore.session.get_session()
    smtp = ("--generate", "20", "--hook", "hooks/smtp", *CONNECTED)
    scripts = [
        harbour.run("plan", "show", plan["id"], "--aws").stdout.decode()
        for plan in (
            harbour.plan("rotate", "secret:prod/mail/smtp", "--overlap", *smtp),
            harbour.plan("rotate", "param:/prod/legacy/db", "--cutover", "--hook", "hooks/legacy"),
        )
    ]
    seen = set()
    for script in scripts:
        assert subprocess.run(["sh", "-n"], input=script.encode()).returncode == 0
        lines = [line for line in script.splitlines() if not line.startswith("#")]
        for part in re.split(r"(?=aws [a-z]+ [a-z-]+ --)|\|", "\n".join(lines)):
            command = re.match(r"aws ([a-z]+) ([a-z0-9-]+) ", part)
            if not command:
                continue
            service, operation = command.groups()
            model = session.get_service_model(service)
            name = next(each for each in model.operation_names if xform_name(each, "-") == operation)
            known = {xform_name(each, "-") for each in model.operation_model(name).input_shape.members}
            options = set(re.findall(r" --([a-z0-9-]+)", part))
            assert options - known <= {"query", "output", "cli-binary-format"}, (operation, options - known)
            seen.add(operation)
    assert {"put-secret-value", "update-function-configuration", "publish-version", "update-alias", "put-parameter"} <= seen


def test_a_key_is_rotated_and_its_alias_pointed_to_another_and_back(tmp_path, moto):
    harbour = Harbour(tmp_path, moto)
    kms = moto.client("kms")
    first, second = (kms.create_key()["KeyMetadata"]["KeyId"] for _ in range(2))
    kms.create_alias(AliasName="alias/orders", TargetKeyId=first)
    plan = harbour.plan("rotate", f"key:{first}")
    assert any("after a leak this is no remedy" in warning for warning in plan["warnings"])
    harbour.act("apply", plan)
    assert [each["RotationType"] for each in kms.list_key_rotations(KeyId=first)["Rotations"]] == ["ON_DEMAND"]
    harbour.act("rollback", plan)  # there is nothing to take back, and the plan has said so
    assert any("key material" in words for words in plan["cannotUndo"])
    plan = harbour.plan("rotate", "key:alias/orders", "--to-key", second)
    harbour.act("apply", plan)
    assert kms.describe_key(KeyId="alias/orders")["KeyMetadata"]["KeyId"] == second
    harbour.act("rollback", plan)
    assert kms.describe_key(KeyId="alias/orders")["KeyMetadata"]["KeyId"] == first
    assert "names that key already" in harbour.plan("rotate", "key:alias/orders", "--to-key", first, status=64)


SEALED = """
import base64, os
import boto3

def handler(event, context):
    names = {} if os.environ["FREE"] == "1" else {"LambdaFunctionName": os.environ["AWS_LAMBDA_FUNCTION_NAME"]}
    plain = boto3.client("kms").decrypt(
        CiphertextBlob=base64.b64decode(os.environ["PIN_CIPHERTEXT"]), EncryptionContext=names)["Plaintext"]
    return {"connected": plain == b"4711-c4nary"}
"""


@pytest.fixture
def sealing(harbour):
    """KMS with ReEncrypt, which the stand-in lacks."""
    played = PlayedKMS(harbour.stand_in)
    harbour.environment["AWS_ENDPOINT_URL"] = played.url
    yield played
    played.close()


def test_ciphertexts_in_variables_are_encrypted_anew_and_taken_back(harbour, sealing):
    kms, functions = harbour.stand_in.client("kms"), harbour.stand_in.client("lambda")
    first, second, other = (kms.create_key()["KeyMetadata"]["KeyId"] for _ in range(3))
    iam = harbour.stand_in.client("iam")
    trust = json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
    role = iam.create_role(RoleName="pins", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    iam.put_role_policy(RoleName="pins", PolicyName="own", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*"}]}))
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as output:
        output.writestr("app.py", SEALED)

    def made(name, key, context):
        text = base64.b64encode(
            kms.encrypt(KeyId=key, Plaintext=b"4711-c4nary", EncryptionContext=context)["CiphertextBlob"]).decode()
        functions.create_function(
            FunctionName=name, Runtime="python3.13", Handler="app.handler", Role=role, Timeout=20,
            Code={"ZipFile": package.getvalue()},
            Environment={"Variables": {"PIN_CIPHERTEXT": text, "FREE": "0" if context else "1"}})
        functions.get_waiter("function_active_v2").wait(FunctionName=name, WaiterConfig={"Delay": 1})
        version = functions.publish_version(FunctionName=name)["Version"]
        functions.create_alias(FunctionName=name, Name="live", FunctionVersion=version)
        return text

    def held(name, qualifier="live"):
        told = functions.get_function_configuration(FunctionName=name, Qualifier=qualifier)
        return told["Environment"]["Variables"]["PIN_CIPHERTEXT"]

    contexts = {"pin-bound": {"LambdaFunctionName": "pin-bound"}, "pin-free": {}}
    before = {name: made(name, first, context) for name, context in contexts.items()}
    before["pin-away"] = made("pin-away", other, {})
    before["pin-foreign"] = made("pin-foreign", first, {"tenant": "7"})
    assert harbour.invoke("pin-bound") == {"connected": True}

    plan = harbour.plan("rotate", f"key:{first}", "--to-key", second, "--re-encrypt", *CONNECTED)
    assert lanes(plan) == ["pin-bound", "pin-free"]
    assert "env:pin-foreign/PIN_CIPHERTEXT" in [each["ref"] for each in plan["leftOut"]]
    assert any("kms:Decrypt" in words and role in words for words in plan["warnings"])
    assert {"kms:ReEncryptFrom", "kms:ReEncryptTo"} <= {each["action"] for each in plan["permissions"]}
    script = harbour.run("plan", "show", plan["id"], "--aws").stdout.decode()
    assert script.count("aws kms re-encrypt ") == 2
    harbour.act("apply", plan, status=4)  # what needs another context is left out
    for name, context in contexts.items():
        opened = kms.decrypt(CiphertextBlob=base64.b64decode(held(name)), EncryptionContext=context)
        assert opened["Plaintext"] == b"4711-c4nary" and opened["KeyId"].endswith(second)
        assert harbour.invoke(name) == {"connected": True}
    assert held("pin-away") == before["pin-away"] and held("pin-foreign") == before["pin-foreign"]
    harbour.act("rollback", plan)
    assert all(held(name) == held(name, "$LATEST") == text for name, text in before.items())
    assert "--re-encrypt goes with a key" in harbour.plan("rotate", "param:/x", "--overlap", "--re-encrypt", status=64)
    harbour.assert_closed("4711-c4nary")


def test_on_the_second_stand_in(tmp_path, moto):
    """moto has no RevisionId, and an update is over at once."""
    harbour = Harbour(tmp_path, moto)
    moto.client("secretsmanager").create_secret(Name="prod/one", SecretString='{"user":"u","password":"0riginalPassw0rd"}')
    moto.client("ssm").put_parameter(Name="/prod/two", Value="0riginalTw0Value", Type="SecureString")
    plan = harbour.plan("rotate", "secret:prod/one#/password", "--overlap", "--generate", "20", "--no-punctuation")
    harbour.act("apply", plan)
    now = json.loads(harbour.current("prod/one"))
    assert now["user"] == "u" and now["password"] != "0riginalPassw0rd" and len(now["password"]) == 20
    harbour.act("rollback", plan)
    assert json.loads(harbour.current("prod/one"))["password"] == "0riginalPassw0rd"
    plan = harbour.plan("rotate", "param:/prod/two", "--overlap", "--generate", "20", "--no-punctuation")
    harbour.act("apply", plan)
    harbour.act("rollback", plan)
    two = moto.client("ssm").get_parameter(Name="/prod/two", WithDecryption=True)["Parameter"]
    assert (two["Value"], two["Version"]) == ("0riginalTw0Value", 3)
    harbour.assert_closed("0riginalPassw0rd", "0riginalTw0Value", now["password"])
