#define _GNU_SOURCE
#include "CSupervisor.h"
#include "terminal.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct supervision {
    struct terminal terminal;
    pid_t child;
    bool stopped;                 ///< Whether the child is stopped.
    struct termios child_settings; ///< The terminal's settings when it stopped.
};

static bool watched = false;
bool csupervisor_is_watched(void) { return watched; }

static const int handed_on[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGWINCH, SIGUSR1, SIGUSR2};

/// All that the parent waits for. Every one is blocked, so that nothing happens between two looks at the child; SIGTTOU
/// and SIGTTIN are blocked so that the parent may change the terminal from the background.
static sigset_t waited_for(void) {
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof handed_on / sizeof *handed_on; i++) sigaddset(&set, handed_on[i]);
    sigaddset(&set, SIGCHLD);
    sigaddset(&set, SIGCONT);
    return set;
}

static sigset_t blocked(void) {
    sigset_t set = waited_for();
    sigaddset(&set, SIGTTOU);
    sigaddset(&set, SIGTTIN);
    return set;
}

/// Continues the child, with the terminal if the shell has given it to us.
static void resume(struct supervision *run) {
    if (!run->stopped) return;
    if (terminal_belongs_to(&run->terminal, getpgrp())) {
        (void)tcsetattr(run->terminal.descriptor, TCSANOW, &run->child_settings);
        terminal_give_to(&run->terminal, run->child);
    }
    run->stopped = false;
    (void)kill(-run->child, SIGCONT);
}

/// Stops like an ordinary job. SIGTSTP, not SIGSTOP, because the kernel throws it away where nobody could continue us;
/// to the whole group, because a script or make that started us must stop with us.
static void stop_with_group(void) {
    sigset_t stop, again;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    (void)kill(0, SIGTSTP);
    (void)sigprocmask(SIG_UNBLOCK, &stop, NULL); // Here it stops, and here it goes on after SIGCONT.
    (void)sigprocmask(SIG_BLOCK, &stop, NULL);
    sigemptyset(&again);
    sigaddset(&again, SIGCONT);
    struct timespec now = {0, 0};
    (void)sigtimedwait(&again, NULL, &now); // The SIGCONT that woke us has done its work.
}

static void follow_stop(struct supervision *run) {
    run->stopped = true;
    if (tcgetattr(run->terminal.descriptor, &run->child_settings) != 0) run->child_settings = run->terminal.before;
    if (terminal_belongs_to(&run->terminal, run->child)) {
        terminal_clean(&run->terminal);
        (void)tcsetattr(run->terminal.descriptor, TCSANOW, &run->terminal.before);
        terminal_give_to(&run->terminal, getpgrp());
    }
    stop_with_group();
    resume(run);
}

static _Noreturn void follow_end(struct supervision *run, int status) {
    bool killed = WIFSIGNALED(status);
    if (terminal_belongs_to(&run->terminal, run->child) || terminal_belongs_to(&run->terminal, getpgrp())) {
        if (killed) {
            terminal_drop_typed_keys(&run->terminal);
            terminal_clean(&run->terminal);
        }
        (void)tcsetattr(run->terminal.descriptor, TCSANOW, &run->terminal.before);
        terminal_give_to(&run->terminal, getpgrp());
    }
    if (killed) {
        char text[96];
        int length = snprintf(
            text, sizeof text, "curtain: the console was killed (signal %d); the terminal is as it was.\n",
            WTERMSIG(status));
        (void)!write(STDERR_FILENO, text, (size_t)length);
    }
    _exit(killed ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
}

static void look_at_child(struct supervision *run) {
    int status;
    pid_t changed;
    while ((changed = waitpid(run->child, &status, WNOHANG | WUNTRACED)) != 0) {
        if (changed == -1 && errno == EINTR) continue;
        if (changed == -1) follow_end(run, 70 << 8); // Nobody is left to wait for; it cannot be.
        if (WIFSTOPPED(status))
            follow_stop(run);
        else
            follow_end(run, status);
    }
}

static _Noreturn void watch(struct supervision *run) {
    sigset_t set = waited_for();
    for (;;) {
        look_at_child(run);
        int number = sigwaitinfo(&set, NULL);
        if (number == -1 || number == SIGCHLD) continue;
        if (number == SIGCONT) {
            resume(run);
            continue;
        }
        (void)kill(run->child, number);
    }
}

/// In the child: its own group, the terminal if it was ours, the end of the parent as SIGHUP.
static int become_console(const struct terminal *terminal, bool foreground, pid_t parent) {
    (void)setpgid(0, 0);
    if (foreground) terminal_give_to(terminal, getpid());
    close(terminal->descriptor);
    (void)prctl(PR_SET_PDEATHSIG, SIGHUP, 0, 0, 0);
    if (getppid() != parent) _exit(128 + SIGHUP); // The parent died before it could be watched for.
    watched = true;
    // Not the mask from before: whoever started us may have blocked what must reach the console.
    sigset_t none;
    sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    return 0;
}

int csupervisor_start(void) {
    struct supervision run = {.child = 0};
    int refused = terminal_open(&run.terminal);
    if (refused != 0) return refused;
    sigset_t mask, set = blocked();
    (void)sigprocmask(SIG_BLOCK, &set, &mask);
    (void)signal(SIGCHLD, SIG_DFL); // If whoever started us ignored it, the child's end would be lost.
    bool foreground = terminal_belongs_to(&run.terminal, getpgrp());
    pid_t parent = getpid();
    run.child = fork();
    if (run.child == 0) return become_console(&run.terminal, foreground, parent);
    if (run.child == -1) {
        refused = errno;
        close(run.terminal.descriptor);
        (void)sigprocmask(SIG_SETMASK, &mask, NULL);
        return refused;
    }
    // Both sides do this, so that it has happened before either goes on.
    (void)setpgid(run.child, run.child);
    if (foreground) terminal_give_to(&run.terminal, run.child);
    watch(&run);
}
