#include "head/tidy.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace healed::head {
namespace {

struct Box {
    glm::vec3 low{1e30f}, high{-1e30f};
};

Box box_of(const Soup& soup, const std::string& origin) {
    Box box;
    for (std::size_t v = 0; v < soup.positions.size(); ++v) {
        const glm::vec3 p = soup.positions[v];
        if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.z))
            fail("{}: vertex {}: {}, {}, {} is no place", origin, v + 1, p.x, p.y, p.z);
        box.low = glm::min(box.low, p);
        box.high = glm::max(box.high, p);
    }
    return box;
}

/// Gives all triangles new places and drops those that lose their area by it.
void renumber(Soup& soup, const std::vector<std::uint32_t>& place_of) {
    std::size_t kept = 0;
    for (const glm::uvec3& t : soup.triangles) {
        const glm::uvec3 moved(place_of[t.x], place_of[t.y], place_of[t.z]);
        if (moved.x != moved.y && moved.y != moved.z && moved.z != moved.x)
            soup.triangles[kept++] = moved;
    }
    soup.triangles.resize(kept);
}

std::array<std::uint32_t, 3> corners(const glm::uvec3& t) {
    std::array<std::uint32_t, 3> sorted{t.x, t.y, t.z};
    std::ranges::sort(sorted);
    return sorted;
}

void drop_doubles(Soup& soup) {
    std::ranges::stable_sort(soup.triangles, {}, corners);
    const auto rest = std::ranges::unique(soup.triangles, {}, corners);
    soup.triangles.erase(rest.begin(), rest.end());
}

std::uint64_t cell_key(glm::vec3 from_corner, float cell) {
    const glm::u64vec3 at(glm::floor(from_corner / cell));
    return at.x << 42 | at.y << 21 | at.z;
}

} // namespace

void drop_unused(Soup& soup) {
    constexpr std::uint32_t unused = ~0u;
    std::vector<std::uint32_t> place(soup.positions.size(), unused);
    std::vector<glm::vec3> used;
    for (glm::uvec3& t : soup.triangles)
        for (int c = 0; c < 3; ++c) {
            std::uint32_t& to = place[t[c]];
            if (to == unused) {
                to = std::uint32_t(used.size());
                used.push_back(soup.positions[t[c]]);
            }
            t[c] = to;
        }
    soup.positions = std::move(used);
}

void weld(Soup& soup, Tidied& tidied, const std::string& origin) {
    const Box box = box_of(soup, origin);
    // A millionth of the model: far below any feature, above the rounding of text files.
    const float cell = std::max(glm::length(box.high - box.low) * 1e-6f, 1e-30f);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(soup.positions.size());
    for (std::uint32_t v = 0; v < keys.size(); ++v)
        keys[v] = {cell_key(soup.positions[v] - box.low, cell), v};
    std::ranges::sort(keys);
    std::vector<std::uint32_t> place_of(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool same = i > 0 && keys[i].first == keys[i - 1].first;
        place_of[keys[i].second] = same ? place_of[keys[i - 1].second] : keys[i].second;
        tidied.merged += same;
    }
    const std::size_t all = soup.triangles.size();
    renumber(soup, place_of);
    const float least = cell * cell;
    std::erase_if(soup.triangles, [&](const glm::uvec3& t) {
        const glm::vec3 a = soup.positions[t.x];
        return glm::length(glm::cross(soup.positions[t.y] - a, soup.positions[t.z] - a)) <= least;
    });
    tidied.degenerate += all - soup.triangles.size();
    const std::size_t with_doubles = soup.triangles.size();
    drop_doubles(soup);
    tidied.doubled += with_doubles - soup.triangles.size();
    drop_unused(soup);
    if (soup.triangles.empty())
        fail("{}: none of its {} faces has any area", origin, all);
}

void thin(Soup& soup, Tidied& tidied, std::size_t most) {
    if (soup.triangles.size() <= most)
        return;
    const std::size_t all = soup.triangles.size();
    double area = 0.0;
    for (const glm::uvec3& t : soup.triangles) {
        const glm::vec3 a = soup.positions[t.x];
        area += 0.5 * double(glm::length(glm::cross(soup.positions[t.y] - a, soup.positions[t.z] - a)));
    }
    glm::vec3 low(1e30f);
    for (const glm::vec3& p : soup.positions)
        low = glm::min(low, p);
    // A cell keeps about one place and so two triangles.
    const auto cell = float(std::sqrt(2.0 * area / double(most)));
    std::unordered_map<std::uint64_t, std::uint32_t> cells;
    std::vector<std::uint32_t> place_of(soup.positions.size());
    std::vector<glm::dvec4> sums;
    for (std::size_t v = 0; v < soup.positions.size(); ++v) {
        const auto [found, added] =
            cells.try_emplace(cell_key(soup.positions[v] - low, cell), std::uint32_t(sums.size()));
        if (added)
            sums.emplace_back(0.0);
        place_of[v] = found->second;
        sums[found->second] += glm::dvec4(soup.positions[v], 1.0);
    }
    renumber(soup, place_of);
    soup.positions.resize(sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i)
        soup.positions[i] = glm::vec3(glm::dvec3(sums[i]) / sums[i].w);
    drop_doubles(soup);
    drop_unused(soup);
    tidied.thinned += all - soup.triangles.size();
}

} // namespace healed::head
