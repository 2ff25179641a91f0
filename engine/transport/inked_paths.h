#pragma once

#include "transport/absorber_grid.h"
#include "transport/path_group.h"

#include <cstdint>
#include <vector>

namespace healed::transport {

using passes::ReplayedPath;

/// Light that came back to the detector, in the order of the photons: each path's pieces between two depths,
/// from where it leaves the skin (the origin) on.
struct WalkedPaths {
    std::vector<ReplayedPath> paths;
    std::vector<physics::PathPiece> pieces;
};

/// Depths between which pieces are kept, mm.
struct DepthRange {
    float top = 1e9f, bottom = -1e9f;
};

/// Walks photons first … first + count − 1 of the seed's through a group's layers, on all cores.
WalkedPaths walk_on_cpu(const PathGroup& group, Incidence incidence, std::uint32_t first, std::uint32_t count,
                        std::uint32_t seed, DepthRange kept);

/// Paths ready to be weighed: those that may cross dots, longest first, with their pieces cut as short as the
/// grid asks; and those that surely cross none. All know what sheets take from them.
struct InkedPaths {
    std::vector<ReplayedPath> crossing, clear;
    std::vector<physics::PathPiece> pieces;
};

/// Where dots and sheets are.
DepthRange ink_depths(const Patch& patch, const AbsorberGrid& grid);

/// Cuts walked paths into portions of about `most_pieces` each; a single longer path is a portion of its own.
std::vector<InkedPaths> inked_paths(const WalkedPaths& walked, const Patch& patch, const PathGroup& group,
                                    const AbsorberGrid& grid, std::size_t most_pieces);

} // namespace healed::transport
