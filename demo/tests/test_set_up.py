"""The set-up as a whole: quick, once, on this machine only, with nothing of it in public."""

import stat

import pytest

from harbourlight import company
from harbourlight.account import NotAStandIn


def test_it_is_quick(demo):
    assert demo.line["demo"]["seconds"] < 30


def test_a_second_time_is_refused(demo):
    with pytest.raises(company.AlreadyThere):
        company.set_up(demo.endpoint)


def test_a_real_account_is_refused():
    with pytest.raises(NotAStandIn):
        company.set_up("https://lambda.eu-west-1.amazonaws.com")


def test_the_manifest_is_closed_and_the_description_has_no_value(demo):
    assert stat.S_IMODE(demo.manifest_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(demo.leak_file.stat().st_mode) == 0o600
    text = str(demo.description)
    assert len(demo.manifest["canaries"]) > 100
    assert [each for each in demo.manifest["canaries"] if each in text] == []


def test_the_credentials_are_the_responders(demo):
    identity = demo.client("sts", credentials=demo.line["demo"]["credentials"]).get_caller_identity()
    assert identity["Arn"].endswith("assumed-role/incident-responder/responder")


def test_about_sixty_functions_in_five_teams_and_two_regions(demo):
    functions = [
        each
        for region in demo.description["regions"]
        for each in demo.pages("lambda", "list_functions", "Functions", region)
    ]
    assert 55 <= len(functions) <= 65
    assert {each["FunctionName"].split("-")[0] for each in functions} == {
        "payments",
        "catalogue",
        "shipping",
        "mail",
        "platform",
    }
    assert len([each for each in functions if ":us-east-1:" in each["FunctionArn"]]) >= 3
    assert {each["FunctionName"] for each in functions} == {each["name"] for each in demo.description["functions"]}


def test_alias_live_and_several_published_versions(demo):
    several = 0
    for row in demo.description["functions"]:
        client = demo.client("lambda", row["region"])
        aliases = client.list_aliases(FunctionName=row["name"])["Aliases"]
        versions = client.list_versions_by_function(FunctionName=row["name"])["Versions"]
        assert [each["Name"] for each in aliases] == ["live"]
        assert len(versions) == row["versions"] + 1
        several += row["versions"] > 1
    assert several > 50
