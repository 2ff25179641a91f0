#include "transport/adding_doubling.h"
#include "validation/family.h"
#include "validation/many_rows.h"
#include "validation/walk_all.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace healed::validation {
namespace {

constexpr std::uint64_t photons = 60'000;
constexpr std::uint64_t photons_in_white = 2'000; // few, because the last of them walk for millions of events
constexpr double without_end = std::numeric_limits<double>::infinity();

/// Any stack of up to four layers: indices 1 … 1.6, g −0.5 … 0.95, optical depths from thin to thick.
skin::OpticalStack any_stack(std::mt19937& random) {
    const auto between = [&random](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / 4294967295.0;
    };
    const auto power = [&](double low, double high) { return std::pow(10.0, between(low, high)); };
    skin::OpticalStack stack;
    stack.index_above = stack.index_below = between(0.0, 1.0) < 0.7 ? 1.0 : between(1.0, 1.5);
    for (int i = 0; i < 4; ++i)
        stack.layers.push_back({.thickness_mm = power(-1.5, 0.5),
                                .refractive_index = between(1.0, 1.6),
                                .anisotropy = between(-0.5, 0.95),
                                .absorption_per_mm = between(0.0, 1.0) < 0.2 ? 0.0 : power(-3.0, 0.5),
                                .scattering_per_mm = between(0.0, 1.0) < 0.1 ? 0.0 : power(-1.0, 1.5)});
    return stack;
}

std::vector<skin::OpticalStack> any_stacks(std::uint32_t seed, std::size_t count) {
    std::mt19937 random(seed);
    std::vector<skin::OpticalStack> stacks;
    for (std::size_t i = 0; i < count; ++i)
        stacks.push_back(any_stack(random));
    return stacks;
}

skin::OpticalStack flipped(skin::OpticalStack stack) {
    std::swap(stack.index_above, stack.index_below);
    std::reverse(stack.layers.begin(), stack.layers.end());
    return stack;
}

double total_of(const transport::OpticsResult& walk, std::size_t i) {
    return walk.specular[i] + walk.diffuse_reflectance[i] + walk.transmittance[i] + walk.absorbed[i];
}

/// A share of photons that carry at most their full weight: its standard error is at most the binomial one.
double error_of_share(double share, std::uint64_t count) {
    return std::sqrt(std::max(share * (1.0 - share), 1e-9) / static_cast<double>(count));
}

void follow_any_stacks(std::vector<Row>& rows, Context& context) {
    const std::vector<skin::OpticalStack> stacks = any_stacks(context.seed(), 16);
    std::vector<skin::OpticalStack> turned;
    for (const skin::OpticalStack& stack : stacks)
        turned.push_back(flipped(stack));
    const auto walk = walk_all(context, stacks, transport::Incidence::Diffuse, photons, 0.0, 0.25);
    const auto back = walk_all(context, turned, transport::Incidence::Diffuse, photons, 0.25, 0.5);
    for (std::size_t i = 0; i < stacks.size(); ++i) {
        const transport::PlaneReflectance exact = transport::plane_reflectance(stacks[i]);
        const double error = walk.standard_error[i];
        const double through = error_of_share(exact.transmittance_diffuse, photons);
        const std::string name = fmt::format("drawn stack {}", i + 1);
        rows.push_back({name + ": R + T + A",
                        total_of(walk, i),
                        1.0,
                        {.standard_errors = 3, .standard_error = error},
                        "energy"});
        rows.push_back({name + ": T from below as from above",
                        back.transmittance[i],
                        walk.transmittance[i],
                        {.standard_errors = 3, .standard_error = std::sqrt(2.0) * through},
                        "reciprocity"});
        rows.push_back({name + ": R of the walk",
                        walk.diffuse_reflectance[i],
                        exact.reflectance_diffuse,
                        {.relative = 0.005, .standard_errors = 3, .standard_error = error},
                        "adding-doubling"});
        rows.push_back({name + ": T of the walk",
                        walk.transmittance[i],
                        exact.transmittance_diffuse,
                        {.relative = 0.005, .standard_errors = 3, .standard_error = through},
                        "adding-doubling"});
    }
}

void enter_white_furnaces(std::vector<Row>& rows, Context& context) {
    struct White {
        const char* name;
        double thickness_mm, index, anisotropy, scattering_per_mm;
    };
    constexpr White whites[] = {{"white half-space, n 1, isotropic", without_end, 1.0, 0.0, 1.0},
                                {"white half-space, n 1.4, g 0.8", without_end, 1.4, 0.8, 20.0},
                                {"white half-space, n 1.5, g 0.9", without_end, 1.5, 0.9, 5.0},
                                {"white slab of 1 mm, n 1.4, g 0.8", 1.0, 1.4, 0.8, 20.0},
                                {"white slab of 50 mm, n 1.4, g 0", 50.0, 1.4, 0.0, 1.0}};
    std::vector<skin::OpticalStack> stacks;
    for (const White& w : whites)
        stacks.push_back({1.0, 1.0, {{w.thickness_mm, w.index, w.anisotropy, 0.0, w.scattering_per_mm}}});
    const auto walk = walk_all(context, stacks, transport::Incidence::Normal, photons_in_white, 0.5, 1.0);
    for (std::size_t i = 0; i < stacks.size(); ++i) {
        const bool endless = std::isinf(whites[i].thickness_mm);
        // What a half-space gives back varies only by the roulette that long walks play.
        rows.push_back({std::string(whites[i].name) + (endless ? ": R" : ": R + T"),
                        walk.specular[i] + walk.diffuse_reflectance[i] + walk.transmittance[i],
                        1.0,
                        {.standard_errors = 3, .standard_error = walk.standard_error[i]},
                        "white furnace"});
    }
}

std::vector<Row> rows_of(Context& context) {
    std::vector<Row> rows;
    follow_any_stacks(rows, context);
    enter_white_furnaces(rows, context);
    judge_together(rows, rows.size() / 2);
    return rows;
}

} // namespace

Family laws() {
    return {"laws", "energy, reciprocity and white furnaces on layers drawn from the seed", 20.0, rows_of};
}

} // namespace healed::validation
