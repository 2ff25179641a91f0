#include "render/macro_absorbers.h"

#include "physics.h"

#include <array>
#include <cmath>

namespace healed::render {

namespace {

/// What lies so far outside of the window still takes light from its edge.
constexpr float margin_mm = 1.5f;
/// Depth to which a hair's shaft is followed; below it hardly any light comes back.
constexpr float shaft_bottom_mm = 1.5f;
/// Crust lies on the surface and within the torn epidermis.
constexpr float crust_depth_mm = 0.02f;
constexpr float crust_sigma_z_mm = 0.01f;
/// Texels about what a camera sees: its samples are read between texels, and light is blurred.
constexpr int seen_margin = 8;

bool near_window(glm::vec2 at, float margin) {
    return at.x > -margin && at.y > -margin && at.x < macro_window.width_mm() + margin &&
           at.y < macro_window.height_mm() + margin;
}

void add_dot(MacroAbsorbers& all, const treatment::Dot& dot, const aging::DotState& state,
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

} // namespace

TangentPlane::TangentPlane(const head::ScalpChart& chart, glm::vec2 place)
    : origin(chart.position_at(place)), normal(chart.normal_at(place)) {
    const glm::mat2x3 jacobian = chart.jacobian_at(place);
    x = glm::normalize(jacobian[0] - normal * glm::dot(normal, jacobian[0]));
    y = glm::cross(normal, x);
    if (glm::dot(y, jacobian[1]) < 0.0f)
        y = -y;
}

WindowPart part_seen(const Camera& camera, float aspect, const TangentPlane& plane) {
    glm::vec2 low(1e9f), high(-1e9f);
    for (const glm::vec2 corner : {glm::vec2(-1, -1), {1, -1}, {1, 1}, {-1, 1}}) {
        const glm::vec3 ray = camera.forward + camera.tan_half_height *
                                                   (corner.x * aspect * camera.right + corner.y * camera.up);
        const float towards = -glm::dot(ray, plane.normal);
        if (towards <= 0.0f)
            return {{0, 0}, {macro_window.columns, macro_window.rows}}; // sees the plane's horizon
        const float way = glm::dot(camera.position_mm - plane.origin, plane.normal) / towards;
        const glm::vec2 at = plane.in_window(camera.position_mm + way * ray) / macro_window.texel_mm;
        low = glm::min(low, at), high = glm::max(high, at);
    }
    const glm::ivec2 size(macro_window.columns, macro_window.rows);
    const auto within = [&](glm::vec2 at, int margin) {
        return glm::uvec2(glm::clamp(glm::ivec2(glm::floor(at)) + margin, glm::ivec2(0), size));
    };
    const WindowPart part{within(low, -seen_margin), within(high, seen_margin + 1)};
    return part.size().x == 0 || part.size().y == 0 ? WindowPart{} : part;
}

MacroAbsorbers absorbers_near(const AgedInk& ink, const TangentPlane& plane,
                              const study::HealingOptics& skin) {
    const float marks_margin_mm = physics::marks_reach * physics::flush_sigma_mm;
    MacroAbsorbers all;
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

} // namespace healed::render
