#include "head/fitting.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace healed::head {
namespace {

using Vector9 = Eigen::Matrix<double, 9, 1>;
using Matrix9 = Eigen::Matrix<double, 9, 9>;

constexpr float facing_apart = 0.25f; ///< cosine between normals below which two places are not the same skin

/// Whether a place lies beyond an open border whose nearest place is `there`.
bool beyond(const SurfacePoint& there, double apart_mm) {
    return there.at_rim && apart_mm > unseen_mm;
}

glm::dvec3 turned(const Lie& lie, glm::vec3 normal) {
    return glm::normalize(lie.turn * (glm::dvec3(normal) / lie.stretch));
}

/// The normal equations of one step: turn, shift, and the logarithms of the stretch.
struct Step {
    Matrix9 left = Matrix9::Zero();
    Vector9 right = Vector9::Zero();

    void add(const Vector9& row, double miss, double weight) {
        left += weight * row * row.transpose();
        right -= weight * miss * row;
    }
};

Vector9 row_of(const Lie& lie, glm::dvec3 m, glm::dvec3 normal, Freedom::Size size) {
    const glm::dvec3 local = lie.stretch * (m - lie.pivot);
    const glm::dvec3 arm = lie.turn * local, about = glm::cross(arm, normal);
    const glm::dvec3 along = glm::transpose(lie.turn) * normal * local;
    Vector9 row = Vector9::Zero();
    for (int i = 0; i < 3; ++i) {
        row[i] = about[i];
        row[3 + i] = normal[i];
        if (size == Freedom::Size::EachAxis)
            row[6 + i] = along[i];
    }
    if (size == Freedom::Size::Even)
        row[6] = along.x + along.y + along.z;
    return row;
}

void apply(Lie& lie, const Vector9& change, const Freedom& freedom) {
    const glm::dvec3 axis(change[0], change[1], change[2]);
    const double angle = glm::length(axis);
    if (angle > 1e-12) {
        const Eigen::AngleAxisd about(std::min(angle, 0.4), Eigen::Vector3d(axis.x, axis.y, axis.z) / angle);
        const Eigen::Matrix3d turn = about.toRotationMatrix();
        glm::dmat3 by(1.0);
        for (int c = 0; c < 3; ++c)
            for (int r = 0; r < 3; ++r)
                by[c][r] = turn(r, c);
        lie.turn = by * lie.turn;
    }
    lie.shift += glm::dvec3(change[3], change[4], change[5]);
    const bool even = freedom.size == Freedom::Size::Even;
    for (int i = 0; i < 3; ++i)
        lie.stretch[i] =
            std::clamp(lie.stretch[i] * std::exp(std::clamp(change[even ? 6 : 6 + i], -0.1, 0.1)),
                       freedom.least, freedom.greatest);
}

} // namespace

void fit(Lie& lie, std::span<const SurfacePoint> from_template, const PointCloud& cloud,
         const Freedom& freedom) {
    for (int step = 0; step < freedom.steps; ++step) {
        // Listens far at first, then to what is near.
        const double reach = freedom.reach_mm * (1.0 - 0.6 * step / std::max(freedom.steps - 1, 1));
        Step equations;
        for (const SurfacePoint& point : from_template) {
            const glm::dvec3 m(point.position), place = lie.place(m);
            const SurfacePoint* there = cloud.nearest(glm::vec3(place), float(reach));
            if (!there)
                continue;
            const glm::dvec3 normal(there->normal);
            const double alike = glm::dot(turned(lie, point.normal), normal);
            const double apart = glm::length(place - glm::dvec3(there->position));
            if (alike < facing_apart || beyond(*there, apart))
                continue;
            const double far = apart / reach;
            const double weight = alike * (1.0 - far * far) * (1.0 - far * far);
            equations.add(row_of(lie, m, normal, freedom.size),
                          glm::dot(normal, place - glm::dvec3(there->position)), weight);
        }
        // A little inertia keeps what the surface does not decide where it is.
        const double mass = equations.left.block<3, 3>(3, 3).trace() + 1e-9;
        for (int i = 0; i < 9; ++i)
            equations.left(i, i) += mass * (i >= 3 && i < 6 ? 1e-4 : i < 3 ? 0.3 : 3.0);
        const Vector9 change = equations.left.ldlt().solve(equations.right);
        if (!change.allFinite())
            return;
        apply(lie, change, freedom);
    }
}

Agreement agreement(const Lie& lie, std::span<const SurfacePoint> from_template, const PointCloud& cloud,
                    double cut) {
    constexpr float far_mm = 1000.0f;
    double squares = 0.0, near = 0.0, seen = 0.0;
    for (const SurfacePoint& point : from_template) {
        const glm::dvec3 place = lie.place(glm::dvec3(point.position));
        const SurfacePoint* there = cloud.nearest(glm::vec3(place), far_mm);
        double apart = there ? glm::length(place - glm::dvec3(there->position)) : cut;
        if (there && beyond(*there, apart)) {
            squares += unseen_mm * unseen_mm;
            continue;
        }
        if (!there || glm::dot(turned(lie, point.normal), glm::dvec3(there->normal)) <= double(facing_apart))
            apart = cut;
        apart = std::min(apart, cut);
        squares += apart * apart;
        near += apart < cut / 3.0 ? 1.0 : 0.0;
        ++seen;
    }
    const double count = double(std::max<std::size_t>(from_template.size(), 1));
    return {std::sqrt(squares / count), near / std::max(seen, 1.0), seen / count};
}

} // namespace healed::head
