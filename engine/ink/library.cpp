#include "ink/library.h"

#include "base/error.h"
#include "base/file.h"
#include "ink/curve.h"

#include <cmath>

namespace healed::ink {
namespace {

/// Rounding of the printed fractions that still counts as adding up to 1.
constexpr double fraction_rounding = 1e-6;

using PigmentsByName = std::map<std::string, Pigment>;

Component read_component(JsonReader& json, const PigmentsByName& pigments) {
    Component component{json.text("pigment"), json.number("mass_fraction", {0.0, 1.0})};
    if (!pigments.contains(component.pigment)) {
        std::string known;
        for (const auto& [name, pigment] : pigments)
            known += (known.empty() ? "" : ", ") + name;
        json.refuse("pigment", "\"" + component.pigment + "\" is unknown; known are " + known);
    }
    json.finish();
    return component;
}

/// Calls take(file) for each .json file of a folder.
template <typename Take>
void for_each_file(const std::filesystem::path& folder, Take take) {
    if (!std::filesystem::is_directory(folder))
        fail("{}: there is no such folder", folder.string());
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json")
            take(entry.path());
}

template <typename Value>
const Value& find(const std::map<std::string, Value>& values, const char* kind, const std::string& name) {
    if (const auto found = values.find(name); found != values.end())
        return found->second;
    std::string known;
    for (const auto& [each, value] : values)
        known += (known.empty() ? "" : ", ") + each;
    fail("{}: \"{}\" is unknown; known are {}", kind, name, known);
}

Pigment read_pigment(JsonReader& json, const std::string& name) {
    Pigment pigment{};
    pigment.name = name;
    pigment.title = json.text("title");
    pigment.passport = read_passport(json);
    pigment.density_g_per_cm3 = json.number("density_g_per_cm3", {0.5, 10.0});
    pigment.absorption_m2_per_g = read_curve(json.child("absorption_m2_per_g")).spectrum();
    if (json.has("reduced_scattering_m2_per_g"))
        pigment.reduced_scattering_m2_per_g =
            read_curve(json.child("reduced_scattering_m2_per_g")).spectrum();
    pigment.light_loss_per_100_sed = json.number("light_loss_per_100_sed", {0.0, 10.0});
    pigment.clearance_factor = json.number("clearance_factor", {0.0, 10.0});
    pigment.metabolic_loss_per_year = json.number("metabolic_loss_per_year", {0.0, 10.0});
    pigment.organic = json.boolean("organic", false);
    // Provenance, for readers and tests.
    json.number("fit_rms_m2_per_g", {0.0, 10.0}, 0.0);
    json.number("fit_rms_scattering_m2_per_g", {0.0, 10.0}, 0.0);
    json.text("notes", "");
    json.finish();
    return pigment;
}

std::vector<Pigment> read_own_pigments(JsonReader& json, const Library& library) {
    std::vector<Pigment> own;
    if (!json.has("own_pigments"))
        return own;
    for (JsonReader& element : json.child("own_pigments").elements()) {
        const std::string name = element.text("name");
        if (library.pigments.contains(name))
            element.refuse("name", "\"" + name + "\" is a pigment of the library");
        own.push_back(read_pigment(element, name));
    }
    return own;
}

} // namespace

Pigment read_pigment(const std::filesystem::path& file) {
    JsonReader json = JsonReader::from_file(file);
    return read_pigment(json, file.stem().string());
}

Ink read_ink(const std::filesystem::path& file, const Library& library) {
    return read_ink(JsonReader::from_file(file), file.stem().string(), library);
}

Ink read_ink(JsonReader json, const std::string& name, const Library& library) {
    Ink ink{name, json.text("title"), read_passport(json), {}, 0.0, {}};
    ink.own_pigments = read_own_pigments(json, library);
    PigmentsByName pigments = library.pigments;
    for (const Pigment& own : ink.own_pigments)
        pigments.emplace(own.name, own);
    double sum = 0.0;
    for (JsonReader& element : json.child("components").elements()) {
        ink.components.push_back(read_component(element, pigments));
        sum += ink.components.back().mass_fraction;
    }
    if (ink.components.size() > most_components)
        json.refuse("components", fmt::format("{} pigments, at most {} are followed", ink.components.size(),
                                              most_components));
    if (std::abs(sum - 1.0) > fraction_rounding)
        json.refuse("components", fmt::format("the mass fractions add up to {} instead of 1", sum));
    ink.pigment_ng_per_dot = json.number("pigment_ng_per_dot", {0.001, 1000.0});
    json.text("notes", "");
    json.finish();
    return ink;
}

const Pigment& Library::pigment(const std::string& name) const {
    return find(pigments, "pigment", name);
}

const Ink& Library::ink(const std::string& name) const {
    return find(inks, "ink", name);
}

void Library::add(Ink ink, const std::string& origin) {
    if (inks.contains(ink.name))
        fail("{}: \"{}\" is an ink of the library already", origin, ink.name);
    for (const Pigment& own : ink.own_pigments)
        if (!pigments.emplace(own.name, own).second)
            fail("{}: own_pigments: \"{}\" is known already", origin, own.name);
    inks.emplace(ink.name, std::move(ink));
}

void Library::drop(const std::string& name) {
    const auto known = inks.find(name);
    if (known == inks.end())
        return;
    for (const Pigment& own : known->second.own_pigments)
        pigments.erase(own.name);
    inks.erase(known);
}

Library load_library(const std::filesystem::path& assets) {
    Library library;
    for_each_file(assets / "pigments", [&](const std::filesystem::path& file) {
        Pigment pigment = read_pigment(file);
        library.pigments.emplace(pigment.name, std::move(pigment));
    });
    for_each_file(assets / "inks", [&](const std::filesystem::path& file) {
        library.add(read_ink(file, library), file.string());
    });
    if (const auto own = data_folder() / "inks"; std::filesystem::is_directory(own))
        for_each_file(own, [&](const std::filesystem::path& file) {
            library.add(read_ink(file, library), file.string());
        });
    return library;
}

} // namespace healed::ink
