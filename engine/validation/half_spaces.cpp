#include "base/parallel.h"
#include "base/reference_table.h"
#include "transport/adding_doubling.h"
#include "validation/family.h"
#include "validation/many_rows.h"
#include "validation/walk_all.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <map>

namespace healed::validation {
namespace {

constexpr double scattering_per_mm = 10.0; // a half-space has no length of its own: only ratios count

// The walk follows a weight down to a ten-thousandth. Of the whitest half-spaces that takes thousands of
// events a photon; adding-doubling alone meets those.
constexpr double longest_walk_events = 150.0;
constexpr double events_a_walk = 1e7;

struct HalfSpace {
    std::string name, source;
    skin::OpticalStack stack;
    double normal, diffuse; ///< total reflectance
};

skin::OpticalStack half_space(double index, double anisotropy, double albedo) {
    const double absorption = scattering_per_mm * (1.0 - albedo) / albedo;
    return {1.0,
            index,
            {{std::numeric_limits<double>::infinity(), index, anisotropy, absorption, scattering_per_mm}}};
}

void add_isotropic(Context& context, std::vector<HalfSpace>& all) {
    const ReferenceTable table(context.reference_file("skin/semi_infinite_isotropic_exact.csv"));
    struct Column {
        double index;
        const char *normal, *diffuse, *source;
    };
    constexpr Column columns[]{{1.0, "R_normal_n1_exact", "R_diffuse_n1_exact", "Chandrasekhar's H function"},
                               {1.4, "AD_R_normal_n1.4", "AD_R_diffuse_n1.4", "adding-doubling of S. Prahl"},
                               {1.5, "AD_R_normal_n1.5", "AD_R_diffuse_n1.5", "adding-doubling of S. Prahl"}};
    for (std::size_t row = 0; row < table.size(); ++row)
        for (const Column& column : columns) {
            const double albedo = table.number(row, "albedo");
            all.push_back({fmt::format("isotropic, n {}, albedo {}", column.index, albedo), column.source,
                           half_space(column.index, 0.0, albedo), table.number(row, column.normal),
                           table.number(row, column.diffuse)});
        }
}

void add_henyey_greenstein(Context& context, std::vector<HalfSpace>& all) {
    const ReferenceTable table(context.reference_file("skin/semi_infinite_HG_AD.csv"));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const double g = table.number(row, "g"), index = table.number(row, "n");
        const double ratio = table.number(row, "mua_over_musp");
        const double albedo = 1.0 / (1.0 + ratio * (1.0 - g));
        all.push_back({fmt::format("g {}, n {}, μa/μs' {}", g, index, ratio), "adding-doubling of S. Prahl",
                       half_space(index, g, albedo), table.number(row, "UR1"), table.number(row, "URU")});
    }
}

void add_solved(std::vector<Row>& rows, const std::vector<HalfSpace>& all) {
    std::vector<transport::PlaneReflectance> solved(all.size());
    parallel_for(all.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            solved[i] = transport::plane_reflectance(all[i].stack);
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
        const HalfSpace& each = all[i];
        rows.push_back({each.name + ", normal, adding-doubling",
                        solved[i].total_normal(),
                        each.normal,
                        {.relative = 0.005},
                        each.source});
        rows.push_back({each.name + ", diffuse, adding-doubling",
                        solved[i].total_diffuse(),
                        each.diffuse,
                        {.relative = 0.005},
                        each.source});
    }
}

double events_of(const HalfSpace& each) {
    const skin::OpticalLayer& layer = each.stack.layers.front();
    return std::log(1e4) * (1.0 + layer.scattering_per_mm / layer.absorption_per_mm);
}

/// Half-spaces that want about as many photons, by that number.
std::map<std::uint64_t, std::vector<HalfSpace>> to_walk(const std::vector<HalfSpace>& all) {
    std::map<std::uint64_t, std::vector<HalfSpace>> groups;
    for (const HalfSpace& each : all)
        if (const double events = events_of(each); events <= longest_walk_events)
            groups[std::uint64_t{1} << std::lround(std::log2(events_a_walk / events))].push_back(each);
    return groups;
}

void add_walked(Context& context, std::vector<Row>& rows, const std::vector<HalfSpace>& group,
                std::uint64_t photons, transport::Incidence incidence, double first, double last) {
    std::vector<skin::OpticalStack> stacks;
    for (const HalfSpace& each : group)
        stacks.push_back(each.stack);
    const transport::OpticsResult walk = walk_all(context, stacks, incidence, photons, first, last);
    const bool normal = incidence == transport::Incidence::Normal;
    for (std::size_t i = 0; i < group.size(); ++i)
        rows.push_back({group[i].name + (normal ? ", normal, walk" : ", diffuse, walk"),
                        walk.specular[i] + walk.diffuse_reflectance[i],
                        normal ? group[i].normal : group[i].diffuse,
                        {.relative = 0.005, .standard_errors = 3.0, .standard_error = walk.standard_error[i]},
                        group[i].source});
}

std::vector<Row> rows_of(Context& context) {
    std::vector<HalfSpace> all;
    add_isotropic(context, all);
    add_henyey_greenstein(context, all);
    std::vector<Row> rows;
    add_solved(rows, all);
    const auto groups = to_walk(all);
    double begin = 0.1;
    for (const auto& [photons, group] : groups)
        for (const auto incidence : {transport::Incidence::Normal, transport::Incidence::Diffuse}) {
            const double end = begin + 0.45 / static_cast<double>(groups.size());
            add_walked(context, rows, group, photons, incidence, begin, end);
            begin = end;
        }
    judge_together(rows, rows.size());
    return rows;
}

} // namespace

Family half_spaces() {
    return {"half-spaces", "half-spaces, isotropic and Henyey–Greenstein: walk and adding-doubling", 15.0,
            rows_of};
}

} // namespace healed::validation
