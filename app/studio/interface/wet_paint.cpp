#include "interface/wet_paint.h"

#include "interface/theme.h"
#include "treatment/growth.h"
#include "treatment/painting.h"
#include "treatment/random.h"

#include <algorithm>
#include <cmath>

namespace healed::studio {

namespace {

using treatment::Place;
using treatment::Stroke;

constexpr ImU32 ink = IM_COL32(24, 24, 28, 170), bare = IM_COL32(232, 205, 184, 150);
constexpr float comb_apart_mm = 3.5f, bare_apart_mm = 1.3f, comb_length_mm = 3.0f;
/// How many places a frame looks at; wider strokes are shown more sparsely.
constexpr float most_places = 6000.0f;

struct Box {
    glm::vec2 low{1e6f}, high{-1e6f};
    float area() const { return (high.x - low.x) * (high.y - low.y); }
};

/// About a stroke on the scalp laid flat, mm on a median head. Far from the pole the flat map is stretched.
Box box_of(const Stroke& stroke, bool mirrored) {
    constexpr float stretch = 1.5f;
    Box box;
    for (const Place& place : stroke.along) {
        const glm::vec2 at(static_cast<float>(mirrored ? -place.left_mm : place.left_mm),
                           static_cast<float>(place.forward_mm));
        box.low = glm::min(box.low, at);
        box.high = glm::max(box.high, at);
    }
    const float reach = stretch * static_cast<float>(stroke.radius_mm);
    return {box.low - reach, box.high + reach};
}

/// How far apart a stroke's marks are to stand, mm on a median head.
float apart_mm(const Stroke& stroke, const project::Project& project) {
    if (stroke.kind == Stroke::Kind::Comb)
        return comb_apart_mm;
    if (stroke.kind == Stroke::Kind::Erase)
        return bare_apart_mm;
    const treatment::Plan& plan = project.plan;
    const double per_cm2 = std::abs(stroke.density) * treatment::follicles_per_cm2(plan.follicles) *
                           plan.sessions.back().cumulative_density;
    return static_cast<float>(10.0 / std::sqrt(std::max(per_cm2, 1.0)));
}

/// Share of a stroke's effect at places: that of a brush of density that adds all follicles.
treatment::Painting shares_of(const Eye& eye, Stroke stroke) {
    stroke.kind = Stroke::Kind::Density;
    stroke.density = 1.0;
    return {eye.head.frame, std::vector{stroke}};
}

void draw_combed(ImDrawList& list, const Eye& eye, glm::vec2 chart, glm::vec3 way) {
    const glm::vec3 from =
        eye.head.head.chart.position_at(chart) + 0.3f * eye.head.head.chart.normal_at(chart);
    const auto root = eye.pixel(from), tip = eye.pixel(from + comb_length_mm * way);
    if (!root || !tip)
        return;
    list.AddLine(*root, *tip, IM_COL32(0, 0, 0, 150), px(2.6f));
    list.AddLine(*root, *tip, paint::accent, px(1.3f));
    list.AddCircleFilled(*tip, px(1.8f), paint::accent);
}

void draw_stroke(ImDrawList& list, const Eye& eye, const Stroke& stroke, const Box& box,
                 const project::Project& project) {
    const treatment::ScalpFrame& frame = eye.head.frame;
    const treatment::Painting shares = shares_of(eye, stroke), painting(frame, std::vector{stroke});
    const float apart = std::max(apart_mm(stroke, project), std::sqrt(box.area() / most_places));
    const float pixel_per_mm =
        eye.area.height() / (2.0f * eye.camera.tan_half_height * glm::length(eye.camera.position_mm));
    const float half_dot = 0.5f * static_cast<float>(project.plan.needle.footprint_mm) * pixel_per_mm;
    const bool adds = stroke.kind == Stroke::Kind::Density && stroke.density > 0.0;
    std::uint64_t index = 0;
    for (float y = box.low.y; y < box.high.y; y += apart)
        for (float x = box.low.x; x < box.high.x; x += apart) {
            treatment::Random random(1, treatment::Purpose::Layout, index++);
            const glm::vec2 stray(random.uniform() - 0.5, random.uniform() - 0.5);
            const glm::vec2 chart =
                frame.chart_at_flat(frame.scale() * (glm::vec2(x, y) + 0.7f * apart * stray));
            if (!frame.chart().is_scalp(chart) ||
                static_cast<float>(random.uniform()) >= shares.dots_per_cm2(chart, 0.0f, 1.0f))
                continue;
            if (stroke.kind == Stroke::Kind::Comb) {
                const int whorls = project.plan.follicles.whorls;
                draw_combed(list, eye, chart,
                            painting.combed(chart, treatment::growth_direction(frame, chart, whorls)));
            } else if (const auto at = eye.pixel(frame.chart().position_at(chart))) {
                list.AddCircleFilled(*at, std::max(adds ? half_dot : 2.5f * half_dot, adds ? 0.9f : 1.6f),
                                     adds ? ink : bare, 6);
            }
        }
}

bool is_same(const Stroke& a, const Stroke& b) {
    const auto same_place = [](const Place& p, const Place& q) {
        return p.forward_mm == q.forward_mm && p.left_mm == q.left_mm;
    };
    return a.kind == b.kind && a.radius_mm == b.radius_mm && a.softness == b.softness &&
           a.density == b.density && a.mirrored == b.mirrored &&
           std::ranges::equal(a.along, b.along, same_place);
}

} // namespace

void draw_wet(ImDrawList& list, const Eye& eye, const std::vector<Stroke>& strokes,
              const project::Project& project) {
    list.PushClipRect(eye.area.low, eye.area.high, true);
    for (const Stroke& stroke : strokes) {
        draw_stroke(list, eye, stroke, box_of(stroke, false), project);
        if (stroke.mirrored)
            draw_stroke(list, eye, stroke, box_of(stroke, true), project);
    }
    list.PopClipRect();
}

std::vector<Stroke> still_wet(const project::Project& wanted, const project::Project& shown) {
    const std::vector<Stroke>&all = wanted.plan.strokes, &dry = shown.plan.strokes;
    const auto [first, unused] = std::ranges::mismatch(all, dry, is_same);
    return {first, all.end()};
}

} // namespace healed::studio
