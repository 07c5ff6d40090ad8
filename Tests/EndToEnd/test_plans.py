"""A secret gets a new value from the console: read, confirmed by name, followed, taken back; one console at a time."""

import json
import time

import pytest
from conftest import demo_account

NAME = "prod/orders/db"


@pytest.fixture(scope="module")
def ministack(tmp_path_factory):
    """An account of this file's own: it does not look the same afterwards."""
    yield from demo_account(tmp_path_factory)


@pytest.fixture
def console(curtain):
    with curtain.console(columns=140, rows=45) as terminal:
        terminal.wait("payments-checkout")
        yield terminal


def current(ministack):
    answer = ministack.client("secretsmanager").get_secret_value(SecretId=NAME)
    return answer["VersionId"], json.loads(answer["SecretString"])["password"]


def make_plan(terminal, subject=f"secret:{NAME}"):
    """Through the form: overlap, generated, the password only, no hook, with a note."""
    terminal.command(f"rotate {subject}")
    terminal.wait("Plan a new value")
    terminal.press("1", "Enter", "Enter", "Enter")
    terminal.type("/password")
    terminal.press("Enter", "Enter")
    terminal.type("end to end")
    terminal.press("Enter", "Enter")
    screen = terminal.wait("Apply it")
    return next(word for word in screen.split() if word.startswith("p-"))


def apply(terminal, name=NAME):
    terminal.press("p")
    terminal.wait("No undo")
    terminal.press("Enter")
    terminal.type(name)
    terminal.press("Enter", "Enter")


def test_a_new_value_reaches_every_function_and_comes_back(console, curtain, ministack):
    version, password = current(ministack)
    plan = make_plan(console)
    screen = console.screen
    assert "planned" in screen and "WAVE 1" in screen and password not in screen
    assert current(ministack) == (version, password)
    apply(console)
    console.wait(f"{plan} done")
    new_version, new_password = current(ministack)
    assert new_version != version and new_password != password and len(new_password) == 32
    screen = console.screen
    assert "payments-capture" in screen and "safe to stop: yes" in screen and "undo now" in screen
    assert new_password not in console.history and password not in console.history
    events = [each for each in curtain.events() if each.get("plan") == plan]
    assert [each["event"] for each in events][:2] == ["plan.made", "apply.started"]
    assert events[-1]["event"] == "apply.finished" and events[1]["note"] == "end to end"
    console.press("z")
    console.wait("What has changed anything is taken back")
    console.press("Tab", "Enter")
    console.wait(f"{plan} rolled back")
    assert current(ministack) == (version, password)
    assert [each["event"] for each in curtain.events()][-1] == "apply.rolledBack"
    for path in curtain.home.rglob("*"):
        assert not path.is_file() or new_password.encode() not in path.read_bytes(), path


def test_ctrl_c_stops_it_and_it_goes_on_later(console, curtain, ministack):
    plan = make_plan(console)
    apply(console)
    console.wait(" running ")
    console.press("C-c")
    console.wait(f"{plan} stopped")
    console.press("Q")
    console.wait("ended with 0")
    assert curtain.run("status", plan, "-o", "json").returncode == 0
    with curtain.console(columns=140, rows=45) as again:
        again.wait(f"{plan} stopped half-way")
        again.command(f"resume {plan}")
        again.wait(f"Resume {plan}?")
        again.type("goes on")
        again.press("Enter")
        again.type(NAME)
        again.press("Enter", "Enter")
        again.wait(f"{plan} done")
        again.command(f"retire {plan}")
        again.wait("Look for the old value")
        again.press("Enter", "Enter")
        again.wait("HOLDS THE OLD VALUE")
        again.press("g", "Enter")
        again.wait("This cannot be undone")
        again.press("Enter")
        again.type(NAME)
        again.press("Enter", "Enter")
        again.wait(f"{plan} retired")
    assert json.loads(curtain.run("status", plan, "-o", "json").stdout)["state"] == "retired"


def test_two_consoles_never_run_the_same_plan(console, curtain):
    plan = make_plan(console)
    with curtain.console(columns=140, rows=45) as other:
        other.wait("payments-checkout")
        other.command("plans")
        other.wait(plan)
        other.press("Enter")
        other.wait("Apply it")
        apply(console)
        console.wait(" running ")
        other.press("p")
        other.wait("No undo")
        other.type("end to end")
        other.press("Enter")
        other.type(NAME)
        other.press("Enter", "Enter")
        other.wait_until(lambda screen: "another process runs" in screen or "does not apply" in screen)
    console.wait(f"{plan} done")
    started = [each for each in curtain.events() if each["event"] == "apply.started" and each["plan"] == plan]
    assert len(started) == 1


def test_a_lost_terminal_stops_it_safely(curtain):
    with curtain.console(columns=140, rows=45) as terminal:
        terminal.wait("payments-checkout")
        plan = make_plan(terminal)
        apply(terminal)
        terminal.wait(" running ")
    end = time.monotonic() + 20
    while not [each for each in curtain.events() if each["event"] == "session.ended"]:
        assert time.monotonic() < end, curtain.events()
        time.sleep(0.05)
    status = json.loads(curtain.run("status", plan, "-o", "json").stdout)
    assert status["state"] in ("stopped", "done")


def test_a_value_is_typed_without_being_seen(console, curtain, ministack):
    console.command("rotate param:/prod/catalogue/price/formula")
    console.wait("Plan a new value")
    console.press("1", "Enter", "2", "Enter", "Enter", "Enter", "Enter")
    console.wait("Apply it")
    console.press("p")
    console.wait("Once more")
    console.type("end to end")
    console.press("Enter")
    console.type("typed-canary-0001")
    console.press("Enter")
    console.type("typed-canary-0001")
    console.press("Enter")
    console.type("/prod/catalogue/price/formula")
    assert "typed-canary" not in console.screen
    console.press("Enter", "Enter")
    console.wait_until(lambda screen: " done" in screen.split("\n")[-4] or "stopped" in screen, "the end of the run")
    answer = ministack.client("ssm").get_parameter(Name="/prod/catalogue/price/formula", WithDecryption=True)
    assert answer["Parameter"]["Value"] == "typed-canary-0001"
    assert "typed-canary" not in console.history


def test_read_only_plans_nothing(curtain):
    with curtain.console("--read-only") as terminal:
        terminal.wait("payments-checkout")
        terminal.press("r")
        terminal.wait("nothing is changed in read-only mode")
        terminal.command(f"rotate secret:{NAME}")
        terminal.wait("nothing is changed in read-only mode")
        assert "Plan a new value" not in terminal.screen
