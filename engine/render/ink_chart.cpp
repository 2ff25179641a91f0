#include "render/ink_chart.h"

#include "base/parallel.h"

#include <algorithm>
#include <cmath>

namespace healed::render {

namespace {

/// The widest Gaussian of a spread is content with texels so many times coarser.
constexpr std::uint32_t wide_step = 4;
/// Cells of the grid by which texels find the absorbers about them.
constexpr std::uint32_t cell_side = 256;

using passes::fours_of_bands;
static_assert(transport::band_count == 4 * fours_of_bands);

glm::vec4 four(const transport::BandValues& values, std::size_t i) {
    return {values[4 * i], values[4 * i + 1], values[4 * i + 2], values[4 * i + 3]};
}

void set_band(glm::vec4* fours, std::size_t band, float value) {
    fours[band / 4][static_cast<int>(band % 4)] = value;
}

void set_darkening(passes::DarkSpot& spot, std::size_t band, const transport::Darkening& darkening) {
    set_band(spot.area_mm2, band, darkening.area_mm2);
    set_band(spot.most, band, darkening.sheet_share);
    for (std::size_t k = 0; k < transport::spread_widths; ++k)
        set_band(spot.spread + fours_of_bands * k, band, darkening.spread[k]);
}

/// Every dot with its ink in the skin, each again with what its crust holds, and every hair.
class Spots {
  public:
    Spots(const AgedInk& ink, const transport::DotTables& tables, const study::HealingOptics& skin)
        : ink_(ink), tables_(tables), skin_(skin), dot_count_(ink.treatment->dots.size()),
          crusted_(std::any_of(ink.states.begin(), ink.states.end(), [](const aging::DotState& state) {
              return state.crust > 0.0f || state.crust_cover > 0.0f;
          })) {}

    std::size_t size() const { return (crusted_ ? 2 : 1) * dot_count_ + ink_.hairs.size(); }

    glm::vec2 chart(std::size_t i) const {
        const std::size_t dots = (crusted_ ? 2 : 1) * dot_count_;
        return i < dots ? ink_.treatment->dots[i % dot_count_].chart : ink_.hairs[i - dots].chart;
    }

    passes::DarkSpot operator[](std::size_t i) const {
        if (i < dot_count_)
            return in_skin(i);
        if (crusted_ && i < 2 * dot_count_)
            return in_crust(i - dot_count_);
        return hair(i - (crusted_ ? 2 : 1) * dot_count_);
    }

  private:
    passes::DarkSpot in_skin(std::size_t i) const {
        const treatment::Dot& dot = ink_.treatment->dots[i];
        const aging::DotState& state = ink_.states[i];
        const study::SurfaceMarks marks = study::surface_marks(state, skin_);
        passes::DarkSpot spot{.position_mm = dot.position_mm,
                              .chart = dot.chart,
                              .marks = {marks.ln_blood, marks.veil_rho, marks.flakes},
                              .weight = study::heals(state) ? 1.0f : 0.0f};
        const transport::BandValues area = ink_.bands.in_skin(dot, state);
        for (std::size_t band = 0; band < transport::band_count; ++band)
            set_darkening(spot, band, tables_.dot(band, state.depth_mm, state.sigma_mm, area[band]));
        return spot;
    }
    passes::DarkSpot in_crust(std::size_t i) const {
        const treatment::Dot& dot = ink_.treatment->dots[i];
        passes::DarkSpot spot{.position_mm = dot.position_mm, .chart = dot.chart};
        const transport::BandValues area = ink_.bands.in_crust(dot, ink_.states[i]);
        for (std::size_t band = 0; band < transport::band_count; ++band)
            set_darkening(spot, band, tables_.crust(band, ink_.states[i].crust_sigma_mm, area[band]));
        return spot;
    }
    passes::DarkSpot hair(std::size_t i) const {
        const treatment::Hair& hair = ink_.hairs[i];
        passes::DarkSpot spot{.position_mm = hair.root_mm, .chart = hair.chart};
        for (std::size_t band = 0; band < transport::band_count; ++band)
            set_darkening(spot, band, tables_.shaft(band, hair.radius_mm, ink_.hair_absorption_per_mm[band]));
        return spot;
    }

