"""An incident worked on in the console: opened, written, contained and let go, closed; its id on every record."""

import pytest

FUNCTION = "platform-telemetry-relay"


@pytest.fixture
def console(curtain):
    with curtain.console(columns=140, rows=45) as terminal:
        terminal.wait("payments-checkout")
        yield terminal


def open_incident(terminal):
    terminal.press("i")
    terminal.wait("Open a new incident")
    terminal.press("Enter")
    terminal.wait("a ticket's")
    terminal.type("Telemetry key in a paste")
    terminal.press("Enter")
    terminal.type("INC-77")
    terminal.press("Enter", "Enter", "Enter")
    terminal.wait_until(lambda screen: "INC-77" in screen.split("\n")[0])


def test_an_incident_from_its_opening_to_its_close(console, curtain, ministack):
    open_incident(console)
    console.press("a")
    console.wait("Write into INC-77")
    console.type("seen at 13:05")
    console.press("Enter", "Enter", "Enter")
    console.press("t")
    console.wait("seen at 13:05")
    console.command(f"contain stop-invocations fn:{FUNCTION}")
    console.wait("Effect:")
    console.type("end to end")
    console.press("Enter")
    console.type(FUNCTION)
    console.press("Enter", "Enter")
    console.wait("stop-invocations fn:platform-telemetry-relay: done")
    lambda_ = ministack.client("lambda")
    assert lambda_.get_function_concurrency(FunctionName=FUNCTION)["ReservedConcurrentExecutions"] == 0
    console.press("t")
    console.wait("CONTAINED")
    console.press("g", "j", "Enter")
    console.wait("back?")
    console.type("over")
    console.press("Enter", "Enter")
    console.wait("taken back")
    assert "ReservedConcurrentExecutions" not in lambda_.get_function_concurrency(FunctionName=FUNCTION)
    console.press("S")
    screen = console.wait("hidden in share mode")
    assert "Telemetry key" not in screen and "seen at" not in screen
    console.press("S")
    console.type("LEAVE")
    console.press("Enter")
    console.wait("share mode is off")
    console.command("inc close")
    console.wait("Close INC-77?")
    console.press("Enter", "Enter")
    console.wait("INC-77 is closed")
    events = [each for each in curtain.events() if each["event"].startswith("incident.")]
    assert events and all(each["incident"] == "INC-77" for each in events)
    assert [each["event"] for each in events][:2] == ["incident.opened", "incident.noted"]
    assert {"incident.contained", "incident.undone", "incident.closed"} <= {each["event"] for each in events}
    assert curtain.run("audit", "verify").returncode == 0


def test_what_was_attached_is_attached_again(curtain):
    assert curtain.run("incident", "open", "from the command line", "--id", "INC-5").returncode == 0
    with curtain.console() as terminal:
        terminal.wait("payments-checkout")
        terminal.wait_until(lambda screen: "INC-5" in screen.split("\n")[0])
        terminal.press("t")
        terminal.wait("from the command line")


def test_old_credentials_are_watched_on_a_screen_of_their_own(console, ministack):
    iam = ministack.client("iam")
    iam.create_user(UserName="watched-robot")
    key = iam.create_access_key(UserName="watched-robot")["AccessKey"]["AccessKeyId"]
    open_incident(console)
    console.command("inc watch")
    console.wait("nothing was rotated or made inactive")
    console.command(f"contain deactivate accesskey:{key}")
    console.wait("Effect:")
    console.type("end to end")
    console.press("Enter")
    console.type(key)
    console.press("Enter", "Enter")
    console.wait(f"deactivate accesskey:{key}: done")
    console.command("inc watch soon")
    console.wait("a span of at most 24h")
    console.patience = 60  # two weeks of history, two calls a second
    console.command("inc watch 45m")
    screen = console.wait("Stop watching")
    assert f"accesskey:{key}" in screen and "eu-west-1" in screen and "us-east-1" in screen
    assert "last event seen at" in screen and "no use seen" in screen and "clean" not in screen
    console.command("inc watch stop")
    console.wait("Watch again")
    console.press("t")
    console.wait("watch.ended")
