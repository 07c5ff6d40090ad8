"""The console in a real terminal, on the demo account: browse closed, reveal with a reason, leave no trace."""

import json
import os
import re
import signal
import time

import pytest

SECRET = "secret:prod/orders/db"
VARIABLE = "env:platform-telemetry-relay/TELEMETRY_API_KEY"


@pytest.fixture
def console(curtain):
    with curtain.console() as terminal:
        terminal.wait("payments-checkout")
        yield terminal


def password(ministack):
    """The current one, as boto3 reads it."""
    answer = ministack.client("secretsmanager").get_secret_value(SecretId="prod/orders/db")
    return json.loads(answer["SecretString"])["password"]


def reveal_password(terminal):
    """Opens the secret's fields with a note, then the password."""
    terminal.command(f"reveal {SECRET}")
    terminal.wait("Reveal one value")
    terminal.type("end to end")
    terminal.press("Enter")
    terminal.press("Enter")
    terminal.wait("username")
    screen = terminal.screen
    for _ in range(screen[screen.index("username") :].count("\n")):
        if re.search(r"▸ password", terminal.screen):
            break
        terminal.press("j")
        time.sleep(0.2)
    terminal.press("Enter")


def test_four_lists_and_their_details(console):
    for command, there, detail in (
        (":fn", "catalogue-attributes", "ENV VAR"),
        (":ssm", "/dev/catalogue", "HISTORY"),
        (":sec", "prod/orders/db", "VERSIONS"),
        (":kms", "harbourlight", "ROTATION"),
    ):
        console.command(command[1:])
        console.wait(there)
        console.press("Enter")
        console.wait(detail)
        console.press("Escape")


def test_header_and_footer_say_where_we_are(console):
    screen = console.wait("incident-responder")
    header = screen.split("\n")[0]
    assert "111122223333" in header and "eu-west-1" in header and "RW" in header and "MASKED" in header
    assert re.search(r"\d\d:\d\dZ", header)
    assert "<?>" in screen or "<enter>" in screen


def test_filter_sort_help_and_wrong_keys(console):
    console.press("/")
    console.type("telemetry")
    console.press("Enter")
    console.wait("payments-checkout", absent=True)
    console.wait("platform-telemetry-relay")
    console.press("Escape")
    console.wait("payments-checkout")
    console.press("O")
    console.press("?")
    console.wait("reveal")
    console.press("Escape")
    console.press("F9", "%", "C-a", "M-x")  # no such keys: nothing happens
    console.command("nonsense that is no reference")
    assert "nonsense" not in console.wait("neither a command nor a reference")


def test_a_variable_is_shown_with_a_reason_and_closed_again(console, curtain, ministack):
    value = ministack.planted[VARIABLE]
    console.command(f"reveal {VARIABLE}")
    console.wait("Reveal one value")
    console.press("Enter")
    console.wait("reason is needed")
    assert not [each for each in curtain.events() if each["event"] == "reveal.requested"]
    console.type("who uses this key")
    console.press("Enter")
    console.press("Enter")
    console.wait(value)
    assert "REVEALED" in console.screen.split("\n")[0]
    console.press("x")
    console.wait(value, absent=True)
    assert "MASKED" in console.screen.split("\n")[0]
    console.press("q")
    console.press("q")
    console.wait("ended with 0")
    assert value not in console.history
    shown = [each for each in curtain.events() if each["event"].startswith("reveal.")]
    assert [each["event"] for each in shown] == ["reveal.requested", "reveal.shown", "reveal.masked"]
    assert shown[0]["note"] == "who uses this key" and shown[0]["actor"]["arn"].endswith("responder")
    assert shown[2]["outcome"] == "asked"
    for path in curtain.home.rglob("*"):
        assert not path.is_file() or value.encode() not in path.read_bytes(), path
    assert curtain.run("audit", "verify").returncode == 0


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (lambda terminal: terminal.press("X"), "maskAll"),
        (lambda terminal: terminal.resize(100, 30), "resized"),
        (lambda terminal: terminal.press("S"), "shareMode"),
        (lambda terminal: terminal.press("Q"), "quit"),
        (lambda terminal: terminal.press("C-c"), "quit"),
        (lambda terminal: terminal.press("C-z"), "suspended"),
    ],
    ids=["X", "resize", "share", "Q", "ctrl-c", "ctrl-z"],
)
def test_whatever_happens_the_value_goes(console, curtain, ministack, act, reason):
    reveal_password(console)
    console.wait(password(ministack))
    act(console)
    console.wait(password(ministack), absent=True)
    end = time.monotonic() + 10
    while (last := [each for each in curtain.events() if each["event"] == "reveal.masked"][-1:]) == [] or last[0][
        "outcome"
    ] == "replaced":
        assert time.monotonic() < end, curtain.events()
        time.sleep(0.05)
    assert reason in {each["outcome"] for each in curtain.events() if each["event"] == "reveal.masked"}


