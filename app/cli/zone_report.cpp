#include "zone_report.h"

#include "base/error.h"
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

} // namespace

study::CoreZone chosen_zone(const TreatedHead& treated, const ZoneChoice& choice) {
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

Ordered colour_json(const portfolio::Work& work, double years) {
    Ordered json{{"zone_lab", as_json(work.zone_lab(years))},
                 {"bare_lab", as_json(work.bare_lab())},
                 {"cast_delta_e_2000", 0.0},
                 {"optical_share", nullptr},
                 {"chemical_share", nullptr}};
    if (work.core.dots.empty())
        return json;
    const study::TwoBlues blues = study::two_blues(work.grid, work.skin, work.region(), years);
    const study::StandingCast cast =
        study::standing_cast(work.grid, work.skin, work.region(), work.carbon_mm2_per_ng, years);
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
