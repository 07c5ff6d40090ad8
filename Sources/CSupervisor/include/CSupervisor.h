#pragma once
#include <stdbool.h>

/// Splits the process in two before it has a second thread: a parent that does nothing but watch, and a child that goes
/// on as the console. Whatever the child dies of, SIGKILL too, the parent gives the terminal back as it was.
///
/// Returns 0 in the child. In the parent it never returns: it ends with the child's exit status, or with 128 + n if
/// signal n killed the child. Returns errno if the process has no terminal or could not be split; then nothing has
/// changed and the caller may go on unwatched.
///
/// What the child can rely on:
/// - It is in a process group of its own, which is the terminal's foreground group if its parent's was.
/// - SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGWINCH, SIGUSR1 and SIGUSR2 sent to the parent reach it.
/// - To suspend, it leaves its screen and stops itself (SIGTSTP or SIGSTOP): the parent takes the terminal back and
///   stops too, so that the shell sees a stopped job. On `fg` the child gets the terminal and SIGCONT, and must set up
///   its screen anew. In an orphaned process group, where no shell could continue it, SIGCONT follows at once.
/// - If it is stopped by others (`kill -STOP`) the parent clears the screen and shows the shell's.
/// - If the parent dies first, the child gets SIGHUP and must leave.
///
/// (The C functions fork, setpgid, tcsetpgrp, waitpid, sigwaitinfo, tcgetattr, tcsetattr, prctl.)
int csupervisor_start(void);

/// Whether this process is the child of a parent that watches.
bool csupervisor_is_watched(void);
