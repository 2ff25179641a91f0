// Counts in a loop that no compiler can foresee, since it adds what it reads.
#ifndef TEST_PASS_COUNT
#define TEST_PASS_COUNT
#include "declare_pass.h"

PASS(Count, count, 64, 1, 1)
struct Params {
    uint iterations;
};
BINDINGS
READS(0, uint, ones);
WRITES(1, uint, counts);
PASS_END
#endif
