#include "render/hair.h"

#include "render/fibre_table.h"
#include "render/long_strands.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

const StrandPiece no_strand{};

/// A storage buffer is never empty.
std::span<const StrandPiece> at_least_one(std::span<const StrandPiece> strands) {
    return strands.empty() ? std::span(&no_strand, 1) : strands;
}

/// Long hair is drawn as coarse as the picture's samples let it be without being told apart.
std::uint32_t most_share(float hair_mm, float sample_mm) {
    constexpr float widest_samples = 0.9f;
    for (const std::uint32_t share : {1u, 2u})
        if (hair_mm * stands_for(share) < widest_samples * sample_mm)
            return share;
    return 3u;
}

constexpr std::uint32_t slab_layers = 6; // as shading/hair_slabs.glsl counts them

} // namespace

Hair::Hair(const gpu::Device& device, Strands strands, std::span<const passes::HeadVertex> vertices,
           std::span<const glm::uvec3> triangles)
    : clusters_(cluster(strands, vertices)), volume_(strands),
      pieces_(device, "strands", at_least_one(strands)),
      in_view_(device, "clusters in view", std::max<std::size_t>(clusters_.size(), 1)),
      stubble_(device, "stubble", std::span<const passes::Stubble>(stubble_on(strands, vertices, triangles))),
      fibre_(device, "fibre", std::span<const passes::FibreRow>(fibre_table())) {
    for (const StrandPiece& piece : strands) {
        longest_mm_ = std::max(longest_mm_, glm::length(piece.to - piece.from));
        widest_mm_ = std::max(widest_mm_, 2.0f * std::max(piece.from_radius, piece.to_radius));
    }
    drawn_.piece_count = static_cast<std::uint32_t>(strands.size());
}

void Hair::look_from(const gpu::Device& device, const Camera& camera, const Raster& raster) {
    // Natural hairs stand about so far apart: wider samples hold more than one, and each second may stand for
    // two.
    constexpr float hairs_apart_mm = 0.9f;
    constexpr float samples_per_part = 4000.0f; // a quarter of what a pass draws: hair may stand nearer
    const float sample_mm = camera.pixel_mm(camera.focus_mm, static_cast<int>(raster.rows()));
    drawn_.most_share = most_share(0.75f * widest_mm_, sample_mm);
    drawn_.widen = stands_for(drawn_.most_share);
    const bool long_hair = volume_.grid().count.x > 0;
    drawn_.every = long_hair || sample_mm < hairs_apart_mm ? 1 : sample_mm < 1.1f * hairs_apart_mm ? 2 : 4;
    const float samples = (longest_mm_ / sample_mm + 3.0f) * (drawn_.widen * widest_mm_ / sample_mm + 3.0f);
    drawn_.parts =
        static_cast<std::uint32_t>(std::clamp(std::ceil(samples / samples_per_part), 1.0f, 256.0f));

    const auto aspect = static_cast<float>(raster.width) / static_cast<float>(raster.height);
    const std::vector<std::uint32_t> seen =
        render::clusters_in_view(clusters_, camera, aspect, drawn_.most_share);
    clusters_in_view_ = static_cast<std::uint32_t>(seen.size());
    if (!seen.empty())
        in_view_.upload(seen);
    if (long_hair &&
        (!slabs_ || slabs_->extent().width != raster.columns() || slabs_->extent().height != raster.rows())) {
        slabs_.reset();
        slabs_.emplace(device, "hair slabs", gpu::Format::r32ui,
                       gpu::Extent{raster.columns(), raster.rows(), slab_layers});
    }
}

std::vector<passes::Stubble> stubble_on(std::span<const StrandPiece> pieces,
                                        std::span<const passes::HeadVertex> vertices,
                                        std::span<const glm::uvec3> triangles) {
    std::vector<glm::vec3> along(vertices.size());
    std::vector<glm::vec2> areas(vertices.size()); // of hair, of skin
    for (const StrandPiece& piece : pieces)
        if (piece.share == 0) {
            const glm::vec3 whole = piece.to - piece.from;
            along[piece.vertex] += whole;
            areas[piece.vertex].x += glm::length(whole) * (piece.from_radius + piece.to_radius);
        }
    for (const glm::uvec3& triangle : triangles) {
        const glm::vec3 a = vertices[triangle.x].position;
        const float area = 0.5f * glm::length(glm::cross(vertices[triangle.y].position - a,
                                                         vertices[triangle.z].position - a));
        for (int corner = 0; corner < 3; ++corner)
            areas[triangle[corner]].y += area / 3.0f;
    }
    // A vertex has few hairs to itself: its share is that of all about it.
    for (int round = 0; round < 2; ++round) {
        std::vector<glm::vec3> wider_along(along.size());
        std::vector<glm::vec2> wider_areas(areas.size());
        for (const glm::uvec3& triangle : triangles)
            for (int from = 0; from < 3; ++from)
                for (int to = 0; to < 3; ++to) {
                    wider_along[triangle[to]] += along[triangle[from]];
                    wider_areas[triangle[to]] += areas[triangle[from]];
                }
        along = std::move(wider_along);
        areas = std::move(wider_areas);
    }
    std::vector<passes::Stubble> stubble(vertices.size());
    for (std::size_t i = 0; i < stubble.size(); ++i)
        if (areas[i].x > 0.0f)
            stubble[i] = {.direction = glm::normalize(along[i] + glm::vec3(1e-9f)),
                          .side_area = areas[i].x / std::max(areas[i].y, 1e-6f)};
    return stubble;
}

} // namespace healed::render
