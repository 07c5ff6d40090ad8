"""Who may read, who is Administrator, and what CloudTrail tells of last night."""

import json
from collections import Counter
from datetime import datetime, timedelta, timezone

import pytest
from botocore.exceptions import ClientError


def events(demo, key, value, region="eu-west-1"):
    return demo.pages(
        "cloudtrail",
        "lookup_events",
        "Events",
        region,
        LookupAttributes=[{"AttributeKey": key, "AttributeValue": value}],
    )


def test_the_auditor_reads_variables_and_parameters_but_no_secret(demo):
    iam = demo.client("iam")
    attached = iam.list_attached_role_policies(RoleName="auditor")["AttachedPolicies"]
    assert [each["PolicyName"] for each in attached] == ["ReadOnlyAccess"]
    role = iam.get_role(RoleName="auditor")["Role"]["Arn"]
    given = demo.client("sts").assume_role(RoleArn=role, RoleSessionName="audit")["Credentials"]
    auditor = {
        "accessKeyId": given["AccessKeyId"],
        "secretAccessKey": given["SecretAccessKey"],
        "sessionToken": given["SessionToken"],
    }
    function = demo.client("lambda", credentials=auditor).get_function_configuration(
        FunctionName="platform-telemetry-relay"
    )
    assert function["Environment"]["Variables"]["TELEMETRY_API_KEY"]
    with pytest.raises(ClientError, match="not authorized"):
        demo.client("secretsmanager", credentials=auditor).get_secret_value(SecretId="prod/orders/db")


def test_the_responder_may_look_and_act(demo):
    def client(service):
        return demo.client(service, credentials=demo.line["demo"]["credentials"])

    assert client("lambda").list_functions()["Functions"] and client("kms").list_keys()["Keys"]
    assert client("resourcegroupstaggingapi").get_resources()["ResourceTagMappingList"]
    assert client("ssm").get_parameter(Name="/prod/legacy/db", WithDecryption=True)["Parameter"]["Value"]
    assert client("secretsmanager").get_secret_value(SecretId="prod/platform/slack")["SecretString"]
    assert client("cloudtrail").lookup_events(MaxResults=1)["Events"]
    client("iam").update_access_key(
        UserName="reporting-contractor", AccessKeyId=demo.rows("users")[0]["accessKeyId"], Status="Active"
    )


def test_three_functions_run_as_administrator(demo):
    iam = demo.client("iam")
    attached = iam.list_attached_role_policies(RoleName="platform-admin")["AttachedPolicies"]
    assert [each["PolicyName"] for each in attached] == ["AdministratorAccess"]
    role = iam.get_role(RoleName="platform-admin")["Role"]["Arn"]
    roles = Counter(each["Role"] for each in demo.pages("lambda", "list_functions", "Functions"))
    assert roles[role] == 3


def test_an_unusual_reader_at_night(demo):
    row = demo.rows("access")[0]
    found = events(demo, "Username", "reporting-contractor")
    assert all(2 <= each["EventTime"].astimezone(timezone.utc).hour < 3 for each in found)
    assert found[0]["EventTime"] > datetime.now(timezone.utc) - timedelta(hours=25)
    details = [json.loads(each["CloudTrailEvent"]) for each in found]
    direct = [each for each in details if each["eventName"] != "Decrypt"]
    assert {each["sourceIPAddress"] for each in direct} == {row["sourceIP"]}
    assert {each["userIdentity"]["arn"] for each in details} == {row["actor"]}
    assert {each["userAgent"].split("/")[0] for each in direct} == {"aws-cli"}
    refused = [each for each in details if each.get("errorCode")]
    assert [each["requestParameters"]["secretId"] for each in refused] == ["prod/cards/hsm-pin"]


def test_the_nights_reads_prove_which_version_was_taken(demo):
    version = next(
        id
        for id, stages in demo.client("secretsmanager")
        .describe_secret(SecretId="prod/orders/db")["VersionIdsToStages"]
        .items()
        if "AWSCURRENT" in stages
    )
    contexts = [
        json.loads(each["CloudTrailEvent"])["requestParameters"]["encryptionContext"]
        for each in events(demo, "EventName", "Decrypt")
        if each["Username"] == "reporting-contractor"
    ]
    assert version in [context.get("SecretVersionId") for context in contexts]
    assert any(context.get("PARAMETER_ARN", "").endswith("/prod/legacy/db") for context in contexts)


def test_the_usual_readers_by_day(demo):
    reads = [
        each
        for each in events(demo, "EventName", "GetSecretValue")
        if each["Username"] in ("payments-checkout", "shipping-dispatch")
    ]
    assert len(reads) >= 100
    assert all(8 <= each["EventTime"].astimezone(timezone.utc).hour < 19 for each in reads[-100:])
    assert "GetFunctionConfiguration20150331v2" in {
        each["EventName"] for each in events(demo, "ResourceName", "payments-reconcile")
    }


def test_events_hold_no_value(demo):
    text = json.dumps([each["CloudTrailEvent"] for each in demo.pages("cloudtrail", "lookup_events", "Events")])
    assert [each for each in demo.manifest["canaries"] if each in text] == []


def test_the_incident_left_a_key_an_open_address_and_a_changed_variable(demo):
    assert [
        each["AccessKeyId"]
        for each in demo.client("iam").list_access_keys(UserName="release-robot")["AccessKeyMetadata"]
    ] == [demo.rows("incident", what="access key")[0]["ref"].removeprefix("accesskey:")]
    assert demo.client("lambda").get_function_url_config(FunctionName="payments-ledger")["AuthType"] == "NONE"
    assert demo.variables("mail-template-render")["TEMPLATES"].endswith("-backup")
    assert demo.leak_file.read_text() == demo.variables("payments-reconcile")["DB_PASSWORD"]
    assert "CreateAccessKey" in {
        each["EventName"] for each in events(demo, "Username", "reporting-contractor", "us-east-1")
    }
