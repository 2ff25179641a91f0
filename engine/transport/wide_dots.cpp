#include "transport/wide_dots.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace healed::transport {

namespace {

/// Sheets a standard deviation of depth, and standard deviations of depth to each side.
constexpr int sheets_a_sigma = 4, sigmas_to_a_side = 4;

void add_sheets(Patch& patch, const PatchDot& dot) {
    const double mean =
        2.0 * std::numbers::pi * dot.sigma_mm * dot.sigma_mm / (patch.width_mm * patch.height_mm);
    const double thickness_mm = dot.sigma_z_mm / sheets_a_sigma;
    for (int i = -sheets_a_sigma * sigmas_to_a_side; i < sheets_a_sigma * sigmas_to_a_side; ++i) {
        const double top_mm = dot.depth_mm + i * thickness_mm;
        if (top_mm + thickness_mm <= 0.0)
            continue;
        const double sigmas = (i + 0.5) / sheets_a_sigma;
        PatchSheet sheet{.top_mm = std::max(0.0, top_mm),
                         .thickness_mm = top_mm + thickness_mm - std::max(0.0, top_mm),
                         .absorption_per_mm = dot.peak_absorption_per_mm};
        for (double& absorption : sheet.absorption_per_mm)
            absorption *= mean * std::exp(-0.5 * sigmas * sigmas);
        patch.sheets.push_back(std::move(sheet));
    }
}

} // namespace

Patch with_wide_dots_as_sheets(Patch patch) {
    if (!patch.periodic)
        return patch;
    std::vector<PatchDot> narrow;
    const std::vector<PatchDot> dots = std::move(patch.dots);
    for (const PatchDot& dot : dots)
        if (dot.sigma_mm < std::max(patch.width_mm, patch.height_mm))
            narrow.push_back(dot);
        else
            add_sheets(patch, dot);
    patch.dots = std::move(narrow);
    return patch;
}

} // namespace healed::transport
