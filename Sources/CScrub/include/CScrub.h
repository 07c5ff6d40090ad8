#pragma once
#include <stddef.h>

// One header a concern; each says which system calls stand behind it.
#include "cscrub_memory.h"
#include "cscrub_process.h"
