// malloc and its family, with one thing added: what is freed is cleared first.
//
// JSON parsers, Strings, arrays, libcurl and libcrypto all leave copies of what passed through them in memory that they
// gave back. glibc's own M_PERTURB does not reach small blocks, which go into the thread's cache first. So `free` and
// `realloc` are ours: they clear, then call glibc's. The rest of the family only forwards; it is here because an
// allocator preloaded by the environment would otherwise hand out blocks that glibc's `free` does not know.
//
// The symbols are exported, so that the shared libraries of the process call them too. Sanitizers bring an allocator
// of their own, and a build with CSCRUB_LEAVES_FREED_MEMORY measures what the clearing costs: both leave all this out.

#define _GNU_SOURCE
#include "cscrub_memory.h"
#include <dlfcn.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define CSCRUB_LEAVES_FREED_MEMORY 1
#endif
#endif
#if !defined(__GLIBC__)
#define CSCRUB_LEAVES_FREED_MEMORY 1
#endif

#if defined(CSCRUB_LEAVES_FREED_MEMORY)

bool cscrub_clears_freed_memory(void) { return false; }

#else

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void *__libc_valloc(size_t);
extern void *__libc_pvalloc(size_t);
extern void *__libc_realloc(void *, size_t);
extern void __libc_free(void *);

#define EXPORTED __attribute__((used, visibility("default")))

// The word before a block holds its size and three flags (glibc's malloc/malloc.c, "chunk"); the second flag says that
// the block was mapped by itself. Such a block goes back to the kernel, which clears it.
static size_t header(const void *block) { return ((const size_t *)block)[-1]; }
static bool is_mapped(const void *block) { return (header(block) & 2) != 0; }
static size_t usable(const void *block) {
    size_t size = header(block) & ~(size_t)7;
    return size - (is_mapped(block) ? 2 : 1) * sizeof(size_t);
}

static void clear(void *bytes, size_t count) {
    memset(bytes, 0, count);
    __asm__ volatile("" : : "r"(bytes) : "memory"); // The compiler may not reason that nobody reads it again.
}

EXPORTED void *malloc(size_t size) { return __libc_malloc(size); }
EXPORTED void *calloc(size_t count, size_t size) { return __libc_calloc(count, size); }
EXPORTED void *memalign(size_t alignment, size_t size) { return __libc_memalign(alignment, size); }
EXPORTED void *aligned_alloc(size_t alignment, size_t size) { return __libc_memalign(alignment, size); }
EXPORTED void *valloc(size_t size) { return __libc_valloc(size); }
EXPORTED void *pvalloc(size_t size) { return __libc_pvalloc(size); }
EXPORTED size_t malloc_usable_size(void *block) { return block == NULL ? 0 : usable(block); }

EXPORTED int posix_memalign(void **result, size_t alignment, size_t size) {
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
    int kept = errno;
    void *block = __libc_memalign(alignment, size);
    errno = kept;
    if (block == NULL) return ENOMEM;
    *result = block;
    return 0;
}

EXPORTED void free(void *block) {
    if (block == NULL) return;
    if (!is_mapped(block)) clear(block, usable(block));
    __libc_free(block);
}

EXPORTED void *realloc(void *block, size_t size) {
    if (block == NULL) return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return NULL;
    }
    // The kernel moves the pages of a mapped block, no copy stays behind; where glibc copies instead, it unmaps.
    if (is_mapped(block)) return __libc_realloc(block, size);
    size_t old = usable(block);
    // It fits where it is, and little would be won by moving. What the caller gave up is cleared now.
    if (size <= old && size >= old / 2) {
        clear((char *)block + size, old - size);
        return block;
    }
    void *moved = __libc_malloc(size);
    if (moved == NULL) return NULL;
    memcpy(moved, block, old < size ? old : size);
    clear(block, old);
    __libc_free(block);
    return moved;
}

EXPORTED void *reallocarray(void *block, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        errno = ENOMEM;
        return NULL;
    }
    return realloc(block, bytes);
}

bool cscrub_clears_freed_memory(void) {
    Dl_info own, called;
    void *found = dlsym(RTLD_DEFAULT, "free");
    return found != NULL && dladdr(found, &called) != 0 && dladdr((void *)(uintptr_t)&cscrub_clears_freed_memory, &own) != 0 &&
           called.dli_fbase == own.dli_fbase;
}

#endif
