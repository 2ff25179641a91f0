#include "plan_tone.h"

#include "progress_bar.h"

#include "aging/age.h"
#include "base/file.h"
#include "color/lab.h"
#include "color/illuminant.h"
#include "study/core_zone.h"
#include "study/hair_zone.h"
#include "study/zone_colour.h"
#include "transport/skin_tables.h"

namespace healed::cli {

std::optional<PlanTone> plan_tone(const project::Project& project, const ink::Library& library,
                                  const TreatedHead& treated, double years) {
    const study::CoreZone core = study::core_zone(treated.head.chart, treated.treatment.dots);
    if (core.dots.empty())
        return std::nullopt;
    const skin::Haemoglobin haemoglobin = skin::load_haemoglobin(assets_folder());
    const study::ZoneSkin skin =
        study::zone_skin(project.skin, haemoglobin, color::load_daylight_viewing(assets_folder()));
    const gpu::Device device;
    ProgressBar bar("skin");
    const transport::DotTables tables =
        transport::cached_skin_tables(device, skin::Skin(project.skin, haemoglobin),
                                      transport::BakeQuality::Final, bar.part(0.0, 1.0))
            .dots;
    const aging::Course course = aging::course(project.plan, library, project.client);
    const std::vector<aging::DotState> states = aging::age_all(core.dots, course, years);
    transport::BandValues unmarked;
    unmarked.fill(1.0f);
    const color::Lab bare = skin.colour.lab(unmarked);
    const color::Lab zone =
        skin.colour.lab(study::zone_ratio(study::DarkGrid(tables), study::InkBands(project.plan, library),
                                          skin, {core.dots, states, core.area_mm2}));
    const color::Lab hair = skin.colour.lab(study::hair_ratio(tables, project.plan.follicles));
    return PlanTone{
        {zone.l, bare.l, hair.l}, color::delta_e_2000(zone, bare), color::delta_e_2000(zone, hair)};
}

} // namespace healed::cli
