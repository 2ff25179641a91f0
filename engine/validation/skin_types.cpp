#include "base/file.h"
#include "base/reference_table.h"
#include "color/lab.h"
#include "transport/adding_doubling.h"
#include "transport/skin_fit.h"
#include "validation/family.h"

#include <fmt/format.h>

#include <array>
#include <limits>

namespace healed::validation {
namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

/// Bounds of the classes of typology angle in degrees, type I … VI (Chardon 1991, Del Bino & Bernerd 2013).
constexpr std::array<std::array<double, 2>, 6> class_bounds_deg{
    {{55.0, unbounded}, {41.0, 55.0}, {28.0, 41.0}, {10.0, 28.0}, {-30.0, 10.0}, {-unbounded, -30.0}}};

struct Eye {
    skin::Haemoglobin haemoglobin = skin::load_haemoglobin(assets_folder());
    color::Viewing daylight = color::load_daylight_viewing(assets_folder());

    color::Lab lab(const skin::SkinSettings& settings, transport::Incidence light) const {
        const auto reflectance = transport::bare_reflectance(skin::Skin(settings, haemoglobin), light);
        return color::lab_from_xyz(daylight.xyz(reflectance), daylight.white());
    }
};

std::vector<Row> type_rows(Context&) {
    const Eye eye;
    std::vector<Row> rows;
    std::size_t type = 0;
    for (const auto& [name, preset] : skin::load_presets(assets_folder())) {
        if (type == class_bounds_deg.size())
            break;
        const auto [low, high] = class_bounds_deg[type++];
        for (const auto light : {transport::Incidence::Diffuse, transport::Incidence::Normal}) {
            const bool diffuse = light == transport::Incidence::Diffuse;
            rows.push_back({fmt::format("{}, typology angle in degrees, {}", preset.title,
                                        diffuse ? "diffuse light" : "seen along the normal"),
                            color::individual_typology_angle_deg(eye.lab(preset.settings, light)),
                            {},
                            {.at_least = low, .at_most = high},
                            "Chardon 1991, Del Bino & Bernerd 2013; specular excluded, D65, 2°"});
        }
    }
    return rows;
}

/// Spectra of class means carry how they were seen, so settings can be found for them.
void add_class_means(std::vector<Row>& rows, Context& context, const Eye& eye) {
    const ReferenceTable table(context.reference_file("skin/xiao2016_by_ITA_class.csv"));
    for (std::size_t row = 0; row < table.size(); ++row) {
        transport::MeasuredSkin mean{{}, {}, transport::Incidence::Diffuse, transport::Specular::Excluded};
        for (int nm = 400; nm <= 700; nm += 10) {
            mean.wavelength_nm.push_back(nm);
            mean.reflectance.push_back(table.number(row, fmt::format("R{}", nm)));
        }
        const auto fitted = transport::fit_skin(mean, eye.haemoglobin, eye.daylight);
        rows.push_back({fmt::format("ΔE2000 of the class mean \"{}\", fitted", table.text(row, "class")),
                        fitted.delta_e_2000,
                        {},
                        {.informative = true},
                        "Xiao et al. 2016, diffuse, specular taken as excluded"});
        context.progress(static_cast<double>(row + 1) / static_cast<double>(table.size()));
    }
}

/// Published CIELAB is for the 10° observer and says little of the light, so only nearness to some preset
/// can be looked at.
void add_published_lab(std::vector<Row>& rows, Context& context, const Eye& eye) {
    const ReferenceTable table(context.reference_file("skin/skin_lab_references.csv"));
    std::vector<color::Lab> presets;
    for (const auto& [name, preset] : skin::load_presets(assets_folder()))
        presets.push_back(eye.lab(preset.settings, transport::Incidence::Diffuse));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const color::Lab published{table.number(row, "L"), table.number(row, "a"), table.number(row, "b")};
        double nearest = unbounded;
        for (const color::Lab& preset : presets)
            nearest = std::min(nearest, color::delta_e_2000(preset, published));
        rows.push_back({fmt::format("ΔE2000 of the nearest type to {}, {}", table.text(row, "group"),
                                    table.text(row, "site")),
                        nearest,
                        {},
                        {.informative = true},
                        table.text(row, "source") + ", D65, 10° against our 2°"});
    }
}

std::vector<Row> colour_rows(Context& context) {
    const Eye eye;
    std::vector<Row> rows;
    add_class_means(rows, context, eye);
    add_published_lab(rows, context, eye);
    return rows;
}

} // namespace

Family skin_types() {
    return {"skin-types", "the six types lie in their classes of typology angle", 1.0, type_rows};
}

Family skin_colours() {
    return {"skin-colours", "published colours of skin, for information", 3.0, colour_rows};
}

} // namespace healed::validation
