"""The new value from a command of the person's: taken byte for byte, and nothing that it writes is shown or kept."""

import time

import pytest

from conftest import Installation, start

NOTE = ("--note", "INC-7 found in a paste")


@pytest.fixture(scope="module")
def account(tmp_path_factory):
    yield from start(tmp_path_factory.mktemp("commands"))


@pytest.fixture
def kept(tmp_path, account):
    """A parameter with its plan, and what was said about it."""
    found = Kept(tmp_path, account)
    yield found
    found.store.delete_parameter(Name="/prod/key")


class Kept(Installation):
    def __init__(self, home, account):
        super().__init__(home, account)
        self.store, self.said = account.client("ssm"), b""
        self.store.put_parameter(Name="/prod/key", Value="0riginalValue", Type="SecureString")
        made = self.run("plan", "rotate", "param:/prod/key", "--overlap", "-o", "names")
        assert made.returncode == 0, made.stderr.decode()
        self.plan = next((self.state / "plans").iterdir()).name
        self.script = home / "value"

    def command(self, text):
        self.script.write_text(f"#!/bin/sh\n{text}\n")
        self.script.chmod(0o755)
        return str(self.script)

    def apply(self, command, *arguments, verb="apply"):
        done = self.run(verb, self.plan, "--yes", *NOTE, "--value-command", command, *arguments)
        self.said += done.stdout + done.stderr
        return done

    def at_a_terminal(self):
        return self.console("apply", self.plan, "--yes", *NOTE, "--value-command", str(self.script))

    def value(self):
        return self.store.get_parameter(Name="/prod/key", WithDecryption=True)["Parameter"]["Value"]

    def written(self):
        return self.said + b"".join(path.read_bytes() for path in self.state.rglob("*") if path.is_file())


def test_what_it_prints_is_the_new_value_and_its_other_words_are_nowhere(kept):
    done = kept.apply(kept.command('echo "for $AWS_REGION: n3w-w0rds" >&2\nprintf "N3w \\$(Value)\\n"'))
    assert done.returncode == 0, done.stderr.decode()
    assert kept.value() == "N3w $(Value)"
    assert b"n3w-w0rds" not in kept.written() and b"N3w $(Value)" not in kept.written()


def test_it_passes_to_a_run_of_its_own(kept):
    done = kept.apply(kept.command("echo w0rds-beside >&2; echo N3wDetachedValue"), "--detach")
    assert done.returncode == 0, done.stderr.decode()
    assert kept.run("status", kept.plan, "--follow").returncode == 0
    assert kept.value() == "N3wDetachedValue"
    assert b"N3wDetachedValue" not in kept.written() and b"w0rds-beside" not in kept.written()


@pytest.mark.parametrize("text, words", [
    ("echo N3wHalfValue; echo w0rds-beside >&2; exit 3", "ended with exit code 3, what it wrote is not shown"),
    ("echo N3wHalfValue; kill -9 $$", "ended with exit code 137, what it wrote is not shown"),
    (":", "the new value is empty"),
    ("echo", "the new value is empty"),
    ("head -c 70000 /dev/zero", "printed more than 65536 bytes"),
])
def test_what_goes_wrong_is_one_clear_line_and_nothing_is_changed(kept, text, words):
    done = kept.apply(kept.command(text))
    assert done.returncode == 65
    assert done.stdout == b"" or b"stopped" in done.stdout
    errors = [line for line in done.stderr.decode().splitlines() if line.startswith("curtain:")]
    assert len(errors) == 1 and words in errors[0], done.stderr.decode()
    assert kept.value() == "0riginalValue"
    assert b"N3wHalfValue" not in kept.written() and b"w0rds-beside" not in kept.written()
    again = kept.apply(kept.command("echo N3wSecondValue"), verb="resume")
    assert again.returncode == 0 and kept.value() == "N3wSecondValue"


def test_a_program_that_is_not_there_is_named_by_what_the_shell_made_of_it(kept):
    done = kept.apply(str(kept.home / "nowhere"))
    assert done.returncode == 65 and b"exit code 127" in done.stderr


def test_with_a_plan_that_makes_its_value_itself_it_is_refused(kept):
    made = kept.run("plan", "rotate", "param:/prod/key", "--overlap", "--generate", "20")
    kept.plan = made.stdout.decode().split()[0]
    done = kept.apply(kept.command("echo N3wUnaskedValue"))
    assert done.returncode == 64 and b"the plan generates the value" in done.stderr
    assert kept.value() == "0riginalValue"


def test_ctrl_c_ends_one_that_takes_long(kept):
    """It asks on the terminal itself, and what it is told there is not kept either."""
    kept.command(f"touch {kept.home}/begun; exec sleep 60")
    with kept.at_a_terminal() as terminal:
        deadline = time.monotonic() + 20
        while not (kept.home / "begun").exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        terminal.press("C-c")
        terminal.wait("nothing was changed with it")
    assert kept.value() == "0riginalValue"


def test_it_may_ask_on_the_terminal(kept):
    kept.command('printf "which? " > /dev/tty; read -r word < /dev/tty; echo "N3w-$word-Value"')
    with kept.at_a_terminal() as terminal:
        terminal.wait("which?")
        terminal.type("typed")
        terminal.press("Enter")
        terminal.wait("steps done")
    assert kept.value() == "N3w-typed-Value"
    assert b"N3w-typed-Value" not in kept.written()
