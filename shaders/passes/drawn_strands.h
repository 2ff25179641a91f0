// Which pieces of hair a pass over them draws, and how.
#ifndef HEALED_DRAWN_STRANDS
#define HEALED_DRAWN_STRANDS

#include "declare_pass.h"

SHARED
struct DrawnStrands {
    uint piece_count;
    uint parts; // of a piece, a row of groups each
    uint most_share; // of StrandPiece::share: pieces beyond it are not drawn
    uint every;  // one piece of a cluster in so many is drawn, and stands for all of them
    float widen; // each piece of long hair that is drawn stands for so many
};
SHARED_END

#endif
