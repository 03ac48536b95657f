#ifndef CPCRE2_SHIM_H
#define CPCRE2_SHIM_H

// Texts are bytes of UTF-8: names of functions and types end in `_8`.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
