#include "head/curve_triangles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace healed::head {
namespace {

constexpr std::uint32_t none = ~0u;

class Halver {
  public:
    Halver(Soup& soup, const std::function<float(glm::vec3)>& longest_mm)
        : soup_(soup), normals_(normals_of(soup)), longest_mm_(longest_mm) {}

    /// Whether any edge was long enough to be split.
    bool round() {
        std::vector<glm::uvec3> next;
        next.reserve(soup_.triangles.size() * 2);
        for (const glm::uvec3& t : soup_.triangles)
            split(t, {middle(t.x, t.y), middle(t.y, t.z), middle(t.z, t.x)}, next);
        const bool grown = next.size() > soup_.triangles.size();
        soup_.triangles = std::move(next);
        middles_.clear();
        return grown;
    }
    std::vector<glm::vec3> take_normals() { return std::move(normals_); }

  private:
    Soup& soup_;
    std::vector<glm::vec3> normals_;
    const std::function<float(glm::vec3)>& longest_mm_;
    std::unordered_map<std::uint64_t, std::uint32_t> middles_;

    std::uint32_t middle(std::uint32_t a, std::uint32_t b) {
        const glm::vec3 p = soup_.positions[a], q = soup_.positions[b], centre = 0.5f * (p + q);
        const float longest = longest_mm_(centre);
        if (glm::distance(p, q) <= longest)
            return none;
        const auto [found, added] = middles_.try_emplace(std::uint64_t(std::min(a, b)) << 32 | std::max(a, b),
                                                         std::uint32_t(soup_.positions.size()));
        if (added) {
            const glm::vec3 np = normals_[a], nq = normals_[b];
            // At creases the curved patch would bulge; there the edge stays straight.
            const bool smooth = glm::dot(np, nq) > 0.5f;
            const glm::vec3 bulge = (glm::dot(np, p - q) * np + glm::dot(nq, q - p) * nq) * 0.125f;
            soup_.positions.push_back(smooth ? centre + bulge : centre);
            const glm::vec3 sum = np + nq;
            normals_.push_back(glm::length(sum) > 1e-6f ? glm::normalize(sum) : np);
        }
        return found->second;
    }

    void split(glm::uvec3 t, std::array<std::uint32_t, 3> m, std::vector<glm::uvec3>& out) const {
        const auto cut = 3 - std::ranges::count(m, none);
        if (cut == 0) {
            out.push_back(t);
        } else if (cut == 3) {
            out.insert(out.end(),
                       {{t.x, m[0], m[2]}, {m[0], t.y, m[1]}, {m[2], m[1], t.z}, {m[0], m[1], m[2]}});
        } else {
            // Turned until the first edge is cut and, of two cut ones, the second follows it.
            while (m[0] == none || (cut == 2 && m[1] == none)) {
                t = {t.y, t.z, t.x};
                std::ranges::rotate(m, m.begin() + 1);
            }
            if (cut == 1)
                out.insert(out.end(), {{t.x, m[0], t.z}, {m[0], t.y, t.z}});
            else
                out.insert(out.end(), {{m[0], t.y, m[1]}, {t.x, m[0], m[1]}, {t.x, m[1], t.z}});
        }
    }
};

} // namespace

std::vector<glm::vec3> normals_of(const Soup& soup) {
    std::vector<glm::vec3> normals(soup.positions.size(), glm::vec3(0.0f));
    for (const glm::uvec3& t : soup.triangles)
        for (int c = 0; c < 3; ++c) {
            const glm::vec3 here = soup.positions[t[c]];
            const glm::vec3 a = soup.positions[t[(c + 1) % 3]] - here,
                            b = soup.positions[t[(c + 2) % 3]] - here;
            const glm::vec3 across = glm::cross(a, b);
            const float sine = glm::length(across);
            if (sine > 0.0f)
                normals[t[c]] += across / sine * std::atan2(sine, glm::dot(a, b));
        }
    for (glm::vec3& normal : normals)
        normal = glm::length(normal) > 1e-12f ? glm::normalize(normal) : glm::vec3(0, 1, 0);
    return normals;
}

std::vector<glm::vec3> curve_triangles(Soup& soup, const std::function<float(glm::vec3)>& longest_mm,
                                       std::size_t most) {
    constexpr int most_rounds = 5;
    Halver halver(soup, longest_mm);
    for (int round = 0; round < most_rounds && soup.triangles.size() < most && halver.round(); ++round) {
    }
    return halver.take_normals();
}

} // namespace healed::head
