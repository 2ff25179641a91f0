// Every invocation adds the same amount to one 64-bit sum.
#ifndef TEST_PASS_TALLY
#define TEST_PASS_TALLY
#include "declare_pass.h"

PASS(Tally, tally, 64, 1, 1)
struct Params {
    uint amount;
};
BINDINGS
WRITES(0, uint64_t, sum);
PASS_END
#endif
