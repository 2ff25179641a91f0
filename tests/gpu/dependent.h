// Writes i * factor + offset of the input, so that two in a row show whether the second sees the first.
#ifndef TEST_PASS_DEPENDENT
#define TEST_PASS_DEPENDENT
#include "declare_pass.h"

PASS(Dependent, dependent, 64, 1, 1)
struct Params {
    uint factor;
    uint offset;
};
BINDINGS
READS(0, uint, source);
WRITES(1, uint, target);
PASS_END
#endif
