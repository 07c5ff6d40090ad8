"""The versions of parameters and secrets, and which fields of two values differ."""

import json

import pytest
from world import World

NOTE = "a test of history"


@pytest.fixture(params=["ministack", "moto"])
def world(request, tmp_path):
    return World(tmp_path, request.getfixturevalue(request.param))


def test_a_parameters_versions(world):
    ssm = world.client("ssm")
    for number in range(1, 4):
        ssm.put_parameter(
            Name="/history/p", Value=f"canary-{number}", Type="String" if number < 3 else "SecureString",
            Overwrite=number > 1, Description=f"the {min(number, 2)}. kind")
    ssm.label_parameter_version(Name="/history/p", ParameterVersion=2, Labels=["good"])
    told = world.curtain("history", "param:/history/p", "-o", "json")
    assert told.status == 0, told.error
    rows = told.json
    assert [(row["ref"], row["current"]) for row in rows] == [
        ("param:/history/p:3", True), ("param:/history/p:2", False), ("param:/history/p:1", False)]
    assert rows[1]["labels"] == ["good"] and all(row["created"] for row in rows)
    assert "type" in rows[0]["changed"] and rows[1]["changed"] == ["description"] and rows[2]["changed"] == []
    assert b"canary" not in told.output and "canary" not in told.error
    assert world.audit == []


def test_a_secrets_versions_and_their_fields(world):
    manager = world.client("secretsmanager")
    first = manager.create_secret(
        Name="history/s", SecretString=json.dumps({"user": "app", "password": "canary-1", "gone": "x"}))["VersionId"]
    second = manager.put_secret_value(
        SecretId="history/s", SecretString=json.dumps({"user": "app", "password": "canary-2"}))["VersionId"]
    told = world.curtain("history", "secret:history/s", "-o", "json")
    assert told.status == 0, told.error
    assert {row["version"]: row["labels"] for row in told.json} == {
        second: ["AWSCURRENT"], first: ["AWSPREVIOUS"]}
    assert [row["current"] for row in sorted(told.json, key=lambda row: not row["current"])] == [True, False]
    differs = world.curtain(
        "diff", "secret:history/s@AWSPREVIOUS", "secret:history/s", "--note", NOTE, "-o", "json")
    assert differs.status == 3, differs.error
    assert differs.json["fields"] == [
        {"pointer": "/user", "change": "same"}, {"pointer": "/password", "change": "changed"},
        {"pointer": "/gone", "change": "removed"}]
    same = world.curtain("diff", "secret:history/s", f"secret:history/s@{second}", "--note", NOTE)
    assert (same.status, same.output) == (0, b"same\n"), same.error
    assert "canary" not in json.dumps(world.audit) + differs.output.decode()
    assert [line["event"] for line in world.audit].count("compare.done") == 4


def test_what_has_no_history_and_what_is_not_there(world):
    assert world.curtain("history", "env:f/K").status == 64
    assert world.curtain("history", "fn:f").status == 64
    assert world.curtain("history", "param:/history/none").status == 66
    assert world.curtain("diff", "param:/history/none", "param:/history/none").status == 77
    assert world.curtain("diff", "param:/history/none", "fn:f", "--note", NOTE).status == 64
