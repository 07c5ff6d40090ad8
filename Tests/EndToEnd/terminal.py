"""A program in a real terminal: a tmux server of its own, ended with the test."""

import os
import shlex
import subprocess
import time
import uuid

PATIENCE = 20  # seconds


class Terminal:
    """Types keys and reads the screen, as a person does."""

    patience = PATIENCE

    def __init__(self, command, environment, columns=120, rows=40):
        self.socket = f"curtain-e2e-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        environment = {"TERM": "tmux-256color", **environment}
        # {socket} stands for this server's own, which a program in tmux is told.
        path = f"{os.environ.get('TMUX_TMPDIR', '/tmp')}/tmux-{os.getuid()}/{self.socket}"
        words = ["env", "-i", *(f"{name}={value.replace('{socket}', path)}" for name, value in environment.items())]
        shell = f"{shlex.join(words + command)}; echo \"ended with $?\"; exec sleep 600"
        self.tmux(
            "-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), shell, env=os.environ.copy()
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.tmux("kill-server", check=False)

    def tmux(self, *arguments, check=True, env=None):
        done = subprocess.run(
            ["tmux", "-L", self.socket, *arguments], capture_output=True, text=True, timeout=20, env=env
        )
        assert not check or done.returncode == 0, done.stderr
        return done.stdout

    def press(self, *keys):
        for key in keys:
            self.tmux("send-keys", key)

    def type(self, text):
        self.tmux("send-keys", "-l", text)

    def command(self, text):
        """A line of the `:` prompt."""
        self.press(":")
        self.type(text)
        self.press("Enter")

    def resize(self, columns, rows):
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    @property
    def screen(self):
        return self.tmux("capture-pane", "-p")

    @property
    def history(self):
        """The screen and all that has scrolled out of it."""
        return self.tmux("capture-pane", "-p", "-S", "-")

    def wait_until(self, is_there, what="what was waited for"):
        """The screen once the condition holds; fails with the screen otherwise."""
        end = time.monotonic() + self.patience
        while True:
            screen = self.screen
            if is_there(screen):
                return self.painted(screen, is_there)
            assert time.monotonic() < end, f"never {what} on\n{screen}"
            time.sleep(0.05)

    def painted(self, screen, is_there):
        """The screen without the rows that were still being painted when the picture was taken."""
        for _ in range(20):
            time.sleep(0.03)
            again = self.screen
            if again == screen or not is_there(again):
                break
            screen = again
        return screen

    def wait(self, wanted, absent=False):
        """The screen once the text is on it, or no longer."""
        what = f"without {wanted!r}" if absent else repr(wanted)
        return self.wait_until(lambda screen: (wanted in screen) != absent, what)

    def processes(self, name="curtain"):
        """The ids of the processes of that name below this terminal, the parent before its child."""
        pane = int(self.tmux("display-message", "-p", "#{pane_pid}"))
        found, level = [], [pane]
        while level:
            children = subprocess.run(
                ["ps", "-o", "pid=,comm=", "--ppid", ",".join(map(str, level))], capture_output=True, text=True
            ).stdout.split("\n")
            rows = [line.split(None, 1) for line in children if line.strip()]
            found += [int(pid) for pid, command in rows if command == name]
            level = [int(pid) for pid, _ in rows]
        return found
