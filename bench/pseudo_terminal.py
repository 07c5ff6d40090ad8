"""A program on a terminal of its own."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time


class PseudoTerminal:
    """Spawns a command on a new terminal; every wait is bounded."""

    def __init__(self, command, environment, columns=120, rows=40):
        self.painted = bytearray()
        self.started = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        """The bytes that arrive within the time, as soon as there are any; empty when none do."""
        ready, _, _ = select.select([self.descriptor], [], [], seconds)
        if not ready:
            return b""
        try:
            data = os.read(self.descriptor, 1 << 16)
        except OSError:
            return b""
        self.painted += data
        return data

    def wait_for(self, text, seconds=20):
        """Seconds from the start until the bytes have been painted; None if they never were."""
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline:
            if text in self.painted:
                return time.perf_counter() - self.started
            self.read(0.2)
        return None

    def settle(self, quiet=0.3, seconds=10):
        """Reads until nothing has come for `quiet` seconds."""
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline and self.read(quiet):
            pass

    def listen(self, seconds):
        """Takes in what comes in exactly that time."""
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0:
            self.read(left)

    def press(self, keys, seconds=2):
        """(seconds to the first byte of the answer, bytes painted) for some keys; (None, 0) without an answer."""
        before = len(self.painted)
        sent = time.perf_counter()
        os.write(self.descriptor, keys)
        if not self.read(seconds):
            return None, 0
        answered = time.perf_counter() - sent
        while self.read(0.01):
            pass
        return answered, len(self.painted) - before

    def processes(self):
        """The spawned process and its descendants."""
        found, queue = [], [self.pid]
        while queue:
            pid = queue.pop()
            found.append(pid)
            try:
                with open(f"/proc/{pid}/task/{pid}/children") as file:
                    queue += [int(child) for child in file.read().split()]
            except OSError:
                continue
        return found

    def processor_seconds(self):
        ticks = 0
        for pid in self.processes():
            try:
                with open(f"/proc/{pid}/stat") as file:
                    fields = file.read().rsplit(")", 1)[1].split()
                ticks += int(fields[11]) + int(fields[12])
            except OSError:
                continue
        return ticks / os.sysconf("SC_CLK_TCK")

    def running_seconds(self):
        """What the processes have run, to the nanosecond, in all their threads that are left."""
        total = 0
        for pid in self.processes():
            try:
                for thread in os.listdir(f"/proc/{pid}/task"):
                    with open(f"/proc/{pid}/task/{thread}/schedstat") as file:
                        total += int(file.read().split()[0])
            except OSError:
                continue
        return total / 1e9

    def resident_bytes(self):
        """Proportional set size of all its processes."""
        total = 0
        for pid in self.processes():
            try:
                with open(f"/proc/{pid}/smaps_rollup") as file:
                    total += sum(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))
            except OSError:
                continue
        return total

    def close(self):
        """Ends it by its pid."""
        try:
            os.kill(self.pid, signal.SIGHUP)
            for _ in range(50):
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    break
                self.read(0.05)
            else:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.descriptor)
