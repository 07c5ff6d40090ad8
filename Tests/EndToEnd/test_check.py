"""check, cost, advise and policy on the demo account; its expected findings are listed here, all of them."""

import json
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta, timezone

import pytest

from conftest import demo_account

# Rule, thing, severity: what Harbourlight's account has wrong on its bad day. A key's id differs from run to run.
EXPECTED = {
    ("administrator", "role:deployment-pipeline", "low"),
    ("administrator", "role:incident-responder", "low"),
    ("administrator", "role:on-call", "low"),
    ("administrator", "role:platform-admin", "high"),
    ("disabled-key-in-use", "key", "critical"),
    ("environment-full", "fn:platform-github-sync", "medium"),
    ("expiring-parameter", "param:/prod/shipping/carrier/certificate-password", "high"),
    ("extension-layer", "fn:mail-invoice", "low"),
    ("extension-layer", "fn:payments-ledger", "low"),
    ("extension-layer", "fn:shipping-returns", "low"),
    ("extension-layer", "fn:shipping-track", "low"),
    ("key-not-rotated", "key", "medium"),
    ("old-literal", "env:catalogue-price-import@1/DB_PASSWORD", "medium"),
    ("old-literal", "env:catalogue-translations@1/TRANSLATE_API_KEY", "medium"),
    ("old-literal", "env:payments-reconcile@1/DB_PASSWORD", "medium"),
    ("pending-version", "secret:prod/cards/hsm-pin", "medium"),
    ("plain-parameter", "param:/dev/orders/db/password", "high"),
    ("plain-parameter", "param:/prod/catalogue/search/admin-token", "high"),
    ("plain-parameter", "param:/prod/mail/smtp/password", "high"),
    ("plain-parameter", "param:/prod/shipping/returns/api-key", "high"),
    ("plain-parameter", "param:/staging/orders/db/password", "high"),
    ("plain-secret", "env:catalogue-price-import/DB_PASSWORD", "high"),
    ("plain-secret", "env:catalogue-translations/TRANSLATE_API_KEY", "high"),
    ("plain-secret", "env:mail-newsletter/MAILER_API_KEY", "high"),
    ("plain-secret", "env:payments-dispute/STRIPE_API_KEY", "high"),
    ("plain-secret", "env:payments-reconcile/DB_PASSWORD", "high"),
    ("plain-secret", "env:payments-webhook-stripe/STRIPE_API_KEY", "high"),
    ("plain-secret", "env:platform-github-sync/GITHUB_APP_PRIVATE_KEY", "critical"),
    ("plain-secret", "env:platform-telemetry-relay/TELEMETRY_API_KEY", "high"),
    ("plain-secret", "env:shipping-carrier-webhook/WEBHOOK_TOKEN", "high"),
    ("plain-secret", "env:shipping-eta/STATS_TOKEN", "high"),
    ("plain-secret", "env:shipping-manifest/DB_PASSWORD", "high"),
    ("rotation-overdue", "secret:prod/cards/hsm-pin", "high"),
    ("shared-secret", "env:payments-dispute/STRIPE_API_KEY", "medium"),
    ("shared-secret", "env:platform-telemetry-relay/TELEMETRY_API_KEY", "medium"),
    ("template-secret", "stack:mail-newsletter", "high"),
    ("unused-secret", "secret:dev/orders/db", "low"),
    ("unused-secret", "secret:prod/platform/client-certificate", "low"),
    ("unused-secret", "secret:staging/orders/db", "low"),
    ("variable-reader", "role:auditor", "medium"),
    ("versions-full", "param:/prod/platform/feature-flags", "high"),
    ("wildcard-reader", "role:auditor", "medium"),
}


@pytest.fixture(scope="module")
def ministack(tmp_path_factory):
    """An account of its own: whatever another file creates or reads there would be found or missed here."""
    yield from demo_account(tmp_path_factory)


def findings(curtain, *arguments):
    done = curtain.run("check", *arguments, "-o", "json")
    assert done.returncode in (0, 3), done.stderr.decode()
    return done, json.loads(done.stdout)


def thing(row):
    return "key" if row["ref"].startswith("key:") else row["ref"]


def test_the_demo_account_has_exactly_these_findings(curtain):
    done, rows = findings(curtain)
    found = {(row["rule"], thing(row), row["severity"]) for row in rows}
    assert found - EXPECTED == set() and EXPECTED - found == set()
    assert done.returncode == 3 and len({row["id"] for row in rows}) == len(rows)
    assert all(row[field] for row in rows for field in ("id", "title", "why", "fix", "evidence"))


def test_settings_that_scanners_accuse_are_none(curtain):
    assert not any("catalogue-attributes" in row["ref"] for row in findings(curtain)[1])


def test_ids_are_the_same_on_every_run(curtain):
    assert [row["id"] for row in findings(curtain)[1]] == [row["id"] for row in findings(curtain)[1]]


def test_severity_and_rule_choose(curtain):
    _, rows = findings(curtain, "--severity", "critical")
    assert {row["severity"] for row in rows} == {"critical"} and len(rows) == 2
    done, rows = findings(curtain, "--rule", "replica-behind")
    assert rows == [] and done.returncode == 0


def test_no_planted_value_is_in_any_form(curtain, ministack):
    for form in ("json", "jsonl", "table", "csv", "names", "sarif", "junit"):
        done = curtain.run("check", "-o", form)
        for ref, value in ministack.planted.items():
            assert value.encode() not in done.stdout + done.stderr, (form, ref)


