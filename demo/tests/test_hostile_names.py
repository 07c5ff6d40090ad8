"""Hostile tags and descriptions come back from AWS's side byte for byte."""

from harbourlight import hostile


def test_a_secret_has_them_all(demo):
    secret = demo.client("secretsmanager").describe_secret(SecretId="dev/platform/hostile")
    assert {each["Key"]: each["Value"] for each in secret["Tags"]} == hostile.ALL
    assert secret["Description"] == hostile.LONG and len(hostile.LONG) == 2048


def test_escapes_right_to_left_marks_and_emoji_in_tags_of_functions_and_parameters(demo):
    arn = demo.client("lambda").get_function_configuration(FunctionName="catalogue-attributes")["FunctionArn"]
    tags = demo.client("lambda").list_tags(Resource=arn)["Tags"]
    assert tags["note"] == hostile.ESCAPES and tags["owner"] == hostile.RIGHT_TO_LEFT and hostile.EMOJI in tags
    found = [
        each["Value"]
        for thing in ("url", "log-level", "timeout-seconds")
        for each in demo.client("ssm").list_tags_for_resource(
            ResourceType="Parameter", ResourceId=f"/dev/platform/audit/{thing}"
        )["TagList"]
    ]
    assert set(hostile.ALL.values()) <= set(found)


def test_descriptions_too(demo):
    key = demo.client("kms").describe_key(KeyId="alias/harbourlight/notes")["KeyMetadata"]
    assert key["Description"].startswith("\x1bP") and len(key["Description"]) > 2048
    found = demo.pages(
        "ssm",
        "describe_parameters",
        "Parameters",
        ParameterFilters=[{"Key": "Name", "Values": ["/staging/platform/audit/url"]}],
    )
    assert "\x1b]52" in found[0]["Description"] and "\r" in found[0]["Description"]


def test_names_that_look_secret_and_are_not(demo):
    variables = demo.variables("catalogue-attributes")
    assert variables["MYSQL_ALLOW_EMPTY_PASSWORD"] == "yes" and "AWS_CA_BUNDLE" in variables
