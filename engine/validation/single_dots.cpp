#include "base/reference_table.h"
#include "transport/path_replay.h"
#include "validation/family.h"
#include "validation/light_skin.h"
#include "validation/many_rows.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace healed::validation {
namespace {

constexpr std::uint64_t paths = 24'000;
constexpr const char* source = "white Monte Carlo, dots_whiteMC.csv";
constexpr const char* lattice_source = "Monte Carlo, dot_lattice_additivity.csv";
/// Absorption of the dots, 1/cm, as the columns are called.
constexpr std::array strengths{50, 200, 1000, 5000};
/// All offsets of the table are multiples of it.
constexpr double offset_step_mm = 0.05;

std::vector<double> per_mm(const std::vector<double>& per_cm) {
    std::vector<double> values;
    for (const double each : per_cm)
        values.push_back(each / 10.0);
    return values;
}

/// A patch that is asked about several strengths of ink at one wavelength; they share their paths.
transport::Patch patch_at(const Context& context, double wavelength_nm, std::size_t count) {
    transport::Patch patch;
    patch.wavelengths_nm.assign(count, wavelength_nm);
    patch.stacks.assign(count, light_skin(context, wavelength_nm));
    patch.incidence = transport::Incidence::Normal;
    return patch;
}

Row row_of(std::string what, double ours, double ours_error, double reference, double reference_error,
           const char* from) {
    return {std::move(what),
            ours,
            reference,
            {.standard_errors = 3, .standard_error = std::hypot(ours_error, reference_error)},
            from};
}

/// Of one cylinder or sheet: the rows of the table that share it.
struct Ink {
    std::string kind;
    double radius_mm, thickness_mm, top_mm;
    auto operator<=>(const Ink&) const = default;
};

/// A row of points away from the axis of the cylinder, or one point over a sheet.
transport::Patch patch_with(const Context& context, const Ink& ink, double furthest_mm) {
    transport::Patch patch = patch_at(context, 550.0, strengths.size());
    const std::vector<double> absorption = per_mm({strengths.begin(), strengths.end()});
    if (ink.kind == "slab") {
        patch.sheets = {{ink.top_mm, ink.thickness_mm, absorption}};
        return patch;
    }
    patch.columns = 1 + static_cast<int>(std::lround(furthest_mm / offset_step_mm));
    patch.width_mm = patch.columns * offset_step_mm;
    patch.height_mm = offset_step_mm;
    patch.cylinders = {{.x_mm = 0.5 * offset_step_mm,
                        .y_mm = 0.5 * offset_step_mm,
                        .top_mm = ink.top_mm,
                        .radius_mm = ink.radius_mm,
                        .thickness_mm = ink.thickness_mm,
                        .absorption_per_mm = absorption}};
    return patch;
}

/// Returns how many walks of their own there were.
std::size_t compare_single(std::vector<Row>& rows, Context& context, const ReferenceTable& table) {
    std::map<Ink, std::vector<std::size_t>> alike;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const bool slab = table.text(row, "kind") == "slab";
        alike[{table.text(row, "kind"), slab ? 0.0 : 10.0 * table.number(row, "dot_radius_cm"),
               10.0 * table.number(row, "dot_thickness_cm"), 10.0 * table.number(row, "z_top_cm")}]
            .push_back(row);
    }
    std::size_t done = 0;
    for (const auto& [ink, members] : alike) {
        double furthest_mm = 0.0;
        for (const std::size_t row : members)
            furthest_mm =
                std::max(furthest_mm, ink.kind == "slab" ? 0.0 : 10.0 * table.number(row, "offset_cm"));
        const auto from = static_cast<double>(done++), all = static_cast<double>(alike.size());
        const transport::PatchReflectance ours =
            transport::replay_patch_faster(context.device(), patch_with(context, ink, furthest_mm), paths,
                                           context.seed() + static_cast<std::uint32_t>(done),
                                           [&](double part) { context.progress(0.8 * (from + part) / all); });
        for (const std::size_t row : members) {
            const double offset_mm = ink.kind == "slab" ? 0.0 : 10.0 * table.number(row, "offset_cm");
            const auto point = static_cast<std::size_t>(std::lround(offset_mm / offset_step_mm));
            for (std::size_t i = 0; i < strengths.size(); ++i)
                rows.push_back(row_of(fmt::format("{} r {} mm at {} mm, {} mm aside, {} /mm", ink.kind,
                                                  ink.radius_mm, ink.top_mm, offset_mm, strengths[i] / 10),
                                      ours.ratio[i][point], ours.standard_error[i][point],
                                      table.number(row, fmt::format("ratio_mu{}", strengths[i])),
                                      table.number(row, fmt::format("se_mu{}", strengths[i])), source));
        }
    }
    return alike.size();
}

/// Square lattices of cylinders of radius 0.1 and thickness 0.2 mm, seen over a dot and between four.
std::size_t compare_lattices(std::vector<Row>& rows, Context& context, const ReferenceTable& table) {
    std::map<std::tuple<double, double, double>, std::vector<std::size_t>> alike;
    for (std::size_t row = 0; row < table.size(); ++row)
        alike[{table.number(row, "wavelength_nm"), table.number(row, "z_top_cm"),
               table.number(row, "pitch_cm")}]
            .push_back(row);
    std::size_t done = 0;
    for (const auto& [lattice, members] : alike) {
        const auto [wavelength_nm, top_cm, pitch_cm] = lattice;
        std::vector<double> per_cm;
        for (const std::size_t row : members)
            per_cm.push_back(table.number(row, "mu"));
        transport::Patch patch = patch_at(context, wavelength_nm, per_cm.size());
        patch.periodic = true;
        patch.width_mm = patch.height_mm = 10.0 * pitch_cm;
        patch.columns = patch.rows = 2;
        patch.cylinders = {{.x_mm = 2.5 * pitch_cm,
                            .y_mm = 2.5 * pitch_cm,
                            .top_mm = 10.0 * top_cm,
                            .radius_mm = 0.1,
                            .thickness_mm = 0.2,
                            .absorption_per_mm = per_mm(per_cm)}};
        const auto from = static_cast<double>(done++), all = static_cast<double>(alike.size());
        const transport::PatchReflectance ours = transport::replay_patch_faster(
            context.device(), patch, paths, context.seed() + 1'000 + static_cast<std::uint32_t>(done),
            [&](double part) { context.progress(0.8 + 0.2 * (from + part) / all); });
        for (std::size_t i = 0; i < members.size(); ++i) {
            const std::size_t row = members[i];
            const std::size_t point = table.text(row, "point") == "over_dot" ? 0 : 3;
            rows.push_back(
                row_of(fmt::format("lattice of {} mm at {} mm, {} nm, {} /mm, {}", 10.0 * pitch_cm,
                                   10.0 * top_cm, wavelength_nm, per_cm[i] / 10.0, table.text(row, "point")),
                       ours.ratio[i][point], ours.standard_error[i][point], table.number(row, "true"),
                       table.number(row, "se"), lattice_source));
        }
    }
    return alike.size();
}

std::vector<Row> rows_of(Context& context) {
    std::vector<Row> rows;
    const std::size_t single =
        compare_single(rows, context, ReferenceTable(context.reference_file("skin/dots_whiteMC.csv")));
    const std::size_t lattices = compare_lattices(
        rows, context, ReferenceTable(context.reference_file("skin/dot_lattice_additivity.csv")));
    judge_together(rows, single + lattices);
    return rows;
}

} // namespace

Family single_dots() {
    return {"single-dots", "path replay against white Monte Carlo of single dots, sheets and lattices", 30.0,
            rows_of};
}

} // namespace healed::validation
