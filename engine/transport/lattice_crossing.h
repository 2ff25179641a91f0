#pragma once

#include "transport/absorber_grid.h"

#include <array>
#include <glm/glm.hpp>
#include <span>
#include <vector>

namespace healed::transport {

/// Optical depth that a piece of path gathers at many points of a patch at once. The points are cell centres
/// of a lattice, so those from which an absorber's box can be met form a rectangle of them, and only they are
/// looked at: far less work than asking the grid point by point, unless absorbers are more than points. Same
/// answer.
class LatticeCrossing {
  public:
    /// The grid must outlive it.
    LatticeCrossing(const Patch& patch, const AbsorberGrid& grid);

    /// Adds to `depths` (row by row from first_row on, whole rows) what `piece` crosses when it starts at
    /// each point. `absorptions` has one entry an absorber, 1/mm.
    void add(const physics::PathPiece& piece, int first_row, std::span<const glm::vec4> absorptions,
             std::span<glm::vec4> depths) const;

  private:
    /// Neighbouring points on one axis, and the period that takes a piece seen from them into the patch.
    struct Run {
        int first, last; ///< last is one past
        float shift;
    };
    struct Axis {
        float step, period; ///< mm; period 0 where the patch does not repeat
        int points;
        /// The one or two runs of first … last that share a period; an unused one is empty.
        std::array<Run, 2> runs(float middle, int first, int last) const;
        /// Of a run, the points from which low … high (already shifted) meets box_low … box_high.
        Run met(Run run, float low, float high, float box_low, float box_high) const;
        float at(int point) const { return (static_cast<float>(point) + 0.5f) * step; }
    };

    void add_image(const physics::PathPiece& piece, const InkImage& image, glm::vec4 absorption, Run columns,
                   Run rows, int first_row, std::span<glm::vec4> depths) const;

    const std::vector<InkImage>& images_;
    Axis x_, y_;
};

} // namespace healed::transport
