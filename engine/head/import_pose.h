#pragma once

#include "head/find_head.h"
#include "head/form.h"
#include "head/import.h"

namespace healed::head {

/// How a model lies against the axes of its head: head = turnᵀ * (file * mm_per_unit − origin).
struct HeadPose {
    double mm_per_unit = 1.0;
    glm::dmat3 turn{1.0};   ///< columns: the head's left, up and forward in the file's axes
    glm::dvec3 origin{0.0}; ///< midway between the tragions, mm in the file's axes

    glm::dvec3 to_head(glm::dvec3 in_file) const {
        return glm::transpose(turn) * (in_file * mm_per_unit - origin);
    }
    glm::dvec3 to_file(glm::dvec3 in_head) const { return (turn * in_head + origin) / mm_per_unit; }
};

HeadPose pose_of(const FoundHead& found);
/// The median head stretched as it was found.
Form form_in(const FoundHead& found);

/// What a person's words fix before the search: the unit, and the lie when both tragions and the nasion are
/// given.
struct Start {
    std::optional<double> mm_per_unit;
    std::optional<Lie> lie;
};
/// Throws Error naming `origin` for three landmarks that no unit makes a head of.
Start start_from(const ImportWishes& wishes, const Head& median, const std::string& origin);

/// Moves the origin between the tragions; corrected tragions and nasion also turn the head by them.
void settle(HeadPose& pose, const Landmarks& marks, const std::vector<Correction>& corrections,
            const Form& expected);

} // namespace healed::head
