#include "base/error.h"
#include "base/json.h"
#include "base/parallel.h"
#include "base/reference_table.h"
#include "transport/adding_doubling.h"
#include "validation/family.h"
#include "validation/many_rows.h"
#include "validation/walk_all.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <sstream>

namespace healed::validation {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double mm_per_cm = 10.0, per_mm_from_per_cm = 0.1;
constexpr const char* solver = "adding-doubling of S. Prahl, 48 points";
constexpr const char* walker = "Monte Carlo of layers (Wang, Jacques & Zheng), other random numbers";

/// Half a per cent, one where little light is left to compare.
Allowed half_per_cent(double reference) {
    return {.relative = reference < 0.1 ? 0.01 : 0.005};
}

/// The bottom layer is 100 cm of fat: no light comes from below it.
double thickness_mm(double cm) {
    return cm >= 100.0 ? endless : mm_per_cm * cm;
}

using Bare = std::map<std::string, skin::OpticalStack>; // by the words of the wavelength

Bare bare_stacks(const ReferenceTable& table) {
    Bare stacks;
    for (std::size_t row = 0; row < table.size(); ++row) {
        skin::OpticalStack stack{1.0, 1.4, {}};
        for (const std::string layer : {"epidermis", "papillary_dermis", "reticular_dermis", "fat"})
            stack.layers.push_back({thickness_mm(table.number(row, "d_" + layer)), 1.4,
                                    table.number(row, "g_" + layer),
                                    per_mm_from_per_cm * table.number(row, "mua_" + layer),
                                    per_mm_from_per_cm * table.number(row, "mus_" + layer)});
        stacks.emplace(table.text(row, "wavelength_nm"), std::move(stack));
    }
    return stacks;
}

/// The stack with absorption added from top to bottom; layers that the sheet cuts are split.
skin::OpticalStack with_sheet(const skin::OpticalStack& bare, double top, double bottom,
                              double extra_per_mm) {
    skin::OpticalStack stack{bare.index_above, bare.index_below, {}};
    double depth = 0.0;
    for (const skin::OpticalLayer& layer : bare.layers) {
        const double end = depth + layer.thickness_mm;
        double from = depth;
        for (const double cut : {top, bottom, end}) {
            const double to = std::clamp(cut, from, end);
            if (to - from < 1e-9)
                continue;
            skin::OpticalLayer part = layer;
            part.thickness_mm = to - from;
            if (from >= top - 1e-9 && to <= bottom + 1e-9)
                part.absorption_per_mm += extra_per_mm;
            stack.layers.push_back(part);
            from = to;
        }
        depth = end;
    }
    return stack;
}

/// "mua;mus;g;d|…" in 1/cm and cm, with an index each or 1.4.
skin::OpticalStack stack_of(const std::string& words, const std::vector<double>& indices, double below) {
    skin::OpticalStack stack{1.0, below, {}};
    std::istringstream layers(words);
    for (std::string layer; std::getline(layers, layer, '|');) {
        std::replace(layer.begin(), layer.end(), ';', ' ');
        std::istringstream numbers(layer);
        double absorption = 0.0, scattering = 0.0, g = 0.0, cm = 0.0;
        if (!(numbers >> absorption >> scattering >> g >> cm))
            fail("reference: \"{}\" is no layer of mua;mus;g;d", layer);
        const double index = indices.empty() ? 1.4 : indices.at(stack.layers.size());
        stack.layers.push_back(
            {thickness_mm(cm), index, g, per_mm_from_per_cm * absorption, per_mm_from_per_cm * scattering});
    }
    return stack;
}

struct Solved {
    std::string name;
    skin::OpticalStack stack;
    std::optional<double> normal, diffuse; ///< total reflectance
};

void add_solved(std::vector<Row>& rows, const std::vector<Solved>& all, Context& context, double last) {
    std::vector<transport::PlaneReflectance> ours(all.size());
    constexpr std::size_t piece = 64;
    for (std::size_t first = 0; first < all.size(); first += piece) {
        const std::size_t count = std::min(piece, all.size() - first);
        parallel_for(count, 4, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = first + begin; i < first + end; ++i)
                ours[i] = transport::plane_reflectance(all[i].stack, 32);
        });
        context.progress(last * static_cast<double>(first + count) / static_cast<double>(all.size()));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (const auto normal = all[i].normal)
            rows.push_back({all[i].name + ", normal, adding-doubling", ours[i].total_normal(), *normal,
                            half_per_cent(*normal), solver});
        if (const auto diffuse = all[i].diffuse)
            rows.push_back({all[i].name + ", diffuse, adding-doubling", ours[i].total_diffuse(), *diffuse,
                            half_per_cent(*diffuse), solver});
    }
}

