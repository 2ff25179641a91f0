#include "base/file.h"
#include "base/stopwatch.h"
#include "figure.h"
#include "project/presets.h"
#include "treatment/treat.h"

#include <fmt/format.h>

namespace healed::cli {

/// The built-in head without any hair, at a density that comes to about sixty thousand dots.
Figures time_placement(const gpu::Device&, const Progress& progress) {
    constexpr double asked_dots = 60'000.0, asked_s = 3.0, cores = 2.0;
    treatment::Plan plan = project::load_preset(assets_folder(), project::built_in_preset).plan;
    plan.losses = {{.pattern = treatment::Loss::Pattern::Total}};
    const ink::Library library = ink::load_library(assets_folder());
    const head::Head head = head::built_in_head();
    progress(0.3);
    const auto before = static_cast<double>(treatment::treat(head, plan, library).dots.size());
    plan.follicles.units_per_cm2 *= asked_dots / before;
    progress(0.6);
    const Stopwatch watch;
    const treatment::Treatment treated = treatment::treat(head, plan, library);
    const double cpu_s = watch.cpu_s(), wall_s = watch.wall_s();
    progress(1.0);
    const std::string name = fmt::format("{} dots placed on a bare head", treated.dots.size());
    return {{name, cpu_s, "CPU-s", Bound{asked_s * cores, false}},
            {name + ", on the clock", wall_s, "s", {}}};
}

} // namespace healed::cli
