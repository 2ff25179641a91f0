#include "head/import_pose.h"

#include "base/error.h"
#include "head/units.h"

#include <algorithm>
#include <cmath>

namespace healed::head {
namespace {

const Correction* corrected(const std::vector<Correction>& corrections, glm::vec3 Landmarks::*mark) {
    for (const Correction& correction : corrections)
        if (landmark_names[correction.landmark].place == mark)
            return &correction;
    return nullptr;
}

/// The axes of a head whose ears and nasion are known: across through the ears, pitched so that the nasion
/// stands as high before them as `rise_rad` says.
glm::dmat3 axes_of(glm::dvec3 left, glm::dvec3 right, glm::dvec3 nasion, double rise_rad) {
    const glm::dvec3 x = glm::normalize(left - right), to_nasion = nasion - 0.5 * (left + right);
    const glm::dvec3 ahead = glm::normalize(to_nasion - x * glm::dot(to_nasion, x)),
                     above = glm::cross(ahead, x);
    const glm::dvec3 z = std::cos(rise_rad) * ahead - std::sin(rise_rad) * above;
    return {x, glm::cross(z, x), z};
}

double rise_of(glm::vec3 nasion) {
    return std::atan2(double(nasion.y), double(nasion.z));
}

} // namespace

HeadPose pose_of(const FoundHead& found) {
    return {
        .mm_per_unit = found.mm_per_unit, .turn = found.lie.turn, .origin = found.lie.place(glm::dvec3(0.0))};
}

Form form_in(const FoundHead& found) {
    const glm::dvec3 s = found.lie.stretch;
    return Form({.crown = s.x,
                 .face = s.x,
                 .jaw = s.x,
                 .neck = s.x,
                 .up = s.y,
                 .down = s.y,
                 .ahead = s.z,
                 .behind = s.z});
}

Start start_from(const ImportWishes& wishes, const Head& median, const std::string& origin) {
    Start start;
    for (const Unit& unit : units)
        if (unit.name == unit_words[wishes.unit])
            start.mm_per_unit = unit.mm;
    const Correction* left = corrected(wishes.corrections, &Landmarks::tragion_left);
    const Correction* right = corrected(wishes.corrections, &Landmarks::tragion_right);
    const Correction* nasion = corrected(wishes.corrections, &Landmarks::nasion);
    if (!left || !right || !nasion)
        return start;
    const double ears = glm::distance(left->in_file, right->in_file);
    const double median_ears =
        double(glm::distance(median.landmarks.tragion_left, median.landmarks.tragion_right));
    if (!start.mm_per_unit) {
        const auto off = [&](const Unit& unit) { return std::abs(std::log(ears * unit.mm / median_ears)); };
        start.mm_per_unit = std::ranges::min_element(units, {}, off)->mm;
    }
    const double size = ears * *start.mm_per_unit / median_ears;
    if (!(size > 0.7 && size < 1.4))
        fail("{}: landmarks: the tragions lie {:.3g} apart, which no unit makes a head of", origin, ears);
    const glm::dvec3 l = left->in_file * *start.mm_per_unit, r = right->in_file * *start.mm_per_unit,
                     n = nasion->in_file * *start.mm_per_unit;
    start.lie = Lie{.turn = axes_of(l, r, n, rise_of(median.landmarks.nasion)),
                    .stretch = glm::dvec3(size),
                    .shift = 0.5 * (l + r)};
    return start;
}

void settle(HeadPose& pose, const Landmarks& marks, const std::vector<Correction>& corrections,
            const Form& expected) {
    const bool left = corrected(corrections, &Landmarks::tragion_left),
               right = corrected(corrections, &Landmarks::tragion_right);
    const bool nasion = corrected(corrections, &Landmarks::nasion);
    const glm::dvec3 l(marks.tragion_left), r(marks.tragion_right), middle = 0.5 * (l + r);
    if (left && right && nasion) {
        const double rise = rise_of(find_landmarks(expected).nasion);
        const glm::dmat3 axes = axes_of(l, r, glm::dvec3(marks.nasion), rise);
        pose.origin += pose.turn * middle;
        pose.turn = pose.turn * axes;
        return;
    }
    // Found ears are less sure of the midline than the whole head is.
    pose.origin += pose.turn * glm::dvec3(left && right ? middle.x : 0.0, middle.y, middle.z);
}

} // namespace healed::head