std::vector<Solved> solved_skins(Context& context, const Bare& bare) {
    const ReferenceTable table(context.reference_file("skin/adding_doubling_skin_pigment.csv"));
    std::vector<Solved> all;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& nm = table.text(row, "wavelength_nm");
        const auto stack = bare.find(nm);
        if (stack == bare.end() || table.text(row, "skin") != "light_II")
            continue;
        Solved each{nm + " nm, bare", stack->second, table.number(row, "UR1"), table.number(row, "URU")};
        if (!table.text(row, "z_top_cm").empty()) {
            const double top = mm_per_cm * table.number(row, "z_top_cm");
            const double extra = per_mm_from_per_cm * table.number(row, "mua_extra_cm-1");
            each.name = fmt::format("{} nm, sheet at {:.3g} mm of {:.3g} /mm", nm, top, extra);
            each.stack = with_sheet(stack->second, top, top + 0.2, extra);
        }
        all.push_back(std::move(each));
    }
    return all;
}

void add_walked_skin(std::vector<Row>& rows, Context& context, const ReferenceTable& table,
                     const Bare& bare) {
    std::vector<skin::OpticalStack> stacks;
    for (std::size_t row = 0; row < table.size(); ++row)
        stacks.push_back(bare.at(table.text(row, "wavelength_nm")));
    const transport::OpticsResult walk =
        walk_all(context, stacks, transport::Incidence::Normal, 262'144, 0.4, 0.9);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const double truth = table.number(row, "Rd_AD");
        rows.push_back(
            {table.text(row, "wavelength_nm") + " nm, bare, diffuse R, walk",
             walk.diffuse_reflectance[row],
             truth,
             {.relative = 0.005, .standard_errors = 3.0, .standard_error = walk.standard_error[row]},
             solver});
    }
}

void add_pigment_of_monte_carlo(std::vector<Row>& rows, Context& context) {
    const ReferenceTable table(context.reference_file("skin/mcml_skin_pigment.csv"));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto ours = transport::plane_reflectance(stack_of(table.text(row, "layers"), {}, 1.4));
        const std::string name =
            fmt::format("{} nm, sheet at {:.3g} mm of {:.3g} /mm, diffuse R, adding-doubling",
                        table.text(row, "wavelength_nm"), mm_per_cm * table.number(row, "z_top_cm"),
                        per_mm_from_per_cm * table.number(row, "mua_extra"));
        rows.push_back(
            {name,
             ours.reflectance_normal,
             table.number(row, "Rd_mcml"),
             {.relative = 0.005, .standard_errors = 3.0, .standard_error = table.number(row, "sigma_upper")},
             walker});
    }
}

std::vector<Row> skin_rows(Context& context) {
    const ReferenceTable table(context.reference_file("skin/mcml_skin_bare.csv"));
    const Bare bare = bare_stacks(table);
    std::vector<Row> rows;
    add_solved(rows, solved_skins(context, bare), context, 0.4);
    add_walked_skin(rows, context, table, bare);
    add_pigment_of_monte_carlo(rows, context);
    judge_together(rows, table.size());
    return rows;
}

/// The error of a share that so many coins decide.
double error_of(double share, double photons) {
    return std::sqrt(share * (1.0 - share) / photons);
}

std::vector<Row> step_rows(Context& context) {
    const ReferenceTable table(context.reference_file("skin/mcml_layered_index.csv"));
    std::vector<Row> rows;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& name = table.text(row, "id");
        const auto indices = Json::parse(table.text(row, "n")).get<std::vector<double>>();
        const std::string& layers = table.text(row, "layers(mua;mus;g;d)...");
        // The index below is that of the last layer unless the name says another: "…_nb1.44".
        const std::size_t named = name.find("_nb");
        const double below = named == std::string::npos ? indices.back() : std::stod(name.substr(named + 3));
        const skin::OpticalStack stack = stack_of(layers, indices, below);
        const auto solved = transport::plane_reflectance(stack);
        const auto walk = walk_all(context, {stack}, transport::Incidence::Normal, 262'144,
                                   static_cast<double>(row) / static_cast<double>(table.size()),
                                   static_cast<double>(row + 1) / static_cast<double>(table.size()));
        const double photons = table.number(row, "nphot");
        const auto add = [&](const char* what, double by_solver, double by_walk, const char* column) {
            const double reference = table.number(row, column);
            const double theirs = error_of(reference, photons);
            const double ours = std::hypot(theirs, error_of(reference, static_cast<double>(walk.photons)));
            rows.push_back({name + ", " + what + ", adding-doubling",
                            by_solver,
                            reference,
                            {.relative = 0.005, .standard_errors = 3.0, .standard_error = theirs},
                            walker});
            rows.push_back({name + ", " + what + ", walk",
                            by_walk,
                            reference,
                            {.relative = 0.005, .standard_errors = 3.0, .standard_error = ours},
                            walker});
        };
        add("specular", solved.specular_normal, walk.specular[0], "Rsp");
        add("diffuse R", solved.reflectance_normal, walk.diffuse_reflectance[0], "Rd");
        if (table.number(row, "Tt") > 0.0)
            add("T", solved.transmittance_normal, walk.transmittance[0], "Tt");
    }
    judge_together(rows, 2 * table.size());
    return rows;
}

} // namespace

Family layered_skin() {
    return {"layered-skin", "four layers of skin, bare and with a sheet of pigment: walk and adding-doubling",
            20.0, skin_rows};
}

Family index_steps() {
    return {"index-steps", "steps of the refractive index between layers: walk and adding-doubling", 6.0,
            step_rows};
}

} // namespace healed::validation