def test_the_deadline_closes_it(curtain, ministack):
    config = curtain.home / "config.toml"
    config.write_text("[reveal]\nseconds = 2\n")
    with curtain.console("--config", str(config)) as terminal:
        terminal.wait("payments-checkout")
        reveal_password(terminal)
        terminal.wait(password(ministack))
        terminal.wait(password(ministack), absent=True)
        terminal.wait("MASKED")


def test_killed_the_terminal_is_clean(console, ministack):
    reveal_password(console)
    console.wait(password(ministack))
    parent, child = console.processes()
    os.kill(child, signal.SIGKILL)
    console.wait("the console was killed (signal 9)")
    assert password(ministack) not in console.history


def test_read_only_refuses(curtain):
    with curtain.console("--read-only") as terminal:
        terminal.wait("payments-checkout")
        assert " RO " in terminal.screen.split("\n")[0]
        terminal.command(f"reveal {SECRET}")
        terminal.wait("read-only")
        assert "Reveal one value" not in terminal.screen
        terminal.press("q", "q")
    assert not [each for each in curtain.events() if each["event"].startswith("reveal.")]


def test_an_unwritable_trail_refuses_before_anything_is_fetched(curtain):
    curtain.state.mkdir(mode=0o700)
    (curtain.state / "audit.jsonl").mkdir()
    with curtain.console() as terminal:
        terminal.wait("payments-checkout")
        terminal.command(f"reveal {SECRET}")
        terminal.wait("Reveal one value")
        terminal.type("end to end")
        terminal.press("Enter", "Enter")
        terminal.wait("audit")
        terminal.command("log")
        assert "GetSecretV" not in terminal.wait("GetCallerI")


def test_windows_small_and_large(console):
    console.resize(60, 15)
    console.wait("80x24")
    for columns, rows in ((80, 24), (200, 50), (120, 40)):
        console.resize(columns, rows)
        console.wait_until(lambda screen: "catalogue-index" in screen and screen.count("\n") == rows and screen[-2] == ":")


def test_hostile_names_do_not_move_the_cursor(console):
    console.command("sec")
    console.wait("dev/platform/hostile")
    console.command("open secret:dev/platform/hostile")
    screen = console.wait("hostile")
    assert "\x1b" not in screen and "MASKED" in screen.split("\n")[0]


def test_without_credentials_it_says_what_to_do(curtain):
    curtain.environment.pop("AWS_ACCESS_KEY_ID")
    curtain.environment.pop("AWS_SECRET_ACCESS_KEY")
    with curtain.console() as terminal:
        terminal.wait("curtain demo")
        terminal.press("q")
        terminal.wait("ended with 0")


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"AWS_PROFILE": "nobody"}, "nobody"),
        ({"CURTAIN_THEME": "no-such-theme"}, "no theme of that name"),
        ({"AWS_ENDPOINT_URL": "http://192.0.2.1"}, "TLS"),
    ],
    ids=["profile", "theme", "endpoint"],
)
def test_what_is_wrong_before_the_screen_is_one_line(curtain, environment, words):
    with curtain.console(**environment) as terminal:
        screen = terminal.wait("ended with")
        lines = [line for line in screen.split("\n") if line.startswith("curtain: ")]
        assert len(lines) == 1 and words in screen


def test_an_unreachable_endpoint_is_said_in_the_list(curtain):
    with curtain.console(AWS_ENDPOINT_URL="http://127.0.0.1:9", AWS_MAX_ATTEMPTS="1") as terminal:
        terminal.wait("cannot list functions")
        terminal.press("q")
        terminal.wait("ended with 0")


def test_who_uses_a_secret_as_a_tree(console):
    console.command("sec prod/orders")
    console.wait("prod/orders/db")
    console.press("u")
    console.wait("What uses secret:prod/orders/db")
    screen = console.wait("fn:catalogue-stock-sync")
    assert "reference: its ARN is the value of ORDERS_DB" in screen
    console.command("drift")
    console.wait("env:payments-dispute/STRIPE_API_KEY")
    console.command("usedby secret:prod/order/db")
    console.wait("there is no secret:prod/order/db in eu-west-1")
