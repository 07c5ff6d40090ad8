#pragma once
#include <stdbool.h>
#include <stddef.h>

/// Overwrites `count` bytes with zeros in a way that no optimiser removes. (The C function explicit_bzero.)
void cscrub_wipe(void *bytes, size_t count);

/// Overwrites the part of this thread's stack below the caller, where functions that have returned left their
/// locals: `count` bytes, at most 256 KiB.
void cscrub_wipe_stack(size_t count);

/// Whether two runs of `count` bytes are the same, in a time that depends on `count` alone.
bool cscrub_same(const void *one, const void *other, size_t count);

/// Fills with random bytes from the kernel. Returns 0 or errno. (The C function getrandom.)
int cscrub_random(void *bytes, size_t count);

/// Pages for values: `bytes`, rounded up to whole pages, between two pages that may not be touched.
struct cscrub_region {
    void *base;    ///< The first byte that may be used.
    size_t size;   ///< How many may be used.
    size_t locked; ///< How many of them, from the first on, the kernel agreed to keep out of swap.
};

/// Maps a region, asks the kernel to keep it out of swap (as much of it as the lock limit allows, after raising the
/// soft limit to the hard one), out of core files, and empty in a child after fork. Only a refused mapping fails:
/// what else was achieved is read back from /proc/self/smaps. Returns 0 or errno.
/// (The C functions mmap, mprotect, mlock2, mlock, madvise, setrlimit.)
int cscrub_map_region(size_t bytes, struct cscrub_region *region);

/// Gives a region back to the system.
void cscrub_unmap_region(const struct cscrub_region *region);

/// Whether memory is cleared when it is freed, in this process, by its shared libraries too: asks the dynamic
/// linker whose `free` they call. False in builds under a sanitizer and in those that measure the cost.
bool cscrub_clears_freed_memory(void);
