#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "study/judge.h"
#include "transport/skin_tables.h"

#include <filesystem>
#include <set>

namespace healed::study {

/// A skin with the tables of single dots in it, baked on the device or read from the cache, in daylight.
/// Single dots are tabulated alike in all qualities, so a draft will do.
std::shared_ptr<const InkedSkin> inked_skin(const gpu::Device& device, const std::filesystem::path& assets,
                                            const skin::SkinSettings& settings,
                                            transport::BakeQuality quality, const Progress& progress);

/// The presets of these Fitzpatrick types, 1 … 6.
Skins inked_skins(const gpu::Device& device, const std::filesystem::path& assets, const std::set<int>& types,
                  transport::BakeQuality quality, const Progress& progress);

/// All six, or the one that is set for all.
std::set<int> types_of(const SetForAll& set);

} // namespace healed::study
