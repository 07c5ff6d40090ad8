#define _GNU_SOURCE
#include "cscrub_memory.h"
#include <errno.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#ifndef MLOCK_ONFAULT
#define MLOCK_ONFAULT 1
#endif

static int lock(void *base, size_t count) {
    // Pages that no value has touched yet need no memory. An older kernel takes them all at once.
    if (mlock2(base, count, MLOCK_ONFAULT) == 0) return 0;
    return errno == ENOSYS || errno == EINVAL ? mlock(base, count) : -1;
}

static void raise_lock_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_MEMLOCK, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
    limit.rlim_cur = limit.rlim_max;
    (void)setrlimit(RLIMIT_MEMLOCK, &limit); // A refusal shows in what can be locked.
}

/// Halves until the kernel agrees: a low limit still keeps the first pages, which are used first, out of swap.
static size_t lock_what_is_allowed(void *base, size_t size, size_t page) {
    raise_lock_limit();
    for (size_t count = size; count >= page; count = count / 2 / page * page)
        if (lock(base, count) == 0) return count;
    return 0;
}

int cscrub_map_region(size_t bytes, struct cscrub_region *region) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t size = (bytes + page - 1) / page * page;
    char *whole = mmap(NULL, size + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (whole == MAP_FAILED) return errno;
    char *base = whole + page;
    if (mprotect(base, size, PROT_READ | PROT_WRITE) != 0) {
        int refused = errno;
        munmap(whole, size + 2 * page);
        return refused;
    }
    (void)madvise(base, size, MADV_DONTDUMP);
    (void)madvise(base, size, MADV_WIPEONFORK);
    (void)madvise(base, size, MADV_NOHUGEPAGE); // One value must not cost two megabytes.
    region->base = base;
    region->size = size;
    region->locked = lock_what_is_allowed(base, size, page);
    return 0;
}

void cscrub_unmap_region(const struct cscrub_region *region) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    munmap((char *)region->base - page, region->size + 2 * page);
}
