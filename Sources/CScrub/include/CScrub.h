#pragma once
#include <stddef.h>

/// Overwrites `count` bytes with zeros in a way that no optimiser removes. (The C function explicit_bzero.)
void cscrub_wipe(void *bytes, size_t count);
