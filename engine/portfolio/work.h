#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "head/head.h"
#include "project/project.h"
#include "study/core_zone.h"
#include "study/dark_grid.h"
#include "study/two_blues.h"
#include "study/zone_skin.h"
#include "transport/dot_tables.h"
#include "treatment/scalp_frame.h"
#include "treatment/treat.h"

namespace healed::portfolio {

/// A plan carried out on its client, to be judged by numbers without a picture.
struct Work {
    /// Bakes the skin's tables or reads them from the cache. Throws Error for an unknown ink.
    Work(const gpu::Device& device, const project::Project& project, const ink::Library& library,
         const Progress& progress);

    const ink::Library& library;
    project::Project project;
    head::Head head;
    treatment::ScalpFrame frame;
    treatment::Treatment treatment;
    study::CoreZone core;
    aging::Course course;
    study::InkBands inks;
    transport::BandValues carbon_mm2_per_ng;
    study::ZoneSkin skin;
    transport::DotTables tables;
    study::DarkGrid grid;

    /// Mean colour of the core zone from afar, ink alone; bare skin where there is none.
    color::Lab zone_lab(double years) const;
    color::Lab bare_lab() const;
};

} // namespace healed::portfolio
