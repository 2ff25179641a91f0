#include "treatment/layout.h"

#include "treatment/density.h"

#include <algorithm>
#include <cmath>

namespace healed::treatment {

namespace {

/// How far beside its first dot a hand touches again; assumed.
constexpr double beside_mm = 0.18;

float densest(const ChartField& per_cm2) {
    float most = 0.0f;
    for (int j = 0; j < per_cm2.side(); ++j)
        for (int i = 0; i < per_cm2.side(); ++i)
            most = std::max(most, per_cm2.cell(i, j));
    return most;
}

/// A place of the flat scalp within the chart, or none.
bool within_chart(glm::vec2 chart) {
    return glm::all(glm::greaterThan(chart, glm::vec2(0.0f))) &&
           glm::all(glm::lessThan(chart, glm::vec2(1.0f)));
}

/// Of the flat map's area about a place, what it is on the skin.
float skin_share(const ScalpFrame& frame, glm::vec2 flat_mm) {
    constexpr float step_mm = 0.5f;
    const auto at = [&](glm::vec2 off) {
        return frame.chart().position_at(frame.chart_at_flat(flat_mm + off));
    };
    const glm::vec3 across = at({step_mm, 0.0f}) - at({-step_mm, 0.0f});
    const glm::vec3 ahead = at({0.0f, step_mm}) - at({0.0f, -step_mm});
    return glm::length(glm::cross(across, ahead)) / (4.0f * step_mm * step_mm);
}

} // namespace

std::vector<std::vector<Site>> careless_sites(const ScalpFrame& frame, const ChartField& per_cm2,
                                              std::span<const double> cumulative, Layout layout,
                                              std::uint64_t seed) {
    std::vector<std::vector<Site>> sittings(cumulative.size());
    const float most = densest(per_cm2);
    if (cumulative.empty() || most <= 0.0f)
        return sittings;
    const double all = cumulative.back();
    const auto pitch = static_cast<float>(10.0 / std::sqrt(static_cast<double>(most) * all));
    const auto reach = static_cast<int>(frame.rim_arc_mm() / pitch) + 1;
    std::uint64_t index = 0;
    for (int row = -reach; row <= reach; ++row)
        for (int column = -reach; column <= reach; ++column) {
            Random random(seed, Purpose::Layout, index++);
            glm::vec2 flat = pitch * glm::vec2(column, row);
            const double drawn = random.uniform();
            if (layout == Layout::Chance)
                flat += pitch * glm::vec2(random.uniform() - 0.5, random.uniform() - 0.5);
            const glm::vec2 chart = frame.chart_at_flat(flat);
            if (!within_chart(chart))
                continue;
            const double share = static_cast<double>(per_cm2.at(chart) / most * skin_share(frame, flat));
            for (std::size_t sitting = 0; sitting < cumulative.size(); ++sitting)
                if (drawn < share * cumulative[sitting] / all) {
                    sittings[sitting].push_back({chart, frame.chart().position_at(chart)});
                    break;
                }
        }
    return sittings;
}

std::vector<Site> touched(const ScalpFrame& frame, std::vector<Site> sites, const Hand& hand,
                          std::uint64_t seed, std::uint64_t first_index) {
    if (hand.missed <= 0.0 && hand.doubled <= 0.0)
        return sites;
    std::vector<Site> result;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        Random random(seed, Purpose::Slips, first_index + i);
        if (random.uniform() < hand.missed)
            continue;
        result.push_back(sites[i]);
        if (random.uniform() < hand.doubled) {
            const glm::vec2 chart =
                frame.chart_at_flat(frame.flat_mm(sites[i].chart) +
                                    glm::vec2(beside_mm * random.normal(), beside_mm * random.normal()));
            result.push_back({chart, frame.chart().position_at(chart)});
        }
    }
    return result;
}

} // namespace healed::treatment
