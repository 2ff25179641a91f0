#include "portfolio/clearing_picture.h"

#include <algorithm>
#include <fmt/format.h>

namespace healed::portfolio {

namespace {

std::string words(std::uint64_t paths, const std::optional<render::ReplayNoise>& noise) {
    if (!noise)
        return "no ink in the picture";
    return fmt::format("{} paths of light a band: standard error of R/R0 {:.4f} rms, {:.4f} at most", paths,
                       noise->rms, noise->greatest);
}

} // namespace

void take_as_it_clears(Sitting& sitting, double years, const Shot& shot, const Progress& progress,
                       const std::function<void(render::Picture&, const std::string& noise)>& hand_over) {
    const auto share = [&](std::uint64_t of) {
        return static_cast<double>(of) / static_cast<double>(shot.paths);
    };
    std::uint64_t before = 0;
    for (std::uint64_t paths = render::MacroReplay::paths_a_round; before < shot.paths; paths *= 2) {
        Shot so_far = shot;
        so_far.paths = std::min(paths, shot.paths);
        const double from = share(before), to = share(so_far.paths);
        render::Picture picture = sitting.take(sitting.first(), years, so_far,
                                               [&](double done) { progress(from + (to - from) * done); });
        hand_over(picture, words(so_far.paths, sitting.noise()));
        before = so_far.paths;
    }
}

} // namespace healed::portfolio
