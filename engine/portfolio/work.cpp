#include "portfolio/work.h"

#include "base/file.h"
#include "color/illuminant.h"
#include "study/hair_zone.h"
#include "study/zone_colour.h"

namespace healed::portfolio {

Work::Work(const project::Project& wanted, const ink::Library& known, const head::Head& on,
           const treatment::Treatment& done, const transport::DotTables& tables)
    : project(wanted), library(known), head(on), treatment(done),
      core(study::core_zone(head.chart, treatment.dots)),
      course(aging::course(project.plan, library, project.client)), inks(project.plan, library),
      skin(study::zone_skin(project.skin, skin::load_haemoglobin(assets_folder()),
                            color::load_daylight_viewing(assets_folder()))),
      grid(tables), carbon_mm2_per_ng(study::pigment_bands(library.pigment("carbon"))), tables_(tables) {}

std::vector<aging::DotState> Work::states(double years) const {
    return aging::age_all(treatment.dots, course, years);
}

const study::Geometry& Work::geometry(double years) const {
    const auto known = geometry_.find(years);
    if (known != geometry_.end())
        return known->second;
    return geometry_.emplace(years, study::geometry(head, project.plan, treatment, states(years), years))
        .first->second;
}

color::Lab Work::ink_lab(double years) const {
    if (core.dots.empty())
        return bare_lab();
    const std::vector<aging::DotState> aged = aging::age_all(core.dots, course, years);
    return skin.colour.lab(study::ink_ratio(grid, inks, {core.dots, aged, core.area_mm2}));
}

color::Lab Work::zone_lab(double years) const {
    if (core.dots.empty())
        return bare_lab();
    const std::vector<aging::DotState> aged = aging::age_all(core.dots, course, years);
    return skin.colour.lab(study::zone_ratio(grid, inks, skin, {core.dots, aged, core.area_mm2}));
}

color::Lab Work::bare_lab() const {
    transport::BandValues bare;
    bare.fill(1.0f);
    return skin.colour.lab(bare);
}

color::Lab Work::hair_lab() const {
    return skin.colour.lab(study::hair_ratio(tables_, project.plan.follicles));
}

} // namespace healed::portfolio
