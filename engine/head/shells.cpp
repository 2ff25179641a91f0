#include "head/tidy.h"

#include "base/parallel.h"
#include "head/bvh.h"
#include "head/open_border.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace healed::head {
namespace {

/// Sets that grow together.
class Sets {
  public:
    explicit Sets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0u); }
    std::uint32_t find(std::uint32_t a) {
        while (parent_[a] != a)
            a = parent_[a] = parent_[parent_[a]];
        return a;
    }
    void join(std::uint32_t a, std::uint32_t b) { parent_[find(a)] = find(b); }

  private:
    std::vector<std::uint32_t> parent_;
};

/// One side of a triangle.
struct Side {
    std::uint32_t low, high, triangle;
    bool rising; ///< whether the triangle runs from the lower to the higher place
};

std::vector<Side> sorted_sides(const Soup& soup) {
    std::vector<Side> sides;
    sides.reserve(3 * soup.triangles.size());
    for (std::uint32_t t = 0; t < soup.triangles.size(); ++t)
        for (int c = 0; c < 3; ++c) {
            const std::uint32_t a = soup.triangles[t][c], b = soup.triangles[t][(c + 1) % 3];
            sides.push_back({std::min(a, b), std::max(a, b), t, a < b});
        }
    std::ranges::sort(sides, [](const Side& a, const Side& b) {
        return a.low != b.low ? a.low < b.low : a.high != b.high ? a.high < b.high : a.triangle < b.triangle;
    });
    return sides;
}

/// Calls `each(first, count)` for every edge with the sides that share it.
template <typename Each>
void over_edges(const std::vector<Side>& sides, const Each& each) {
    for (std::size_t i = 0, end; i < sides.size(); i = end) {
        for (end = i + 1;
             end < sides.size() && sides[end].low == sides[i].low && sides[end].high == sides[i].high;)
            ++end;
        each(i, end - i);
    }
}

struct Neighbour {
    std::uint32_t triangle;
    bool alike; ///< wound as this one
};

/// Up to three neighbours of each triangle across edges that just two share.
std::vector<std::vector<Neighbour>> neighbours_of(const Soup& soup) {
    std::vector<std::vector<Neighbour>> neighbours(soup.triangles.size());
    const std::vector<Side> sides = sorted_sides(soup);
    over_edges(sides, [&](std::size_t first, std::size_t count) {
        if (count != 2)
            return;
        const Side &a = sides[first], &b = sides[first + 1];
        neighbours[a.triangle].push_back({b.triangle, a.rising != b.rising});
        neighbours[b.triangle].push_back({a.triangle, a.rising != b.rising});
    });
    return neighbours;
}

/// Directions spread evenly over the sphere.
std::vector<glm::vec3> spread(int count) {
    std::vector<glm::vec3> directions;
    const double golden = std::numbers::pi * (3.0 - std::sqrt(5.0));
    for (int i = 0; i < count; ++i) {
        const double z = 1.0 - (2.0 * i + 1.0) / count, across = std::sqrt(1.0 - z * z);
        directions.push_back(glm::vec3(across * std::cos(golden * i), across * std::sin(golden * i), z));
    }
    return directions;
}

/// How much more of the outside the front of some triangles of a patch sees than their back.
double front_over_back(const Soup& soup, const Bvh& bvh, const std::vector<std::uint32_t>& patch,
                       float reach) {
    static const std::vector<glm::vec3> directions = spread(40);
    const std::size_t stride = std::max<std::size_t>(patch.size() / 60, 1);
    double sum = 0.0;
    for (std::size_t i = 0; i < patch.size(); i += stride) {
        const glm::uvec3 t = soup.triangles[patch[i]];
        const glm::vec3 a = soup.positions[t.x], b = soup.positions[t.y], c = soup.positions[t.z];
        const glm::vec3 twice = glm::cross(b - a, c - a), normal = glm::normalize(twice);
        for (const glm::vec3& direction : directions) {
            const float slant = glm::dot(direction, normal);
            const glm::vec3 start = (a + b + c) / 3.0f + std::copysign(1e-4f * reach, slant) * normal;
            if (std::abs(slant) > 0.1f && !bvh.blocked(start, direction, reach))
                sum += double(glm::length(twice)) * (slant > 0 ? 1.0 : -1.0);
        }
    }
    return sum;
}

float diagonal(const Soup& soup) {
    glm::vec3 low(1e30f), high(-1e30f);
    for (const glm::vec3& p : soup.positions) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    return glm::length(high - low);
}

/// Winds a patch as its first triangle is wound; the triangles of it.
std::vector<std::uint32_t> wound_patch(Soup& soup, const std::vector<std::vector<Neighbour>>& neighbours,
                                       std::uint32_t start, std::vector<std::int8_t>& turn) {
    std::vector<std::uint32_t> patch{start};
    turn[start] = 1;
    for (std::size_t i = 0; i < patch.size(); ++i)
        for (const Neighbour& next : neighbours[patch[i]])
            if (turn[next.triangle] == 0) {
                turn[next.triangle] = std::int8_t(next.alike ? turn[patch[i]] : -turn[patch[i]]);
                patch.push_back(next.triangle);
            }
    for (const std::uint32_t t : patch)
        if (turn[t] < 0)
            std::swap(soup.triangles[t].y, soup.triangles[t].z);
    return patch;
}

} // namespace

Shells shells_of(const Soup& soup) {
    Sets sets(soup.positions.size());
    for (const glm::uvec3& t : soup.triangles) {
        sets.join(t.x, t.y);
        sets.join(t.y, t.z);
    }
    constexpr std::uint32_t unnamed = ~0u;
    std::vector<std::uint32_t> name(soup.positions.size(), unnamed);
    Shells shells;
    for (const glm::uvec3& t : soup.triangles) {
        std::uint32_t& here = name[sets.find(t.x)];
        if (here == unnamed)
            here = std::uint32_t(shells.count++);
        shells.of_triangle.push_back(here);
    }
    return shells;
}

void face_outwards(Soup& soup, Tidied& tidied) {
    const std::vector<glm::uvec3> found = soup.triangles;
    const std::vector<std::vector<Neighbour>> neighbours = neighbours_of(soup);
    const Bvh bvh(soup.positions, soup.triangles);
    const float reach = diagonal(soup);
    std::vector<std::int8_t> turn(soup.triangles.size(), 0);
    for (std::uint32_t start = 0; start < soup.triangles.size(); ++start) {
        if (turn[start] != 0)
            continue;
        const std::vector<std::uint32_t> patch = wound_patch(soup, neighbours, start, turn);
        if (front_over_back(soup, bvh, patch, reach) >= 0.0)
            continue;
        for (const std::uint32_t t : patch)
            std::swap(soup.triangles[t].y, soup.triangles[t].z);
    }
    for (std::size_t t = 0; t < found.size(); ++t)
        tidied.turned += found[t].y != soup.triangles[t].y;
}

std::vector<glm::vec3> open_border(const Soup& soup) {
    std::vector<glm::vec3> middles;
    const std::vector<Side> sides = sorted_sides(soup);
    over_edges(sides, [&](std::size_t first, std::size_t count) {
        if (count == 1)
            middles.push_back(0.5f * (soup.positions[sides[first].low] + soup.positions[sides[first].high]));
    });
    return middles;
}

std::size_t open_edges(const Soup& soup) {
    return open_border(soup).size();
}

} // namespace healed::head
