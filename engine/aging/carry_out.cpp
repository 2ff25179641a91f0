#include "aging/carry_out.h"

#include "aging/age.h"
#include "treatment/touches.h"

#include <algorithm>
#include <numeric>

namespace healed::aging {

namespace {

float ink_in(const DotState& state) {
    return std::accumulate(state.mass_ng.begin(), state.mass_ng.end(), state.ferric_ng);
}

/// Share of its ink that a dot of each visit keeps by a time when all goes right.
std::vector<float> usual_shares(const treatment::Plan& plan, std::span<const treatment::Visit> visits,
                                const ink::Library& library, double years) {
    const Course course = aging::course(plan, library, Client{});
    std::vector<treatment::Dot> dots;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        treatment::Dot& dot = dots.emplace_back();
        dot.normal = {0.0f, 1.0f, 0.0f};
        dot.depth_mm = static_cast<float>(treatment::Needle{}.resting_depth_mm);
        dot.footprint_mm = static_cast<float>(treatment::Needle{}.footprint_mm);
        dot.session = static_cast<std::uint8_t>(i);
        const ink::Ink& ink = library.ink(visits[i].session.ink);
        for (std::size_t k = 0; k < ink.components.size(); ++k)
            dot.mass_ng[k] = static_cast<float>(ink.components[k].mass_fraction);
    }
    std::vector<float> shares;
    for (const DotState& state : age_all(dots, course, years))
        shares.push_back(std::max(ink_in(state), 1e-6f));
    return shares;
}

} // namespace

treatment::Treatment carry_out(const head::Head& head, const treatment::Plan& plan,
                               const ink::Library& library, const Client& client) {
    const Course course = aging::course(plan, library, client);
    const treatment::ScalpFrame frame(head);
    const std::vector<treatment::Visit> visits = treatment::visits(plan);
    const auto kept = [&](std::span<const treatment::Dot> dots, std::size_t visit) {
        const double years = visits[visit].at_years;
        const std::vector<DotState> states = age_all(dots, course, years);
        const std::vector<float> usual = usual_shares(plan, visits, library, years);
        std::vector<float> shares;
        for (std::size_t i = 0; i < dots.size(); ++i) {
            const treatment::Visit& made = visits[dots[i].session];
            const double meant = meant_ng(frame, plan, made, library.ink(made.session.ink), dots[i].chart);
            shares.push_back(ink_in(states[i]) / (usual[dots[i].session] * static_cast<float>(meant)));
        }
        return shares;
    };
    return treat_steered(head, plan, library, kept);
}

} // namespace healed::aging
