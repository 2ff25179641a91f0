#include "render/hair_volume.h"

#include "base/parallel.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

constexpr float voxel_mm = 4.0f;
/// Of the side area of a hair, what it shows on the mean to light from the lamps and the sky.
constexpr float shown_share = 0.8f;
constexpr float least_depth_per_mm = 1e-4f;

std::size_t voxels(const passes::HairGrid& grid) {
    return std::size_t{grid.count.x} * grid.count.y * grid.count.z;
}

passes::HairGrid grid_about(std::span<const StrandPiece> pieces) {
    glm::vec3 low(1e9f), high(-1e9f);
    for (const StrandPiece& piece : pieces)
        if (piece.share > 0) {
            low = glm::min(low, glm::min(piece.from, piece.to));
            high = glm::max(high, glm::max(piece.from, piece.to));
        }
    if (low.x > high.x)
        return {.low = glm::vec3(0), .side = voxel_mm, .count = glm::uvec3(0)};
    low -= 2.0f * voxel_mm;
    return {.low = low,
            .side = voxel_mm,
            .count = glm::uvec3(glm::ceil((high - low) / voxel_mm)) + glm::uvec3(2)};
}

std::uint32_t byte_of(float share) {
    return static_cast<std::uint32_t>(std::lround(255.0f * std::clamp(share, 0.0f, 1.0f)));
}

} // namespace

HairVolume::HairVolume(std::span<const StrandPiece> pieces)
    : grid_(grid_about(pieces)), depth_per_mm_(voxels(grid_)) {
    if (depth_per_mm_.empty())
        return;
    for (const StrandPiece& piece : pieces) {
        if (piece.share == 0)
            continue;
        const float length = glm::length(piece.to - piece.from);
        const int steps = std::max(1, static_cast<int>(length / voxel_mm + 0.5f));
        const float area = shown_share * length * (piece.from_radius + piece.to_radius);
        for (int i = 0; i < steps; ++i) {
            const float t = (static_cast<float>(i) + 0.5f) / static_cast<float>(steps);
            const glm::uvec3 at((glm::mix(piece.from, piece.to, t) - grid_.low) / voxel_mm);
            depth_per_mm_[(at.z * grid_.count.y + at.y) * grid_.count.x + at.x] +=
                area / static_cast<float>(steps) / (voxel_mm * voxel_mm * voxel_mm);
        }
    }
}

float HairVolume::depth_at(glm::vec3 voxel) const {
    const glm::vec3 at = voxel - 0.5f;
    const glm::vec3 base = glm::floor(at), part = at - base;
    float sum = 0;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 step(corner & 1, corner >> 1 & 1, corner >> 2);
        const glm::vec3 cell = base + step;
        if (glm::any(glm::lessThan(cell, glm::vec3(0))) ||
            glm::any(glm::greaterThanEqual(cell, glm::vec3(grid_.count))))
            continue;
        const glm::vec3 near = glm::mix(1.0f - part, part, step);
        const glm::uvec3 i(cell);
        sum += near.x * near.y * near.z * depth_per_mm_[(i.z * grid_.count.y + i.y) * grid_.count.x + i.x];
    }
    return sum;
}

/// Optical depth from a place on, in steps that grow with the way.
float HairVolume::depth_towards(glm::vec3 voxel, glm::vec3 direction) const {
    constexpr int steps = 14;
    constexpr float first = 0.7f, growth = 1.18f;
    float sum = 0, step = first, way = 0.5f * first;
    for (int i = 0; i < steps; ++i) {
        sum += depth_at(voxel + way * direction) * step * voxel_mm;
        const float next = step * growth;
        way += 0.5f * (step + next);
        step = next;
    }
    return sum;
}

float HairVolume::sky_share(glm::vec3 voxel) const {
    // Straight up, and round about at 35° over the horizon: cosine-weighted over the upper half about evenly.
    float sum = 0.3f * std::exp(-depth_towards(voxel, {0, 1, 0}));
    for (int i = 0; i < 6; ++i) {
        const float around = 1.0472f * static_cast<float>(i);
        sum += 0.7f / 6.0f *
               std::exp(-depth_towards(voxel, {0.82f * std::sin(around), 0.57f, 0.82f * std::cos(around)}));
    }
    return sum;
}

std::vector<passes::HairVoxel> HairVolume::lit_by(std::span<const Lamp> lamps) const {
    std::vector<passes::HairVoxel> lit(std::max<std::size_t>(depth_per_mm_.size(), 1),
                                       {.lamps = 0xffffffffu, .around = 0xffu});
    const std::size_t slice = std::size_t{grid_.count.x} * grid_.count.y;
    parallel_for(grid_.count.z, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin * slice; i < end * slice; ++i) {
            const glm::vec3 voxel(i % grid_.count.x, i / grid_.count.x % grid_.count.y, i / slice);
            const glm::vec3 middle = voxel + 0.5f;
            // Only where there is hair, or hair beside, does anything ask.
            float near = 0;
            for (int corner = 0; corner < 8; ++corner)
                near += depth_at(middle + glm::vec3(corner & 1, corner >> 1 & 1, corner >> 2) * 2.0f - 1.0f);
            if (near < least_depth_per_mm)
                continue;
            lit[i].lamps = 0;
            for (std::size_t lamp = 0; lamp < max_lamps; ++lamp) {
                float share = 1.0f;
                if (lamp < lamps.size()) {
                    const glm::vec3 place = grid_.low + voxel_mm * middle;
                    share = std::exp(-depth_towards(middle, glm::normalize(lamps[lamp].centre_mm - place)));
                }
                lit[i].lamps |= byte_of(share) << (8 * lamp);
            }
            lit[i].around =
                byte_of(sky_share(middle)) | byte_of(depth_at(middle) / passes::most_hair_depth_per_mm) << 8;
        }
    });
    return lit;
}

} // namespace healed::render
