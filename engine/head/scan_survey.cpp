#include "head/scan_survey.h"

#include "base/parallel.h"
#include "head/anthropometry.h"
#include "head/scalp_border.h"
#include "head/scalp_survey.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace healed::head {
namespace {

constexpr float unseen = std::numeric_limits<float>::quiet_NaN();
constexpr double ear_zone_mm =
    14.0; ///< about a form's ear, where the outermost surface may be the scan's ear

/// Distances from the centre over a chart; NaN where nothing was seen.
using Radii = std::vector<float>;

Radii radii_of(const Form& form, const ScalpChart& frame) {
    constexpr std::size_t side = 160;
    Radii coarse(side * side);
    parallel_for(side, 4, [&](std::size_t begin, std::size_t end) {
        for (std::size_t j = begin; j < end; ++j)
            for (std::size_t i = 0; i < side; ++i) {
                const glm::vec2 place = (glm::vec2(i, j) + 0.5f) / float(side);
                const glm::dvec3 ahead = glm::normalize(glm::dvec3(frame.direction_at(place)));
                coarse[j * side + i] = float(glm::distance(form.first_hit(ahead), form.centre()));
            }
    });
    const auto size = std::size_t(frame.size);
    Radii fine(size * size);
    for (std::size_t j = 0; j < size; ++j)
        for (std::size_t i = 0; i < size; ++i) {
            const glm::vec2 at = glm::clamp((glm::vec2(i, j) + 0.5f) * (float(side) / float(size)) - 0.5f,
                                            0.0f, float(side - 1));
            const auto x = std::min(std::size_t(at.x), side - 2), y = std::min(std::size_t(at.y), side - 2);
            const float u = at.x - float(x), v = at.y - float(y);
            const float* c = &coarse[y * side + x];
            fine[j * size + i] =
                (c[0] * (1 - u) + c[1] * u) * (1 - v) + (c[side] * (1 - u) + c[side + 1] * u) * v;
        }
    return fine;
}

/// Fills what is unseen with means of what lies around, from coarser and coarser averages (S. Gortler et al.,
/// "The lumigraph", 1996: pull and push).
void bridge(Radii& values, std::size_t side) {
    if (side < 2 || std::ranges::none_of(values, [](float v) { return std::isnan(v); }))
        return;
    const std::size_t half = side / 2;
    Radii coarse(half * half, unseen);
    for (std::size_t j = 0; j < half; ++j)
        for (std::size_t i = 0; i < half; ++i) {
            float sum = 0.0f, count = 0.0f;
            for (const std::size_t at : {2 * j * side + 2 * i, 2 * j * side + 2 * i + 1,
                                         (2 * j + 1) * side + 2 * i, (2 * j + 1) * side + 2 * i + 1})
                if (!std::isnan(values[at])) {
                    sum += values[at];
                    count += 1.0f;
                }
            if (count > 0.0f)
                coarse[j * half + i] = sum / count;
        }
    bridge(coarse, half);
    for (std::size_t j = 0; j < side; ++j)
        for (std::size_t i = 0; i < side; ++i) {
            if (!std::isnan(values[j * side + i]))
                continue;
            const float x = std::clamp(float(i) * 0.5f - 0.25f, 0.0f, float(half - 1)),
                        y = std::clamp(float(j) * 0.5f - 0.25f, 0.0f, float(half - 1));
            const std::size_t a = std::size_t(x), b = std::size_t(y), a1 = std::min(a + 1, half - 1),
                              b1 = std::min(b + 1, half - 1);
            const float u = x - float(a), v = y - float(b);
            values[j * side + i] = (coarse[b * half + a] * (1 - u) + coarse[b * half + a1] * u) * (1 - v) +
                                   (coarse[b1 * half + a] * (1 - u) + coarse[b1 * half + a1] * u) * v;
        }
}

class Surveyor {
  public:
    Surveyor(const Scan& scan, std::span<const glm::vec3> normals, const Form& form, int size)
        : scan_(scan), normals_(normals), form_(form), side_(std::size_t(size)),
          border_(form, chart_frame(glm::vec3(form.centre()), size)) {
        chart_ = chart_frame(glm::vec3(form.centre()), size);
        expected_ = radii_of(form, chart_);
        over_.assign(side_ * side_, unseen);
        seen_.assign(side_ * side_, 0);
        over_texels(
            [this](std::size_t at, glm::dvec2 place, glm::dvec3 ahead) { look(at, place, ahead, false); });
        around_ = over_;
        bridge(around_, side_);
        over_texels(
            [this](std::size_t at, glm::dvec2 place, glm::dvec3 ahead) { look(at, place, ahead, true); });
        bridge(over_, side_);
    }

