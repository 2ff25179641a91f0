#include "render/hair.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

const StrandPiece no_strand{};

/// A storage buffer is never empty.
std::span<const StrandPiece> at_least_one(std::span<const StrandPiece> strands) {
    return strands.empty() ? std::span(&no_strand, 1) : strands;
}

} // namespace

Hair::Hair(const gpu::Device& device, Strands strands, std::span<const passes::HeadVertex> vertices)
    : clusters_(cluster(strands, vertices)), pieces_(device, "strands", at_least_one(strands)),
      in_view_(device, "clusters in view", std::max<std::size_t>(clusters_.size(), 1)),
      piece_count_(static_cast<std::uint32_t>(strands.size())) {
    for (const StrandPiece& piece : strands) {
        longest_mm_ = std::max(longest_mm_, glm::length(piece.to - piece.from));
        widest_mm_ = std::max(widest_mm_, 2.0f * std::max(piece.from_radius, piece.to_radius));
    }
}

void Hair::look_from(const Camera& camera, const Raster& raster) {
    constexpr float samples_per_part = 4000.0f; // a quarter of what the pass draws: hair may stand nearer
    const auto aspect = static_cast<float>(raster.width) / static_cast<float>(raster.height);
    const std::vector<std::uint32_t> seen = render::clusters_in_view(clusters_, camera, aspect);
    clusters_in_view_ = static_cast<std::uint32_t>(seen.size());
    if (!seen.empty())
        in_view_.upload(seen);
    const float sample_mm = camera.pixel_mm(camera.focus_mm, static_cast<int>(raster.rows()));
    const float samples = (longest_mm_ / sample_mm + 3.0f) * (widest_mm_ / sample_mm + 3.0f);
    parts_ = static_cast<std::uint32_t>(std::clamp(std::ceil(samples / samples_per_part), 1.0f, 256.0f));
}

} // namespace healed::render
