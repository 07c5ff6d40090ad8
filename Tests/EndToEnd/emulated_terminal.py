"""A program on a pseudo-terminal of its own, its screen kept by a reference emulator (pyte)."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

import pyte

PATIENCE = 20  # seconds

BACKGROUND = re.compile(rb"\x1b\]11;\?(\x07|\x1b\\)")
SYNCHRONISED = re.compile(rb"\x1b\[\?2026\$p")
ATTRIBUTES = re.compile(rb"\x1b\[0?c")
UNFINISHED = re.compile(rb"\x1b[^a-zA-Z]*$")
# Colours with colons between their numbers (ISO 8613-6) are not known to pyte; where they stand does not matter here.
COLON_COLOURS = re.compile(rb"\x1b\[[\d;]*:[\d:;]*m")


class EmulatedTerminal:
    """Reads what a program paints and answers its questions, as terminals do; `answers=False` stays silent, and without
    a background that question alone has no answer."""

    def __init__(self, command, environment, columns=120, rows=40, answers=True, background=b"1e1e/1e1e/2e2e"):
        self._background = background
        self.painted, self.status, self.answers, self._answered, self._held = bytearray(), None, answers, 0, b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.descriptor, ours = pty.openpty()
        self._ours = ours
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.settings_before = termios.tcgetattr(ours)
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.descriptor)
            self._take(ours)
            os.execvpe(command[0], command, environment)

    @staticmethod
    def _take(descriptor):
        """Makes the terminal the controlling one, and the three standard streams."""
        os.setsid()
        fcntl.ioctl(descriptor, termios.TIOCSCTTY, 0)
        for stream in range(3):
            os.dup2(descriptor, stream)
        if descriptor > 2:
            os.close(descriptor)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Ends the program by its id if it is still there."""
        if self.status is None:
            os.kill(self.pid, signal.SIGHUP)
            try:
                self.wait_for_end()
            except AssertionError:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
        for descriptor in (self.descriptor, self._ours):
            os.close(descriptor)

    def _read(self, seconds):
        ready, _, _ = select.select([self.descriptor], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.descriptor, 1 << 16)
        except OSError:
            return False
        self.painted += data
        self._draw(data)
        if self.answers:
            self._answer()
        return bool(data)

    def _draw(self, data):
        """Feeds the emulator, a sequence that is still on its way held back."""
        data = self._held + data
        torn = UNFINISHED.search(data)
        self._held = data[torn.start() :] if torn else b""
        self._stream.feed(COLON_COLOURS.sub(b"", data[: len(data) - len(self._held)]))

    def _answer(self):
        """Answers the questions in the order in which they were asked; one that is still on its way waits for its end."""
        new = bytes(self.painted[self._answered :])
        questions = []
        if self._background:
            answer = b"\x1b]11;rgb:" + self._background + b"\x07"
            questions += [(found.span(), answer) for found in BACKGROUND.finditer(new)]
        questions += [(found.span(), b"\x1b[?62;22c") for found in ATTRIBUTES.finditer(new)]
        questions += [(found.span(), b"\x1b[?2026;2$y") for found in SYNCHRONISED.finditer(new)]
        for _, answer in sorted(questions):
            os.write(self.descriptor, answer)
        if questions:
            self._answered += max(end for (_, end), _ in questions)

    def resize(self, columns, rows):
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hang_up(self):
        """Takes the terminal away. What is left to do is to wait for the program."""
        for descriptor in (self.descriptor, self._ours):
            os.close(descriptor)

    @property
    def descendants(self):
        found, queue = [], [self.pid]
        while queue:
            pid = queue.pop()
            with open(f"/proc/{pid}/task/{pid}/children") as file:
                children = [int(child) for child in file.read().split()]
            found, queue = found + children, queue + children
        return found

    def press(self, keys):
        os.write(self.descriptor, keys if isinstance(keys, bytes) else keys.encode())

    @property
    def lines(self):
        return list(self._screen.display)

    @property
    def cursor(self):
        """Row and column."""
        return self._screen.cursor.y, self._screen.cursor.x

    @property
    def palette(self):
        """The colours of what stands on the screen."""
        rows = self._screen.buffer
        cells = [rows[row][place] for row in range(self._screen.lines) for place in range(self._screen.columns)]
        return {(cell.fg, cell.bg) for cell in cells if cell.data.strip()}

    def column(self, row, sign):
        """The columns in which the sign stands in a row, as cells count them."""
        cells = self._screen.buffer[row]
        return [place for place in range(self._screen.columns) if cells[place].data == sign]

    def wait(self, is_there, what="what was waited for"):
        """The lines once the text is in one of them, or the condition holds; fails with the screen otherwise."""
        if isinstance(is_there, str):
            text, what = is_there, repr(is_there)

            def is_there(lines):
                return any(text in line for line in lines)

        end = time.monotonic() + PATIENCE
        while not is_there(self.lines):
            assert time.monotonic() < end, f"never {what} on\n" + "\n".join(self.lines)
            self._read(0.1)
        # The rest of the frame, if it was read in the middle of one.
        lines = self.lines
        while self._read(0.05) and is_there(self.lines):
            lines = self.lines
        return lines

    def settle(self, quiet=0.3):
        """Reads until nothing has come for a moment."""
        while self._read(quiet):
            pass

    def wait_for_end(self):
        """The exit status; what the program still paints is read."""
        end = time.monotonic() + PATIENCE
        while self.status is None:
            assert time.monotonic() < end, "it never ended"
            self._read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        while self._read(0.1):
            pass
        return self.status

    @property
    def settings(self):
        """The settings of the line, as stty shows them."""
        return termios.tcgetattr(self._ours)

    @property
    def modes_left_on(self):
        """Private modes that were switched on and never off again. Some are part of how a terminal is found: the
        automatic margin, and a cursor that is visible and, in some, blinks."""
        last = {}
        for numbers, letter in re.findall(rb"\x1b\[\?([\d;]+)([hl])", bytes(self.painted)):
            for number in numbers.split(b";"):
                last[int(number)] = letter
        return sorted(number for number, letter in last.items() if letter == b"h" and number not in (7, 12, 25))

    @property
    def cursor_left_hidden(self):
        return bytes(self.painted).rfind(b"\x1b[?25l") > bytes(self.painted).rfind(b"\x1b[?25h")