def test_a_baseline_accepts_with_a_reason(curtain, tmp_path):
    file = tmp_path / "baseline.toml"
    done = curtain.run("check", "--write-baseline", str(file), "--reason", "known at the start")
    assert done.returncode == 0 and file.read_text().count("reason = \"known at the start\"") == len(EXPECTED)
    done, rows = findings(curtain, "--baseline", str(file))
    assert done.returncode == 0 and rows == []
    lines = file.read_text().split("\n[plain-secret-", 1)
    file.write_text(lines[0] + "\n[" + lines[1].split("\n[", 1)[1])
    done, rows = findings(curtain, "--baseline", str(file))
    assert done.returncode == 3 and [row["rule"] for row in rows] == ["plain-secret"]


def test_a_baseline_without_a_reason_is_refused(curtain, tmp_path):
    file = tmp_path / "baseline.toml"
    file.write_text('[plain-secret-0123456789]\nref = "env:a/B"\n')
    done = curtain.run("check", "--baseline", str(file))
    assert done.returncode == 65 and b"baseline.toml:1: plain-secret-0123456789 has no reason" in done.stderr


def test_sarif_is_what_code_scanning_reads(curtain):
    log = json.loads(curtain.run("check", "-o", "sarif").stdout)
    run = log["runs"][0]
    assert log["version"] == "2.1.0" and len(run["results"]) == len(EXPECTED)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("aws/")
        assert result["partialFingerprints"]["curtainFinding/v1"].startswith(result["ruleId"])


def test_junit_is_what_ci_reads(curtain):
    suite = ET.fromstring(curtain.run("check", "-o", "junit").stdout).find("testsuite")
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure")) == len(EXPECTED)
    assert int(suite.get("tests")) == len(suite.findall("testcase")) > len(EXPECTED)


def test_other_commands_refuse_the_forms_of_findings(curtain):
    done = curtain.run("list", "secrets", "-o", "sarif")
    assert done.returncode == 64 and b"-o sarif is not for this command" in done.stderr


def test_the_cost_is_the_sum_of_what_there_is(curtain, ministack):
    report = curtain.json("cost")
    lines = {(line["store"], line["item"]): line for line in report["lines"]}
    secrets = ministack.pages("secretsmanager", "list_secrets", "SecretList")
    assert lines["secretsManager", "secrets"]["quantity"] == len(secrets)
    parameters = ministack.pages("ssm", "describe_parameters", "Parameters")
    advanced = sum(row.get("Tier") == "Advanced" for row in parameters)
    assert lines["parameterStore", "advanced parameters"]["quantity"] == advanced
    assert abs(sum(line["month"] for line in report["lines"]) - report["month"]) < 0.001
    near = {limit["ref"] for limit in report["limits"] if limit["ref"]}
    assert near == {"fn:platform-github-sync", "param:/prod/platform/feature-flags"}


def test_calls_are_counted_by_cloudwatch_where_it_counts_them(curtain, ministack):
    dimensions = [{"Name": "Service", "Value": "Secrets Manager"}, {"Name": "Type", "Value": "API"},
                  {"Name": "Resource", "Value": "GetSecretValue"}, {"Name": "Class", "Value": "None"}]
    # AWS alone may write into this namespace; the stand-in lets the test play it.
    ministack.client("cloudwatch").put_metric_data(Namespace="AWS/Usage", MetricData=[
        {"MetricName": "CallCount", "Dimensions": dimensions, "Value": 120_000, "Unit": "None",
         "Timestamp": datetime.now(timezone.utc) - timedelta(hours=1)}])
    report = curtain.json("cost")
    lines = {(line["store"], line["item"]): line for line in report["lines"]}
    calls = lines["secretsManager", "calls"]
    assert (calls["quantity"], calls["note"]) == (120_000, "counted by CloudWatch in 30 days")
    assert abs(calls["month"] - 0.60) < 0.001
    assert any(line.startswith("calls of Parameter Store, KMS: CloudWatch has no count") for line in report["notCounted"])


def test_advice_from_flags(curtain):
    advice = curtain.json("advise", "--rotation", "mandated", "--name", "prod/cards/pin")
    assert advice["store"] == "secretsManager" and "prod/cards/pin" in advice["commands"][0]
    done = curtain.run("advise", "--size", "big")
    assert done.returncode == 64 and b"--size takes a number" in done.stderr


def test_the_policy_for_browsing_is_enough_to_check(ministack, curtain):
    policy = json.loads(curtain.run("policy", "browse").stdout)
    iam = ministack.client("iam")
    iam.create_user(UserName="browser")
    iam.put_user_policy(UserName="browser", PolicyName="browse", PolicyDocument=json.dumps(policy))
    key = iam.create_access_key(UserName="browser")["AccessKey"]
    try:
        own = {"AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"],
               "AWS_SESSION_TOKEN": ""}
        done = curtain.run("check", "-o", "json", **own)
        assert done.returncode == 3 and done.stderr == b"", done.stderr.decode()
        rows = {(row["rule"], thing(row), row["severity"]) for row in json.loads(done.stdout)}
        assert EXPECTED - rows == set()
        assert curtain.run("reveal", "secret:prod/orders/db", "--note", "may I read this", **own).returncode == 77
    finally:
        iam.delete_access_key(UserName="browser", AccessKeyId=key["AccessKeyId"])
        iam.delete_user_policy(UserName="browser", PolicyName="browse")
        iam.delete_user(UserName="browser")
