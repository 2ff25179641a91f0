#include "head/scan_mesh.h"

#include "base/parallel.h"
#include "head/distance.h"
#include "head/occlusion.h"
#include "head/tidy.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::head {
namespace {

constexpr glm::vec2 off_chart(-4.0f, -4.0f);
constexpr float on_skin_mm = 2.5f; ///< a place this near to the chart's surface lies on it

/// Where a vertex lies against the chart's surface.
struct Lies {
    glm::vec2 chart;
    bool on; ///< so that its triangles may show what the chart holds
};

/// What stands off the head at an ear is drawn together over the ear's root, as on the built-in head, so that
/// no part of an ear lies over the scalp behind it.
Lies lies_at(const ScalpChart& chart, const Form& form, glm::vec3 p) {
    constexpr double still_skin_mm = 1.0, wholly_ear_mm = 5.0, ear_zone_mm = 12.0;
    const glm::vec2 below = chart.chart_of(p);
    const float outside = std::max(std::abs(below.x - 0.5f), std::abs(below.y - 0.5f)) - 0.5f;
    if (outside > 0.0f)
        return {below, outside < 0.2f};
    const float over =
        glm::distance(p, chart.centre_mm) - glm::distance(chart.position_at(below), chart.centre_mm);
    if (form.ear_distance_mm(glm::dvec3(p)) < ear_zone_mm && over > 0.0f) {
        const glm::dvec3 root =
            form.place({std::copysign(ear_root_mm.x, double(p.x)), ear_root_mm.y, ear_root_mm.z});
        const double share = ramp(still_skin_mm, wholly_ear_mm, double(over));
        return {glm::mix(below, chart.chart_of(glm::vec3(root)), float(0.9 * share)), true};
    }
    return {below, std::abs(over) < on_skin_mm || !chart.is_scalp(below)};
}

Part part_at(const Form& form, const ScalpChart& chart, glm::vec3 p, glm::vec3 normal) {
    constexpr double ear_mm = 6.0;
    const glm::vec2 below = chart.chart_of(p);
    const bool within = std::max(std::abs(below.x - 0.5f), std::abs(below.y - 0.5f)) < 0.5f;
    const float over =
        within ? glm::distance(p, chart.centre_mm) - glm::distance(chart.position_at(below), chart.centre_mm)
               : 0.0f;
    if (form.ear_distance_mm(glm::dvec3(p)) < ear_mm && over > on_skin_mm)
        return Part::Ear;
    const Part part = form.part(glm::dvec3(p));
    const bool of_the_face = part == Part::Brow || part == Part::Lips || part == Part::Eyelid;
    return of_the_face && normal.z > 0.1f ? part : Part::Skin;
}

/// A triangle that would show scalp where there is none: across the seam under the neck, or over a fold.
bool strays(const Mesh& mesh, const ScalpChart& chart, glm::uvec3 t) {
    constexpr float longest_on_chart = 0.3f, off_mm = 4.0f;
    const Vertex &a = mesh.vertices[t.x], &b = mesh.vertices[t.y], &c = mesh.vertices[t.z];
    if (std::max({glm::distance(a.chart, b.chart), glm::distance(b.chart, c.chart),
                  glm::distance(c.chart, a.chart)}) > longest_on_chart)
        return true;
    for (const glm::vec3 w : {glm::vec3(1, 1, 1) / 3.0f, glm::vec3(0.6f, 0.2f, 0.2f),
                              glm::vec3(0.2f, 0.6f, 0.2f), glm::vec3(0.2f, 0.2f, 0.6f)}) {
        const glm::vec2 place = w.x * a.chart + w.y * b.chart + w.z * c.chart;
        const glm::vec3 middle = w.x * a.position_mm + w.y * b.position_mm + w.z * c.position_mm;
        if (chart.is_scalp(place) && glm::distance(chart.position_at(place), middle) > off_mm)
            return true;
    }
    return false;
}

/// Triangles that do not lie on the chart get corners of their own, off it.
void part_from_chart(Mesh& mesh, const ScalpChart& chart, const std::vector<std::uint8_t>& on) {
    std::vector<std::uint32_t> twin(mesh.vertices.size(), 0);
    for (glm::uvec3& t : mesh.triangles) {
        if (on[t.x] && on[t.y] && on[t.z] && !strays(mesh, chart, t))
            continue;
        for (int c = 0; c < 3; ++c) {
            if (twin[t[c]] == 0) {
                twin[t[c]] = std::uint32_t(mesh.vertices.size());
                mesh.vertices.push_back(mesh.vertices[t[c]]);
                mesh.vertices.back().chart = off_chart;
            }
            t[c] = twin[t[c]];
        }
    }
}

/// A ball in rings about the line of sight, so that iris and white part along a ring.
void add_eye(Mesh& mesh, const Eyeball& eye) {
    constexpr int rings = 40, around = 56;
    constexpr double iris_rad = 0.50; ///< 11.7 mm across on a ball of 12.2 (recalled, not re-read)
    const auto first = std::uint32_t(mesh.vertices.size());
    for (int r = 0; r <= rings; ++r)
        for (int i = 0; i < around; ++i) {
            const double angle = std::numbers::pi * r / rings, turn = 2.0 * std::numbers::pi * i / around;
            const glm::dvec3 out(std::sin(angle) * std::cos(turn), std::sin(angle) * std::sin(turn),
                                 std::cos(angle));
            mesh.vertices.push_back({.position_mm = glm::vec3(eye.centre_mm + eye.radius_mm * out),
                                     .normal = glm::vec3(out),
                                     .chart = off_chart,
                                     .ambient_access = 0.0f,
                                     .thickness_mm = greatest_thickness_mm,
                                     .part = angle < iris_rad ? Part::Iris : Part::Sclera});
        }
    for (std::uint32_t r = 0; r < rings; ++r)
        for (std::uint32_t i = 0; i < around; ++i) {
            const std::uint32_t a = first + r * around + i, b = first + r * around + (i + 1) % around;
            mesh.triangles.push_back({a, a + around, b});
            mesh.triangles.push_back({b, a + around, b + around});
        }
}

std::vector<glm::vec3> spread(int count) {
    std::vector<glm::vec3> directions;
    const double golden = std::numbers::pi * (3.0 - std::sqrt(5.0));
    for (int i = 0; i < count; ++i) {
        const double z = 1.0 - (2.0 * i + 1.0) / count, across = std::sqrt(1.0 - z * z);
        directions.push_back(glm::vec3(across * std::cos(golden * i), across * std::sin(golden * i), z));
    }
    return directions;
}

/// Looks from the front of triangles to places outside. From straight below nothing counts: there a neck that
/// was cut shows the inside of the skull.
class Outlook {
  public:
    explicit Outlook(const Soup& soup) : soup_(soup), bvh_(soup.positions, soup.triangles) {
        constexpr float lowest = -0.45f;
        std::erase_if(directions_, [](const glm::vec3& direction) { return direction.y < lowest; });
    }

