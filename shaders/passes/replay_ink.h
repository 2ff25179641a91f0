// Optical depth of the ink that each path meets when it leaves the skin at each point: one invocation a point of the patch
// and path. A dispatch takes a range of each path's pieces and of each cell's absorbers, because software Vulkan silently
// stops loops after 65,535 iterations; the first sets the depths, the others add to them.
#include "declare_pass.h"
#include "passes/replayed_path.h"

#ifndef HEALED_REPLAY_INK
#define HEALED_REPLAY_INK
PASS(ReplayInk, replay_ink, 64, 1, 1)
struct Params {
    uint first_path;
    uint path_count;
    uint columns;        // of points
    uint rows;
    float step_x;        // mm between points
    float step_y;
    uint first_piece;
    uint piece_count;
    uint first_member;
    uint member_count;
    uint add;            // 0: depths begin anew
    float period_x;      // mm; 0 where the patch does not repeat
    float period_y;
    float low_x;         // mm, of the cells
    float low_y;
    float cell;          // mm
    uint cell_columns;
    uint cell_rows;
};
BINDINGS
READS(0, ReplayedPath, paths);
READS(1, PathPiece, pieces);
READS(2, InkImage, images);
READS(3, vec4, absorptions);    // an absorber, of each wavelength, 1/mm
READS(4, uint, cell_firsts);    // a cell, and one more: its first member
READS(5, uint, cell_members);   // indices of images
WRITES(6, vec4, depths);        // path by path, point by point
PASS_END
#endif
