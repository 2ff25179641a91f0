#include "portfolio/work.h"

#include "base/file.h"
#include "color/illuminant.h"
#include "project/heads.h"
#include "transport/skin_tables.h"

namespace healed::portfolio {

namespace {

transport::DotTables dot_tables(const gpu::Device& device, const project::Project& project,
                                const Progress& progress) {
    const skin::Skin skin(project.skin, skin::load_haemoglobin(assets_folder()));
    return transport::cached_skin_tables(device, skin, transport::BakeQuality::Draft, progress).dots;
}

} // namespace

Work::Work(const gpu::Device& device, const project::Project& wanted, const ink::Library& known,
           const Progress& progress)
    : library(known), project(wanted), head(project::head_of(project)), frame(head),
      treatment(treatment::treat(head, project.plan, library)),
      core(study::core_zone(head.chart, treatment.dots)),
      course(aging::course(project.plan, library, project.client)), inks(project.plan, library),
      carbon_mm2_per_ng(study::pigment_bands(library.pigment("carbon"))),
      skin(study::zone_skin(project.skin, skin::load_haemoglobin(assets_folder()),
                            color::load_daylight_viewing(assets_folder()))),
      tables(dot_tables(device, project, progress)), grid(tables) {}

color::Lab Work::zone_lab(double years) const {
    if (core.dots.empty())
        return bare_lab();
    const std::vector<aging::DotState> states = aging::age_all(core.dots, course, years);
    return skin.colour.lab(study::ink_ratio(grid, inks, {core.dots, states, core.area_mm2}));
}

color::Lab Work::bare_lab() const {
    transport::BandValues bare;
    bare.fill(1.0f);
    return skin.colour.lab(bare);
}

} // namespace healed::portfolio
