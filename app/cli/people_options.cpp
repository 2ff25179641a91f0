#include "people_options.h"

#include "treated_head.h"

#include "base/file.h"
#include "project/presets.h"
#include "treatment/needle.h"

#include <algorithm>
#include <array>

namespace healed::cli {

namespace {

const std::vector<std::string> frequencies{"none", "occasional", "daily"};
const std::vector<std::string> types{"I", "II", "III", "IV", "V", "VI"};

int place_in(const std::vector<std::string>& words, const std::string& word) {
    return static_cast<int>(std::find(words.begin(), words.end(), word) - words.begin());
}

} // namespace

void add_people_options(CLI::App& command, PeopleOptions& options) {
    const std::string group = "The same for all clients";
    CLI::Option* latitude = command.add_option("--latitude-deg", options.latitude_deg,
                                               "Where they live: -66 (south) … 66 (north)");
    latitude->check(CLI::Range(-66.0, 66.0))->group(group);
    command
        .add_option("--ambient-sed-per-year", options.ambient_sed_per_year,
                    "Sun on a level plane outdoors, 500 … 20000")
        ->check(CLI::Range(500.0, 20000.0))
        ->excludes(latitude)
        ->group(group);
    command
        .add_option("--outdoor-fraction", options.outdoor_fraction,
                    "Share of it that a person receives, 0 … 0.3: 0.03 indoors, 0.1 outdoor work")
        ->check(CLI::Range(0.0, 0.3))
        ->group(group);
    command.add_option("--protection", options.protection, "Sunscreen: none, occasional, daily")
        ->check(CLI::IsMember(frequencies))
        ->group(group);
    command.add_option("--hat", options.hat, "none, occasional, daily")
        ->check(CLI::IsMember(frequencies))
        ->group(group);
    command.add_option("--swims-per-week", options.swims_per_week, "In chlorinated water, 0 … 14")
        ->check(CLI::Range(0.0, 14.0))
        ->group(group);
    command.add_option("--exfoliant", options.exfoliant, "Acids, retinoids: none, occasional, daily")
        ->check(CLI::IsMember(frequencies))
        ->group(group);
    command.add_option("--smoker", options.smoker, "yes or no")
        ->check(CLI::IsMember({"yes", "no"}))
        ->group(group);
    command.add_option("--age-years", options.age_years, "18 … 90")
        ->check(CLI::Range(18.0, 90.0))
        ->group(group);
    command.add_option("--type", options.type, "Fitzpatrick type I … VI")
        ->check(CLI::IsMember(types))
        ->group(group);
}

study::SetForAll set_for_all(const PeopleOptions& options) {
    study::SetForAll set{.ambient_sed_per_year = options.ambient_sed_per_year,
                         .outdoor_fraction = options.outdoor_fraction,
                         .age_years = options.age_years};
    set.latitude_deg = options.latitude_deg;
    set.swims_per_week = options.swims_per_week;
    const auto frequency = [](const std::string& word) {
        return word.empty() ? std::optional<aging::Frequency>()
                            : static_cast<aging::Frequency>(place_in(frequencies, word));
    };
    set.protection = frequency(options.protection);
    set.hat = frequency(options.hat);
    set.exfoliant = frequency(options.exfoliant);
    if (!options.smoker.empty())
        set.smoker = options.smoker == "yes";
    if (!options.type.empty())
        set.fitzpatrick = place_in(types, options.type) + 1;
    return set;
}

void add_treatment_options(CLI::App& command, TreatmentOptions& options) {
    const std::string group = "Treatment";
    command.add_option("plan", options.plan, "Project file; the built-in treatment without");
    command.add_option("--ink", options.ink, "Ink of all sessions")->group(group);
    CLI::Option* depth = command.add_option("--resting-depth-mm", options.resting_depth_mm,
                                            "Where the ink comes to rest, 0.03 … 3");
    depth->check(CLI::Range(0.03, 3.0))->group(group);
    command
        .add_option("--needle-setting-mm", options.needle_setting_mm, "What the machine is set to, 0.3 … 6")
        ->check(CLI::Range(0.3, 6.0))
        ->excludes(depth)
        ->group(group);
}

project::Project project_of(const TreatmentOptions& options, const ink::Library& library) {
    project::Project project = options.plan.empty()
                                   ? project::load_preset(assets_folder(), project::built_in_preset)
                                   : open_project(options.plan, library);
    if (!options.ink.empty()) {
        library.ink(options.ink);
        for (treatment::Session& session : project.plan.sessions)
            session.ink = options.ink;
    }
    treatment::Needle& needle = project.plan.needle;
    if (options.needle_setting_mm) {
        needle.setting_mm = *options.needle_setting_mm;
        needle.resting_depth_mm = treatment::resting_depth_mm(needle.setting_mm);
    }
    if (options.resting_depth_mm)
        needle.resting_depth_mm = *options.resting_depth_mm;
    return project;
}

} // namespace healed::cli
