#define _GNU_SOURCE
#include "cscrub_memory.h"
#include <alloca.h>
#include <errno.h>
#include <string.h>
#include <sys/random.h>

void cscrub_wipe(void *bytes, size_t count) { explicit_bzero(bytes, count); }

__attribute__((noinline)) void cscrub_wipe_stack(size_t count) {
    if (count > 256 * 1024) count = 256 * 1024;
    if (count == 0) return;
    void *room = alloca(count);
    explicit_bzero(room, count);
}

bool cscrub_same(const void *one, const void *other, size_t count) {
    const volatile unsigned char *a = one, *b = other;
    unsigned char difference = 0;
    for (size_t i = 0; i < count; i++) difference |= a[i] ^ b[i];
    return difference == 0;
}

int cscrub_random(void *bytes, size_t count) {
    unsigned char *next = bytes;
    while (count > 0) {
        ssize_t got = getrandom(next, count, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        next += got;
        count -= (size_t)got;
    }
    return 0;
}
