"""The console on every kind of terminal, with and without the terminfo entry of its name."""

import os
import re
import subprocess

import pytest

from conftest import BINARY, ROOT
from emulated_terminal import EmulatedTerminal

ENTRIES = ROOT / ".vectors/terminfo"
OWN = ROOT / "Tests/EndToEnd/terminfo"

EVERYWHERE = ["xterm-256color", "xterm", "tmux-256color", "tmux", "screen-256color", "screen", "linux", "vt100"]
OFTEN_MISSING = ["xterm-kitty", "foot", "alacritty", "xterm-ghostty", "ghostty"]
DIRECT = ["kitty-direct", "foot-direct", "alacritty-direct", "xterm-direct"]


@pytest.fixture(scope="session")
def entries(tmp_path_factory):
    """A terminfo database that has the names which many machines lack."""
    folder = tmp_path_factory.mktemp("terminfo")
    assert ENTRIES.is_dir(), "run scripts/fetch-vectors"
    for path in ENTRIES.iterdir():
        (folder / path.name).symlink_to(path)
    own = tmp_path_factory.mktemp("ghostty")
    subprocess.run(["tic", "-x", "-o", str(own), str(OWN / "ghostty.ti")], check=True, capture_output=True)
    for letter in ("x", "g"):
        (folder / letter).unlink(missing_ok=True)
        (folder / letter).mkdir()
        for source in (ENTRIES / letter, own / letter):
            for path in source.iterdir() if source.is_dir() else ():
                (folder / letter / path.name).symlink_to(path)
    return folder


def is_known(name, environment):
    return subprocess.run(["infocmp", name], env=environment, capture_output=True).returncode == 0


def open_console(curtain, name, columns=120, rows=40, answers=True, **environment):
    whole = {**curtain.environment, "TERM": name, **environment}
    return EmulatedTerminal([str(BINARY)], whole, columns, rows, answers)


def use(terminal):
    """Looks, moves, opens, goes back and leaves; then the terminal is as it was."""
    terminal.wait("payments-checkout")
    # The caller is asked beside the list.
    terminal.wait(lambda lines: "111122223333" in lines[0] and "MASKED" in lines[0], "the account in the header")
    terminal.settle()
    row, _ = terminal.cursor
    terminal.press("j")
    terminal.wait(lambda _: terminal.cursor[0] == row + 1, "the cursor a row further down")
    terminal.press("\r")
    terminal.wait("TRIGGERS")
    terminal.press("?")
    terminal.wait("Move down one row")
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("Q")
    assert terminal.wait_for_end() == 0
    assert terminal.settings == terminal.settings_before
    assert terminal.modes_left_on == []
    assert not terminal.cursor_left_hidden
    pushed, popped = terminal.painted.count(b"\x1b[22;0t"), terminal.painted.count(b"\x1b[23;0t")
    assert pushed == popped


@pytest.mark.parametrize("name", EVERYWHERE)
def test_where_the_entry_is_on_every_machine(curtain, name):
    with open_console(curtain, name) as terminal:
        use(terminal)


@pytest.mark.parametrize("name", OFTEN_MISSING + DIRECT)
def test_with_the_entry(curtain, entries, name):
    assert is_known(name, {"PATH": os.environ["PATH"], "TERMINFO": str(entries)}), name
    with open_console(curtain, name, TERMINFO=str(entries)) as terminal:
        use(terminal)


@pytest.mark.parametrize("name", OFTEN_MISSING)
def test_without_the_entry_it_borrows_the_nearest_and_says_nothing(curtain, tmp_path, name):
    (tmp_path / "empty").mkdir()
    environment = {"TERMINFO": str(tmp_path / "empty")}
    if is_known(name, {"PATH": os.environ["PATH"], **environment}):
        pytest.skip(f"{name} has an entry on this machine")
    with open_console(curtain, name, **environment) as terminal:
        use(terminal)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dumb", "TERM=dumb (--accessible"),
        ("no-such-terminal", "TERM=no-such-terminal is not in the terminfo database"),
        ("", "TERM is not set"),
    ],
    ids=["dumb", "unknown", "none"],
)
def test_where_no_console_can_be_it_is_one_line(curtain, name, words):
    with open_console(curtain, name) as terminal:
        assert terminal.wait_for_end() == 64
        said = terminal.painted.decode().rstrip().split("\r\n")[-1]
        assert said.startswith("curtain: ") and words in said
        assert b"\x1b" not in terminal.painted
        assert terminal.settings == terminal.settings_before


