#pragma once
#include <stdbool.h>

/// Makes the process tell nothing when it dies and nothing to others while it lives: default actions for the signals
/// of a crash, no core file, no tracing by the same user, new files for the owner only, every inherited descriptor
/// above the standard three closed on exec, and the standard three open. A step that the kernel refuses is left as it
/// is: what was achieved is read back afterwards.
/// (The C functions sigaction, setrlimit, prctl, umask, close_range, fcntl, open.)
void cscrub_harden_process(void);

/// Makes the process give back what it has freed: two arenas at most however many threads there are, large blocks and the
/// end of the heap to the kernel at once. For work that is large and in no hurry. (The C function mallopt.)
void cscrub_keep_small(void);

/// Unmaps the code and constants of the program and its libraries; what is still needed comes back from the page cache when
/// it is touched. Reading arguments and settings touches a good part of the program that nothing needs again: 5 MB.
/// (The C functions dl_iterate_phdr, madvise with MADV_DONTNEED.)
void cscrub_forget_start(void);

/// 0 if no other process of this user may trace this one or read its memory, 1 if it may, 2 if only root gets a core
/// file, -1 if the kernel does not say. (The C function prctl with PR_GET_DUMPABLE.)
int cscrub_dumpable(void);

/// The largest core file in bytes; ULLONG_MAX means unlimited. (getrlimit, RLIMIT_CORE.)
unsigned long long cscrub_core_limit(void);

/// How many bytes this process may keep out of swap; ULLONG_MAX means unlimited. (getrlimit, RLIMIT_MEMLOCK.)
unsigned long long cscrub_lock_limit(void);

/// Whether a handler, other than the default action, stands for any signal of a crash. (sigaction.)
bool cscrub_catches_crashes(void);
