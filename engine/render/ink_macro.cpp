#include "render/ink_macro.h"

#include "passes/bands.h"
#include "physics.h"
#include "render/macro_replay.h"

#include <cmath>
#include <glm/gtc/packing.hpp>
#include <glm/gtc/type_precision.hpp>

namespace healed::render {

namespace {

// Halvings of the ratio for small pictures of the window.
constexpr std::uint32_t ratio_levels = 4;
/// The marks of healing are known so many texels of the window apart.
constexpr std::uint32_t marks_step = 8;
constexpr std::uint32_t marks_columns = macro_window.columns / marks_step;
constexpr std::uint32_t marks_rows = macro_window.rows / marks_step;

struct MarksOverWindow {
    std::vector<glm::u16vec4> all; ///< half precision: logarithm of blood, young epidermis, flakes
    std::vector<std::uint16_t> ln_blood;
};

/// Row by row (shaders/physics/marks.glsl).
MarksOverWindow over_window(const std::vector<MarkedPlace>& dots) {
    MarksOverWindow texels;
    for (std::uint32_t y = 0; y < marks_rows; ++y)
        for (std::uint32_t x = 0; x < marks_columns; ++x) {
            const glm::vec2 at = (glm::vec2(x, y) + 0.5f) * (macro_window.texel_mm * marks_step);
            float near = 0.0f, near_flush = 0.0f, flush = 0.0f, veil = 0.0f, flakes = 0.0f;
            for (const MarkedPlace& dot : dots) {
                const glm::vec2 away = dot.place_mm - at;
                const float square = glm::dot(away, away);
                const float nearness = physics::mark_nearness(square, physics::marks_sigma_mm);
                const float flushing = physics::mark_nearness(square, physics::flush_sigma_mm);
                near += nearness;
                veil += nearness * dot.marks.veil_rho;
                flakes += nearness * dot.marks.flakes;
                near_flush += flushing;
                flush += flushing * dot.marks.ln_blood;
            }
            const auto half = [](float near_dots, float marked) {
                return glm::packHalf1x16(physics::mark_of_many(near_dots, marked));
            };
            texels.all.emplace_back(half(near_flush, flush), half(near, veil), half(near, flakes), 0);
            texels.ln_blood.push_back(half(near_flush, flush));
        }
    return texels;
}

} // namespace

InkMacro::InkMacro(const gpu::Device& device, const transport::SkinTables& tables)
    : device_(device), field_(device, macro_window), veil_(device),
      tables_(transport::band_tables(tables, macro_window.texel_mm)),
      ratio_(device, "macro ratio", gpu::Format::rgba16f,
             {macro_window.columns, macro_window.rows, passes::fours_of_bands, ratio_levels}),
      redness_(device, "macro redness", gpu::Format::r16f, {marks_columns, marks_rows}),
      marks_(device, "macro marks", gpu::Format::rgba16f, {marks_columns, marks_rows}) {}

void InkMacro::fill(const AgedInk& ink, const head::Head& head, glm::vec2 place,
                    const study::HealingOptics& skin, const MacroReplay* replayed) {
    const TangentPlane plane(head.chart, place);
    const MacroAbsorbers absorbers = absorbers_near(ink, plane, skin);
    field_.evaluate(tables_, absorbers.dots, absorbers.shafts, ratio_);
    if (replayed) {
        auto texels = ratio_.download<glm::u16vec4>();
        replayed->put_into(texels);
        ratio_.upload<glm::u16vec4>(texels);
    }
    const MarksOverWindow marks = over_window(absorbers.marks);
    marks_.upload<glm::u16vec4>(marks.all);
    redness_.upload<std::uint16_t>(marks.ln_blood);
    gpu::Commands commands(device_, "veil");
    const auto four = [](const transport::BandValues& values, std::size_t i) {
        return glm::vec4(values[4 * i], values[4 * i + 1], values[4 * i + 2], values[4 * i + 3]);
    };
    commands.dispatch(veil_, {.ratio = ratio_, .marks = marks_},
                      {.size = {macro_window.columns, macro_window.rows},
                       .texel_mm = macro_window.texel_mm,
                       .flake_rho = study::flake_rho(),
                       .bare = {four(skin.bare, 0), four(skin.bare, 1), four(skin.bare, 2)},
                       .veil_scatter = {four(skin.veil_scatter, 0), four(skin.veil_scatter, 1),
                                        four(skin.veil_scatter, 2)}},
                      {macro_window.columns, macro_window.rows});
    commands.make_levels(ratio_);
    commands.submit_and_wait();

    const glm::mat2x3 jacobian = head.chart.jacobian_at(place);
    const glm::mat2 mm_from_chart(plane.flat(jacobian[0]), plane.flat(jacobian[1]));
    const glm::vec2 size(macro_window.width_mm(), macro_window.height_mm());
    const glm::mat2 share_from_mm(1.0f / size.x, 0.0f, 0.0f, 1.0f / size.y);
    from_chart_ = share_from_mm * mm_from_chart;
    chart_origin_ = place - glm::inverse(from_chart_) * glm::vec2(0.5f);
}

InkWindow InkMacro::window() const {
    return {.ratio = &ratio_, .redness = &redness_, .chart_origin = chart_origin_, .from_chart = from_chart_};
}

} // namespace healed::render
