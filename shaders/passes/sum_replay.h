// Sums over paths of what ink takes from them, a point of the patch and group of paths an invocation: with w a path's weight
// and a the share that is taken, Σ w a, Σ w² a² and Σ w² a. Sums of a, not of 1 − a, so that weak ink keeps its digits.
#include "declare_pass.h"
#include "passes/replayed_path.h"

#ifndef HEALED_SUM_REPLAY
#define HEALED_SUM_REPLAY
SHARED
struct ReplaySum {
    vec4 taken;
    vec4 squared;
    vec4 cross;
};
SHARED_END

PASS(SumReplay, sum_replay, 64, 1, 1)
struct Params {
    uint first_path;
    uint path_count;
    uint points;
    uint groups;
};
BINDINGS
READS(0, ReplayedPath, paths);
READS(1, vec4, depths);         // path by path from first_path on, point by point
WRITES(2, ReplaySum, sums);     // group by group, point by point
PASS_END
#endif
