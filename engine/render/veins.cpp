#include "render/veins.h"

#include "transport/adding_doubling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace healed::render {
namespace {

/// Half as wide as it is seen: its own width and what light wanders above it.
constexpr float seen_sigma_mm = 1.5f;
/// The mean thickness of a vessel 2 mm wide, venous blood in it (literature: 60 to 70 %), and how blood
/// scatters at all wavelengths, about (M. Friebel et al., J. Biomed. Opt. 11, 2006).
constexpr double vein_mm = 1.6, venous_saturation = 0.65, blood_reduced_scattering_per_mm = 1.5;
/// Of the light about the middle of a vein so much misses it to either side. By eye.
constexpr double met_share = 0.75;

/// A place by its way up from the ear canals to the vertex, and its turn about the upright axis from the
/// front.
struct Node {
    float up, around_deg;
};

// Each with bends of its own, as no two are alike.
constexpr std::array<Node, 6> trunk{
    {{0.16f, 82}, {0.24f, 79}, {0.31f, 80}, {0.38f, 75}, {0.44f, 73}, {0.50f, 68}}};
constexpr std::array<Node, 6> forehead_branch{
    {{0.50f, 68}, {0.53f, 61}, {0.60f, 57}, {0.63f, 50}, {0.71f, 46}, {0.76f, 38}}};
constexpr std::array<Node, 5> upper_branch{{{0.50f, 68}, {0.57f, 69}, {0.63f, 75}, {0.71f, 77}, {0.78f, 84}}};

/// Where a vertex lies by the same measures.
Node node_of(glm::vec3 place_mm, const head::Landmarks& marks) {
    const glm::vec3 between_ears = 0.5f * (marks.tragion_left + marks.tragion_right);
    return {.up = (place_mm.y - between_ears.y) / (marks.vertex.y - between_ears.y),
            .around_deg = glm::degrees(std::atan2(std::abs(place_mm.x), place_mm.z - between_ears.z))};
}

/// Distance to a course on a surface of about this height and radius, mm, and how far along it: 0 … 1.
struct Beside {
    float apart_mm, along;
};

Beside beside(std::span<const Node> course, Node at, float height_mm, float radius_mm) {
    const auto flat = [&](Node node) {
        return glm::vec2(radius_mm * glm::radians(node.around_deg), height_mm * node.up);
    };
    Beside nearest{1e9f, 0.0f};
    for (std::size_t i = 0; i + 1 < course.size(); ++i) {
        const glm::vec2 from = flat(course[i]), step = flat(course[i + 1]) - from, to = flat(at) - from;
        const float part = glm::clamp(glm::dot(to, step) / glm::dot(step, step), 0.0f, 1.0f);
        const float apart = glm::length(to - part * step);
        if (apart < nearest.apart_mm)
            nearest = {apart, (static_cast<float>(i) + part) / static_cast<float>(course.size() - 1)};
    }
    return nearest;
}

/// Branches sink towards their ends.
float seen_over(Beside beside, float at_start, float at_end) {
    const float off = beside.apart_mm / seen_sigma_mm;
    return glm::mix(at_start, at_end, beside.along) * std::exp(-0.5f * off * off);
}

} // namespace

std::vector<float> veins_under(const head::Head& head) {
    const head::Landmarks& marks = head.landmarks;
    const float height_mm = marks.vertex.y - 0.5f * (marks.tragion_left.y + marks.tragion_right.y);
    const float radius_mm = 0.5f * glm::length(marks.tragion_left - marks.tragion_right);
    std::vector<float> share(head.mesh.vertices.size());
    for (std::size_t i = 0; i < share.size(); ++i) {
        const head::Vertex& vertex = head.mesh.vertices[i];
        if (vertex.part != head::Part::Skin)
            continue;
        Node at = node_of(vertex.position_mm, marks);
        // The left side's vein lies a little higher, and further back.
        if (vertex.position_mm.x > 0.0f)
            at = {at.up - 0.025f, at.around_deg - 2.5f};
        share[i] = std::max({seen_over(beside(trunk, at, height_mm, radius_mm), 0.5f, 1.0f),
                             seen_over(beside(forehead_branch, at, height_mm, radius_mm), 1.0f, 0.25f),
                             seen_over(beside(upper_branch, at, height_mm, radius_mm), 0.8f, 0.1f)});
    }
    return share;
}

transport::BandValues vein_darkening(const skin::Skin& skin) {
    transport::BandValues darkening;
    for (std::size_t band = 0; band < darkening.size(); ++band) {
        const double nm = transport::band_nm[band];
        skin::OpticalStack stack = skin.stack_at(nm);
        const double without =
            transport::plane_reflectance(stack, transport::draft_streams).reflectance_diffuse;
        skin::OpticalLayer blood = stack.layers.back();
        blood.thickness_mm = vein_mm;
        blood.absorption_per_mm = skin.haemoglobin().blood_absorption_per_mm(nm, venous_saturation);
        blood.scattering_per_mm = blood_reduced_scattering_per_mm / (1.0 - blood.anisotropy);
        stack.layers.insert(stack.layers.end() - 1, blood);
        const double with = transport::plane_reflectance(stack, transport::draft_streams).reflectance_diffuse;
        darkening[band] = static_cast<float>(-std::log(1.0 - met_share * (1.0 - with / without)));
    }
    return darkening;
}

} // namespace healed::render
