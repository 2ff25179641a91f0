#pragma once

#include "../gpu_device.h"
#include "base/file.h"
#include "color/illuminant.h"
#include "head/head.h"
#include "ink/ink.h"
#include "skin/settings.h"
#include "transport/band_colour.h"
#include "transport/skin_tables.h"

namespace healed::test {

/// One head, one skin and one ink for all tests here.
struct Ground {
    head::Head head = head::built_in_head();
    ink::Library library = ink::load_library(assets_folder());
    skin::Skin skin{skin::load_preset(assets_folder(), "III").settings,
                    skin::load_haemoglobin(assets_folder())};
    transport::SkinTables tables =
        transport::bake_skin_tables(test::device(), skin, transport::BakeQuality::Draft, 3, {});
    transport::BandColour colour =
        transport::band_colour(skin, color::load_daylight_viewing(assets_folder()));
};

inline const Ground& ground() {
    static const Ground once;
    return once;
}

/// The plane that touches the head at a place, x along the chart's u.
struct Plane {
    glm::vec2 place;
    glm::vec3 origin, x, y;

    explicit Plane(glm::vec2 at) : place(at) {
        const head::ScalpChart& chart = ground().head.chart;
        const glm::vec3 normal = chart.normal_at(at);
        const glm::mat2x3 jacobian = chart.jacobian_at(at);
        origin = chart.position_at(at);
        x = glm::normalize(jacobian[0] - normal * glm::dot(normal, jacobian[0]));
        y = glm::cross(normal, x);
        if (glm::dot(y, jacobian[1]) < 0.0f)
            y = -y;
    }
    glm::vec2 flat(glm::vec3 v) const { return {glm::dot(v, x), glm::dot(v, y)}; }
    /// The place on the chart so many mm from the origin.
    glm::vec2 chart_at(glm::vec2 mm) const {
        const head::ScalpChart& chart = ground().head.chart;
        glm::vec2 at = place;
        for (int step = 0; step < 8; ++step) {
            const glm::mat2x3 jacobian = chart.jacobian_at(at);
            const glm::mat2 local(flat(jacobian[0]), flat(jacobian[1]));
            at += glm::inverse(local) * (mm - flat(chart.position_at(at) - origin));
        }
        return at;
    }
    /// mm for a whole side of the chart along u and v.
    glm::vec2 stretch() const {
        const glm::mat2x3 jacobian = ground().head.chart.jacobian_at(place);
        return {glm::length(jacobian[0]), glm::length(jacobian[1])};
    }
};

inline Plane crown() {
    return Plane({0.5f, 0.6f});
}

/// The last place towards the left ear about which there is scalp for 9 mm.
inline Plane temple() {
    const head::ScalpChart& chart = ground().head.chart;
    glm::vec2 best(0.5f, 0.45f);
    for (float u = 0.5f; u < 1.0f; u += 0.005f) {
        const Plane plane({u, 0.45f});
        const float side = plane.stretch().x;
        if (chart.is_scalp({u + 9.0f / side, 0.45f}) && chart.is_scalp({u, 0.45f - 9.0f / side}))
            best.x = u;
    }
    return Plane(best);
}

} // namespace healed::test
