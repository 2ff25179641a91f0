#include "head/point_cloud.h"

#include <algorithm>
#include <cmath>

namespace healed::head {

std::vector<SurfacePoint> spread_over(const Soup& soup, std::size_t count) {
    const auto twice = [&soup](const glm::uvec3& t) {
        const glm::vec3 a = soup.positions[t.x];
        return glm::cross(soup.positions[t.y] - a, soup.positions[t.z] - a);
    };
    double area = 0.0;
    for (const glm::uvec3& t : soup.triangles)
        area += double(glm::length(twice(t)));
    std::vector<SurfacePoint> points;
    double mass = 0.5;
    for (const glm::uvec3& t : soup.triangles) {
        const glm::vec3 normal = twice(t);
        const float length = glm::length(normal);
        if (!(length > 0.0f))
            continue;
        for (mass += double(length) / area * double(count); mass >= 1.0; mass -= 1.0) {
            // Additive recurrence on the plastic number: evenly spread without chance (M. Roberts, 2018).
            const double n = double(points.size());
            const double u = std::sqrt(std::fmod(0.5 + 0.7548776662 * n, 1.0)),
                         v = std::fmod(0.5 + 0.5698402910 * n, 1.0);
            points.push_back({float(1.0 - u) * soup.positions[t.x] +
                                  float(u * (1.0 - v)) * soup.positions[t.y] +
                                  float(u * v) * soup.positions[t.z],
                              normal / length});
        }
    }
    return points;
}

PointCloud::PointCloud(std::vector<SurfacePoint> points) : points_(std::move(points)) {
    sort(0, points_.size(), 0);
}

void PointCloud::sort(std::size_t begin, std::size_t end, int axis) {
    if (end - begin < 2)
        return;
    const std::size_t middle = (begin + end) / 2;
    const auto at = [this](std::size_t i) { return points_.begin() + std::ptrdiff_t(i); };
    std::nth_element(at(begin), at(middle), at(end), [axis](const SurfacePoint& a, const SurfacePoint& b) {
        return a.position[axis] < b.position[axis];
    });
    sort(begin, middle, (axis + 1) % 3);
    sort(middle + 1, end, (axis + 1) % 3);
}

void PointCloud::search(std::size_t begin, std::size_t end, int axis, glm::vec3 place, float& square,
                        const SurfacePoint*& best) const {
    if (begin >= end)
        return;
    const std::size_t middle = (begin + end) / 2;
    const SurfacePoint& here = points_[middle];
    const glm::vec3 off = here.position - place;
    if (const float apart = glm::dot(off, off); apart < square) {
        square = apart;
        best = &here;
    }
    const float side = place[axis] - here.position[axis];
    const int next = (axis + 1) % 3;
    const bool low_first = side < 0.0f;
    low_first ? search(begin, middle, next, place, square, best)
              : search(middle + 1, end, next, place, square, best);
    if (side * side < square)
        low_first ? search(middle + 1, end, next, place, square, best)
                  : search(begin, middle, next, place, square, best);
}

const SurfacePoint* PointCloud::nearest(glm::vec3 place, float reach) const {
    const SurfacePoint* best = nullptr;
    float square = reach * reach;
    search(0, points_.size(), 0, place, square, best);
    return best;
}

} // namespace healed::head
