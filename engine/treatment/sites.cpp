#include "treatment/sites.h"

#include "treatment/blue_noise.h"
#include "treatment/density.h"
#include "treatment/point_grid.h"

#include <algorithm>
#include <cmath>

namespace healed::treatment {

namespace {

constexpr double candidates_per_site = 4.0; ///< Yuksel 2015 advises 3 to 5
/// Sites of thinner fields are spaced as at this density, which bounds how far they look for neighbours.
constexpr float thinnest_per_mm2 = 0.02f;

/// Random places whose density follows the field, `count` on average. Walking the cells in order and placing
/// one each time their mass has grown by one keeps numbers per area steadier than free draws would.
std::vector<Site> candidates(const ScalpFrame& frame, const ChartField& field, double count, double total,
                             std::uint64_t seed, Purpose purpose) {
    std::vector<Site> found;
    const double per_unit = count / total;
    double mass = Random(seed, purpose, 0).uniform();
    for (int j = 0; j < field.side(); ++j)
        for (int i = 0; i < field.side(); ++i) {
            const float density = field.cell(i, j);
            if (density <= 0.0f)
                continue;
            const glm::vec2 centre = field.centre(i, j);
            mass += 0.01 * density * cell_area_mm2(frame.chart(), centre, field.side()) * per_unit;
            for (; mass >= 1.0; mass -= 1.0) {
                Random random(seed, purpose, found.size() + 1);
                const glm::vec2 off(random.uniform() - 0.5, random.uniform() - 0.5);
                const glm::vec2 chart = centre + off / static_cast<float>(field.side());
                found.push_back({chart, frame.chart().position_at(chart)});
            }
        }
    return found;
}

/// The chart in squares of about 13 mm: small enough for densities to hold locally, large enough to leave
/// the blue noise to itself.
constexpr int blocks_on_a_side = 32;

std::uint32_t block_of(glm::vec2 chart) {
    const glm::ivec2 block = glm::clamp(glm::ivec2(chart * static_cast<float>(blocks_on_a_side)),
                                        glm::ivec2(0), glm::ivec2(blocks_on_a_side - 1));
    return static_cast<std::uint32_t>(block.y * blocks_on_a_side + block.x);
}

std::vector<double> block_integrals(const ScalpFrame& frame, const ChartField& per_cm2) {
    std::vector<double> sums(static_cast<std::size_t>(blocks_on_a_side) * blocks_on_a_side, 0.0);
    for (int j = 0; j < per_cm2.side(); ++j)
        for (int i = 0; i < per_cm2.side(); ++i)
            if (const float density = per_cm2.cell(i, j); density > 0.0f) {
                const glm::vec2 centre = per_cm2.centre(i, j);
                sums[block_of(centre)] +=
                    0.01 * density * cell_area_mm2(frame.chart(), centre, per_cm2.side());
            }
    return sums;
}

/// Whole numbers of sites a block whose sum follows that of the integrals; no more than there are sites.
std::vector<std::size_t> quotas(const std::vector<double>& integrals, double share,
                                std::span<const Site> sites) {
    std::vector<std::size_t> available(integrals.size(), 0);
    for (const Site& site : sites)
        ++available[block_of(site.chart)];
    std::vector<std::size_t> result(integrals.size(), 0);
    double owed = 0.0;
    for (std::size_t block = 0; block < integrals.size(); ++block) {
        owed += share * integrals[block];
        result[block] = std::min(static_cast<std::size_t>(std::max(std::round(owed), 0.0)), available[block]);
        owed -= static_cast<double>(result[block]);
    }
    return result;
}

std::vector<Site> thinned(std::span<const Site> sites, std::span<const Site> taken,
                          const std::vector<std::size_t>& quotas, const ChartField& field, double share,
                          const ChartField* taken_field) {
    std::vector<Sample> samples;
    samples.reserve(sites.size() + taken.size());
    const auto spacing_density = [&](glm::vec2 chart) {
        const float taken_density = taken_field ? taken_field->at(chart) : 0.0f;
        const float density = 0.01f * (static_cast<float>(share) * field.at(chart) + taken_density);
        return std::max(density, thinnest_per_mm2);
    };
    for (const Site& site : sites)
        samples.push_back({site.position_mm, spacing_density(site.chart), block_of(site.chart), false});
    for (const Site& site : taken)
        samples.push_back({site.position_mm, spacing_density(site.chart), block_of(site.chart), true});
    std::vector<Site> kept;
    for (const std::uint32_t index : eliminate(samples, quotas))
        kept.push_back(sites[index]);
    return kept;
}

bool same_place(const Site& a, const Site& b) {
    return a.chart == b.chart;
}

} // namespace

std::vector<Site> blue_noise_sites(const ScalpFrame& frame, const ChartField& per_cm2, std::uint64_t seed,
                                   Purpose purpose) {
    const double total = integral(frame, per_cm2);
    if (total < 0.5)
        return {};
    const std::vector<Site> sites =
        candidates(frame, per_cm2, candidates_per_site * total, total, seed, purpose);
    const std::vector<double> integrals = block_integrals(frame, per_cm2);
    return thinned(sites, {}, quotas(integrals, 1.0, sites), per_cm2, 1.0, nullptr);
}

std::vector<std::vector<Site>> progressive_sites(const ScalpFrame& frame, const ChartField& per_cm2,
                                                 std::span<const double> cumulative,
                                                 std::span<const Site> taken, const ChartField& taken_per_cm2,
                                                 std::uint64_t seed) {
    std::vector<std::vector<Site>> sittings(cumulative.size());
    const double total = integral(frame, per_cm2);
    if (cumulative.empty() || total * cumulative.back() < 1.0)
        return sittings;
    std::vector<Site> rest = candidates(frame, per_cm2, candidates_per_site * cumulative.back() * total,
                                        total, seed, Purpose::DotSites);
    const std::vector<double> integrals = block_integrals(frame, per_cm2);
    for (std::size_t s = cumulative.size(); s-- > 0;) {
        std::vector<Site> kept = thinned(rest, taken, quotas(integrals, cumulative[s], rest), per_cm2,
                                         cumulative[s], &taken_per_cm2);
        if (s + 1 < cumulative.size()) {
            // Both lists keep the order of the candidates, so one walk finds what this thinning took away.
            auto next = kept.begin();
            for (const Site& site : rest)
                if (next != kept.end() && same_place(*next, site))
                    ++next;
                else
                    sittings[s + 1].push_back(site);
        }
        rest = std::move(kept);
    }
    sittings[0] = std::move(rest);
    return sittings;
}

std::vector<Site> sites_between(const ScalpFrame& frame, const ChartField& per_cm2,
                                std::span<const Site> taken, const ChartField& taken_per_cm2,
                                float least_gap_mm, std::uint64_t seed) {
    const double total = integral(frame, per_cm2);
    if (total < 0.5)
        return {};
    // Most places lie too near to an old dot: more are tried than where skin is free.
    constexpr double candidates_between = 3.0 * candidates_per_site;
    std::vector<Site> free =
        candidates(frame, per_cm2, candidates_between * total, total, seed, Purpose::TouchUpSites);
    std::vector<glm::vec3> old;
    for (const Site& site : taken)
        old.push_back(site.position_mm);
    const PointGrid grid(old, 2.0f * least_gap_mm);
    std::erase_if(free, [&](const Site& site) {
        bool crowded = false;
        grid.visit_near(site.position_mm, least_gap_mm, [&](std::uint32_t i) {
            crowded = crowded || glm::distance(old[i], site.position_mm) < least_gap_mm;
        });
        return crowded;
    });
    return thinned(free, taken, quotas(block_integrals(frame, per_cm2), 1.0, free), per_cm2, 1.0,
                   &taken_per_cm2);
}

} // namespace healed::treatment
