"""A process that ends with the one that started it, whatever ends that one."""

import ctypes
import os
import signal
import sys
import threading
import time

PR_SET_PDEATHSIG = 1


def die_with_parent(expected):
    """Ask Linux for SIGTERM when our parent ends. For children of a process's main thread only.

    Linux ties this to the *thread* that started us; a parent that starts children from a pool of threads would end
    them too early. `watch` is for those. `expected` is the parent's process id, in case it has ended already.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != expected:
        os._exit(0)


def watch(stop, until_end_of_input, every=0.5):
    """Call `stop` once, from a thread, when our parent changes or (if asked) standard input ends."""
    parent = os.getppid()
    done = threading.Event()

    def once():
        if not done.is_set():
            done.set()
            stop()

    def look():
        while not done.is_set() and os.getppid() == parent:
            time.sleep(every)
        once()

    def read():
        while os.read(0, 4096):
            pass
        once()

    for task in [look, read] if until_end_of_input else [look]:
        threading.Thread(target=task, daemon=True).start()
