#pragma once

#include "../gpu_device.h"
#include "base/file.h"
#include "study/zone_colour.h"
#include "transport/skin_tables.h"

namespace healed::test {

/// What the tests of zones share: skin of type III, its tables from the cache or baked for it.

inline const skin::SkinSettings& skin_three() {
    static const skin::SkinSettings settings = skin::load_preset(assets_folder(), "III").settings;
    return settings;
}

inline const transport::SkinTables& tables() {
    static const transport::SkinTables baked = transport::cached_skin_tables(
        device(), skin::Skin(skin_three(), skin::load_haemoglobin(assets_folder())),
        transport::BakeQuality::Draft, {});
    return baked;
}

inline const study::DarkGrid& grid() {
    static const study::DarkGrid resampled(tables().dots);
    return resampled;
}

inline const study::ZoneSkin& zone_skin_three() {
    static const study::ZoneSkin skin = study::zone_skin(
        skin_three(), skin::load_haemoglobin(assets_folder()), color::load_daylight_viewing(assets_folder()));
    return skin;
}

inline const ink::Library& the_library() {
    static const ink::Library library = ink::load_library(assets_folder());
    return library;
}

} // namespace healed::test
