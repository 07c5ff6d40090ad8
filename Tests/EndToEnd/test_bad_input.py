"""What a person, a machine or a network gets wrong: one clear line, the right exit code, nothing sent that should not be."""

import pytest

NOTE = ("--note", "an end-to-end test")


def one_line(done):
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1 and lines[0].startswith("curtain: "), lines
    return lines[0]


@pytest.mark.parametrize("term", ["dumb", "no-such-terminal", ""])
def test_a_terminal_that_cannot_draw_is_refused(curtain, term):
    with curtain.console(TERM=term) as terminal:
        screen = terminal.wait("ended with 64")
        assert "TERM" in screen


def test_wrong_credentials(curtain):
    done = curtain.run("list", "functions", AWS_SECRET_ACCESS_KEY="not-the-key", AWS_SESSION_TOKEN="")
    assert done.returncode == 77 and not done.stdout
    assert "not-the-key" not in one_line(done)
    curtain.environment |= {"AWS_SECRET_ACCESS_KEY": "not-the-key"}
    with curtain.console() as terminal:
        assert "not-the-key" not in terminal.wait("cannot list functions")
        terminal.press("q")
        terminal.wait("ended with 0")


def test_malformed_files_are_named_with_their_line(curtain):
    config = curtain.home / "aws-config"
    config.write_text("[default]\nregion = eu-west-1\n[profile broken\n")
    done = curtain.run("whoami", AWS_CONFIG_FILE=str(config))
    assert done.returncode == 78 and f"{config}" in one_line(done) and "3" in one_line(done)
    own = curtain.home / "own.toml"
    own.write_text("[reveal]\nseconds = 30\nsecond = 3\n")
    done = curtain.run("--config", str(own), "list", "keys")
    assert done.returncode == 65 and f"{own}:3" in one_line(done)


def test_a_note_is_needed(curtain):
    for note in ((), ("--note", ""), ("--note", "  "), ("--note", "ab")):
        done = curtain.run("reveal", "secret:prod/orders/db", *note)
        assert done.returncode == 77 and "note" in one_line(done)
    assert not curtain.events()


VALUES = {
    "newlines": b"one\ntwo\r\nthree\n\n",
    "escapes": b"\x1b]52;c;QQ==\x07\x1b[2J\xc2\x9b\x7f\xe2\x80\xae",
    "large": b"0123456789abcdef" * 4096,
    "binary": bytes(range(256)),
    "pem": b"-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----\n",
    "unicode": "пароль 🗝 密码".encode(),
}


@pytest.fixture(scope="module")
def values(ministack):
    client = ministack.client("secretsmanager")
    for name, value in VALUES.items():
        try:
            client.create_secret(Name=f"e2e/{name}", SecretString=value.decode())
        except UnicodeDecodeError:
            client.create_secret(Name=f"e2e/{name}", SecretBinary=value)
    yield VALUES
    for name in VALUES:
        client.delete_secret(SecretId=f"e2e/{name}", ForceDeleteWithoutRecovery=True)


@pytest.mark.parametrize("name", VALUES)
def test_values_of_every_kind_come_out_exactly(curtain, values, name):
    done = curtain.run("reveal", f"secret:e2e/{name}", *NOTE)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == values[name]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("newlines", ["text", "two"]),
        ("escapes", ["<U+001B>", "<U+202E>"]),
        ("large", ["0123456789abcdef", "1-"]),
        ("binary", ["00 01 02 03"]),
        ("pem", ["PEM", "BEGIN PRIVATE KEY"]),
        ("unicode", ["пароль"]),
    ],
)
def test_values_of_every_kind_are_drawn_for_what_they_are(curtain, values, name, words):
    with curtain.console() as terminal:
        terminal.wait("payments-checkout")
        terminal.command(f"reveal secret:e2e/{name}")
        terminal.wait("Reveal one value")
        terminal.type("end to end")
        terminal.press("Enter", "Enter")
        screen = terminal.wait("REVEALED")
        for word in words:
            assert word.lower() in screen.lower(), screen
        assert len(screen.split("\n")[0]) <= 120 and "responder" in screen.split("\n")[0]
        terminal.press("X")
        terminal.wait("MASKED")
