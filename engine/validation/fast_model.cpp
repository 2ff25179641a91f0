#include "base/file.h"
#include "validation/family.h"
#include "validation/fast_against_exact.h"

#include <fmt/format.h>

namespace healed::validation {

namespace {

/// Of the named scenes a run that asks for no more takes each eighth, with fewer paths.
constexpr std::size_t sampled_every = 8;
constexpr std::uint64_t sampled_paths = 4'000, all_paths = 16'000;

std::vector<PatchScene> chosen_scenes(const Context& context) {
    std::vector<PatchScene> named = named_scenes(assets_folder());
    if (context.scenes() > 0) {
        for (PatchScene& scene : drawn_scenes(assets_folder(), context.seed(), context.scenes()))
            named.push_back(std::move(scene));
        return named;
    }
    std::vector<PatchScene> sample;
    for (std::size_t i = sampled_every / 2; i < named.size(); i += sampled_every)
        sample.push_back(std::move(named[i]));
    return sample;
}

std::vector<Row> rows(Context& context) {
    const std::string source = "path replay";
    const FamilyError errors = fast_against_exact(context.device(), assets_folder(), chosen_scenes(context),
                                                  context.scenes() > 0 ? all_paths : sampled_paths,
                                                  context.seed(), context.progress);
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
        rows.push_back({.what = fmt::format("rms, type {}, {}", scene.skin, scene.scene),
                        .ours = scene.rms,
                        .allowed = {.at_most = 0.02},
                        .source = fmt::format("path replay (noise {:.4f})", scene.noise)});
    return rows;
}

} // namespace

Family fast_model() {
    return {.name = "fast-model",
            .title = "the fast model against path replay, scene by scene",
            .usual_s = 90.0,
            .rows = rows};
}

} // namespace healed::validation