    ScanSurvey survey() {
        over_texels([this](std::size_t at, glm::dvec2, glm::dvec3 ahead) {
            chart_.position_mm[at] = glm::vec3(form_.centre() + double(expected_[at] + over_[at]) * ahead);
        });
        chart_.derive_tangents();
        const PointCloud ears(ear_places());
        over_texels([&](std::size_t at, glm::dvec2 place, glm::dvec3 ahead) {
            if (seen_[at] == 0)
                chart_.normal[at] = outwards(at, ahead);
            const bool clear = !ears.nearest(chart_.position_mm[at], float(median_man.ear_clearance) + 1.0f);
            // Where no skin goes on under an ear there is its root, which is no hole.
            const bool skin = seen_[at] != 0 || !by_ear(at, ahead);
            scalp_[at] = border_.encloses(place) && clear && skin;
            chart_.on_scalp[at] = scalp_[at] && seen_[at] ? 1 : 0;
        });
        const double shown = chart_.area_cm2();
        ScalpChart whole = chart_;
        std::ranges::copy(scalp_, whole.on_scalp.begin());
        return {std::move(chart_), whole.area_cm2() - shown};
    }

  private:
    const Scan& scan_;
    std::span<const glm::vec3> normals_;
    const Form& form_;
    std::size_t side_;
    ScalpBorder border_;
    ScalpChart chart_;
    Radii expected_, over_,
        around_; ///< the form's radius; the scan's over it; the same bridged under the ears
    std::vector<std::uint8_t> seen_, scalp_ = std::vector<std::uint8_t>(side_ * side_);

    template <typename Each>
    void over_texels(const Each& each) {
        parallel_for(side_, 4, [&](std::size_t begin, std::size_t end) {
            for (std::size_t j = begin; j < end; ++j)
                for (std::size_t i = 0; i < side_; ++i) {
                    const glm::dvec2 place((double(i) + 0.5) / double(side_),
                                           (double(j) + 0.5) / double(side_));
                    each(j * side_ + i, place,
                         glm::normalize(glm::dvec3(chart_.direction_at(glm::vec2(place)))));
                }
        });
    }

    bool by_ear(std::size_t at, glm::dvec3 ahead) const {
        return form_.ear_distance_mm(form_.centre() + double(expected_[at]) * ahead) < ear_zone_mm;
    }

    /// Away from the ears the outermost skin counts; at them what continues the skin around.
    void look(std::size_t at, glm::dvec2 place, glm::dvec3 ahead, bool ears) {
        if (by_ear(at, ahead) != ears)
            return;
        constexpr double hair_mm = 110.0, face_mm = 28.0, under_mm = 35.0, over_bridge_mm = 2.0,
                         under_bridge_mm = 6.0;
        const double above = ears ? over_bridge_mm : border_.encloses(place) ? hair_mm : face_mm;
        const double below = ears ? under_bridge_mm : under_mm;
        const double radius = double(expected_[at]) + (ears ? double(around_[at]) : 0.0);
        const auto hit = scan_.facing(form_.centre() + (radius + above) * ahead, -ahead, above + below);
        if (!hit)
            return;
        over_[at] = float(glm::distance(hit->place, form_.centre()) - double(expected_[at]));
        seen_[at] = 1;
        const glm::uvec3 t = scan_.soup().triangles[hit->triangle];
        const float b = hit->barycentric.x, c = hit->barycentric.y;
        chart_.normal[at] =
            glm::normalize((1 - b - c) * normals_[t.x] + b * normals_[t.y] + c * normals_[t.z]);
    }

    glm::vec3 outwards(std::size_t at, glm::dvec3 ahead) const {
        const glm::vec3 normal = glm::cross(chart_.tangent_v_mm[at], chart_.tangent_u_mm[at]);
        const float length = glm::length(normal);
        return length > 1e-9f ? normal * std::copysign(1.0f / length, glm::dot(normal, glm::vec3(ahead)))
                              : glm::vec3(ahead);
    }

    /// Places of the scan that stand off the skin at an ear.
    std::vector<SurfacePoint> ear_places() const {
        constexpr double standing_off_mm = 2.5;
        std::vector<SurfacePoint> places;
        for (const glm::vec3& p : scan_.soup().positions) {
            const glm::vec2 below = chart_.chart_of(p);
            const bool within = std::max(std::abs(below.x - 0.5f), std::abs(below.y - 0.5f)) < 0.5f;
            if (within && form_.ear_distance_mm(glm::dvec3(p)) < ear_zone_mm &&
                glm::distance(p, chart_.centre_mm) -
                        glm::distance(chart_.position_at(below), chart_.centre_mm) >
                    standing_off_mm)
                places.push_back({p, {}});
        }
        return places;
    }
};

} // namespace

ScanSurvey survey_scan(const Scan& scan, std::span<const glm::vec3> normals, const Form& form, int size) {
    return Surveyor(scan, normals, form, size).survey();
}

} // namespace healed::head
