#include "head/head.h"

#include "base/parallel.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace healed::head {
namespace {

const glm::vec3 left{1, 0, 0};

glm::vec3 backwards(glm::vec3 pole) {
    return glm::cross(pole, left);
}

/// Bilinear reading between texel centres; held at the border.
template <typename Value>
Value read(const std::vector<Value>& texels, int size, glm::vec2 chart) {
    assert(size > 1);
    const float last = float(size - 1);
    const glm::vec2 at = glm::clamp(chart * float(size) - 0.5f, 0.0f, last);
    const int i = std::min(int(at.x), size - 2), j = std::min(int(at.y), size - 2);
    const float fu = at.x - float(i), fv = at.y - float(j);
    const Value* first = &texels[std::size_t(j) * std::size_t(size) + std::size_t(i)];
    return (first[0] * (1 - fu) + first[1] * fu) * (1 - fv) +
           (first[size] * (1 - fu) + first[size + 1] * fu) * fv;
}

glm::vec3 across(const std::vector<glm::vec3>& places, std::size_t before, std::size_t after,
                 std::size_t steps, int size) {
    return (places[after] - places[before]) * (float(size) / float(steps));
}

} // namespace

glm::vec3 ScalpChart::position_at(glm::vec2 chart) const {
    return read(position_mm, size, chart);
}

glm::vec3 ScalpChart::normal_at(glm::vec2 chart) const {
    return glm::normalize(read(normal, size, chart));
}

glm::mat2x3 ScalpChart::jacobian_at(glm::vec2 chart) const {
    return glm::mat2x3(read(tangent_u_mm, size, chart), read(tangent_v_mm, size, chart));
}

bool ScalpChart::is_scalp(glm::vec2 chart) const {
    const int i = int(std::floor(chart.x * float(size))), j = int(std::floor(chart.y * float(size)));
    return i >= 0 && j >= 0 && i < size && j < size &&
           on_scalp[std::size_t(j) * std::size_t(size) + std::size_t(i)] != 0;
}

glm::vec3 ScalpChart::direction_at(glm::vec2 chart) const {
    const glm::vec2 arc = (chart - 0.5f) * side_rad;
    const float angle = glm::length(arc);
    const float share = angle > 1e-6f ? std::sin(angle) / angle : 1.0f;
    return std::cos(angle) * pole + share * (arc.x * left + arc.y * backwards(pole));
}

glm::vec2 ScalpChart::chart_of(glm::vec3 position) const {
    const glm::vec3 out = position - centre_mm;
    const glm::vec2 flat(out.x, glm::dot(out, backwards(pole)));
    const float across = glm::length(flat), up = glm::dot(out, pole);
    const float angle = std::atan2(across, up);
    const float share = across > 1e-6f ? angle / across : 1.0f / std::max(up, 1e-6f);
    return 0.5f + flat * (share / side_rad);
}

void ScalpChart::derive_tangents() {
    const auto side = std::size_t(size);
    parallel_for(side, 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t j = begin; j < end; ++j)
            for (std::size_t i = 0; i < side; ++i) {
                const std::size_t l = i > 0 ? i - 1 : i, r = std::min(i + 1, side - 1);
                const std::size_t f = j > 0 ? j - 1 : j, b = std::min(j + 1, side - 1);
                tangent_u_mm[j * side + i] = across(position_mm, j * side + l, j * side + r, r - l, size);
                tangent_v_mm[j * side + i] = across(position_mm, f * side + i, b * side + i, b - f, size);
            }
    });
}

double ScalpChart::area_cm2() const {
    double sum = 0.0;
    for (std::size_t t = 0; t < on_scalp.size(); ++t)
        if (on_scalp[t] != 0)
            sum += double(glm::length(glm::cross(tangent_u_mm[t], tangent_v_mm[t])));
    return sum / (double(size) * double(size)) / 100.0;
}

} // namespace healed::head
