// A console of a few lines under the supervising parent, for the tests. It draws a canary, says the two process ids, and
// takes keys: q leaves with 7, z suspends as a console does, x leaves with 3 without tidying up.
#define _GNU_SOURCE
#include "CScrub.h"
#include "CSupervisor.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios cooked;
static volatile sig_atomic_t continued = 0;
static const char *hangup_marker;

static void say(const char *text) { (void)!write(STDOUT_FILENO, text, strlen(text)); }

static void enter(const char *greeting) {
    struct termios raw = cooked;
    cfmakeraw(&raw);
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    say("\x1b[?1049h\x1b[H\x1b[2J\x1b[?25l\x1b[?1000h\x1b[?1004h\x1b[?2004h");
    char line[160];
    snprintf(line, sizeof line, "CANARY-7c1d\r\n%s pids %d %d .\r\n", greeting, getpid(), getppid());
    say(line);
}

static void leave(void) {
    say("\x1b[H\x1b[2J\x1b[?1000l\x1b[?1004l\x1b[?2004l\x1b[?25h\x1b[?1049l");
    tcsetattr(STDIN_FILENO, TCSANOW, &cooked);
}

static void on_continue(int number) { (void)number; continued = 1; }
static void on_terminate(int number) {
    (void)number;
    leave();
    _exit(15);
}
static void on_hangup(int number) {
    (void)number;
    int file = open(hangup_marker, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (file != -1) close(file);
    _exit(1);
}

int main(int count, char **arguments) {
    cscrub_harden_process(); // The Swift runtime is linked in, and its crash handler with it.
    int refused = csupervisor_start();
    if (refused != 0 || !csupervisor_is_watched()) {
        fprintf(stderr, "unwatched: %s\n", strerror(refused));
        return 69;
    }
    hangup_marker = count > 1 ? arguments[1] : "/dev/null";
    struct sigaction action = {.sa_handler = on_continue};
    sigaction(SIGCONT, &action, NULL);
    action.sa_handler = on_terminate;
    sigaction(SIGTERM, &action, NULL);
    action.sa_handler = on_hangup;
    sigaction(SIGHUP, &action, NULL);
    tcgetattr(STDIN_FILENO, &cooked);
    enter("ready");
    for (;;) {
        char key = 0;
        ssize_t got = read(STDIN_FILENO, &key, 1);
        if (got != 1 && errno != EINTR) return 74;
        if (key == 'x') return 3;
        if (key == 'q') {
            leave();
            return 7;
        }
        if (key == 'z') {
            leave();
            raise(SIGTSTP);
        }
        if (continued) {
            continued = 0;
            enter("again");
        }
    }
}
