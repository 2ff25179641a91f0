#include "treatment/treat.h"

#include "base/error.h"
#include "base/parallel.h"
#include "treatment/follicle.h"
#include "treatment/growth.h"
#include "treatment/needle.h"
#include "treatment/region.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace healed::treatment {

namespace {

constexpr float drift_scatter_rad = 0.25f; ///< of the needle's lean about the growth; assumed

/// Shares reached after each session; one that asks for less than is there already adds nothing.
std::vector<double> cumulative_shares(const Plan& plan) {
    std::vector<double> shares;
    for (const Session& session : plan.sessions)
        shares.push_back(std::max(session.cumulative_density, shares.empty() ? 0.0 : shares.back()));
    return shares;
}

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

Dot place_dot(const ScalpFrame& frame, const Plan& plan, const MarkField& marks, std::size_t session,
              const ink::Ink& ink, const Site& site, Random random) {
    const glm::vec2 place = missed(frame, site.chart, plan.hand.place_sd_mm, random);
    const ZoneWork work = work_at(frame, plan, place);
    const MarkedSkin skin = marks.at(place);
    Dot dot = touch(plan, plan.sessions[session], ink, work.size, random);
    const double taken = work.shade * skin.ink_taken * random.scatter(skin.unevenness);
    for (float& mass : dot.mass_ng)
        mass *= static_cast<float>(taken);
    dot.chart = place;
    dot.position_mm = frame.chart().position_at(dot.chart);
    dot.normal = frame.chart().normal_at(dot.chart);
    // The needle follows the follicles that it imitates: they run into the skin against the growth.
    const glm::vec3 inwards = -growth_direction(frame, dot.chart);
    const auto turn = drift_scatter_rad * static_cast<float>(random.normal());
    dot.drift = std::cos(turn) * inwards + std::sin(turn) * glm::cross(dot.normal, inwards);
    dot.session = static_cast<std::uint8_t>(session);
    dot.zone = static_cast<std::uint8_t>(region_at(frame, dot.chart));
    return dot;
}

std::vector<const ink::Ink*> inks_of(const Plan& plan, const ink::Library& library) {
    if (plan.sessions.size() > std::numeric_limits<std::uint8_t>::max())
        fail("sessions: {} are more than {}", plan.sessions.size(), std::numeric_limits<std::uint8_t>::max());
    std::vector<const ink::Ink*> inks;
    for (const Session& session : plan.sessions) {
        const ink::Ink& ink = library.ink(session.ink);
        if (ink.components.size() > max_pigments)
            fail("ink {}: {} components, at most {}", ink.name, ink.components.size(), max_pigments);
        inks.push_back(&ink);
    }
    return inks;
}

} // namespace

Treatment treat(const head::Head& head, const Plan& plan, const ink::Library& library) {
    const std::vector<const ink::Ink*> inks = inks_of(plan, library);
    const ScalpFrame frame(head);
    const Densities fields = densities(frame, plan);
    const std::vector<Site> units = living_units(frame, fields, plan);
    Treatment treatment{.dots = {}, .hairs = grow_hairs(frame, fields, plan, units)};

    const MarkField marks(frame, plan.marks, plan.seed);
    const ChartField living(
        field_side, [&](glm::vec2 chart) { return fields.natural.at(chart) * fields.remaining.at(chart); });
    const auto sittings =
        progressive_sites(frame, fields.missing, cumulative_shares(plan), units, living, plan.seed);
    for (std::size_t session = 0; session < sittings.size(); ++session) {
        const std::vector<Site>& sites = sittings[session];
        const std::size_t made = treatment.dots.size();
        treatment.dots.resize(made + sites.size());
        parallel_for(sites.size(), 1024, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                treatment.dots[made + i] = place_dot(frame, plan, marks, session, *inks[session], sites[i],
                                                     Random(plan.seed, Purpose::Touch, made + i));
        });
    }
    return treatment;
}

} // namespace healed::treatment
