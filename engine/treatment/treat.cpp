#include "treatment/treat.h"

#include "base/error.h"
#include "treatment/chart_dots.h"
#include "treatment/follicle.h"
#include "treatment/layout.h"
#include "treatment/point_grid.h"
#include "treatment/scalp_constants.h"
#include "treatment/touches.h"

#include <algorithm>
#include <limits>

namespace healed::treatment {

namespace {

constexpr float least_gap_mm = static_cast<float>(constant::least_gap.value);

/// Shares reached after each session; one that asks for less than is there already adds nothing.
std::vector<double> cumulative_shares(const Plan& plan) {
    std::vector<double> shares;
    for (const Session& session : plan.sessions)
        shares.push_back(std::max(session.cumulative_density, shares.empty() ? 0.0 : shares.back()));
    return shares;
}

/// Sets the dots of a touch-up in the gaps between all that is there.
void touch_up(std::vector<Dot>& dots, const Touches& touches, std::span<const Site> hair,
              const HairCourse& course, const Visit& before) {
    const ScalpFrame& frame = touches.frame;
    const auto reached = static_cast<float>(touches.visit.session.cumulative_density);
    const auto reached_before = static_cast<float>(before.session.cumulative_density);
    const ChartField there(
        field_side, [&](glm::vec2 chart) { return reached_before * course.missing(chart, before.at_years); });
    // Where hair has gone since, the pattern is filled up to what stands beside it.
    const ChartField added(field_side, [&](glm::vec2 chart) {
        return std::max(reached * course.missing(chart, touches.visit.at_years) - there.at(chart), 0.0f);
    });
    std::vector<Site> taken(hair.begin(), hair.end());
    std::vector<glm::vec3> old;
    for (const Dot& dot : dots) {
        taken.push_back({dot.chart, dot.position_mm});
        old.push_back(dot.position_mm);
    }
    const std::vector<Site> sites =
        sites_between(frame, added, taken, there, least_gap_mm, touches.plan.seed + touches.session);
    const PointGrid grid(old, 2.0f * least_gap_mm);
    set_dots(dots, touches, sites, [&](glm::vec3 place) {
        bool clear = true;
        grid.visit_near(place, least_gap_mm, [&](std::uint32_t i) {
            clear = clear && glm::distance(old[i], place) >= least_gap_mm;
        });
        return clear;
    });
}

std::vector<const ink::Ink*> inks_of(const std::vector<Visit>& visits, const ink::Library& library) {
    if (visits.size() > std::numeric_limits<std::uint8_t>::max())
        fail("sessions: {} are more than {}", visits.size(), std::numeric_limits<std::uint8_t>::max());
    std::vector<const ink::Ink*> inks;
    for (const Visit& visit : visits) {
        const ink::Ink& ink = library.ink(visit.session.ink);
        if (ink.components.size() > max_pigments)
            fail("ink {}: {} components, at most {}", ink.name, ink.components.size(), max_pigments);
        inks.push_back(&ink);
    }
    return inks;
}

Steering steering_of(std::span<const Dot> so_far, const Session& session, std::size_t visit,
                     const Retention& retention) {
    if (!retention || so_far.empty() || session.compensation <= 0.0)
        return {};
    return {so_far, retention(so_far, visit), session.compensation};
}

std::vector<std::vector<Site>> sites_of_sittings(const ScalpFrame& frame, const Plan& plan,
                                                 const Densities& fields, std::span<const Site> units) {
    const std::vector<double> shares = cumulative_shares(plan);
    if (plan.hand.layout != Layout::Natural)
        return careless_sites(frame, fields.missing, shares, plan.hand.layout, plan.seed);
    const ChartField living(
        field_side, [&](glm::vec2 chart) { return fields.natural.at(chart) * fields.remaining.at(chart); });
    return progressive_sites(frame, fields.missing, shares, units, living, plan.seed);
}

} // namespace

Treatment treat(const head::Head& head, const Plan& plan, const ink::Library& library) {
    return treat_steered(head, plan, library, {});
}

Treatment treat_steered(const head::Head& head, const Plan& plan, const ink::Library& library,
                        const Retention& retention) {
    const std::vector<Visit> all = visits(plan);
    const std::vector<const ink::Ink*> inks = inks_of(all, library);
    const ScalpFrame frame(head);
    if (plan.test_chart)
        return {.dots = chart_dots(frame, plan, library), .hairs = {}};
    const HairCourse course(frame, plan);
    const Densities& fields = course.at_start();
    const LivingUnits units = living_units(frame, course, plan);
    Treatment treatment{.dots = {}, .hairs = grow_hairs(frame, course, plan, units)};

    const MarkField marks(frame, plan.marks, plan.seed);
    const GrowthField growth(frame, plan);
    const std::vector<Strain> strains = visit_strains(all, plan.hand, follicles_per_cm2(plan.follicles));
    const auto sittings = sites_of_sittings(frame, plan, fields, units.sites);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Steering steering = steering_of(treatment.dots, all[i].session, i, retention);
        const Touches touches{frame, plan, marks, growth, all[i], strains[i], steering, i, *inks[i]};
        if (i < sittings.size())
            set_dots(treatment.dots, touches,
                     touched(frame, sittings[i], plan.hand, plan.seed, treatment.dots.size()),
                     [](glm::vec3) { return true; });
        else if (i > 0)
            touch_up(treatment.dots, touches, units.sites, course, all[i - 1]);
    }
    return treatment;
}

} // namespace healed::treatment
