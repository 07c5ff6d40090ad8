"""Several regions of the demo account: rows with their region, what crosses, one total."""

import json

import boto3

BOTH = ("--region", "eu-west-1,us-east-1")


def rows(done, *statuses):
    assert done.returncode in (statuses or (0,)), done.stderr.decode()
    return json.loads(done.stdout)


def places(found):
    return {(row["ref"], row["region"]) for row in found}


def test_lists_of_both_regions(curtain, ministack):
    found = rows(curtain.run("list", "functions", "secrets", *BOTH, "-o", "json"))
    alone = [rows(curtain.run("list", "functions", "secrets", "--region", name, "-o", "json"))
             for name in ("eu-west-1", "us-east-1")]
    assert places(found) == places(alone[0]) | places(alone[1])
    assert ("secret:prod/edge/signing-key", "us-east-1") in places(found)
    # The replica is known in both regions.
    assert {("secret:prod/shipping/carrier-dhl", "eu-west-1"), ("secret:prod/shipping/carrier-dhl", "us-east-1")} <= places(found)


def test_a_function_that_names_an_arn_of_the_other_region(curtain, ministack):
    arn = next(
        each["ARN"] for each in _client(ministack, "secretsmanager", "us-east-1").list_secrets()["SecretList"]
        if each["Name"] == "prod/edge/signing-key"
    )
    functions = _client(ministack, "lambda", "eu-west-1")
    before = functions.get_function_configuration(FunctionName="catalogue-attributes")["Environment"]["Variables"]
    functions.update_function_configuration(
        FunctionName="catalogue-attributes", Environment={"Variables": {**before, "EDGE_SECRET_ARN": arn}})
    try:
        found = rows(curtain.run("used-by", "secret:prod/edge/signing-key", *BOTH, "-o", "json"))
        row = next(each for each in found if each["ref"] == "fn:catalogue-attributes")
        assert (row["region"], row["askedRegion"]) == ("eu-west-1", "us-east-1")
        assert row["via"] == "env:catalogue-attributes/EDGE_SECRET_ARN"
        reached = rows(curtain.run("reach", "fn:catalogue-attributes", *BOTH, "-o", "json"))
        back = next(each for each in reached if each["ref"] == "secret:prod/edge/signing-key")
        assert (back["region"], back["askedRegion"], back["evidence"]) == ("us-east-1", "eu-west-1", row["evidence"])
        # The ARN alone says where the thing is.
        by_arn = curtain.run("used-by", arn, *BOTH, "-o", "json")
        assert {each["askedRegion"] for each in rows(by_arn)} == {"us-east-1"}
        assert curtain.run("used-by", arn).returncode == 64
    finally:
        functions.update_function_configuration(
            FunctionName="catalogue-attributes", Environment={"Variables": before})


def test_findings_are_those_of_each_region(curtain, ministack):
    both = rows(curtain.run("check", *BOTH, "-o", "json"), 3)
    alone = [rows(curtain.run("check", "--region", name, "-o", "json"), 3, 0) for name in ("eu-west-1", "us-east-1")]
    of_people = [each for each in alone[1] if (each["ref"] or "").startswith(("role:", "user:"))]
    assert {each["id"] for each in both} == {each["id"] for part in alone for each in part} - {
        each["id"] for each in of_people
        if any(other["rule"] == each["rule"] and other["ref"] == each["ref"] for other in alone[0])
    }


def test_a_replica_costs_once(curtain, ministack):
    both = rows(curtain.run("cost", *BOTH, "-o", "json"))
    europe, america = both
    assert [each["region"] for each in both] == ["eu-west-1", "us-east-1"]
    assert "replicas" not in {line["item"] for line in europe["lines"]}
    alone = rows(curtain.run("cost", "-o", "json"))
    assert {line["item"]: line["quantity"] for line in alone["lines"]}["replicas"] == 1
    assert next(line["quantity"] for line in america["lines"] if line["item"] == "secrets") == 2


def test_drift_of_both_regions(curtain, ministack):
    found = rows(curtain.run("drift", *BOTH, "-o", "json"), 3)
    assert {row["region"] for row in found} == {"eu-west-1"}
    assert {row["ref"] for row in found} >= {"env:payments-dispute/STRIPE_API_KEY"}


def _client(stand_in, service, region):
    root = stand_in.line["root"]
    return boto3.client(
        service, region, endpoint_url=stand_in.endpoint, aws_access_key_id=root["accessKeyId"],
        aws_secret_access_key=root["secretAccessKey"])
