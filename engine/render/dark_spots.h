#pragma once

#include "head/head.h"
#include "passes/spot_place.h"
#include "render/aged_ink.h"
#include "study/healing_optics.h"
#include "transport/dot_tables.h"

#include <array>
#include <span>
#include <vector>

namespace healed::render {

/// What an absorber darkens by one Gaussian of its spread: dark area in every band, mm², and behind those the
/// same times the most that a full sheet of such absorbers could take.
using DarkSpectrum = std::array<float, 2 * transport::band_count>;

/// Absorbers of the scalp and what each takes, for pictures that do not resolve them.
struct DarkSpots {
    std::vector<passes::SpotPlace> places;
    std::vector<std::array<DarkSpectrum, transport::spread_widths>>
        spectra; ///< of transport::spread_sigma_mm
};

/// In an order in which neighbours on the chart are near one another.
std::vector<std::uint32_t> order_on_chart(std::span<const glm::vec2> chart);

passes::SpotPlace spot_place(const head::ScalpChart& chart, glm::vec2 place);

/// Every dot with its ink in the skin, in this order, then those with a crust once more with what it holds.
DarkSpots dot_spots(const head::ScalpChart& chart, const AgedInk& ink, std::span<const std::uint32_t> order,
                    const transport::DotTables& tables);

/// All that the darkening of hair depends on; it stays the same from one time to another as long as no hair
/// goes.
struct Stubble {
    std::vector<glm::vec3> place_and_radius;                                  ///< on the chart; mm
    std::array<transport::BandDarkenings, transport::radii_mm.size()> shafts; ///< at the radii of the tables

    Stubble() = default;
    Stubble(const AgedInk& ink, const transport::DotTables& tables);
    friend bool operator==(const Stubble&, const Stubble&) = default;
};
DarkSpots hair_spots(const head::ScalpChart& chart, const AgedInk& ink, const transport::DotTables& tables);

/// What healing leaves about the dots that heal, as the pass that lays spots down takes it: how much each
/// counts, and that times each of its marks (shaders/physics/marks.glsl). First the epidermis and flakes of
/// all places, then the flush of all.
struct MarkSpots {
    std::vector<passes::SpotPlace> places;
    std::vector<glm::vec4> amounts;
};
MarkSpots mark_spots(const head::ScalpChart& chart, const AgedInk& ink, std::span<const std::uint32_t> order,
                     const study::HealingOptics& skin);

} // namespace healed::render
