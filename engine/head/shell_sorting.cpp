#include "head/shell_sorting.h"

#include "head/anthropometry.h"

#include <algorithm>
#include <cmath>

namespace healed::head {
namespace {

struct ShellShape {
    glm::dvec3 sum{0.0};
    double area_mm2 = 0.0;
    glm::dvec3 low{1e30}, high{-1e30};
    std::vector<std::uint32_t> triangles;

    glm::dvec3 centre() const { return sum / std::max(area_mm2, 1e-12); }
    glm::dvec3 extent() const { return high - low; }
};

std::vector<ShellShape> shapes_of(const Soup& soup, const Shells& shells) {
    std::vector<ShellShape> shapes(shells.count);
    for (std::uint32_t i = 0; i < soup.triangles.size(); ++i) {
        const glm::uvec3 t = soup.triangles[i];
        const glm::dvec3 a(soup.positions[t.x]), b(soup.positions[t.y]), c(soup.positions[t.z]);
        ShellShape& shape = shapes[shells.of_triangle[i]];
        const double area = 0.5 * glm::length(glm::cross(b - a, c - a));
        shape.sum += area * (a + b + c) / 3.0;
        shape.area_mm2 += area;
        for (const glm::dvec3& p : {a, b, c}) {
            shape.low = glm::min(shape.low, p);
            shape.high = glm::max(shape.high, p);
        }
        shape.triangles.push_back(i);
    }
    return shapes;
}

/// Where an eyeball of the median man lies; its cornea 13 mm behind the glabella (assumed), as drawn.
constexpr glm::dvec3 median_eye(median_man.interpupillary / 2.0, 12.5, 73.4);
constexpr double about_eye_mm = 24.0;

bool at_an_eye(const ShellShape& shape, const Form& form, double side) {
    const glm::dvec3 e = shape.extent();
    const double widest = std::max({e.x, e.y, e.z});
    return glm::distance(shape.centre(), form.place({side * median_eye.x, median_eye.y, median_eye.z})) <
               about_eye_mm &&
           widest > 12.0 && widest < 40.0;
}

/// The ball that the places of an eye's shell lie on, by least squares: |p|² = 2 p·c + (r² − |c|²).
Eyeball ball_of(const Soup& soup, const ShellShape& shape) {
    const glm::dvec3 middle = shape.centre();
    glm::dmat4 left(0.0);
    glm::dvec4 right(0.0);
    for (const std::uint32_t t : shape.triangles)
        for (int c = 0; c < 3; ++c) {
            const glm::dvec3 p = glm::dvec3(soup.positions[soup.triangles[t][c]]) - middle;
            const glm::dvec4 row(2.0 * p, 1.0);
            left += glm::outerProduct(row, row);
            right += row * glm::dot(p, p);
        }
    const glm::dvec4 solved = glm::inverse(left) * right;
    const glm::dvec3 off(solved);
    const double radius = std::sqrt(std::max(solved.w + glm::dot(off, off), 0.0));
    constexpr double least = 9.0, greatest = 17.0;
    if (std::isfinite(radius) && radius > least && radius < greatest && glm::length(off) < least)
        return {middle + off, radius};
    return {middle, median_man.eyeball_radius};
}

} // namespace

std::vector<Eyeball> sort_shells(Soup& soup, const Form& form, ImportReport& report) {
    constexpr double crumb_mm2 = 60.0;
    const Shells shells = shells_of(soup);
    const std::vector<ShellShape> shapes = shapes_of(soup, shells);
    const auto largest =
        std::size_t(std::ranges::max_element(shapes, {}, &ShellShape::area_mm2) - shapes.begin());
    std::vector<std::uint8_t> drop(shapes.size(), 0);
    std::vector<Eyeball> eyes;
    for (const double side : {1.0, -1.0}) {
        const ShellShape* best = nullptr;
        for (std::size_t s = 0; s < shapes.size(); ++s)
            if (s != largest && at_an_eye(shapes[s], form, side)) {
                drop[s] = 1;
                if (!best || shapes[s].area_mm2 > best->area_mm2)
                    best = &shapes[s];
            }
        if (best)
            eyes.push_back(ball_of(soup, *best));
    }
    for (std::size_t s = 0; s < shapes.size(); ++s)
        drop[s] |= s != largest && shapes[s].area_mm2 < crumb_mm2;
    report.shells = shells.count;
    report.dropped_shells = std::size_t(std::ranges::count(drop, 1));
    report.eyes = eyes.size();
    std::size_t kept = 0;
    for (std::size_t t = 0; t < soup.triangles.size(); ++t)
        if (!drop[shells.of_triangle[t]])
            soup.triangles[kept++] = soup.triangles[t];
    soup.triangles.resize(kept);
    return eyes;
}

} // namespace healed::head
