#define _GNU_SOURCE
#include "cscrub_process.h"
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <malloc.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef CLOSE_RANGE_CLOEXEC
#define CLOSE_RANGE_CLOEXEC (1U << 2)
#endif

// The Swift runtime stands a handler on these that prints what lay on the stack; SIGQUIT would leave a core file.
static const int crash_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT};
static const size_t crash_signal_count = sizeof crash_signals / sizeof *crash_signals;

static void open_standard_descriptors(void) {
    // A descriptor that is closed now would be given to the next socket, and what is printed would go there.
    for (int descriptor = 0; descriptor <= 2; descriptor++)
        if (fcntl(descriptor, F_GETFD) == -1) (void)open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY);
}

static void close_others_on_exec(void) {
    // Not closed at once: a value may arrive through one of them (`--value-file /dev/fd/63`).
    if (close_range(3, UINT_MAX, CLOSE_RANGE_CLOEXEC) == 0) return;
    for (int descriptor = 3; descriptor < 4096; descriptor++) { // A kernel before 5.11.
        int flags = fcntl(descriptor, F_GETFD);
        if (flags != -1) (void)fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC);
    }
}

void cscrub_harden_process(void) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < crash_signal_count; i++) (void)sigaction(crash_signals[i], &action, NULL);
    struct rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    (void)umask(077);
    open_standard_descriptors();
    close_others_on_exec();
}

void cscrub_keep_small(void) {
    (void)mallopt(M_ARENA_MAX, 2);
    (void)mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    (void)mallopt(M_TRIM_THRESHOLD, 128 * 1024);
}

// What is not writable is as the file has it, whoever unmaps it: the next touch brings it back.
static int unmap_code(struct dl_phdr_info *object, size_t size, void *page) {
    (void)size;
    uintptr_t mask = ~(*(const uintptr_t *)page - 1);
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type != PT_LOAD || (part->p_flags & PF_W) != 0) continue;
        uintptr_t start = (object->dlpi_addr + part->p_vaddr) & mask;
        uintptr_t end = (object->dlpi_addr + part->p_vaddr + part->p_memsz + ~mask) & mask;
        (void)madvise((void *)start, end - start, MADV_DONTNEED);
    }
    return 0;
}

void cscrub_forget_start(void) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    (void)dl_iterate_phdr(unmap_code, &page);
}

int cscrub_dumpable(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0); }

static unsigned long long soft_limit(int resource) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return ULLONG_MAX;
    return limit.rlim_cur;
}

unsigned long long cscrub_core_limit(void) { return soft_limit(RLIMIT_CORE); }
unsigned long long cscrub_lock_limit(void) { return soft_limit(RLIMIT_MEMLOCK); }

bool cscrub_catches_crashes(void) {
    for (size_t i = 0; i < crash_signal_count; i++) {
        struct sigaction action;
        if (sigaction(crash_signals[i], NULL, &action) == 0 && action.sa_handler != SIG_DFL) return true;
    }
    return false;
}
