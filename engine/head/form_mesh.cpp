#include "head/form_mesh.h"

#include "base/parallel.h"
#include "head/distance.h"
#include "head/occlusion.h"
#include "head/surface_nets.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace healed::head {
namespace {

/// A stretch of an axis with its own spacing, mm; it ends where the next begins.
struct Stretch {
    double from, spacing;
};

/// Lines from the first stretch to `end`; the spacing moves evenly from one stretch to the next.
std::vector<double> axis(const std::vector<Stretch>& stretches, double end) {
    std::vector<double> lines{stretches.front().from};
    while (lines.back() < end) {
        std::size_t s = 0;
        while (s + 1 < stretches.size() && stretches[s + 1].from <= lines.back())
            ++s;
        const Stretch here = stretches[s];
        double spacing = here.spacing;
        if (s + 1 < stretches.size())
            spacing += (stretches[s + 1].spacing - spacing) * (lines.back() - here.from) /
                       (stretches[s + 1].from - here.from);
        lines.push_back(lines.back() + spacing);
    }
    return lines;
}

/// Lines of the median man, stretched.
Lattice lattice(const Form& form) {
    const Proportions& parts = form.proportions();
    const double widest = std::max({parts.crown, parts.face, parts.jaw, parts.neck});
    Lattice lines{axis({{-0.55, 1.1}, {60, 1.25}, {92, 1.25}, {130, 4.0}}, 250.0),
                  axis({{body_bottom_mm, 14.0},
                        {-214, 14.0},
                        {-213, 8.0},
                        {-205, 4.0},
                        {-125, 2.2},
                        {-95, 1.5},
                        {-72, 1.2},
                        {-64, 0.8},
                        {-46, 0.8},
                        {-40, 1.15},
                        {-4, 1.1},
                        {2, 0.8},
                        {20, 0.8},
                        {26, 1.2},
                        {45, 1.3},
                        {75, 2.0}},
                       136.0),
                  axis({{-166, 2.4}, {-142, 2.4}, {-70, 2.0}, {-40, 1.25}, {20, 1.3}, {65, 1.1}}, 127.0)};
    for (double& x : lines.x)
        x *= widest;
    for (double& y : lines.y)
        y = form.place({0.0, y, 0.0}).y;
    for (double& z : lines.z)
        z = form.place({0.0, 0.0, z}).z;
    return lines;
}

/// The rim of the cut lies in the plane of the cut.
glm::dvec3 on_rim(const Form& form, glm::dvec3 p) {
    p.y = form.bottom();
    for (int step = 0; step < 6; ++step) {
        const glm::dvec3 out = form.normal(p);
        const glm::dvec3 flat{out.x, 0.0, out.z};
        p -= flat * (form.distance_mm(p) / std::max(glm::dot(flat, flat), 0.1));
    }
    return p;
}

/// Moves vertices along the surface towards the middle of their neighbours, which evens out the triangles.
void relax(const Form& form, HalfSurface& half, double tolerance_mm) {
    std::vector<glm::dvec3> sum(half.positions.size(), glm::dvec3(0.0));
    std::vector<int> neighbours(half.positions.size(), 0);
    const auto on_floor = [&](std::uint32_t v) { return half.positions[v].y == form.bottom(); };
    const auto pull = [&](std::uint32_t v, std::uint32_t towards) {
        if (on_floor(v) && !on_floor(towards))
            return; // the rim is evened out along itself
        sum[v] += half.positions[towards];
        ++neighbours[v];
    };
    for (const glm::uvec3& t : half.triangles)
        for (int c = 0; c < 3; ++c) {
            pull(t[c], t[(c + 1) % 3]);
            pull(t[(c + 1) % 3], t[c]);
        }
    parallel_for(half.positions.size(), 512, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) {
            glm::dvec3& p = half.positions[v];
            const bool middle = p.x == 0.0, rim = p.y == form.bottom();
            p = glm::mix(p, sum[v] / double(neighbours[v]), 0.5);
            if (middle)
                p.x = 0.0;
            p = rim ? on_rim(form, p) : form.on_surface(p, tolerance_mm);
            if (middle)
                p.x = 0.0;
        }
    });
}

/// The chart place of a vertex. What stands off the head at an ear is drawn together over the ear's root, so
/// that no part of an ear lies over the scalp behind it.
glm::vec2 chart_place(const Form& form, const ScalpChart& chart, glm::dvec3 p) {
    constexpr double still_skin_mm = 1.0, wholly_ear_mm = 5.0;
    const glm::vec2 below = chart.chart_of(glm::vec3(p));
    if (form.ear_distance_mm(p) > wholly_ear_mm)
        return below;
    const glm::dvec3 root = form.place({std::copysign(ear_root_mm.x, p.x), ear_root_mm.y, ear_root_mm.z});
    const double share = ramp(still_skin_mm, wholly_ear_mm, form.earless_distance_mm(p));
    return glm::mix(below, chart.chart_of(glm::vec3(root)), float(0.9 * share));
}

Vertex vertex_at(const Form& form, const ScalpChart& chart, glm::dvec3 p) {
    Vertex vertex{};
    glm::dvec3 normal = form.normal(p);
    if (p.x == 0.0)
        normal = glm::normalize(glm::dvec3(0.0, normal.y, normal.z));
    vertex.position_mm = glm::vec3(p);
    vertex.normal = glm::vec3(normal);
    vertex.chart = chart_place(form, chart, p);
    vertex.part = form.part(p);
    return vertex;
}

Vertex mirrored(Vertex vertex) {
    vertex.position_mm.x = -vertex.position_mm.x;
    vertex.normal.x = -vertex.normal.x;
    vertex.chart.x = 1.0f - vertex.chart.x;
    return vertex;
}

} // namespace

Mesh mesh_of(const Form& form, const ScalpChart& chart) {
    HalfSurface half = surface_nets(lattice(form), [&form](glm::dvec3 p) { return form.distance_mm(p); });
    for (const double tolerance_mm : {1e-2, 1e-2, 1e-5})
        relax(form, half, tolerance_mm);
    const std::size_t count = half.positions.size();
    Mesh mesh;
    mesh.vertices.resize(count);
    parallel_for(count, 512, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v)
            mesh.vertices[v] = vertex_at(form, chart, half.positions[v]);
    });
    mesh.triangles = half.triangles;
    std::vector<std::uint32_t> twin(count);
    std::vector<std::size_t> original;
    for (std::uint32_t v = 0; v < count; ++v) {
        twin[v] = v;
        if (half.positions[v].x != 0.0) {
            twin[v] = std::uint32_t(mesh.vertices.size());
            original.push_back(v);
            mesh.vertices.push_back(mirrored(mesh.vertices[v]));
        }
    }
    for (const glm::uvec3& t : half.triangles)
        mesh.triangles.push_back({twin[t.x], twin[t.z], twin[t.y]});
    find_occlusion(mesh, count);
    for (std::size_t i = 0; i < original.size(); ++i) {
        mesh.vertices[count + i].ambient_access = mesh.vertices[original[i]].ambient_access;
        mesh.vertices[count + i].thickness_mm = mesh.vertices[original[i]].thickness_mm;
    }
    return mesh;
}

} // namespace healed::head
