#define _GNU_SOURCE
#include "CScrub.h"
#include <string.h>

void cscrub_wipe(void *bytes, size_t count) { explicit_bzero(bytes, count); }
