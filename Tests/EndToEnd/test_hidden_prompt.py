"""What is typed without echo, and the terminal after whatever end."""

import os
import signal
import time
from pathlib import Path

import pytest


def process(terminal):
    """The program that asks: the only child of the pane's shell."""
    shell = int(terminal.tmux("display-message", "-p", "#{pane_pid}"))
    return int(Path(f"/proc/{shell}/task/{shell}/children").read_text().split()[0])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_gives_the_echo_back(curtain, number):
    with curtain.console("match", "--note", "a test of the prompt") as terminal:
        terminal.wait(":")
        terminal.type("not-to-be-seen")
        time.sleep(0.3)
        assert "not-to-be-seen" not in terminal.screen
        os.kill(process(terminal), number)
        terminal.wait("ended with")
        terminal.type("to-be-seen-again")
        terminal.wait("to-be-seen-again")
        assert "not-to-be-seen" not in terminal.screen


def test_leaving_the_question_gives_the_echo_back(curtain):
    with curtain.console("match", "--note", "a test of the prompt") as terminal:
        terminal.wait(":")
        terminal.type("not-to-be-seen")
        terminal.press("C-c")
        terminal.wait("ended with 130")
        terminal.type("to-be-seen-again")
        terminal.wait("to-be-seen-again")
        assert "not-to-be-seen" not in terminal.screen
