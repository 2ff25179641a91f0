#pragma once

#include <array>
#include <cstddef>

namespace healed::transport {

/// Depths at which the fast model cuts the skin, mm: fine where ink and hair lie, because opaque ink near the
/// surface of dark skin needs slices of 0.03 mm, and coarse below.
inline constexpr std::array slice_edges_mm = {0.0,  0.03, 0.06, 0.09, 0.12, 0.15, 0.18, 0.21, 0.24,
                                              0.27, 0.30, 0.34, 0.38, 0.42, 0.47, 0.53, 0.60, 0.68,
                                              0.77, 0.88, 1.00, 1.15, 1.35, 1.60, 2.00, 2.60, 6.00};
inline constexpr std::size_t slice_count = slice_edges_mm.size() - 1;

constexpr double slice_thickness_mm(std::size_t j) {
    return slice_edges_mm[j + 1] - slice_edges_mm[j];
}

} // namespace healed::transport
