#include "head/radial_spline.h"

#include "base/parallel.h"

#include <array>
#include <cassert>
#include <cmath>
#include <numbers>
#include <utility>

namespace healed::head {
namespace {

double cube(double x) {
    return x * x * x;
}

/// The kernel of a place and of its mirror image.
double kernel(glm::dvec3 a, glm::dvec3 b) {
    return cube(glm::length(a - b)) + cube(glm::length(a - glm::dvec3(-b.x, b.y, b.z)));
}

/// Solves a dense system by elimination with row pivots; `right` becomes the solution.
void solve(std::vector<std::vector<double>>& rows, std::vector<double>& right) {
    const std::size_t n = rows.size();
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k + 1; i < n; ++i)
            if (std::abs(rows[i][k]) > std::abs(rows[pivot][k]))
                pivot = i;
        std::swap(rows[k], rows[pivot]);
        std::swap(right[k], right[pivot]);
        assert(rows[k][k] != 0.0);
        for (std::size_t i = k + 1; i < n; ++i) {
            const double factor = rows[i][k] / rows[k][k];
            for (std::size_t j = k; j < n; ++j)
                rows[i][j] -= factor * rows[k][j];
            right[i] -= factor * right[k];
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j)
            right[k] -= rows[k][j] * right[j];
        right[k] /= rows[k][k];
    }
}

} // namespace

RadialSpline::RadialSpline(glm::dvec3 centre_mm, const std::vector<Place>& places) : centre_mm_(centre_mm) {
    const std::size_t n = places.size();
    std::vector<std::vector<double>> rows(n + 3, std::vector<double>(n + 3, 0.0));
    weights_.assign(n + 3, 0.0);
    for (const Place& place : places)
        directions_.push_back(glm::normalize(place.position_mm - centre_mm));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            rows[i][j] = kernel(directions_[i], directions_[j]);
        rows[i][i] += places[i].tolerance;
        const std::array<double, 3> linear{1.0, directions_[i].y, directions_[i].z};
        for (std::size_t t = 0; t < 3; ++t)
            rows[i][n + t] = rows[n + t][i] = linear[t];
        weights_[i] = glm::length(places[i].position_mm - centre_mm);
    }
    solve(rows, weights_);
}

double RadialSpline::radius_mm(glm::dvec3 direction) const {
    const std::size_t n = directions_.size();
    double radius = weights_[n] + weights_[n + 1] * direction.y + weights_[n + 2] * direction.z;
    for (std::size_t i = 0; i < n; ++i)
        radius += weights_[i] * kernel(direction, directions_[i]);
    return radius;
}

namespace {

constexpr double table_span = 2.0 * (std::numbers::pi + 0.05); ///< radians along a side of the table

glm::dvec3 table_direction(double x, double z) {
    const double angle = std::hypot(x, z);
    const double share = angle > 1e-12 ? std::sin(angle) / angle : 1.0;
    return {x * share, std::cos(angle), z * share};
}

std::array<double, 4> b_spline(double t) {
    const double s = 1.0 - t;
    return {cube(s) / 6.0, (4.0 - 6.0 * t * t + 3.0 * cube(t)) / 6.0,
            (4.0 - 6.0 * s * s + 3.0 * cube(s)) / 6.0, cube(t) / 6.0};
}

} // namespace

RadialTable::RadialTable(const RadialSpline& spline)
    : centre_mm_(spline.centre_mm()), radius_and_slant_(std::size_t(side) * side) {
    const auto over_rows = [](const auto& row) {
        parallel_for(side, 8, [&row](std::size_t begin, std::size_t end) {
            for (std::size_t j = begin; j < end; ++j)
                row(j);
        });
    };
    over_rows([&](std::size_t j) {
        for (std::size_t i = 0; i < side; ++i)
            radius_and_slant_[j * side + i].x = float(spline.radius_mm(table_direction(place(i), place(j))));
    });
    over_rows([&](std::size_t j) {
        for (std::size_t i = 0; i < side; ++i)
            radius_and_slant_[j * side + i].y = float(slant(i, j));
    });
    sharpen();
}

/// From values to coefficients: c = f − δ²f/6 along each axis undoes what the B-spline smooths, to fourth
/// order.
void RadialTable::sharpen() {
    const std::vector<glm::vec2> value = radius_and_slant_;
    for (std::size_t j = 1; j + 1 < side; ++j)
        for (std::size_t i = 1; i + 1 < side; ++i) {
            const std::size_t n = j * side + i;
            const glm::dvec2 around = glm::dvec2(value[n - 1]) + glm::dvec2(value[n + 1]) +
                                      glm::dvec2(value[n - side]) + glm::dvec2(value[n + side]);
            const glm::dvec2 bend = around - 4.0 * glm::dvec2(value[n]);
            radius_and_slant_[n] = glm::vec2(glm::dvec2(value[n]) - bend / 6.0);
        }
}

double RadialTable::place(std::size_t i) {
    return (double(i) + 0.5) * table_span / side - table_span / 2;
}

/// From the slopes of the radius along and around the pole of the table.
double RadialTable::slant(std::size_t i, std::size_t j) const {
    const auto radius = [this](std::size_t a, std::size_t b) {
        return double(radius_and_slant_[b * side + a].x);
    };
    const std::size_t l = i > 0 ? i - 1 : i, r = i + 1 < side ? i + 1 : i;
    const std::size_t f = j > 0 ? j - 1 : j, b = j + 1 < side ? j + 1 : j;
    const glm::dvec2 slope((radius(r, j) - radius(l, j)) / (place(r) - place(l)),
                           (radius(i, b) - radius(i, f)) / (place(b) - place(f)));
    const glm::dvec2 out(place(i), place(j));
    const double angle = glm::length(out), along = glm::dot(slope, out) / angle;
    const double turn = (slope.y * out.x - slope.x * out.y) / angle;
    const double around = turn * angle / std::sin(std::min(angle, std::numbers::pi - 0.05));
    return 1.0 / std::sqrt(1.0 + (along * along + around * around) / (radius(i, j) * radius(i, j)));
}

glm::dvec2 RadialTable::at(glm::dvec3 direction) const {
    const double across = std::sqrt(direction.x * direction.x + direction.z * direction.z);
    const double angle = std::atan2(across, direction.y);
    const double share = across > 1e-12 ? angle / across : 1.0;
    const double step = table_span / side;
    const double x = (direction.x * share + table_span / 2) / step - 0.5;
    const double z = (direction.z * share + table_span / 2) / step - 0.5;
    const int i = std::clamp(int(x), 1, side - 3), j = std::clamp(int(z), 1, side - 3);
    const std::array<double, 4> wx = b_spline(x - i), wz = b_spline(z - j);
    glm::dvec2 sum(0.0);
    for (int b = 0; b < 4; ++b) {
        glm::dvec2 row(0.0);
        const glm::vec2* first = &radius_and_slant_[std::size_t(j - 1 + b) * side + std::size_t(i - 1)];
        for (int a = 0; a < 4; ++a)
            row += wx[std::size_t(a)] * glm::dvec2(first[a]);
        sum += wz[std::size_t(b)] * row;
    }
    return sum;
}

double RadialTable::radius_mm(glm::dvec3 direction) const {
    return at(direction).x;
}

double RadialTable::distance_mm(glm::dvec3 p) const {
    const glm::dvec3 out = p - centre_mm_;
    const double far = glm::length(out);
    if (far < 1e-9)
        return -at({0.0, 1.0, 0.0}).x;
    const glm::dvec2 here = at(out / far);
    return (far - here.x) * here.y;
}

} // namespace healed::head
