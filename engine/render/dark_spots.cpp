#include "render/dark_spots.h"

#include "base/parallel.h"
#include "physics.h"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace healed::render {

namespace {

using transport::BandDarkenings;
using transport::BandValues;

/// Spots whose work is handed out together.
constexpr std::size_t piece = 512;
/// Cells of the order on the chart, on a side.
constexpr std::size_t cell_side = 256;

using SpotSpectra = std::array<DarkSpectrum, transport::spread_widths>;

SpotSpectra spot_spectra(const BandDarkenings& darkenings) {
    SpotSpectra spectra;
    for (std::size_t band = 0; band < transport::band_count; ++band) {
        const transport::Darkening& dark = darkenings[band];
        for (std::size_t k = 0; k < transport::spread_widths; ++k) {
            const float share = dark.area_mm2 * dark.spread[k];
            spectra[k][band] = share;
            spectra[k][transport::band_count + band] = share * dark.sheet_share;
        }
    }
    return spectra;
}

template <typename Body>
void for_each(std::size_t count, Body body) {
    parallel_for(count, piece, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            body(i);
    });
}

bool crusted(const aging::DotState& state) {
    return state.crust > 0.0f || state.crust_cover > 0.0f;
}

} // namespace

std::vector<std::uint32_t> order_on_chart(std::span<const glm::vec2> chart) {
    std::vector<std::uint32_t> cell(chart.size()), begin(cell_side * cell_side + 1);
    for (std::size_t i = 0; i < chart.size(); ++i) {
        const glm::vec2 at = glm::clamp(chart[i], 0.0f, 0.9999f) * static_cast<float>(cell_side);
        cell[i] = static_cast<std::uint32_t>(at.y) * cell_side + static_cast<std::uint32_t>(at.x);
        ++begin[cell[i] + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> order(chart.size());
    for (std::size_t i = 0; i < chart.size(); ++i)
        order[begin[cell[i]]++] = static_cast<std::uint32_t>(i);
    return order;
}

passes::SpotPlace spot_place(const head::ScalpChart& chart, glm::vec2 place) {
    const glm::mat2x3 jacobian = chart.jacobian_at(place);
    return {.chart = place,
            .metric = {glm::dot(jacobian[0], jacobian[0]), glm::dot(jacobian[0], jacobian[1]),
                       glm::dot(jacobian[1], jacobian[1])}};
}

DarkSpots dot_spots(const head::ScalpChart& chart, const AgedInk& ink, std::span<const std::uint32_t> order,
                    const transport::DotTables& tables) {
    std::vector<std::uint32_t> with_crust;
    std::copy_if(order.begin(), order.end(), std::back_inserter(with_crust),
                 [&](std::uint32_t i) { return crusted(ink.states[i]); });
    const std::size_t count = order.size() + with_crust.size();
    DarkSpots spots{.places = std::vector<passes::SpotPlace>(count),
                    .spectra = std::vector<SpotSpectra>(count)};
    for_each(count, [&](std::size_t place) {
        const bool in_skin = place < order.size();
        const std::size_t i = in_skin ? order[place] : with_crust[place - order.size()];
        const treatment::Dot& dot = ink.treatment->dots[i];
        const aging::DotState& state = ink.states[i];
        spots.places[place] = spot_place(chart, dot.chart);
        spots.spectra[place] =
            spot_spectra(in_skin ? tables.dot(state.depth_mm, state.sigma_mm, ink.bands.in_skin(dot, state))
                                 : tables.crust(state.crust_sigma_mm, ink.bands.in_crust(dot, state)));
    });
    return spots;
}

Stubble::Stubble(const AgedInk& ink, const transport::DotTables& tables) {
    place_and_radius.reserve(ink.hairs.size());
    for (const treatment::Hair& hair : ink.hairs)
        place_and_radius.emplace_back(hair.chart, hair.radius_mm);
    for (std::size_t i = 0; i < shafts.size(); ++i)
        shafts[i] = tables.shaft(transport::radii_mm[i], ink.hair_absorption_per_mm);
}

DarkSpots hair_spots(const head::ScalpChart& chart, const AgedInk& ink, const transport::DotTables& tables) {
    std::vector<glm::vec2> places(ink.hairs.size());
    std::transform(ink.hairs.begin(), ink.hairs.end(), places.begin(),
                   [](const treatment::Hair& hair) { return hair.chart; });
    const std::vector<std::uint32_t> order = order_on_chart(places);
    DarkSpots spots{.places = std::vector<passes::SpotPlace>(order.size()),
                    .spectra = std::vector<SpotSpectra>(order.size())};
    for_each(order.size(), [&](std::size_t i) {
        const treatment::Hair& hair = ink.hairs[order[i]];
        spots.places[i] = spot_place(chart, hair.chart);
        spots.spectra[i] = spot_spectra(tables.shaft(hair.radius_mm, ink.hair_absorption_per_mm));
    });
    return spots;
}

MarkSpots mark_spots(const head::ScalpChart& chart, const AgedInk& ink, std::span<const std::uint32_t> order,
                     const study::HealingOptics& skin) {
    // A nearness of 1 at the dot.
    const auto whole_mm2 = [](float sigma_mm) {
        return 2.0f * std::numbers::pi_v<float> * sigma_mm * sigma_mm;
    };
    std::vector<std::uint32_t> healing;
    std::copy_if(order.begin(), order.end(), std::back_inserter(healing),
                 [&](std::uint32_t i) { return study::heals(ink.states[i]); });
    MarkSpots spots{.places = std::vector<passes::SpotPlace>(healing.size()),
                    .amounts = std::vector<glm::vec4>(2 * healing.size())};
    for_each(healing.size(), [&](std::size_t i) {
        const study::SurfaceMarks marks = study::surface_marks(ink.states[healing[i]], skin);
        spots.places[i] = spot_place(chart, ink.treatment->dots[healing[i]].chart);
        spots.amounts[i] =
            whole_mm2(physics::marks_sigma_mm) * glm::vec4(1.0f, marks.veil_rho, marks.flakes, 0.0f);
        spots.amounts[healing.size() + i] =
            whole_mm2(physics::flush_sigma_mm) * glm::vec4(1.0f, marks.ln_blood, 0.0f, 0.0f);
    });
    return spots;
}

} // namespace healed::render
