#include "base/file.h"
#include "base/parallel.h"
#include "base/reference_table.h"
#include "transport/skin_fit.h"
#include "validation/family.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <numeric>

namespace healed::validation {
namespace {

constexpr const char* source = "Cooksey, Allen & Tsai 2017, 8°/diffuse, specular included";

/// People in rows, reflectance in columns R400 … R700; 8° is close enough to the normal.
std::vector<transport::MeasuredSkin> measured_people(const ReferenceTable& table) {
    std::vector<transport::MeasuredSkin> people(table.size());
    for (std::size_t row = 0; row < table.size(); ++row)
        for (int nm = 400; nm <= 700; nm += 10) {
            people[row].wavelength_nm.push_back(nm);
            people[row].reflectance.push_back(table.number(row, fmt::format("R{}", nm)));
        }
    return people;
}

std::vector<Row> rows_of(Context& context) {
    const ReferenceTable table(context.reference_file("skin/nist_skin_400_700_10nm.csv"));
    const std::vector<transport::MeasuredSkin> people = measured_people(table);
    const skin::Haemoglobin haemoglobin = skin::load_haemoglobin(assets_folder());
    const color::Viewing viewing = color::load_daylight_viewing(assets_folder());
    std::vector<double> difference(people.size()), rms(people.size());
    const std::size_t piece = 2; // small, so that the bar moves
    for (std::size_t first = 0; first < people.size(); first += piece) {
        const std::size_t last = std::min(first + piece, people.size());
        parallel_for(last - first, 1, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = first + begin; i < first + end; ++i) {
                const transport::FittedSkin fitted = transport::fit_skin(people[i], haemoglobin, viewing);
                difference[i] = fitted.delta_e_2000;
                rms[i] = fitted.rms;
            }
        });
        context.progress(static_cast<double>(last) / static_cast<double>(people.size()));
    }
    const double count = static_cast<double>(people.size());
    const auto mean = [count](const std::vector<double>& v) {
        return std::accumulate(v.begin(), v.end(), 0.0) / count;
    };
    std::vector<Row> rows;
    rows.push_back({"mean ΔE2000 of the people", mean(difference), {}, {.at_most = 0.45}, source});
    rows.push_back({"mean rms of their reflectance", mean(rms), {}, {.informative = true}, source});
    for (std::size_t i = 0; i < people.size(); ++i)
        rows.push_back(
            {"ΔE2000 of person " + table.text(i, "subject"), difference[i], {}, {.at_most = 0.9}, source});
    return rows;
}

} // namespace

Family people() {
    return {"people", "measured people, each matched by five settings (their colour is part of the fit)",
            15.0, rows_of};
}

} // namespace healed::validation
