#include "transport/slice_tables.h"

#include <algorithm>
#include <cmath>

namespace healed::transport {

namespace {

/// Opaque ink asks where paths cross, thin ink where they spend their length. The chain of step kernels takes
/// this share (as an exponent) of the difference, the turn this one (assumed; the optimum is flat from 0.6 to
/// 0.8).
constexpr double step_length_share = 0.7;
constexpr double turn_length_share = 0.6;

/// Below this the chain of kernels carries no information about a wavenumber any more.
constexpr double faded = 0.03;

LengthLaw law(const LengthTally& tally) {
    return {.share_without = static_cast<float>(tally.share_without()),
            .mean_excursions = static_cast<float>(tally.mean_excursions()),
            .mean_without = static_cast<float>(tally.without.mean()),
            .variance_without = static_cast<float>(tally.without.relative_variance()),
            .mean_with = static_cast<float>(tally.with.mean()),
            .variance_with = static_cast<float>(tally.with.relative_variance())};
}

/// The kernel that `whole` has beyond `chain`. Where the chain has faded it goes on falling as 1/q².
RadialTransform beyond(const RadialTransform& whole, const RadialTransform& chain) {
    RadialTransform t = whole;
    std::size_t known = 0;
    for (; known < RadialTransform::count && chain.value[known] > faded; ++known)
        t.value[known] = std::clamp(whole.value[known] / chain.value[known], 0.0, 1.0);
    const double last = std::max(1e-4, t.value[known > 0 ? known - 1 : 0]);
    const double last_place = std::max(1.0, static_cast<double>(known) - 1.0);
    for (std::size_t i = known; i < RadialTransform::count; ++i)
        t.value[i] = known > 4 ? last * std::pow(last_place / static_cast<double>(i), 2.0) : 0.0;
    return t;
}

template <typename Function>
RadialTransform mapped(RadialTransform t, Function f) {
    for (double& value : t.value)
        value = f(value);
    return t;
}

/// How much narrower or wider the length of step j lies than the crossings at its ends: ratio of their
/// transforms.
RadialTransform length_over_crossing(const RadialTransform& length, const RadialTransform& above,
                                     const RadialTransform& below) {
    RadialTransform ratio;
    for (std::size_t i = 0; i < RadialTransform::count; ++i) {
        const double crossing = 0.5 * (above.value[i] + below.value[i]);
        ratio.value[i] = crossing > 0.02 ? std::clamp(length.value[i] / crossing, 0.05, 1.0)
                         : i > 0         ? ratio.value[i - 1]
                                         : 1.0;
    }
    return ratio;
}

} // namespace

SliceTables slice_tables(const LegTally& tally, double texel_mm) {
    const RadialTransform identity = RadialTransform::identity();
    std::array<RadialTransform, slice_count> passage, ratio, chain;
    passage.fill(identity), ratio.fill(identity), chain.fill(identity);
    for (std::size_t j = 1; j < slice_count; ++j)
        passage[j] = transform(tally.slices[j].first_passage);
    for (std::size_t j = 0; j + 1 < slice_count; ++j)
        ratio[j] = length_over_crossing(transform(tally.slices[j].step_length), passage[j], passage[j + 1]);

    double returned = 0.0;
    for (const LegTally::Slice& slice : tally.slices)
        returned += slice.deepest;

    SliceTables tables;
    for (std::size_t j = 0; j < slice_count; ++j) {
        const LegTally::Slice& slice = tally.slices[j];
        SliceLaw& out = tables[j];
        out.turning_share = static_cast<float>(slice.deepest / returned);
        out.step = law(slice.step), out.turn = law(slice.turn), out.excursion = law(slice.excursion);
        if (j + 1 < slice_count) {
            RadialTransform target;
            for (std::size_t i = 0; i < RadialTransform::count; ++i) {
                const double r = j + 2 < slice_count ? std::sqrt(ratio[j].value[i] * ratio[j + 1].value[i])
                                                     : ratio[j].value[i];
                target.value[i] = passage[j + 1].value[i] * std::pow(r, step_length_share);
            }
            // Each step is fitted against what the fitted chain above it really does, so that errors do not
            // build up.
            out.step_kernel = fitted_kernel(beyond(target, chain[j]), texel_mm);
            const RadialTransform fitted = transform(out.step_kernel, texel_mm);
            for (std::size_t i = 0; i < RadialTransform::count; ++i)
                chain[j + 1].value[i] = chain[j].value[i] * fitted.value[i];
        } else {
            out.step_kernel = fitted_kernel(identity, texel_mm);
        }
        const RadialTransform turn = beyond(transform(slice.turn_length), chain[j]);
        out.turn_kernel = fitted_kernel(
            mapped(turn, [](double h) { return std::pow(std::max(h, 1e-6), 2.0 * turn_length_share); }),
            texel_mm);
        out.excursion_kernel = fitted_kernel(transform(slice.excursion_length), texel_mm);
        out.column_kernel = fitted_kernel(
            mapped(transform(slice.step_advance), [](double h) { return std::sqrt(std::max(h, 0.0)); }),
            texel_mm);
    }
    return tables;
}

} // namespace healed::transport
