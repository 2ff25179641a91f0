#pragma once

#include "../gpu_device.h"
#include "base/file.h"
#include "study/skins.h"

namespace healed::study {

inline const ink::Library& the_library() {
    static const ink::Library library = ink::load_library(assets_folder());
    return library;
}

/// Skin of type III alone, coarsely baked.
inline const Skins& type_three() {
    static const Skins skins =
        inked_skins(test::device(), assets_folder(), {3}, transport::BakeQuality::Draft, {});
    return skins;
}

/// The treatment of the built-in plan.
inline treatment::Plan standard_plan(const std::string& ink = "smp-carbon") {
    return {.sessions = {{.day = 0, .cumulative_density = 0.3, .ink = ink, .shade = 0.8},
                         {.day = 14, .cumulative_density = 0.7, .ink = ink, .shade = 1.0},
                         {.day = 35, .cumulative_density = 1.0, .ink = ink, .shade = 1.1}}};
}

inline treatment::Plan resting_at(double depth_mm, const std::string& ink = "smp-carbon") {
    treatment::Plan plan = standard_plan(ink);
    plan.needle.resting_depth_mm = depth_mm;
    return plan;
}

/// A person in whom everything came out as planned.
inline Person median_person() {
    return {.client = {}, .depth_offset_mm = 0.0, .size_factor = 1.0, .load_factor = 1.0, .taste = 0.0};
}

} // namespace healed::study
