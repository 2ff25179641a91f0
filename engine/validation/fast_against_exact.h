#pragma once

#include "base/progress.h"
#include "color/illuminant.h"
#include "color/lab.h"
#include "gpu/device.h"
#include "validation/patch_scenes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace healed::validation {

/// The fast model beside path replay on one scene.
struct SceneError {
    PatchScene scene;
    double rms = 0.0;       ///< of R/R0 over all points and wavelengths
    double noise = 0.0;     ///< rms standard error of the replay, part of the former
    double worst_rms = 0.0; ///< at the worst wavelength
    double worst_nm = 0.0;
    std::vector<double> delta_e_2000; ///< a point; D65, 2°
    double mean_delta_e() const;
    double percentile_delta_e(double share) const; ///< 0 … 1
};

struct FamilyError {
    std::vector<SceneError> scenes; ///< worst rms first
    double rms = 0.0;               ///< root of the mean square over scenes
    double mean_delta_e = 0.0;      ///< of the scenes' means
    double delta_e_95 = 0.0;        ///< 95th percentile over points, each scene counting the same
};

/// Follows every scene by both models, `paths` photons a wavelength for the replay. Throws Error when the
/// device has no room or the product's assets cannot be read.
FamilyError fast_against_exact(const gpu::Device& device, const std::filesystem::path& assets,
                               const std::vector<PatchScene>& scenes, std::uint64_t paths, std::uint32_t seed,
                               const Progress& progress);

/// Both models' colours of a scene over points a side, row by row, D65 and 2°, for a picture.
struct SceneColours {
    std::vector<color::Lab> exact, fast;
};
SceneColours colours_of(const gpu::Device& device, const std::filesystem::path& assets, PatchScene scene,
                        int points_a_side, std::uint64_t paths, std::uint32_t seed, const Progress& progress);

/// The table for people, worst first, in Markdown.
std::string table_of(const FamilyError& errors);

} // namespace healed::validation
