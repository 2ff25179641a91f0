#include "transport/patch_windows.h"

#include "transport/pyramid_kernel.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace healed::transport {

namespace {

/// Texels an absorber's sigma or radius, and the limits that narrow the choice (a chosen trade of time
/// against accuracy: a texel of 0.025 mm is enough for a Gaussian of 0.05 mm).
constexpr double texels_a_sigma = 2.0;
constexpr double texels_a_radius = 2.0;
constexpr double finest_texel_mm = 0.0125, coarsest_texel_mm = 0.04;
/// Skin beyond the outermost point or absorber that a window still follows.
constexpr double margin_mm = 1.5;
/// A window's longest side: its images take 1.7 kB a texel.
constexpr int longest_side = 448;
constexpr int tile_side = 16;
constexpr int pyramid_side = 1 << (pyramid_levels - 1);

double texel_for(const Patch& patch) {
    double texel = coarsest_texel_mm;
    for (const PatchDot& d : patch.dots)
        texel = std::min(texel, d.sigma_mm / texels_a_sigma);
    for (const PatchCylinder& c : patch.cylinders)
        texel = std::min(texel, c.radius_mm / texels_a_radius);
    return std::max(texel, finest_texel_mm);
}

std::vector<std::size_t> all_points(const Patch& patch) {
    std::vector<std::size_t> points(static_cast<std::size_t>(patch.columns) *
                                    static_cast<std::size_t>(patch.rows));
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = i;
    return points;
}

/// Whole repetitions of the cell on square texels, no coarser than asked; the fewest texels win.
std::optional<FieldWindow> periodic_window(const Patch& patch, double texel_mm) {
    std::optional<FieldWindow> best;
    const auto sides = [&](int repetitions, double side_mm, int& texels) {
        texels = static_cast<int>(std::ceil(repetitions * side_mm / (texel_mm * pyramid_side) - 1e-6)) *
                 pyramid_side;
        return repetitions * side_mm / texels;
    };
    for (int across = 1; across <= 8; ++across)
        for (int down = 1; down <= 8; ++down) {
            int columns = 0, rows = 0;
            const double x = sides(across, patch.width_mm, columns), y = sides(down, patch.height_mm, rows);
            if (std::max(columns, rows) > longest_side || std::abs(x - y) > 1e-6 * x)
                continue;
            if (!best || static_cast<std::uint32_t>(columns * rows) < best->columns * best->rows)
                best = FieldWindow{.columns = static_cast<std::uint32_t>(columns),
                                   .rows = static_cast<std::uint32_t>(rows),
                                   .texel_mm = static_cast<float>(x),
                                   .periodic = true};
        }
    return best;
}

/// The parts of one axis that windows answer for: each a begin and an end, mm.
std::vector<glm::dvec2> parts_of(double side_mm, double texel_mm) {
    const double answered = longest_side * texel_mm - 2.0 * margin_mm;
    const double widest = std::max(answered, 0.25 * longest_side * texel_mm);
    const int count = std::max(1, static_cast<int>(std::ceil(side_mm / widest - 1e-9)));
    std::vector<glm::dvec2> parts;
    for (int i = 0; i < count; ++i)
        parts.push_back({side_mm * i / count, side_mm * (i + 1) / count});
    return parts;
}

std::uint32_t texels_over(double length_mm, double texel_mm) {
    const int tiles = static_cast<int>(std::ceil(length_mm / (texel_mm * tile_side)));
    return static_cast<std::uint32_t>(std::min(tiles * tile_side, longest_side));
}

} // namespace

glm::dvec2 point_mm(const Patch& patch, std::size_t point) {
    const std::size_t columns = static_cast<std::size_t>(patch.columns);
    return {(static_cast<double>(point % columns) + 0.5) * patch.width_mm / patch.columns,
            (static_cast<double>(point / columns) + 0.5) * patch.height_mm / patch.rows};
}

std::vector<PatchWindow> patch_windows(const Patch& patch) {
    const double texel = texel_for(patch);
    if (patch.periodic)
        if (const std::optional<FieldWindow> field = periodic_window(patch, texel))
            return {{*field, {0.0, 0.0}, all_points(patch)}};
    std::vector<PatchWindow> windows;
    for (const glm::dvec2 y : parts_of(patch.height_mm, texel))
        for (const glm::dvec2 x : parts_of(patch.width_mm, texel)) {
            PatchWindow window{.field = {.columns = texels_over(x[1] - x[0] + 2.0 * margin_mm, texel),
                                         .rows = texels_over(y[1] - y[0] + 2.0 * margin_mm, texel),
                                         .texel_mm = static_cast<float>(texel)}};
            const glm::dvec2 size(window.field.width_mm(), window.field.height_mm());
            window.corner_mm = 0.5 * (glm::dvec2(x[0] + x[1], y[0] + y[1]) - size);
            for (const std::size_t i : all_points(patch)) {
                const glm::dvec2 at = point_mm(patch, i);
                if (at.x >= x[0] && at.x < x[1] && at.y >= y[0] && at.y < y[1])
                    window.points.push_back(i);
            }
            if (!window.points.empty())
                windows.push_back(std::move(window));
        }
    return windows;
}

} // namespace healed::transport
