#include "zone_report.h"

#include "progress_bar.h"

#include "base/error.h"
#include "base/file.h"
#include "color/illuminant.h"
#include "transport/skin_tables.h"
#include "treatment/region.h"

namespace healed::cli {

namespace {

using Ordered = nlohmann::ordered_json;

Json as_json(color::Lab lab) {
    return {lab.l, lab.a, lab.b};
}

Json as_json(study::Shift shift) {
    return {shift.l, shift.a, shift.b};
}

study::DarkGrid baked(const project::Project& project) {
    const gpu::Device device;
    ProgressBar bar("skin");
    const skin::Skin skin(project.skin, skin::load_haemoglobin(assets_folder()));
    return study::DarkGrid(
        transport::cached_skin_tables(device, skin, transport::BakeQuality::Final, bar.part(0.0, 1.0)).dots);
}

/// The whole treatment's core, one region's, or one dot with the skin that a dot of the core has to itself.
study::CoreZone chosen(const TreatedHead& treated, const ZoneChoice& choice) {
    std::vector<treatment::Dot> dots = treated.treatment.dots;
    if (!choice.region.empty())
        std::erase_if(dots, [&](const treatment::Dot& dot) {
            return treatment::to_string(treatment::Region{dot.zone}) != choice.region;
        });
    const study::CoreZone zone = study::core_zone(treated.head.chart, dots);
    if (!choice.region.empty() && zone.dots.empty())
        fail("--region: {} has no dots", choice.region);
    if (!choice.dot)
        return zone;
    if (*choice.dot >= treated.treatment.dots.size())
        fail("--dot: {} is not below {}, the number of dots", *choice.dot, treated.treatment.dots.size());
    return {{treated.treatment.dots[*choice.dot]}, zone.area_mm2 / static_cast<double>(zone.dots.size())};
}

} // namespace

ZoneReport::ZoneReport(const project::Project& project, const ink::Library& library,
                       const TreatedHead& treated, const ZoneChoice& choice)
    : course_(aging::course(project.plan, library, project.client)), inks_(project.plan, library),
      carbon_mm2_per_ng_(study::pigment_bands(library.pigment("carbon"))), zone_(chosen(treated, choice)),
      skin_(study::zone_skin(project.skin, skin::load_haemoglobin(assets_folder()),
                             color::load_daylight_viewing(assets_folder()))),
      grid_(baked(project)) {}

Ordered ZoneReport::zone_json() const {
    return {{"dots", zone_.dots.size()}, {"area_mm2", zone_.area_mm2}};
}

Ordered ZoneReport::colour_json(double years) const {
    transport::BandValues bare;
    bare.fill(1.0f);
    const Json bare_lab = as_json(skin_.colour.lab(bare));
    Ordered json{{"zone_lab", bare_lab},
                 {"bare_lab", bare_lab},
                 {"cast_delta_e_2000", 0.0},
                 {"optical_share", nullptr},
                 {"chemical_share", nullptr}};
    if (zone_.dots.empty())
        return json;
    const study::Region region{zone_.dots, course_, inks_, zone_.area_mm2};
    const std::vector<aging::DotState> states = aging::age_all(zone_.dots, course_, years);
    const study::TwoBlues blues = study::two_blues(grid_, skin_, region, years);
    const study::StandingCast cast = study::standing_cast(grid_, skin_, region, carbon_mm2_per_ng_, years);
    json["zone_lab"] = as_json(
        skin_.colour.lab(study::zone_ratio(grid_, inks_, skin_, {zone_.dots, states, zone_.area_mm2})));
    json["cast_delta_e_2000"] = cast.delta_e_2000;
    if (blues.optical_share) {
        json["optical_share"] = *blues.optical_share;
        json["chemical_share"] = *blues.chemical_share;
    }
    json["ink_lab"] = as_json(blues.now);
    json["day_30_lab"] = as_json(blues.healed);
    json["fading_shift_lab"] = as_json(blues.fading);
    json["optical_shift_lab"] = as_json(blues.optical);
    json["chemical_shift_lab"] = as_json(blues.chemical);
    json["carbon_scale"] = cast.carbon_scale;
    json["optical_cast_lab"] = as_json(cast.optical);
    json["ink_cast_lab"] = as_json(cast.ink);
    return json;
}

} // namespace healed::cli