    const AgedInk& ink_;
    const transport::DotTables& tables_;
    const study::HealingOptics& skin_;
    std::size_t dot_count_;
    bool crusted_;
};

/// Spots in the order of their cells, and where each cell's begin.
struct SortedSpots {
    std::vector<passes::DarkSpot> spots;
    std::vector<glm::uvec2> cells;
    std::size_t count; ///< of the spots; there is one more place where there are none
};

SortedSpots sorted(const Spots& spots) {
    const auto cell_of = [&](std::size_t i) {
        const glm::vec2 at = glm::clamp(spots.chart(i), 0.0f, 0.9999f) * static_cast<float>(cell_side);
        return static_cast<std::size_t>(at.y) * cell_side + static_cast<std::size_t>(at.x);
    };
    SortedSpots result{.spots = std::vector<passes::DarkSpot>(std::max<std::size_t>(spots.size(), 1)),
                       .cells = std::vector<glm::uvec2>(cell_side * cell_side, glm::uvec2(0)),
                       .count = spots.size()};
    for (std::size_t i = 0; i < spots.size(); ++i)
        ++result.cells[cell_of(i)].y;
    std::uint32_t first = 0;
    for (glm::uvec2& cell : result.cells) {
        cell.x = first;
        first += cell.y;
    }
    std::vector<std::size_t> place(spots.size());
    std::vector<std::uint32_t> filled(result.cells.size());
    for (std::size_t i = 0; i < spots.size(); ++i)
        place[i] = result.cells[cell_of(i)].x + filled[cell_of(i)]++;
    parallel_for(spots.size(), 512, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            result.spots[place[i]] = spots[i];
    });
    return result;
}

std::vector<glm::vec4> surface_texels(const head::ScalpChart& chart) {
    std::vector<glm::vec4> texels(chart.position_mm.size());
    for (std::size_t i = 0; i < texels.size(); ++i)
        texels[i] = glm::vec4(chart.position_mm[i], chart.on_scalp[i] ? 1.0f : 0.0f);
    return texels;
}

} // namespace

InkChart::InkChart(const gpu::Device& device, const head::Head& head, std::uint32_t side)
    : device_(device), side_(side), splat_(device), unpack_(device), gather_marks_(device), saturate_(device),
      surface_(device, "scalp surface", gpu::Format::rgba32f,
               {static_cast<std::uint32_t>(head.chart.size), static_cast<std::uint32_t>(head.chart.size)}),
      fine_(device, "dark shares", std::size_t{side} * side * 4),
      wide_(device, "wide dark shares", std::size_t{side / wide_step} * (side / wide_step) * 4),
      wide_image_(device, "wide dark shares, unpacked", gpu::Format::rgba16f,
                  {side / wide_step, side / wide_step, 2}),
      marks_(device, "marks of healing", gpu::Format::rgba16f, {side, side}),
      ratio_(device, "chart ratio", gpu::Format::rgba16f, {side, side, fours_of_bands}),
      redness_(device, "chart redness", gpu::Format::r16f, {side, side}) {
    surface_.upload<glm::vec4>(surface_texels(head.chart));
}

void InkChart::fill(const AgedInk& ink, const transport::DotTables& tables,
                    const study::HealingOptics& skin) {
    const SortedSpots spots = sorted(Spots(ink, tables, skin));
    const gpu::Buffer<passes::DarkSpot> spot_buffer(device_, "dark spots",
                                                    std::span<const passes::DarkSpot>(spots.spots));
    const gpu::Buffer<glm::uvec2> cell_buffer(device_, "spot cells",
                                              std::span<const glm::uvec2>(spots.cells));
    const bool healing = std::any_of(ink.states.begin(), ink.states.end(), study::heals);
    gpu::Commands commands(device_, "ink chart");
    if (healing)
        commands.dispatch(
            gather_marks_,
            {.spots = spot_buffer, .cell_spots = cell_buffer, .surface = surface_, .marks = marks_},
            {.size = side_, .cells = cell_side}, {side_, side_});
    for (std::uint32_t i = 0; i < fours_of_bands; ++i) {
        splat(commands, spot_buffer, static_cast<std::uint32_t>(spots.count), i);
        commands.dispatch(saturate_,
                          {.dark = fine_,
                           .wide = wide_image_,
                           .surface = surface_,
                           .marks = marks_,
                           .ratio = ratio_,
                           .redness = redness_},
                          {.size = side_,
                           .four = i,
                           .healing = healing ? 1u : 0u,
                           .flake_rho = study::flake_rho(),
                           .bare = four(skin.bare, i),
                           .veil_scatter = four(skin.veil_scatter, i)},
                          {side_, side_});
    }
    commands.submit_and_wait();
}

void InkChart::splat(gpu::Commands& commands, const gpu::Buffer<passes::DarkSpot>& spots, std::uint32_t count,
                     std::uint32_t four) {
    commands.fill(fine_, 0);
    commands.fill(wide_, 0);
    passes::SplatDarkening::Params params{
        .size = side_, .spot_count = count, .first_gaussian = 0, .last_gaussian = 1, .four = four};
    commands.dispatch(splat_, {.spots = spots, .surface = surface_, .dark = fine_}, params, {count});
    params.size = side_ / wide_step;
    params.first_gaussian = params.last_gaussian = 2;
    commands.dispatch(splat_, {.spots = spots, .surface = surface_, .dark = wide_}, params, {count});
    commands.dispatch(unpack_, {.dark = wide_, .shares = wide_image_}, {.size = params.size},
                      {params.size, params.size});
}

InkWindow InkChart::window() const {
    return {.ratio = &ratio_, .redness = &redness_};
}

} // namespace healed::render
