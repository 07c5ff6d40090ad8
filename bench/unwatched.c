// Preloaded into the console by safety.py: fork fails, so that it starts without the parent that watches it.
#include <errno.h>
#include <sys/types.h>

pid_t fork(void) {
    errno = EAGAIN;
    return -1;
}
