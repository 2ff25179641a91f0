#include "treatment/touches.h"

#include "base/parallel.h"
#include "treatment/needle.h"
#include "treatment/region.h"
#include "treatment/scalp_constants.h"

#include <cmath>

namespace healed::treatment {

namespace {

constexpr float drift_scatter_rad = static_cast<float>(constant::lean_scatter.value);

/// Moves a touch along the skin by what the hand misses its place.
glm::vec2 missed(const ScalpFrame& frame, glm::vec2 chart, double sd_mm, Random& random) {
    const glm::mat2x3 jacobian = frame.chart().jacobian_at(chart);
    const glm::vec2 off(sd_mm * random.normal(), sd_mm * random.normal());
    // Orthonormal steps on the skin, written in the chart's own.
    const glm::vec3 first = glm::normalize(jacobian[0]);
    const glm::vec3 normal = glm::normalize(glm::cross(jacobian[0], jacobian[1]));
    const glm::vec3 step = off.x * first + off.y * glm::cross(normal, first);
    const glm::mat2 metric = glm::transpose(jacobian) * jacobian;
    return glm::clamp(chart + glm::inverse(metric) * (glm::transpose(jacobian) * step), 0.0f, 1.0f);
}

/// Where a needle leans that does not follow the growth: to the head's right, where the practitioner stands.
glm::vec3 towards_the_hand(glm::vec3 normal) {
    const glm::vec3 right(-1.0f, 0.0f, 0.0f), ahead(0.0f, 0.0f, 1.0f);
    const glm::vec3 away = std::abs(normal.x) < 0.95f ? right : ahead;
    return glm::normalize(away - normal * glm::dot(normal, away));
}

/// Work in the regions that a place belongs to.
ZoneWork work_at(const ScalpFrame& frame, const Plan& plan, glm::vec2 chart) {
    const auto shares = region_shares(frame, chart);
    ZoneWork work{.density = 0.0, .size = 0.0, .shade = 0.0};
    for (std::size_t i = 0; i < region_count; ++i) {
        const auto share = static_cast<double>(shares[i]);
        work.density += share * plan.zones[i].density;
        work.size += share * plan.zones[i].size;
        work.shade += share * plan.zones[i].shade;
    }
    return work;
}

} // namespace

Dot Touches::at(const Site& site, Random random, const Clear& clear) const {
    constexpr int tries = 8;
    glm::vec2 place = site.chart;
    for (int attempt = 0; attempt < tries; ++attempt) {
        place = missed(frame, site.chart, plan.hand.place_sd_mm, random);
        if (clear(frame.chart().position_at(place)))
            break;
        place = site.chart;
    }
    const ZoneWork work = work_at(frame, plan, place);
    const MarkedSkin skin = marks.at(place);
    Dot dot = touch(visit.needle, plan.hand, visit.session, ink, work.size * strain.widening, random);
    // Ink goes with the marked area, which the widening must not add to.
    const double thinned = strain.ink_taken / (strain.widening * strain.widening);
    const double dose = work.shade * steering.dose(frame.chart().position_at(place));
    const double taken =
        dose * thinned * static_cast<double>(skin.ink_taken) * random.scatter(skin.unevenness);
    for (float& mass : dot.mass_ng)
        mass *= static_cast<float>(taken);
    dot.chart = place;
    dot.position_mm = frame.chart().position_at(dot.chart);
    dot.normal = frame.chart().normal_at(dot.chart);
    // The needle follows the follicles that it imitates: they run into the skin against the growth.
    const glm::vec3 inwards =
        visit.needle.follows_growth ? -growth.at(dot.chart) : towards_the_hand(dot.normal);
    const auto turn = drift_scatter_rad * static_cast<float>(random.normal());
    dot.drift = std::cos(turn) * inwards + std::sin(turn) * glm::cross(dot.normal, inwards);
    dot.session = static_cast<std::uint8_t>(session);
    dot.zone = static_cast<std::uint8_t>(region_at(frame, dot.chart));
    return dot;
}

double meant_ng(const ScalpFrame& frame, const Plan& plan, const Visit& visit, const ink::Ink& ink,
                glm::vec2 chart) {
    const ZoneWork work = work_at(frame, plan, chart);
    return work.shade * standard_ng(visit.needle, visit.session, ink, work.size);
}

void set_dots(std::vector<Dot>& dots, const Touches& touches, std::span<const Site> sites,
              const Touches::Clear& clear) {
    const std::size_t made = dots.size();
    dots.resize(made + sites.size());
    parallel_for(sites.size(), 1024, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            dots[made + i] = touches.at(sites[i], Random(touches.plan.seed, Purpose::Touch, made + i), clear);
    });
}

} // namespace healed::treatment
