#include "study/skins.h"

#include <string>

namespace healed::study {

std::shared_ptr<const InkedSkin> inked_skin(const gpu::Device& device, const std::filesystem::path& assets,
                                            const skin::SkinSettings& settings,
                                            transport::BakeQuality quality, const Progress& progress) {
    const skin::Haemoglobin haemoglobin = skin::load_haemoglobin(assets);
    const transport::SkinTables tables =
        transport::cached_skin_tables(device, skin::Skin(settings, haemoglobin), quality, progress);
    const ZoneSkin skin = zone_skin(settings, haemoglobin, color::load_daylight_viewing(assets));
    transport::BandValues bare;
    bare.fill(1.0f);
    return std::make_shared<InkedSkin>(
        InkedSkin{.skin = skin, .dark = DarkGrid(tables.dots), .bare = skin.colour.lab(bare)});
}

Skins inked_skins(const gpu::Device& device, const std::filesystem::path& assets, const std::set<int>& types,
                  transport::BakeQuality quality, const Progress& progress) {
    Skins skins;
    double done = 0.0;
    for (const int type : types) {
        const auto part = [&](double share) {
            if (progress)
                progress((done + share) / static_cast<double>(types.size()));
        };
        const skin::SkinPreset preset = skin::load_preset(assets, "type-" + std::to_string(type));
        skins[static_cast<std::size_t>(type - 1)] =
            inked_skin(device, assets, preset.settings, quality, part);
        done += 1.0;
        part(0.0);
    }
    return skins;
}

std::set<int> types_of(const SetForAll& set) {
    return set.fitzpatrick ? std::set<int>{*set.fitzpatrick} : std::set<int>{1, 2, 3, 4, 5, 6};
}

} // namespace healed::study
