#pragma once

#include "head/head.h"
#include "project/project.h"
#include "study/core_zone.h"
#include "study/dark_grid.h"
#include "study/geometry.h"
#include "study/two_blues.h"
#include "study/zone_skin.h"
#include "transport/dot_tables.h"
#include "treatment/treat.h"

#include <map>

namespace healed::portfolio {

/// A plan carried out on its client, to be judged by numbers without a picture: what measures, lints and ages
/// plans and proves mistakes asks here.
class Work {
  public:
    /// All must outlive the work. `tables` are those of the client's skin. Throws Error for an unknown ink.
    Work(const project::Project& project, const ink::Library& library, const head::Head& head,
         const treatment::Treatment& treatment, const transport::DotTables& tables);

    const project::Project& project;
    const ink::Library& library;
    const head::Head& head;
    const treatment::Treatment& treatment;
    study::CoreZone core; ///< by whose dots colours are judged
    aging::Course course;
    study::InkBands inks;
    study::ZoneSkin skin;
    study::DarkGrid grid;
    transport::BandValues carbon_mm2_per_ng;

    /// The core at a time, whose ink study::two_blues and study::standing_cast tell apart.
    study::Region region() const { return {core.dots, course, inks, core.area_mm2}; }
    std::vector<aging::DotState> states(double years) const;
    /// Measured once a time.
    const study::Geometry& geometry(double years) const;

    /// Mean colour of the core from afar, ink alone; bare skin where there is none.
    color::Lab ink_lab(double years) const;
    /// The same with crusts, flush and veil.
    color::Lab zone_lab(double years) const;
    color::Lab bare_lab() const;
    /// Of the same skin full of this client's hair, shaved to the surface.
    color::Lab hair_lab() const;

  private:
    const transport::DotTables& tables_;
    mutable std::map<double, study::Geometry> geometry_; ///< by years
};

} // namespace healed::portfolio
