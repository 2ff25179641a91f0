#include "treatment/steering.h"

#include "treatment/scalp_constants.h"

#include <algorithm>
#include <cmath>

namespace healed::treatment {

namespace {

constexpr auto sight_mm = static_cast<float>(constant::sight_of_retention.value);
constexpr double most_dose = constant::most_steering.value;

} // namespace

Steering::Steering(std::span<const Dot> dots, std::vector<float> kept, double compensation)
    : kept_(std::move(kept)), compensation_(compensation) {
    for (const Dot& dot : dots)
        places_.push_back(dot.position_mm);
    if (!places_.empty())
        grid_.emplace(places_, 2.0f * sight_mm);
}

double Steering::dose(glm::vec3 place_mm) const {
    if (!grid_)
        return 1.0;
    const float reach_mm = 2.0f * sight_mm;
    double sum = 0.0, weights = 0.0;
    grid_->visit_near(place_mm, reach_mm, [&](std::uint32_t i) {
        const float far = glm::distance(places_[i], place_mm) / sight_mm;
        if (far * sight_mm > reach_mm)
            return;
        const double weight = std::exp(-0.5 * static_cast<double>(far * far));
        sum += weight * static_cast<double>(kept_[i]);
        weights += weight;
    });
    if (weights <= 0.0)
        return 1.0;
    return std::clamp(std::pow(std::max(sum / weights, 1e-6), -compensation_), 1.0 / most_dose, most_dose);
}

} // namespace healed::treatment
