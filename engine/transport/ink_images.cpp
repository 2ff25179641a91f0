#include "transport/ink_images.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <glm/glm.hpp>
#include <limits>
#include <numbers>
#include <string>

namespace healed::transport {

namespace {

constexpr double negligible_depth = 1e-4;
constexpr double longest_way_mm = 10.0;
constexpr double most_copies = 1e6;
constexpr double endless_mm = 1e9;

/// An absorber before it becomes float: rows of `to_unit` map displacements from `origin` to unit
/// coordinates.
struct Absorber {
    std::string name;
    std::uint32_t kind;
    glm::dvec3 origin;
    glm::dmat3 to_unit{1.0}; ///< its rows are to_unit[0], [1], [2]
    glm::dvec3 low{0.0}, high{0.0};
    double strength = 1.0;
};

/// Standard deviations after which a Gaussian of this peak absorption is negligible, where `crowd` of its
/// copies overlap.
double reach_in_sigmas(const std::vector<double>& peak_per_mm, double crowd = 1.0) {
    const double peak = crowd * *std::max_element(peak_per_mm.begin(), peak_per_mm.end());
    return std::max(3.0, std::sqrt(2.0 * std::log(1.0 + peak * longest_way_mm / negligible_depth)));
}

Absorber dot_absorber(const PatchDot& d, double period_area_mm2) {
    const double azimuth = d.azimuth_deg * std::numbers::pi / 180.0;
    const double c = std::cos(azimuth), s = std::sin(azimuth);
    const double along = d.sigma_mm, across = d.sigma_y_mm > 0.0 ? d.sigma_y_mm : d.sigma_mm;
    Absorber a{.name = "dots", .kind = physics::gaussian_ball, .origin = {d.x_mm, d.y_mm, d.depth_mm}};
    a.to_unit[0] = glm::dvec3(c, s, -c * d.slant_x - s * d.slant_y) / along;
    a.to_unit[1] = glm::dvec3(-s, c, s * d.slant_x - c * d.slant_y) / across;
    a.to_unit[2] = glm::dvec3(0, 0, 1.0 / d.sigma_z_mm);
    const double crowd = 1.0 + 2.0 * std::numbers::pi * along * across / period_area_mm2;
    const glm::dvec3 half =
        reach_in_sigmas(d.peak_absorption_per_mm, crowd) *
        glm::dvec3(std::hypot(along * c, across * s, d.slant_x * d.sigma_z_mm),
                   std::hypot(along * s, across * c, d.slant_y * d.sigma_z_mm), d.sigma_z_mm);
    a.low = a.origin - half, a.high = a.origin + half;
    return a;
}

Absorber cylinder_absorber(const PatchCylinder& cylinder) {
    Absorber a{.name = "cylinders",
               .kind = physics::solid_rod,
               .origin = {cylinder.x_mm, cylinder.y_mm, cylinder.top_mm}};
    a.to_unit[0] = glm::dvec3(1, 0, -cylinder.slant_x) / cylinder.radius_mm;
    a.to_unit[1] = glm::dvec3(0, 1, -cylinder.slant_y) / cylinder.radius_mm;
    a.to_unit[2] = glm::dvec3(0, 0, 1.0 / cylinder.thickness_mm);
    const glm::dvec3 end =
        a.origin + cylinder.thickness_mm * glm::dvec3(cylinder.slant_x, cylinder.slant_y, 1);
    const glm::dvec3 half(cylinder.radius_mm, cylinder.radius_mm, 0);
    a.low = glm::min(a.origin, end) - half, a.high = glm::max(a.origin, end) + half;
    return a;
}

Absorber streak_absorber(const PatchStreak& streak) {
    const glm::dvec3 end(streak.end_x_mm, streak.end_y_mm, streak.end_depth_mm);
    Absorber a{.name = "streaks",
               .kind = physics::gaussian_rod,
               .origin = {streak.x_mm, streak.y_mm, streak.depth_mm}};
    const double length = glm::length(end - a.origin);
    const glm::dvec3 axis = (end - a.origin) / length;
    const glm::dvec3 aside = std::abs(axis.z) < 0.9 ? glm::dvec3(0, 0, 1) : glm::dvec3(1, 0, 0);
    const glm::dvec3 first = glm::normalize(glm::cross(axis, aside));
    a.to_unit[0] = first / streak.sigma_mm;
    a.to_unit[1] = glm::cross(axis, first) / streak.sigma_mm;
    a.to_unit[2] = axis / length;
    const double reach = reach_in_sigmas(streak.peak_absorption_per_mm) * streak.sigma_mm;
    const glm::dvec3 half = reach * glm::sqrt(glm::max(glm::dvec3(0), 1.0 - axis * axis));
    a.low = glm::min(a.origin, end) - half, a.high = glm::max(a.origin, end) + half;
    return a;
}

/// Rows R with RᵀR = precision, one row of zeros for each direction without end.
glm::dmat3 root_of(glm::dmat3 precision) {
    glm::dmat3 rows(0.0);
    const double scale = precision[0][0] + precision[1][1] + precision[2][2];
    for (int i = 0; i < 3; ++i)
        if (precision[i][i] > 1e-12 * scale) {
            rows[i] = precision[i] / std::sqrt(precision[i][i]);
            precision -= glm::outerProduct(rows[i], rows[i]);
        }
    return rows;
}

/// Replaces a Gaussian and its copies along an axis by their mean where it is wider than the period.
void smear(Absorber& a, int axis, double period_mm) {
    if (a.kind != physics::gaussian_ball)
        return;
    // glm's columns hold our rows: this is (rows)ᵀ(rows), the precision of the Gaussian.
    const glm::dmat3 p = a.to_unit * glm::transpose(a.to_unit);
    const double along = p[axis][axis];
    if (along <= 0.0 || 1.0 / std::sqrt(along) < period_mm)
        return;
    a.strength *= std::sqrt(2.0 * std::numbers::pi / along) / period_mm;
    a.to_unit = root_of(p - glm::outerProduct(p[axis], p[axis]) / along);
    a.low[axis] = -endless_mm, a.high[axis] = endless_mm;
}

InkImage image_of(const Absorber& a, std::size_t index, glm::dvec2 shift) {
    const glm::vec3 origin(a.origin + glm::dvec3(shift, 0.0));
    const glm::vec3 low(a.low + glm::dvec3(shift, 0.0)), high(a.high + glm::dvec3(shift, 0.0));
    const glm::mat3 m(a.to_unit);
    return {.shape = {.kind = a.kind,
                      .x = origin.x,
                      .y = origin.y,
                      .z = origin.z,
                      .xx = m[0].x,
                      .xy = m[0].y,
                      .xz = m[0].z,
                      .yx = m[1].x,
                      .yy = m[1].y,
                      .yz = m[1].z,
                      .zx = m[2].x,
                      .zy = m[2].y,
                      .zz = m[2].z},
            .strength = static_cast<float>(a.strength),
            .low_x = low.x,
            .high_x = high.x,
            .low_y = low.y,
            .high_y = high.y,
            .low_z = low.z,
            .high_z = high.z,
            .absorber = static_cast<std::uint32_t>(index)};
}

/// How many periods back and forth copies of a box reach into 0 … period, widened by the margin.
struct Copies {
    double first = 0.0, last = 0.0;
    Copies(double low, double high, double period, double margin) {
        if (high - low >= endless_mm)
            return;
        first = std::floor((-margin - high) / period) + 1.0;
        last = std::ceil((period + margin - low) / period) - 1.0;
    }
    double count() const { return std::max(0.0, last - first + 1.0); }
};

class Images {
  public:
    Images(const Patch& patch, double margin_mm) : patch_(patch), margin_mm_(margin_mm) {}

