#include "base/file.h"
#include "validation/family.h"
#include "validation/fast_against_exact.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include <utility>

namespace healed::validation {

namespace {

/// Paths a wavelength where a few scenes are looked at, and where all are.
constexpr std::uint64_t few_paths = 4'000, all_paths = 16'000;

/// What a run that asks for no more looks at: the scenes where the model errs most
/// (engine/docs/fast-model.md), then as many ordinary ones of every kind.
constexpr std::array few_scenes = {"one dot, depth 0.4, sigma 0.3, peak 100",
                                   "one dot, depth 0.2, sigma 0.08, peak 100",
                                   "sheet at 0.1 mm, 0.05 mm of 20/mm",
                                   "lattice of 0.64 mm, depth 0.3, sigma 0.06, peak 80",
                                   "100 % of follicles, depth 0.22, sigma 0.06, peak 100",
                                   "cluster, depth 0.5, sigma 0.12, peak 15",
                                   "cluster, depth 0.25, sigma 0.08, peak 100",
                                   "70 % of follicles, depth 0.27, sigma 0.05, peak 40",
                                   "lattice of 0.6 mm, depth 0.6, sigma 0.1, peak 30",
                                   "4 hairs leaning 0.8, 5 dots, depth 0.27, sigma 0.05, peak 40",
                                   "6 hairs leaning 0.6, 3 dots, depth 0.6, sigma 0.12, peak 50",
                                   "30 % of follicles, depth 0.6, sigma 0.14, peak 30"};

std::vector<PatchScene> chosen_scenes(const Context& context) {
    std::vector<PatchScene> named = named_scenes(assets_folder());
    if (context.scenes() > 0) {
        for (PatchScene& scene : drawn_scenes(assets_folder(), context.seed(), context.scenes()))
            named.push_back(std::move(scene));
        return named;
    }
    std::vector<PatchScene> few;
    for (PatchScene& scene : named)
        if (std::find(few_scenes.begin(), few_scenes.end(), scene.name) != few_scenes.end())
            few.push_back(std::move(scene));
    return few;
}

std::vector<Row> rows(Context& context) {
    const std::string source = "path replay";
    FamilyError errors =
        fast_against_exact(context.device(), assets_folder(), chosen_scenes(context),
                           context.scenes() > 0 ? all_paths : few_paths, context.seed(), context.progress);
    std::vector<Row> rows{
        {.what = "rms of R/R0, all scenes",
         .ours = errors.rms,
         .allowed = {.at_most = 0.01},
         .source = source},
        {.what = "mean ΔE2000", .ours = errors.mean_delta_e, .allowed = {.at_most = 0.5}, .source = source},
        {.what = "95th percentile of ΔE2000",
         .ours = errors.delta_e_95,
         .allowed = {.at_most = 1.5},
         .source = source}};
    for (const SceneError& scene : errors.scenes)
        rows.push_back({.what = fmt::format("rms, type {}, {}", scene.scene.skin, scene.scene.name),
                        .ours = scene.rms,
                        .allowed = {.at_most = 0.02},
                        .source = fmt::format("path replay (noise {:.4f})", scene.noise)});
    context.keep_fast_model(std::move(errors));
    return rows;
}

} // namespace

Family fast_model() {
    return {.name = "fast-model",
            .title = "the fast model against path replay, scene by scene",
            .usual_s = 60.0,
            .rows = rows};
}

} // namespace healed::validation