    /// Whether a triangle sees the outside at all.
    bool any(std::size_t triangle) const {
        const View view = from(triangle);
        return std::ranges::any_of(directions_, [&](const glm::vec3& direction) {
            return view.faces(direction) && !bvh_.blocked(view.place, direction, reach_mm);
        });
    }
    /// Share of the directions before a triangle in which it sees the outside.
    double share(std::size_t triangle) const {
        const View view = from(triangle);
        double ahead = 0.0, clear = 0.0;
        for (const glm::vec3& direction : directions_)
            if (view.faces(direction)) {
                ahead += 1.0;
                clear += bvh_.blocked(view.place, direction, reach_mm) ? 0.0 : 1.0;
            }
        return clear / std::max(ahead, 1.0);
    }

  private:
    static constexpr float lift_mm = 0.05f, reach_mm = 900.0f, grazing = 0.05f;
    struct View {
        glm::vec3 place, normal;
        bool faces(const glm::vec3& direction) const { return glm::dot(direction, normal) > grazing; }
    };
    View from(std::size_t triangle) const {
        const glm::uvec3 t = soup_.triangles[triangle];
        const glm::vec3 a = soup_.positions[t.x], b = soup_.positions[t.y], c = soup_.positions[t.z];
        const glm::vec3 normal = glm::normalize(glm::cross(b - a, c - a));
        return {(a + b + c) / 3.0f + lift_mm * normal, normal};
    }

