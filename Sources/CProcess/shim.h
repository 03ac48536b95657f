#pragma once

#ifdef __linux__
#include <sys/prctl.h>

/* prctl is variadic, which Swift can't call. 0 if it is done. */
static inline int process_forbid_dumps(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* 1 if the memory of the process may be written to a core file, else 0. */
static inline int process_allows_dumps(void) {
  return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
}
#endif
