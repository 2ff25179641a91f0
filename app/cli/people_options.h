#pragma once

#include "ink/ink.h"
#include "project/project.h"
#include "study/population.h"

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

namespace healed::cli {

/// What is the same for all clients of a study, in the words of the command line.
struct PeopleOptions {
    std::string protection, hat, exfoliant, type, smoker;
    std::optional<double> latitude_deg, ambient_sed_per_year, outdoor_fraction, swims_per_week, age_years;
};
void add_people_options(CLI::App& command, PeopleOptions& options);
study::SetForAll set_for_all(const PeopleOptions& options);

/// What of the treatment is to be tried otherwise.
struct TreatmentOptions {
    std::string plan, ink;
    std::optional<double> resting_depth_mm, needle_setting_mm;
};
void add_treatment_options(CLI::App& command, TreatmentOptions& options);

/// The plan, or the built-in one without, as it is to be tried. Throws Error naming file, field and value.
project::Project project_of(const TreatmentOptions& options, const ink::Library& library);

} // namespace healed::cli
