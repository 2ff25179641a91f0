#include "treatment/point_grid.h"

#include <algorithm>

namespace healed::treatment {

namespace {

constexpr float most_cubes_on_a_side = 200.0f;

} // namespace

PointGrid::PointGrid(const std::vector<glm::vec3>& points_mm, float cube_mm) : cube_mm_(cube_mm) {
    glm::vec3 high(0.0f);
    if (!points_mm.empty())
        low_ = high = points_mm.front();
    for (const glm::vec3& point : points_mm) {
        low_ = glm::min(low_, point);
        high = glm::max(high, point);
    }
    const glm::vec3 extent = high - low_;
    const float longest = std::max({extent.x, extent.y, extent.z});
    cube_mm_ = std::max(cube_mm, longest / most_cubes_on_a_side);
    cubes_ = glm::ivec3(extent / cube_mm_) + 1;
    first_.assign(static_cast<std::size_t>(cubes_.x) * static_cast<std::size_t>(cubes_.y) *
                          static_cast<std::size_t>(cubes_.z) +
                      1,
                  0);
    for (const glm::vec3& point : points_mm)
        ++first_[cell(cube_of(point)) + 1];
    for (std::size_t i = 1; i < first_.size(); ++i)
        first_[i] += first_[i - 1];
    order_.resize(points_mm.size());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t i = 0; i < points_mm.size(); ++i)
        order_[next[cell(cube_of(points_mm[i]))]++] = i;
}

glm::ivec3 PointGrid::cube_of(glm::vec3 place_mm) const {
    return glm::clamp(glm::ivec3(glm::floor((place_mm - low_) / cube_mm_)), glm::ivec3(0), cubes_ - 1);
}

std::size_t PointGrid::cell(glm::ivec3 cube) const {
    return (static_cast<std::size_t>(cube.z) * static_cast<std::size_t>(cubes_.y) +
            static_cast<std::size_t>(cube.y)) *
               static_cast<std::size_t>(cubes_.x) +
           static_cast<std::size_t>(cube.x);
}

} // namespace healed::treatment
