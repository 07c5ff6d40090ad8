"""Copies of the audit trail in CloudWatch Logs: acknowledged, in order, caught up after an outage."""

import json

import pytest
from world import World

GROUP = "curtain-audit"
NOTE = "a test of copies"


@pytest.fixture(params=["ministack", "moto"])
def world(request, tmp_path):
    world = World(tmp_path, request.getfixturevalue(request.param))
    (world.home / ".config/curtain").mkdir(parents=True)
    world.client("ssm").put_parameter(Name="/a", Value="fake-value", Type="SecureString", Overwrite=True)
    yield world
    logs = world.client("logs")
    if any(group["logGroupName"] == GROUP for group in logs.describe_log_groups()["logGroups"]):
        logs.delete_log_group(logGroupName=GROUP)


def configure(world, ship):
    (world.home / ".config/curtain/config.toml").write_text(f'[audit]\nship = "{ship}"\n')


def reveal(world, *options):
    done = world.curtain("reveal", "/a", "--note", NOTE, *options)
    assert done.status == 0, done.error
    return done


def shipped(world, stream):
    answer = world.client("logs").get_log_events(logGroupName=GROUP, logStreamName=stream, startFromHead=True)
    return [event["message"] for event in answer["events"]]


def lines(world):
    return (world.home / ".local/state/curtain/audit.jsonl").read_text().splitlines()


def test_each_record_is_an_event(world):
    world.client("logs").create_log_group(logGroupName=GROUP)
    configure(world, f"cloudwatch-logs:{GROUP}:laptop")
    assert reveal(world).error == ""
    copies = shipped(world, "laptop")
    assert copies == lines(world)[: len(copies)]
    assert [json.loads(copy)["event"] for copy in copies][:3] == ["session.started", "reveal.requested", "reveal.shown"]
    assert not any("fake-value" in copy for copy in copies)


def test_an_outage_is_caught_up(world):
    configure(world, f"cloudwatch-logs:{GROUP}:laptop")
    warned = reveal(world)
    assert "there is no log group curtain-audit" in warned.error and len(warned.error.splitlines()) == 1
    world.client("logs").create_log_group(logGroupName=GROUP)
    told = world.curtain("audit", "ship", "-o", "json")
    assert told.status == 0, told.error
    assert told.json["shipped"] == len(shipped(world, "laptop")) > 0
    again = world.curtain("audit", "ship", "-o", "json")
    copies = shipped(world, "laptop")
    assert again.status == 0 and copies == lines(world)[: len(copies)]


def test_a_name_that_is_none(world):
    for ship in ("cloudwatch-logs:", "cloudwatch-logs:a:", "cloudwatch-logs:a:b:c"):
        configure(world, ship)
        refused = world.curtain("audit", "ship")
        assert refused.status == 64 and "GROUP:STREAM" in refused.error
