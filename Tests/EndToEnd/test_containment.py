"""Each containment on the stand-in: said first, done, seen from outside, and taken back to what was there."""

import json

import pytest

from conftest import Installation, start


@pytest.fixture(scope="module")
def account(tmp_path_factory):
    yield from start(tmp_path_factory.mktemp("containment"), "--account")


@pytest.fixture
def responder(tmp_path, account):
    return Installation(tmp_path, account)


def key(aws):
    iam = aws.client("iam")
    name = "contained-robot"
    iam.create_user(UserName=name)
    made = iam.create_access_key(UserName=name)["AccessKey"]["AccessKeyId"]
    return f"accesskey:{made}", (), lambda: (
        iam.list_access_keys(UserName=name)["AccessKeyMetadata"][0]["Status"],
        iam.list_user_policies(UserName=name)["PolicyNames"],
    )


def sessions(aws):
    iam = aws.client("iam")
    return "role:on-call", (), lambda: sorted(iam.list_role_policies(RoleName="on-call")["PolicyNames"])


def concurrency(aws):
    lambda_ = aws.client("lambda")
    return "fn:payments-capture", (), lambda: lambda_.get_function_concurrency(FunctionName="payments-capture").get(
        "ReservedConcurrentExecutions"
    )


def source(aws):
    lambda_ = aws.client("lambda")
    mapping = lambda_.list_event_source_mappings()["EventSourceMappings"][0]["UUID"]
    return f"esm:{mapping}", (), lambda: lambda_.get_event_source_mapping(UUID=mapping)["State"] in ("Enabled", "Enabling")


def url(aws):
    lambda_ = aws.client("lambda")
    name = "payments-ledger"  # the address of an alias has no qualifier in the stand-in's list
    lambda_.create_function_url_config(FunctionName=name, AuthType="NONE")

    def look():
        found = lambda_.list_function_url_configs(FunctionName=name)["FunctionUrlConfigs"]
        return [(each["FunctionUrl"], each["AuthType"]) for each in found]

    return f"url:{name}", (), look


def secret(aws):
    secrets = aws.client("secretsmanager")

    def look():
        policy = secrets.get_resource_policy(SecretId="prod/mail/smtp").get("ResourcePolicy")
        return json.loads(policy)["Statement"] if policy else None

    return "secret:prod/mail/smtp", (), look


def master_key(aws):
    kms = aws.client("kms")
    made = kms.create_key(Description="to be disabled")["KeyMetadata"]["KeyId"]
    return f"key:{made}", ("--even-in-use",), lambda: kms.describe_key(KeyId=made)["KeyMetadata"]["KeyState"]


def alias(aws):
    lambda_ = aws.client("lambda")
    name = "payments-refund"
    served = lambda_.get_alias(FunctionName=name, Name="live")["FunctionVersion"]
    pages = lambda_.list_versions_by_function(FunctionName=name)["Versions"]
    other = next(each["Version"] for each in pages if each["Version"] not in (served, "$LATEST"))
    return f"alias:{name}/live", ("--to", other), lambda: lambda_.get_alias(FunctionName=name, Name="live")["FunctionVersion"]


CONTAINMENTS = {
    "deactivate": key,
    "deny-sessions": sessions,
    "stop-invocations": concurrency,
    "pause-source": source,
    "lock-url": url,
    "restrict-secret": secret,
    "disable-key": master_key,
    "alias-back": alias,
}


@pytest.mark.parametrize("action", CONTAINMENTS)
def test_contained_and_taken_back(action, responder, account):
    reference, options, look = CONTAINMENTS[action](account)
    before = look()
    said = responder.json("incident", "contain", action, reference, *options)
    assert said["id"] is None and said["effect"] and said["undo"] and said["command"].startswith("aws ")
    assert look() == before, "the plan alone has changed something"

    done = responder.json("incident", "contain", action, reference, *options, "--yes", "--note", "end to end")
    during = look()
    assert during != before
    listed = responder.json("incident", "timeline")
    assert [each["action"] for each in listed if each["containment"] == done["id"]] == ["contain.intent", "contain.done"]
    assert any(f"evidence/{done['id']}.json" in each["evidence"] for each in listed)

    undone = responder.run("incident", "undo", done["id"], "--yes")
    assert undone.returncode == 0, undone.stderr.decode()
    assert look() == before
    again = responder.run("incident", "undo", done["id"], "--yes")
    assert again.returncode == 0 and b"nothing to take back" in again.stdout
    assert look() == before
