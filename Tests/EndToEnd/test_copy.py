"""A value copied from the console into a buffer of tmux: there for a while, never on the screen, taken back by X."""

import pytest

FUNCTION, NAME = "platform-telemetry-relay", "TELEMETRY_API_KEY"


@pytest.fixture
def console(curtain):
    folder = curtain.home / ".config/curtain"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('[safety]\nclipboard = "tmux"\n[reveal]\nseconds = 20\n')
    with curtain.console(TMUX="{socket},0,0") as terminal:
        terminal.wait("payments-checkout")
        terminal.command(f"open env:{FUNCTION}/{NAME}")
        terminal.wait_until(lambda screen: f"▸ {NAME}" in screen, "the variable")
        yield terminal


def buffers(terminal):
    names = terminal.tmux("list-buffers", "-F", "#{buffer_name}").split()
    return {name: terminal.tmux("show-buffer", "-b", name) for name in names}


def copy(terminal, note):
    terminal.press("C")
    terminal.wait("Copy one value")
    terminal.type(note)
    terminal.press("Enter", "Enter")
    terminal.wait("in the clipboard (tmux)")


def test_copied_and_taken_back(console, curtain, ministack):
    answer = ministack.client("lambda").get_function_configuration(FunctionName=FUNCTION)
    value = answer["Environment"]["Variables"][NAME]
    copy(console, "for the vault")
    assert value not in console.screen
    assert list(buffers(console).values()) == [value]
    console.press("X")
    console.wait("taken back from the clipboard")
    assert buffers(console) == {}
    told = [(each["event"], each["outcome"]) for each in curtain.events() if each["event"].startswith("copy.")]
    assert told == [("copy.requested", "pending"), ("copy.done", "done"), ("copy.cleared", "asked")]


def test_share_mode_takes_it_back(console):
    copy(console, "for the vault")
    console.press("S")
    console.wait("SHARE MODE")
    console.wait_until(lambda _: buffers(console) == {}, "an empty clipboard")


def test_leaving_takes_it_back(console, curtain):
    copy(console, "for the vault")
    console.press("Q")
    console.wait("ended with 0")
    assert buffers(console) == {}
    assert [each["outcome"] for each in curtain.events() if each["event"] == "copy.cleared"] == ["asked"]