    const Soup& soup_;
    Bvh bvh_;
    std::vector<glm::vec3> directions_ = spread(128);
};

/// Triangles of each shell, evenly picked, by which the shell is judged.
std::vector<std::vector<std::uint32_t>> samples_of(const Shells& shells) {
    constexpr std::size_t enough = 400;
    std::vector<std::vector<std::uint32_t>> samples(shells.count);
    for (std::uint32_t i = 0; i < shells.of_triangle.size(); ++i)
        samples[shells.of_triangle[i]].push_back(i);
    for (std::vector<std::uint32_t>& sample : samples) {
        const std::size_t stride = sample.size() / enough + 1;
        for (std::size_t i = 0; i * stride < sample.size(); ++i)
            sample[i] = sample[i * stride];
        sample.resize((sample.size() + stride - 1) / stride);
    }
    return samples;
}

/// A shell of which a hole in the skin shows a glimpse lies inside all the same: it sees little of the
/// outside.
void forget_inner_shells(const Soup& soup, const Outlook& outlook, std::vector<std::uint8_t>& seen) {
    constexpr double glimpse = 0.06;
    const Shells shells = shells_of(soup);
    const std::vector<std::vector<std::uint32_t>> samples = samples_of(shells);
    std::vector<std::uint8_t> inner(shells.count, 0);
    parallel_for(shells.count, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t s = begin; s < end; ++s) {
            double sum = 0.0;
            for (const std::uint32_t triangle : samples[s])
                sum += outlook.share(triangle);
            inner[s] = sum < glimpse * double(samples[s].size());
        }
    });
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (inner[shells.of_triangle[i]])
            seen[i] = 0;
}

} // namespace

std::size_t drop_hidden(Soup& soup) {
    constexpr int rim = 2; ///< rings of triangles kept around what is seen
    const Outlook outlook(soup);
    std::vector<std::uint8_t> seen(soup.triangles.size(), 0), reached(soup.positions.size(), 0);
    parallel_for(seen.size(), 512, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            seen[i] = outlook.any(i);
    });
    forget_inner_shells(soup, outlook, seen);
    for (int ring = 0; ring < rim; ++ring) {
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (seen[i])
                for (int c = 0; c < 3; ++c)
                    reached[soup.triangles[i][c]] = 1;
        for (std::size_t i = 0; i < seen.size(); ++i)
            for (int c = 0; c < 3; ++c)
                seen[i] |= reached[soup.triangles[i][c]];
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (seen[i])
            soup.triangles[kept++] = soup.triangles[i];
    const std::size_t dropped = soup.triangles.size() - kept;
    soup.triangles.resize(kept);
    return dropped;
}

Mesh mesh_of(const Soup& soup, std::span<const glm::vec3> normals, const ScalpChart& chart, const Form& form,
             std::span<const Eyeball> eyes) {
    Mesh mesh;
    const std::size_t count = soup.positions.size();
    mesh.vertices.resize(count);
    std::vector<std::uint8_t> on(count);
    parallel_for(count, 512, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) {
            const glm::vec3 p = soup.positions[v];
            const Lies lies = lies_at(chart, form, p);
            mesh.vertices[v] = {.position_mm = p,
                                .normal = normals[v],
                                .chart = lies.chart,
                                .part = part_at(form, chart, p, normals[v])};
            on[v] = lies.on;
        }
    });
    mesh.triangles = soup.triangles;
    for (const Eyeball& eye : eyes)
        add_eye(mesh, eye);
    find_occlusion(mesh, mesh.vertices.size());
    on.resize(mesh.vertices.size(), 1);
    part_from_chart(mesh, chart, on);
    return mesh;
}

} // namespace healed::head
