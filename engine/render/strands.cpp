#include "render/strands.h"

#include "render/nearest_vertex.h"
#include "treatment/random.h"

#include <cmath>

namespace healed::render {
namespace {

using treatment::Random;

// Streams of this floor, apart from those of the treatment; 32 to 39 are of short hair.
constexpr auto stubble_purpose = static_cast<treatment::Purpose>(32);

constexpr float longest_piece_mm = 2.2f;
/// Radius of the bow in which cut hair grows on; by eye.
constexpr float bow_mm = 24.0f;
constexpr double melanin_cv = 0.2;

} // namespace

Strands stubble(const head::Head& head, std::span<const treatment::Hair> hairs, double length_mm,
                std::uint64_t seed) {
    const NearestVertex nearest(head.mesh);
    Strands strands;
    strands.reserve(hairs.size());
    for (std::size_t i = 0; i < hairs.size(); ++i) {
        Random random(seed, stubble_purpose, i);
        const treatment::Hair& hair = hairs[i];
        const auto length = static_cast<float>(length_mm * random.scatter(0.15));
        const auto melanin = static_cast<float>(random.scatter(melanin_cv));
        const float bend = 0.5f * length / bow_mm * static_cast<float>(random.scatter(0.5));
        const std::uint32_t vertex = nearest(hair.root_mm);
        const glm::vec3 outwards = head.mesh.vertices[vertex].normal;
        const auto at = [&](float t) {
            return hair.root_mm + length * (t * hair.direction - bend * t * t * outwards);
        };
        const int pieces = std::max(1, static_cast<int>(std::ceil(length / longest_piece_mm)));
        for (int k = 0; k < pieces; ++k)
            strands.push_back({.from = at(static_cast<float>(k) / static_cast<float>(pieces)),
                               .from_radius = hair.radius_mm,
                               .to = at(static_cast<float>(k + 1) / static_cast<float>(pieces)),
                               .to_radius = hair.radius_mm,
                               .vertex = vertex,
                               .gone_years = hair.gone_years,
                               .grey_years = hair.grey_years,
                               .melanin = melanin,
                               .share = 0});
    }
    return strands;
}

double side_area_mm2(std::span<const StrandPiece> strands) {
    double sum = 0;
    for (const StrandPiece& piece : strands)
        sum +=
            static_cast<double>(glm::length(piece.to - piece.from) * (piece.from_radius + piece.to_radius));
    return sum;
}

} // namespace healed::render
