#pragma once
#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

/// The controlling terminal and how it was before the console touched it.
struct terminal {
    int descriptor;
    struct termios before;
};

/// Opens the controlling terminal and reads its settings. Returns 0 or errno.
int terminal_open(struct terminal *terminal);

/// Whether the group is the one that the terminal's keys go to.
bool terminal_belongs_to(const struct terminal *terminal, pid_t group);

/// Gives the terminal's keys to the group. SIGTTOU must be blocked.
void terminal_give_to(const struct terminal *terminal, pid_t group);

/// Clears what was drawn, leaves the alternate screen, and undoes every mode that a console sets.
void terminal_clean(const struct terminal *terminal);

/// Throws away keys that were typed for the console: the shell must not get them.
void terminal_drop_typed_keys(const struct terminal *terminal);
