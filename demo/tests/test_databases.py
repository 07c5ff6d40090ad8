"""The two databases: who reads them and how, which copies are stale, and when each reader sees a change."""

import json


def readers(demo, ref, via):
    return [row["function"].removeprefix("fn:") for row in demo.rows("readers", ref=ref, via=via)]


def test_six_functions_read_the_orders_database_by_arn(demo):
    names = readers(demo, "secret:prod/orders/db", "reference")
    arn = demo.client("secretsmanager").describe_secret(SecretId="prod/orders/db")["ARN"]
    assert len(names) == 6
    assert all(demo.variables(name)["ORDERS_DB_SECRET_ARN"] == arn for name in names)


def test_four_read_it_through_the_extension(demo):
    names = readers(demo, "secret:prod/orders/db", "extension")
    assert len(names) == 4
    for name in names:
        layers = demo.client("lambda").get_function_configuration(FunctionName=name)["Layers"]
        assert ":015030872274:layer:AWS-Parameters-and-Secrets-Lambda-Extension:" in layers[0]["Arn"]
    assert demo.invoke(names[0])[0]


def test_three_hold_a_copy_and_two_of_them_a_stale_one(demo):
    secret = demo.client("secretsmanager")
    current = json.loads(secret.get_secret_value(SecretId="prod/orders/db")["SecretString"])
    previous = json.loads(
        secret.get_secret_value(SecretId="prod/orders/db", VersionStage="AWSPREVIOUS")["SecretString"]
    )
    assert set(current) == {"username", "password", "host", "port"}
    names = readers(demo, "secret:prod/orders/db", "copy")
    held = {name: demo.variables(name, "live")["DB_PASSWORD"] for name in names}
    assert held["payments-reconcile"] == current["password"]
    assert held["catalogue-price-import"] == previous["password"]
    assert len(names) == 3 and held["shipping-manifest"] not in (current["password"], previous["password"])


def test_one_reads_it_by_a_wildcard_policy_only(demo):
    assert readers(demo, "secret:prod/orders/db", "policy") == ["platform-backup-check"]
    assert not any("orders" in value for value in demo.variables("platform-backup-check").values())
    policy = demo.client("iam").get_role_policy(RoleName="platform-backup-check-role", PolicyName="runtime")
    assert ":secret:prod/*" in json.dumps(policy["PolicyDocument"])
    assert demo.invoke("platform-backup-check")[0]


def test_that_makes_fourteen(demo):
    assert len({row["function"] for row in demo.rows("readers", ref="secret:prod/orders/db")}) == 14


def test_the_stale_copy_before_works_and_the_older_one_is_refused(demo):
    assert demo.invoke("payments-reconcile")[0]
    assert demo.invoke("catalogue-price-import")[0]
    worked, said = demo.invoke("shipping-manifest")
    assert not worked and "authentication failed" in said["errorMessage"]


def test_five_functions_read_the_older_database_without_a_version(demo):
    rows = demo.rows("readers", ref="param:/prod/legacy/db")
    assert len(rows) == 5 and len({str(row["cacheSeconds"]) for row in rows}) == 5
    for row in rows:
        assert demo.variables(row["function"].removeprefix("fn:"))["LEGACY_DB_PARAMETER"] == "/prod/legacy/db"
    parameter = demo.client("ssm").get_parameter(Name="/prod/legacy/db", WithDecryption=True)["Parameter"]
    assert parameter["Type"] == "SecureString" and set(json.loads(parameter["Value"])) == {"username", "password"}


def test_a_change_of_the_older_database_reaches_a_reader_at_once_and_another_later(demo):
    ssm = demo.client("ssm")
    before = ssm.get_parameter(Name="/prod/legacy/db", WithDecryption=True)["Parameter"]["Value"]
    assert demo.invoke("mail-bounce")[0] and demo.invoke("payments-settlement")[0]
    ssm.put_parameter(
        Name="/prod/legacy/db", Value=json.dumps({"username": "legacy", "password": "wrong"}), Overwrite=True
    )
    assert not demo.invoke("mail-bounce")[0]
    assert demo.invoke("payments-settlement")[0]
    ssm.put_parameter(Name="/prod/legacy/db", Value=before, Overwrite=True)
    assert demo.invoke("mail-bounce")[0]
