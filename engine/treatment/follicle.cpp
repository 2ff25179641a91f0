#include "treatment/follicle.h"

#include "base/parallel.h"
#include "treatment/growth.h"
#include "treatment/scalp_constants.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace healed::treatment {

namespace {

constexpr float hairs_apart_mm = static_cast<float>(constant::hairs_apart.value);
constexpr float radius_cv = static_cast<float>(constant::radius_cv.value);
constexpr float angle_scatter_deg = static_cast<float>(constant::angle_scatter.value);
constexpr float finest_share = static_cast<float>(constant::finest_share.value);

/// Hairs of a unit, 1 … 4, whose mean is as asked: three draws of a coin more than one.
int hair_count(double mean, Random& random) {
    const double chance = std::clamp((mean - 1.0) / 3.0, 0.0, 1.0);
    int hairs = 1;
    for (int extra = 0; extra < 3; ++extra)
        hairs += random.uniform() < chance ? 1 : 0;
    return hairs;
}

struct Unit {
    std::array<Hair, 4> hairs;
    int count = 0;
};

Unit grow_unit(const ScalpFrame& frame, const GrowthField& growth, const Densities& densities,
               const Follicles& follicles, const Site& site, Random random) {
    const glm::vec3 normal = frame.chart().normal_at(site.chart);
    const glm::vec3 ahead = growth.at(site.chart);
    const glm::vec3 aside = glm::cross(normal, ahead);
    const auto radian = [&](double degrees) {
        return static_cast<float>(degrees * std::numbers::pi / 180.0);
    };
    const float rise = std::clamp(radian(follicles.hair_angle_deg + angle_scatter_deg * random.normal()),
                                  radian(8.0), radian(90.0));
    const float turn = radian(angle_scatter_deg * random.normal());
    const glm::vec3 along = std::cos(turn) * ahead + std::sin(turn) * aside;
    const glm::vec3 direction = std::cos(rise) * along + std::sin(rise) * normal;
    const float thick = glm::mix(finest_share, 1.0f, densities.remaining.at(site.chart));
    Unit unit;
    unit.count = hair_count(follicles.hairs_per_unit, random);
    const float start = radian(360.0 * random.uniform());
    for (int i = 0; i < unit.count; ++i) {
        const float angle = start + radian(360.0) * static_cast<float>(i) / static_cast<float>(unit.count);
        const float off =
            unit.count == 1 ? 0.0f : 0.5f * hairs_apart_mm * static_cast<float>(random.scatter(0.2));
        const glm::vec3 spread = off * (std::cos(angle) * ahead + std::sin(angle) * aside);
        unit.hairs[static_cast<std::size_t>(i)] = {
            .root_mm = site.position_mm + spread,
            .chart = site.chart,
            .direction = glm::normalize(direction + 0.3f * spread),
            .radius_mm = static_cast<float>(follicles.hair_radius_mm * random.scatter(radius_cv)) * thick};
    }
    return unit;
}

} // namespace

LivingUnits living_units(const ScalpFrame& frame, const HairCourse& course, const Plan& plan) {
    const Densities& start = course.at_start();
    const std::vector<Site> units = blue_noise_sites(frame, start.natural, plan.seed, Purpose::FollicleSites);
    LivingUnits living;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const double luck = Random(plan.seed, Purpose::FollicleLoss, i).uniform();
        if (luck >= start.remaining.at(units[i].chart))
            continue;
        living.sites.push_back(units[i]);
        living.gone_years.push_back(course.gone_years(units[i].chart, luck));
    }
    return living;
}

std::vector<Hair> grow_hairs(const ScalpFrame& frame, const HairCourse& course, const Plan& plan,
                             const LivingUnits& units) {
    const GrowthField growth(frame, plan);
    std::vector<Unit> grown(units.sites.size());
    parallel_for(grown.size(), 1024, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            grown[i] = grow_unit(frame, growth, course.at_start(), plan.follicles, units.sites[i],
                                 Random(plan.seed, Purpose::Shafts, i));
    });
    std::vector<Hair> hairs;
    for (std::size_t i = 0; i < grown.size(); ++i)
        for (int k = 0; k < grown[i].count; ++k) {
            Hair& hair = hairs.emplace_back(grown[i].hairs[static_cast<std::size_t>(k)]);
            hair.gone_years = units.gone_years[i];
            hair.grey_years = course.grey_years(Random(plan.seed, Purpose::Greying, hairs.size()).uniform());
        }
    return hairs;
}

} // namespace healed::treatment
