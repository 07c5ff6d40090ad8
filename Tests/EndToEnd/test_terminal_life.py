"""The console's terminal while things happen to it: suspended, hung up, lost, ended, resized."""

import os
import re
import signal
import time

import pytest

from conftest import BINARY
from emulated_terminal import EmulatedTerminal

LIGHT, DARK = b"fdfd/f6f6/e3e3", b"1e1e/1e1e/2e2e"


@pytest.fixture
def console(curtain):
    with EmulatedTerminal([str(BINARY)], {**curtain.environment, "TERM": "xterm-256color"}) as terminal:
        terminal.wait("payments-checkout")
        terminal.settle()
        yield terminal


def ended(curtain):
    """Whether the session's end is on record; it may be written a moment after the terminal is given back."""
    end = time.monotonic() + 10
    while not any(each["event"] == "session.ended" for each in curtain.events()):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_again(curtain):
    environment = {**curtain.environment, "TERM": "xterm-256color", "PS1": "shell> "}
    with EmulatedTerminal(["bash", "--norc", "--noprofile", "-i"], environment) as console:
        console.wait("shell>")
        console.press(f"{BINARY}\n")
        console.wait("payments-checkout")
        console.settle()
        console.press("j")
        console.settle()
        row = console.cursor
        console.press(b"\x1a")
        console.wait("Stopped")
        assert console.modes_left_on == [2004] or console.modes_left_on == []  # bash's own paste mode
        seen = len(console.painted)
        console.press("fg\n")
        console.wait(lambda _: b"\x1b[?1049h" in console.painted[seen:], "the other screen again")
        console.settle()
        assert any("payments-checkout" in line for line in console.lines) and console.cursor == row
        console.press("Q")
        console.wait(lambda lines: any(line.startswith("shell>") for line in lines[-40:]) and not console.cursor_left_hidden)
        console.press("exit\n")
        console.wait_for_end()


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT], ids=["HUP", "TERM", "INT"])
def test_a_signal_to_end_gives_the_terminal_back_and_is_on_record(console, curtain, number):
    os.kill(console.pid, number)
    assert console.wait_for_end() in (-number, 128 + number)
    assert console.settings == console.settings_before and console.modes_left_on == []
    assert not console.cursor_left_hidden
    assert ended(curtain)
    assert curtain.run("audit", "verify").returncode == 0


def test_a_lost_terminal_ends_it_and_is_on_record(curtain):
    terminal = EmulatedTerminal([str(BINARY)], {**curtain.environment, "TERM": "xterm-256color"})
    terminal.wait("payments-checkout")
    children = terminal.descendants
    assert children
    terminal.hang_up()
    end = time.monotonic() + 20
    while not (pid := os.waitpid(terminal.pid, os.WNOHANG)[0]):
        assert time.monotonic() < end, "it outlives its terminal"
        time.sleep(0.05)
    assert pid == terminal.pid
    for child in children:
        while os.path.exists(f"/proc/{child}"):
            assert time.monotonic() < end, "the console outlives its terminal"
            time.sleep(0.05)
    assert ended(curtain)


def test_a_resize_is_painted_in_whole_frames_and_nothing_is_cleared_between(console):
    for columns, rows in ((80, 24), (200, 50), (120, 40), (180, 40), (119, 30), (120, 30)):
        seen = len(console.painted)
        console.resize(columns, rows)
        console.wait(lambda lines: any("payments-checkout" in line for line in lines) and lines[-1].startswith(":"))
        console.settle()
        new = bytes(console.painted[seen:])
        frames = re.findall(rb"\x1b\[\?2026h.*?\x1b\[\?2026l", new, re.DOTALL)
        assert frames, (columns, rows)
        # All that is painted is inside of held-back frames: nobody sees half of one.
        outside = re.sub(rb"\x1b\[\?2026h.*?\x1b\[\?2026l", b"", new, flags=re.DOTALL)
        assert not re.sub(rb"\x1b\[[\d;?]*[a-zA-Z]", b"", outside).strip(), outside


