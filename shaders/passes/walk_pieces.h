// Walks photons through one stack and remembers those pieces of returning paths that lie between two depths. Run twice over
// the same photons: first to count each path's pieces and weigh it (`write` 0), then, with room made, to write the pieces
// down (`write` 1). The second walk repeats the first to the bit because its random numbers belong to the photon.
#include "declare_pass.h"
#include "passes/replayed_path.h"
#include "passes/walk_lane.h"

#ifndef HEALED_WALK_PIECES
#define HEALED_WALK_PIECES
SHARED
struct PieceLane {
    Photon photon;
    uint photons_begun;
    uint events;
    uint pieces;
    vec4 more_absorbed;   // optical depth beyond the walked stack's, a wavelength
};
SHARED_END

PASS(WalkPieces, walk_pieces, 64, 1, 1)
struct Params {
    uint photons;
    uint first_photon;   // of the whole walk: which random numbers belong to the first photon here
    uint photons_per_lane;
    uint layer_count;
    uint events_per_dispatch;
    uint diffuse;
    uint seed;
    uint write;
    float top;           // mm
    float bottom;
};
BINDINGS
READS(0, Layer, layers);
READS(1, vec4, more_absorption);   // a layer: of each wavelength beyond the walked one's, 1/mm
WRITES(2, PieceLane, lanes);
WRITES(3, uint, piece_counts);     // a photon
WRITES(4, vec4, weights);          // a photon; 0 for one that did not return
READS(5, uint, first_pieces);      // a photon, for the second run
WRITES(6, PathPiece, pieces);
WRITES(7, uint, unfinished);
PASS_END
#endif
