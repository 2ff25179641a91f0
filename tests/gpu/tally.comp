#include "tally.h"

void main() {
    atomicAdd(sum[0], uint64_t(params.amount));
}