def colours(terminal):
    """How the console spoke of colours: the kinds of sequence that it painted."""
    painted = bytes(terminal.painted)
    kinds = set()
    if re.search(rb"[;\[][34]8[;:]2[;:]", painted):
        kinds.add("true")
    if re.search(rb"[;\[][34]8[;:]5[;:]", painted):
        kinds.add("256")
    if re.search(rb"\x1b\[(?:\d+;)*(?:[34][0-7]|9[0-7]|10[0-7])(?:;\d+)*m", re.sub(rb"[34]8[;:][25][;:\d]+", b"", painted)):
        kinds.add("16")
    return kinds


@pytest.mark.parametrize(
    ("name", "environment", "kinds"),
    [
        ("xterm-256color", {}, {"256"}),
        ("xterm-kitty", {}, {"256"}),
        ("foot-direct", {}, {"true"}),
        ("xterm", {}, {"16"}),
        ("linux", {}, {"16"}),
        ("vt100", {}, set()),
        ("xterm-256color", {"NO_COLOR": "1"}, set()),
        ("xterm-256color", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, {"16"}),
        ("xterm-256color", {"NO_COLOR": "", "CLICOLOR": "0"}, set()),
        ("xterm-256color", {"CURTAIN_NO_COLOR": "1", "FORCE_COLOR": "1"}, set()),
    ],
)
def test_as_many_colours_as_there_are_and_as_are_wanted(curtain, entries, name, environment, kinds):
    with open_console(curtain, name, TERMINFO=str(entries), **environment) as terminal:
        terminal.wait("payments-checkout")
        terminal.settle()
        assert colours(terminal) == kinds
        terminal.press("Q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("answers", [True, False], ids=["answers", "silent"])
def test_frames_are_held_back_only_where_the_terminal_said_that_it_can(curtain, answers):
    with open_console(curtain, "xterm-256color", answers=answers) as terminal:
        terminal.wait("payments-checkout")
        terminal.settle()
        # A frame that comes after the answer, however late that was.
        row, _ = terminal.cursor
        terminal.press("j")
        terminal.wait(lambda _: terminal.cursor[0] == row + 1, "the cursor a row further down")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
        painted = bytes(terminal.painted)
        assert (b"\x1b[?2026h" in painted) == answers
        assert painted.count(b"\x1b[?2026h") == painted.count(b"\x1b[?2026l")


def test_the_terminals_own_answers_never_become_keys(curtain):
    with open_console(curtain, "xterm-256color", answers=False) as terminal:
        terminal.wait("payments-checkout")
        terminal.settle()
        before = terminal.lines, terminal.cursor
        # Late, torn, unasked for: a background, a mode, attributes, a cursor report, a clipboard, a kitty key.
        for answer in (
            b"\x1b]11;rgb:0000/qqqq/0000\x07", b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", b"\x1b[?2026;0$y",
            b"\x1b[?62;1;6c", b"\x1b[24;80R", b"\x1b]52;c;UXF4Ug==\x07", b"\x1b[57414u", b"\x1bP1$r0m\x1b\\",
        ):
            for place in range(0, len(answer), 5):
                terminal.press(answer[place : place + 5])
        terminal.settle()
        after = terminal.lines, terminal.cursor
        assert after[1] == before[1] and after[0][1:] == before[0][1:]
        terminal.press("Q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("name", ["xterm-256color", "linux", "screen"])
def test_the_frames_of_the_panes_stand_in_one_column_whatever_the_names(curtain, name):
    """The demo account has wide, combining, emoji and right-to-left names; the emulator counts columns by wcwidth."""
    with open_console(curtain, name, columns=120, rows=40) as terminal:
        terminal.wait("payments-checkout")
        terminal.press(":sec\r")
        terminal.wait("dev/platform/hostile")
        terminal.settle()
        top = next(row for row, line in enumerate(terminal.lines) if "Secrets" in line and row > 0)
        sign = "│" if terminal.column(top + 1, "│") else "|"
        borders = terminal.column(top + 1, sign)
        assert len(borders) == 4
        assert all(terminal.column(row, sign) == borders for row in range(top + 1, top + 30)), terminal.lines
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