    void add(Absorber a, const std::vector<double>& absorption, std::size_t in_its_list) {
        const std::size_t index = absorbers_++;
        if (std::all_of(absorption.begin(), absorption.end(), [](double per_mm) { return per_mm == 0.0; }))
            return;
        if (!patch_.periodic) {
            images_.push_back(image_of(a, index, {}));
            return;
        }
        smear(a, 0, patch_.width_mm);
        smear(a, 1, patch_.height_mm);
        const Copies x(a.low.x, a.high.x, patch_.width_mm, margin_mm_);
        const Copies y(a.low.y, a.high.y, patch_.height_mm, margin_mm_);
        if (x.count() * y.count() + static_cast<double>(images_.size()) > most_copies)
            fail("{}[{}]: has {:.0f} copies within one period of {} × {} mm; 1000000 are too many", a.name,
                 in_its_list, x.count() * y.count(), patch_.width_mm, patch_.height_mm);
        for (double j = y.first; j <= y.last; ++j)
            for (double i = x.first; i <= x.last; ++i)
                images_.push_back(image_of(a, index, {i * patch_.width_mm, j * patch_.height_mm}));
    }
    std::vector<InkImage> take() { return std::move(images_); }

  private:
    const Patch& patch_;
    double margin_mm_;
    std::size_t absorbers_ = 0;
    std::vector<InkImage> images_;
};

} // namespace

std::vector<const std::vector<double>*> absorption_spectra(const Patch& patch) {
    std::vector<const std::vector<double>*> spectra;
    for (const PatchDot& dot : patch.dots)
        spectra.push_back(&dot.peak_absorption_per_mm);
    for (const PatchCylinder& cylinder : patch.cylinders)
        spectra.push_back(&cylinder.absorption_per_mm);
    for (const PatchStreak& streak : patch.streaks)
        spectra.push_back(&streak.peak_absorption_per_mm);
    return spectra;
}

std::vector<InkImage> ink_images(const Patch& patch, double margin_mm) {
    Images images(patch, margin_mm);
    const double period_area_mm2 =
        patch.periodic ? patch.width_mm * patch.height_mm : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < patch.dots.size(); ++i)
        images.add(dot_absorber(patch.dots[i], period_area_mm2), patch.dots[i].peak_absorption_per_mm, i);
    for (std::size_t i = 0; i < patch.cylinders.size(); ++i)
        images.add(cylinder_absorber(patch.cylinders[i]), patch.cylinders[i].absorption_per_mm, i);
    for (std::size_t i = 0; i < patch.streaks.size(); ++i)
        images.add(streak_absorber(patch.streaks[i]), patch.streaks[i].peak_absorption_per_mm, i);
    return images.take();
}

} // namespace healed::transport
