"""What the lists and details say is what boto3 reads from the same account."""

import pytest

KINDS = {
    "functions": ("lambda", "list_functions", "Functions", "FunctionName"),
    "parameters": ("ssm", "describe_parameters", "Parameters", "Name"),
    "secrets": ("secretsmanager", "list_secrets", "SecretList", "Name"),  # those being deleted too
    "keys": ("kms", "list_keys", "Keys", "KeyId"),
}


def names(rows, kind):
    return sorted(row["ref"].removeprefix("key:") if kind == "keys" else row["name"] for row in rows)


@pytest.mark.parametrize("kind", KINDS)
def test_every_thing_is_listed_once(curtain, ministack, kind):
    service, operation, key, name = KINDS[kind]
    more = {"IncludePlannedDeletion": True} if kind == "secrets" else {}
    wanted = sorted(row[name] for row in ministack.pages(service, operation, key, **more))
    rows = curtain.json("list", kind)
    # What would drive a terminal is spelled out in a name; the demo account's names have nothing of it.
    assert names(rows, kind) == wanted and len(wanted) > 5


def test_no_list_or_detail_holds_a_planted_value(curtain, ministack):
    outputs = [curtain.run("list", kind, "--detail", "-o", form) for kind in KINDS for form in ("jsonl", "table", "csv")]
    outputs += [curtain.run("show", ref) for ref in ("fn:platform-telemetry-relay", "secret:prod/orders/db")]
    for done in outputs:
        assert done.returncode == 0, done.stderr.decode()
        for ref, value in ministack.planted.items():
            assert value.encode() not in done.stdout + done.stderr, ref


def test_variables_say_where_they_come_from(curtain):
    row = curtain.json("show", "fn:payments-checkout")
    sources = {each["name"]: (each["source"], each.get("of")) for each in row["variables"]}
    assert ("secret", "secret:prod/orders/db") in sources.values(), sources
    row = curtain.json("show", "fn:platform-telemetry-relay")
    assert {each["name"]: each["source"] for each in row["variables"]}["TELEMETRY_API_KEY"] == "literal"
    row = curtain.json("show", "fn:payments-fraud-score")
    assert "ciphertext" in {each["source"] for each in row["variables"]}


def test_the_second_opinion(on_moto, moto):
    ssm, secrets = moto.client("ssm"), moto.client("secretsmanager")
    for number in range(60):
        ssm.put_parameter(Name=f"/second/{number:03}", Value=f"moto-canary-{number}", Type="SecureString")
    secrets.create_secret(Name="second/opinion", SecretString='{"user":"u","password":"moto-canary-secret"}')
    rows = on_moto.json("list", "parameters")
    assert [row["name"] for row in rows if row["name"].startswith("/second/")] == [
        f"/second/{number:03}" for number in range(60)
    ]
    done = on_moto.run("reveal", "secret:second/opinion#/password", "--note", "the second opinion")
    assert done.stdout == b"moto-canary-secret" and done.returncode == 0, done.stderr.decode()
    done = on_moto.run("reveal", "param:/second/007", "--note", "the second opinion")
    assert done.stdout == b"moto-canary-7"
