"""measured.py DESCRIPTOR COMMAND…: runs a command and writes seconds, peak resident bytes, CPU seconds and its exit
code to the descriptor.

Linux counts the memory of the process that a command was started from as the command's own, up to its exec; so
what starts it must be small. This is, and imports nothing large.
"""

import os
import sys
import time

descriptor = int(sys.argv[1])
started = time.perf_counter()
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=[(os.POSIX_SPAWN_CLOSE, descriptor)])
_, status, usage = os.wait4(pid, 0)
seconds = time.perf_counter() - started
os.write(descriptor, b"%f %d %f %d" % (
    seconds, usage.ru_maxrss * 1024, usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)))
