#include "render/ink_macro.h"

#include "passes/bands.h"
#include "physics.h"

#include <cmath>
#include <glm/gtc/packing.hpp>
#include <glm/gtc/type_precision.hpp>

namespace healed::render {

namespace {

// Halvings of the ratio for small pictures of the window.
constexpr std::uint32_t ratio_levels = 4;
constexpr transport::FieldWindow macro_window{.columns = 384, .rows = 256, .texel_mm = 0.025f};
/// What lies so far outside of the window still takes light from its edge.
constexpr float margin_mm = 1.5f;
/// The marks of healing are known so many texels of the window apart.
constexpr std::uint32_t marks_step = 8;
constexpr std::uint32_t marks_columns = macro_window.columns / marks_step;
constexpr std::uint32_t marks_rows = macro_window.rows / marks_step;
/// Depth to which a hair's shaft is followed; below it hardly any light comes back.
constexpr float shaft_bottom_mm = 1.5f;
/// Crust lies on the surface and within the torn epidermis.
constexpr float crust_depth_mm = 0.02f;
constexpr float crust_sigma_z_mm = 0.01f;

/// The plane that touches the head at a place: x along the chart's u, y as the chart's v runs.
struct TangentPlane {
    glm::vec3 origin, x, y, normal;

    TangentPlane(const head::ScalpChart& chart, glm::vec2 place)
        : origin(chart.position_at(place)), normal(chart.normal_at(place)) {
        const glm::mat2x3 jacobian = chart.jacobian_at(place);
        x = glm::normalize(jacobian[0] - normal * glm::dot(normal, jacobian[0]));
        y = glm::cross(normal, x);
        if (glm::dot(y, jacobian[1]) < 0.0f)
            y = -y;
    }
    glm::vec2 flat(glm::vec3 v) const { return {glm::dot(v, x), glm::dot(v, y)}; }
    /// From the window's upper left corner, mm.
    glm::vec2 in_window(glm::vec3 position) const {
        return flat(position - origin) + 0.5f * glm::vec2(macro_window.width_mm(), macro_window.height_mm());
    }
};

bool near_window(glm::vec2 at, float margin) {
    return at.x > -margin && at.y > -margin && at.x < macro_window.width_mm() + margin &&
           at.y < macro_window.height_mm() + margin;
}

struct MarkedPlace {
    glm::vec2 place_mm;
    study::SurfaceMarks marks;
};

struct Absorbers {
    std::vector<transport::DotAbsorber> dots;
    std::vector<transport::ShaftAbsorber> shafts;
    std::vector<MarkedPlace> marks; ///< one a dot that heals
};

void add_dot(Absorbers& all, const treatment::Dot& dot, const aging::DotState& state,
             const study::InkBands& bands, const TangentPlane& plane, glm::vec2 at) {
    const glm::vec2 slant = std::tan(dot.tilt_rad) * plane.flat(dot.drift);
    all.dots.push_back({.x_mm = at.x,
                        .y_mm = at.y,
                        .slant_x = slant.x,
                        .slant_y = slant.y,
                        .depth_mm = state.depth_mm,
                        .sigma_mm = state.sigma_mm,
                        .sigma_z_mm = state.sigma_z_mm,
                        .absorbing_area_mm2 = bands.in_skin(dot, state)});
    if (state.crust > 0.0f || state.crust_cover > 0.0f)
        all.dots.push_back({.x_mm = at.x,
                            .y_mm = at.y,
                            .depth_mm = crust_depth_mm,
                            .sigma_mm = state.crust_sigma_mm,
                            .sigma_z_mm = crust_sigma_z_mm,
                            .absorbing_area_mm2 = bands.in_crust(dot, state)});
}

Absorbers absorbers_near(const AgedInk& ink, const TangentPlane& plane, const study::HealingOptics& skin) {
    const float marks_margin_mm = physics::marks_reach * physics::marks_sigma_mm;
    Absorbers all;
    for (std::size_t i = 0; i < ink.states.size(); ++i) {
        const treatment::Dot& dot = ink.treatment->dots[i];
        const glm::vec2 at = plane.in_window(dot.position_mm);
        // The plane meets the far side of the head too.
        if (!near_window(at, marks_margin_mm) || glm::dot(dot.normal, plane.normal) < 0.5f)
            continue;
        if (study::heals(ink.states[i]))
            all.marks.push_back({at, study::surface_marks(ink.states[i], skin)});
        if (near_window(at, margin_mm))
            add_dot(all, dot, ink.states[i], ink.bands, plane, at);
    }
    for (const treatment::Hair& hair : ink.hairs) {
        const glm::vec2 at = plane.in_window(hair.root_mm);
        const float rise = glm::dot(hair.direction, plane.normal);
        if (!near_window(at, margin_mm) || rise < 0.1f)
            continue;
        const glm::vec2 slant = -plane.flat(hair.direction) / rise;
        all.shafts.push_back({.x_mm = at.x,
                              .y_mm = at.y,
                              .slant_x = slant.x,
                              .slant_y = slant.y,
                              .radius_mm = hair.radius_mm,
                              .bottom_mm = shaft_bottom_mm,
                              .absorption_per_mm = ink.hair_absorption_per_mm});
    }
    return all;
}

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
            float near = 0.0f;
            glm::vec3 marked(0.0f);
            for (const MarkedPlace& dot : dots) {
                const glm::vec2 away = dot.place_mm - at;
                const float nearness = physics::mark_nearness(glm::dot(away, away));
                near += nearness;
                marked += nearness * glm::vec3(dot.marks.ln_blood, dot.marks.veil_rho, dot.marks.flakes);
            }
            const auto half = [&](int mark) {
                return glm::packHalf1x16(physics::mark_of_many(near, marked[mark]));
            };
            texels.all.emplace_back(half(0), half(1), half(2), 0);
            texels.ln_blood.push_back(half(0));
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
                    const study::HealingOptics& skin) {
    const TangentPlane plane(head.chart, place);
    const Absorbers absorbers = absorbers_near(ink, plane, skin);
    field_.evaluate(tables_, absorbers.dots, absorbers.shafts, ratio_);
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