def test_too_small_a_window_is_refused_in_words_and_forgiven(console):
    console.resize(79, 23)
    lines = console.wait("80x24")
    assert not any("payments-checkout" in line for line in lines)
    console.press("j")  # does nothing that anyone would miss
    console.resize(120, 40)
    console.wait("payments-checkout")


@pytest.mark.parametrize("columns", [80, 119, 120, 179, 180, 200])
def test_panes_by_width(curtain, columns):
    environment = {**curtain.environment, "TERM": "xterm-256color"}
    with EmulatedTerminal([str(BINARY)], environment, columns, 50) as terminal:
        terminal.wait("payments-checkout")
        terminal.settle()
        text = "\n".join(terminal.lines)
        assert ("ENV VAR" in text) == (columns >= 120)
        assert all((panel in text) == (columns >= 180) for panel in ("1 Resources", "2 Context", "3 Pulses", "8 Command log"))


def test_dark_and_light_follow_the_terminals_own_background(curtain):
    shown = {}
    for name, background in (("light", LIGHT), ("dark", DARK), ("silent", None)):
        environment = {**curtain.environment, "TERM": "xterm-256color"}
        with EmulatedTerminal([str(BINARY)], environment, background=background) as terminal:
            terminal.wait("payments-checkout")
            terminal.settle()
            shown[name] = terminal.palette
    assert shown["silent"] == shown["dark"] and shown["light"] != shown["dark"]


def test_a_background_that_is_told_late_still_changes_the_theme(curtain):
    environment = {**curtain.environment, "TERM": "xterm-256color"}
    with EmulatedTerminal([str(BINARY)], environment, background=None) as terminal:
        terminal.wait("payments-checkout")
        terminal.settle()
        before = terminal.palette
        terminal.press(b"\x1b]11;rgb:" + LIGHT + b"\x07")
        terminal.settle()
        assert terminal.palette - before


def test_the_ten_themes_are_seen_without_a_console(curtain):
    listed = curtain.run("themes", "list").stdout.decode()
    names = ["catppuccin-mocha", "catppuccin-latte", "gruvbox-dark", "gruvbox-light", "solarized-dark", "solarized-light",
             "modus-vivendi-deuteranopia", "modus-operandi-deuteranopia", "ansi16", "mono"]
    assert all(name in listed for name in names)
    for name in names:
        shown = curtain.run("themes", "preview", name, FORCE_COLOR="3", COLORTERM="truecolor")
        assert shown.returncode == 0
        text = shown.stdout.decode()
        assert all(role in text for role in ("masked", "revealed", "stale", "danger", "share"))
        assert ("\x1b[" in text) or name == "mono"
    checked = curtain.run("themes", "check")
    assert checked.returncode == 0, checked.stdout


def test_a_base16_scheme_becomes_a_theme(curtain, tmp_path):
    scheme = tmp_path / "dracula.yaml"
    colours = ["282a36", "44475a", "44475a", "6272a4", "f8f8f2", "f8f8f2", "f8f8f2", "ffffff",
               "ff5555", "ffb86c", "f1fa8c", "50fa7b", "8be9fd", "bd93f9", "ff79c6", "00f769"]
    palette = "".join(f'  base0{number:X}: "#{colour}"\n' for number, colour in enumerate(colours))
    scheme.write_text(f'system: "base16"\nname: "Dracula"\nauthor: "x"\nvariant: "dark"\npalette:\n{palette}')
    done = curtain.run("themes", "import", str(scheme), CURTAIN_CONFIG_DIR=str(tmp_path / "config"))
    assert done.returncode == 0, done.stderr.decode()
    folder = {"CURTAIN_CONFIG_DIR": str(tmp_path / "config")}
    assert b"dracula" in curtain.run("themes", "list", **folder).stdout
    assert curtain.run("themes", "check", "dracula", **folder).returncode == 0
    environment = {**curtain.environment, **folder, "TERM": "xterm-256color", "CURTAIN_THEME": "dracula"}
    with EmulatedTerminal([str(BINARY)], environment) as terminal:
        terminal.wait("payments-checkout")
