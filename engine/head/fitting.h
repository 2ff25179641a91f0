#pragma once

#include "head/point_cloud.h"

#include <glm/glm.hpp>
#include <span>

namespace healed::head {

/// Where the median head lies in a model: place = turn * (stretch * (m - pivot)) + shift, lengths in mm.
struct Lie {
    glm::dmat3 turn{1.0};
    glm::dvec3 stretch{1.0}; ///< along the head's own axes
    glm::dvec3 shift{0.0};
    glm::dvec3 pivot{0.0};

    glm::dvec3 place(glm::dvec3 on_median) const { return turn * (stretch * (on_median - pivot)) + shift; }
    glm::dvec3 on_median(glm::dvec3 place) const {
        return glm::transpose(turn) * (place - shift) / stretch + pivot;
    }
};

/// What a fit may change, and how far from a surface it still listens.
struct Freedom {
    enum class Size { Kept, Even, EachAxis } size = Size::Even;
    double least = 0.8, greatest = 1.25; ///< bounds of the stretch
    double reach_mm = 60.0;
    int steps = 10;
};

/// Moves the lie so that the places of the template come to lie on the surface of the cloud: iterated closest
/// points, distance along the normals, far ones weighing less (Y. Chen, G. Medioni 1992; J. Tukey's
/// biweight), none beyond open borders (G. Turk, M. Levoy 1994).
void fit(Lie& lie, std::span<const SurfacePoint> from_template, const PointCloud& cloud,
         const Freedom& freedom);

/// How well two surfaces agree: the root mean square of distances cut off at `cut_mm`, and the share of
/// places nearer than a third of that. Places whose surfaces face apart count as far. Places beyond an open
/// border of the cloud are unseen, which tells less for a lie than skin that fits and less against it than
/// skin that does not: each counts as `unseen_mm` off.
struct Agreement {
    double rms_mm = 0.0;
    double share = 0.0; ///< of the places seen
    double seen = 0.0;  ///< share of all places
};
inline constexpr double unseen_mm = 6.0;
Agreement agreement(const Lie& lie, std::span<const SurfacePoint> from_template, const PointCloud& cloud,
                    double cut_mm);

} // namespace healed::head
