"""Functions really run with their secret, each way of coming by it, and fail without it."""

import json
import time

import pytest

WORKING = [
    "payments-card-vault",
    "payments-fraud-score",
    "platform-session-store",
    "shipping-label",
    "catalogue-image-resize",
    "platform-github-sync",
    "platform-telemetry-relay",
    "payments-webhook-stripe",
    "mail-newsletter",
    "mail-password-reset",
    "platform-access-review",
]


@pytest.mark.parametrize("name", WORKING)
def test_it_works_with_its_secret(demo, name):
    worked, said = demo.invoke(name)
    assert worked, said


def test_it_works_in_the_second_region(demo):
    assert demo.invoke("platform-edge-auth", region="us-east-1")[0]


def test_a_disabled_key_stops_the_function_that_needs_it(demo):
    worked, said = demo.invoke("mail-feedback")
    assert not worked and "DisabledException" in said["errorMessage"]


def test_with_a_wrong_value_or_without_it_the_function_fails_and_the_alias_goes_on(demo):
    client = demo.client("lambda")
    name, variable = "shipping-carrier-webhook", "WEBHOOK_TOKEN"
    held = demo.variables(name)
    for changed in ({**held, variable: "wrong"}, {key: value for key, value in held.items() if key != variable}):
        update(client, name, changed)
        assert not demo.invoke(name, "$LATEST")[0]
    assert demo.invoke(name)[0]
    update(client, name, held)
    assert demo.invoke(name, "$LATEST")[0]


def test_a_role_without_the_right_stops_the_function(demo):
    iam = demo.client("iam")
    role = {"RoleName": "mail-password-reset-role", "PolicyName": "runtime"}
    policy = json.dumps(iam.get_role_policy(**role)["PolicyDocument"])
    iam.put_role_policy(**role, PolicyDocument=policy.replace("GetSecretValue", "DescribeSecret"))
    worked, said = demo.invoke("mail-password-reset")
    iam.put_role_policy(**role, PolicyDocument=policy)
    assert not worked and "AccessDenied" in said["errorMessage"]


def update(client, name, variables):
    client.update_function_configuration(FunctionName=name, Environment={"Variables": variables})
    deadline = time.monotonic() + 20
    while client.get_function_configuration(FunctionName=name)["LastUpdateStatus"] != "Successful":
        assert time.monotonic() < deadline
        time.sleep(0.1)
