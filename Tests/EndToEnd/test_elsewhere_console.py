"""JSON, audit trail, checkup, export, another region and the mouse, in a terminal."""

import json

import pytest


@pytest.fixture
def console(curtain):
    with curtain.console(columns=140, rows=45) as terminal:
        terminal.wait("payments-checkout")
        yield terminal


def test_json_is_that_of_show(console, curtain):
    console.command("json fn:payments-checkout")
    screen = console.wait('"ref": "fn:payments-checkout"')
    shown = json.loads(curtain.run("show", "fn:payments-checkout", "-o", "json").stdout)
    assert f'"role": "{shown["role"]}"' in screen


def test_audit_trail_and_checkup(console):
    console.command("audit")
    console.wait("session.started")
    console.command("doctor")
    console.wait("coreLimit")


def test_export_writes_a_new_file_for_its_owner_only(console, tmp_path):
    file = tmp_path / "functions.jsonl"
    console.command(f"export {file}")
    console.wait("no value is in them")
    rows = [json.loads(line) for line in file.read_text().splitlines()]
    assert any(row["name"] == "payments-checkout" for row in rows) and file.stat().st_mode & 0o777 == 0o600
    console.command(f"export {file}")
    console.wait("is there already")


def test_another_region_and_back(console, curtain):
    console.command("region us-east-1")
    console.wait_until(lambda screen: "us-east-1" in screen.split("\n")[0] and "catalogue-cdn-headers" in screen)
    console.command("arn:aws:lambda:eu-west-1:111122223333:function:mail-ses-events")
    console.wait("that ARN is of region eu-west-1: :region eu-west-1 goes there")
    console.command("region eu-west-1")
    console.wait("payments-checkout")
    console.command("profile nobody")
    console.wait("nobody")
    assert "payments-checkout" in console.screen
    console.press("Q")
    console.wait("ended with 0")
    sessions = [each["event"] for each in curtain.events() if each["event"].startswith("session.")]
    assert sessions == ["session.started", "session.ended"] * 3


def test_the_mouse_selects_and_opens_when_configured(curtain):
    config = curtain.home / "config.toml"
    config.write_text("[ui]\nmouse = true\n")

    def click(terminal, row, column):
        place = chr(33 + column) + chr(33 + row)
        terminal.type("\033[M " + place)
        terminal.type("\033[M#" + place)

    with curtain.console("--config", str(config)) as terminal:
        terminal.wait("payments-checkout")
        click(terminal, 6, 10)
        terminal.wait_until(lambda screen: "▸" in screen.split("\n")[6])
        click(terminal, 6, 10)
        terminal.wait("<x> reveal")
        terminal.press("Q")
        terminal.wait("ended with 0")


def test_profiles_and_regions_of_the_aws_files_are_completed(curtain):
    folder = curtain.home / ".aws"
    folder.mkdir()
    (folder / "config").write_text(
        "[default]\nregion = eu-west-1\n[profile harbour-dev]\nregion = eu-central-1\n[profile harbour-prod]\n"
    )
    with curtain.console() as terminal:
        terminal.wait("payments-checkout")
        for typed, completed in (("profile harbour-p", "harbour-prod"), ("region eu-c", "eu-central-1")):
            terminal.press(":")
            terminal.type(typed)
            terminal.press("Tab")
            terminal.wait_until(lambda screen: screen.rstrip().endswith(completed), completed)
            terminal.press("Escape")
