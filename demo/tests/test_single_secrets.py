"""Telemetry, the GitHub App's key, the regulated PIN, and what the stacks hold."""

import json
import time
from datetime import datetime, timedelta, timezone

import pytest
from botocore.exceptions import ClientError


def age(moment):
    return (datetime.now(timezone.utc) - moment).days


def test_the_telemetry_key_stands_in_a_second_function_where_it_does_not_belong(demo):
    key = demo.variables("platform-telemetry-relay")["TELEMETRY_API_KEY"]
    assert demo.variables("shipping-eta")["STATS_TOKEN"] == key
    assert demo.planted["env:shipping-eta/STATS_TOKEN"] == key


def test_the_github_key_fills_the_environment_to_3_9_of_4_kb(demo):
    variables = demo.variables("platform-github-sync")
    assert variables["GITHUB_APP_PRIVATE_KEY"].startswith("-----BEGIN RSA PRIVATE KEY-----")
    assert 1950 < len(variables["GITHUB_APP_PRIVATE_KEY"]) < 2150
    assert round(len(json.dumps(variables, separators=(",", ":"))) / 1024, 1) == 3.9


def test_the_pin_is_overdue_with_a_stuck_pending_version(demo):
    secret = demo.client("secretsmanager").describe_secret(SecretId="prod/cards/hsm-pin")
    assert secret["RotationEnabled"] and secret["RotationLambdaARN"].endswith("payments-hsm-pin-rotation")
    assert secret["RotationRules"]["AutomaticallyAfterDays"] == 30
    assert secret["NextRotationDate"] < datetime.now(timezone.utc) and age(secret["LastRotatedDate"]) == 75
    pending = [version for version, stages in secret["VersionIdsToStages"].items() if stages == ["AWSPENDING"]]
    assert pending == [demo.rows("rotation")[0]["pendingVersion"]]


def test_a_rotation_is_refused_while_it_is_stuck_and_then_sticks_again(demo):
    client, name = demo.client("secretsmanager"), "prod/cards/hsm-pin"
    stuck = demo.rows("rotation")[0]["pendingVersion"]
    with pytest.raises(ClientError, match="previous rotation isn't complete"):
        client.rotate_secret(SecretId=name)
    client.update_secret_version_stage(SecretId=name, VersionStage="AWSPENDING", RemoveFromVersionId=stuck)
    token = client.rotate_secret(SecretId=name)["VersionId"]
    deadline = datetime.now() + timedelta(seconds=15)
    while "AccessDeniedException" not in refusals(demo, "UpdateSecretVersionStage"):
        assert datetime.now() < deadline
        time.sleep(0.1)
    assert client.describe_secret(SecretId=name)["VersionIdsToStages"][token] == ["AWSPENDING"]
    assert client.get_secret_value(SecretId=name, VersionId=token)["SecretString"].isdigit()


def test_two_functions_hold_what_their_stack_resolved_before_the_secret_moved_on(demo):
    secret = demo.client("secretsmanager")
    current = json.loads(secret.get_secret_value(SecretId="prod/payments/stripe")["SecretString"])["apiKey"]
    previous = json.loads(
        secret.get_secret_value(SecretId="prod/payments/stripe", VersionStage="AWSPREVIOUS")["SecretString"]
    )["apiKey"]
    for name in ("payments-webhook-stripe", "payments-dispute"):
        assert demo.variables(name)["STRIPE_API_KEY"] == previous != current
    template = template_of(demo, "payments-stripe")
    assert (
        template.count("{{resolve:secretsmanager:prod/payments/stripe:SecretString:apiKey}}") == 2
        and previous not in template
    )


def test_a_stack_has_the_plain_value_in_its_template(demo):
    assert demo.variables("mail-newsletter")["MAILER_API_KEY"] in template_of(demo, "mail-newsletter")


def test_drift_is_described(demo):
    assert {row["ref"] for row in demo.rows("drift")} == {
        "env:payments-webhook-stripe/STRIPE_API_KEY",
        "env:payments-dispute/STRIPE_API_KEY",
        "env:catalogue-price-import/DB_PASSWORD",
        "env:shipping-manifest/DB_PASSWORD",
    }


def refusals(demo, name):
    found = demo.pages(
        "cloudtrail",
        "lookup_events",
        "Events",
        LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": name}],
    )
    return [json.loads(each["CloudTrailEvent"]).get("errorCode") for each in found]


def template_of(demo, stack):
    body = demo.client("cloudformation").get_template(StackName=stack)["TemplateBody"]
    return body if isinstance(body, str) else json.dumps(body)
