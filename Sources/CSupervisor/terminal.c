#define _GNU_SOURCE
#include "terminal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int terminal_open(struct terminal *terminal) {
    // An open file of its own: not to block on it does not change how anyone else's descriptor behaves.
    terminal->descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (terminal->descriptor == -1) return errno;
    if (tcgetattr(terminal->descriptor, &terminal->before) == 0) return 0;
    int refused = errno;
    close(terminal->descriptor);
    return refused;
}

bool terminal_belongs_to(const struct terminal *terminal, pid_t group) {
    return tcgetpgrp(terminal->descriptor) == group;
}

void terminal_give_to(const struct terminal *terminal, pid_t group) { (void)tcsetpgrp(terminal->descriptor, group); }

void terminal_drop_typed_keys(const struct terminal *terminal) { (void)tcflush(terminal->descriptor, TCIFLUSH); }

/// Writes all of it, or gives up on a terminal that takes nothing for a second.
static void put(const struct terminal *terminal, const char *text) {
    size_t left = strlen(text);
    while (left > 0) {
        ssize_t done = write(terminal->descriptor, text, left);
        if (done > 0) {
            text += done;
            left -= (size_t)done;
            continue;
        }
        if (done == -1 && errno == EINTR) continue;
        struct pollfd wait = {.fd = terminal->descriptor, .events = POLLOUT};
        if (done == -1 && errno != EAGAIN) return;
        if (poll(&wait, 1, 1000) <= 0 || (wait.revents & POLLOUT) == 0) return;
    }
}

static int rows(const struct terminal *terminal) {
    struct winsize size;
    return ioctl(terminal->descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : 200;
}

void terminal_clean(const struct terminal *terminal) {
    (void)tcflow(terminal->descriptor, TCOON); // Ctrl-S must not keep the values on the screen.
    // An escape sequence may have been cut in half: end it. Then end a synchronised update, and make sure of the
    // alternate screen, so that what is cleared is the console's and not the shell's.
    put(terminal, "\x18\x1b\\\x1b[?2026l\x1b[?1049h\x1b[r\x1b[0m");
    // Row by row: clearing all at once makes some terminals move the old rows into their history.
    for (int row = rows(terminal); row >= 1; row--) {
        char text[32];
        snprintf(text, sizeof text, "\x1b[%d;1H\x1b[2K", row);
        put(terminal, text);
    }
    put(terminal, "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l" // mouse
                  "\x1b[?1004l\x1b[?2004l\x1b[?2031l"            // focus, bracketed paste, colour scheme reports
                  "\x1b[?1l\x1b>\x1b[4l\x1b[?7h"                 // keypad, insert mode, line wrap
                  "\x0f\x1b(B\x1b[0 q\x1b[?25h"                  // character set, cursor's shape, cursor
                  "\x1b[?1049l\x1b[0m\x1b[?25h\r");
}
