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

/// Ink counts half where a step enters its slice and half where it leaves; what it crosses lies between. A
/// place even between the ends is, as a share of the advance, so far from the nearer one: rms of 0 … ½.
constexpr double from_nearer_end = 0.29;

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

/// The same kernel with all distances multiplied by `factor`, 0 … 1: H(q·factor).
RadialTransform narrowed(const RadialTransform& whole, double factor) {
    RadialTransform t;
    for (std::size_t i = 0; i < RadialTransform::count; ++i) {
        // Wavenumbers go as the square of their index.
        const double place = std::sqrt(factor) * static_cast<double>(i);
        const auto below = std::min(static_cast<std::size_t>(place), RadialTransform::count - 2);
        t.value[i] = std::max(
            0.0, std::lerp(whole.value[below], whole.value[below + 1], place - static_cast<double>(below)));
    }
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

using SliceTransforms = std::array<RadialTransform, slice_count>;

/// A leg's steps, and where they take it.
struct Chain {
    std::array<PyramidKernel, slice_count> step;
    SliceTransforms reached; ///< about the surface end, at the upper edge of each slice
};

SliceTransforms lengths_over_crossings(const LegTally& tally, const SliceTransforms& passage) {
    SliceTransforms ratio;
    ratio.fill(RadialTransform::identity());
    for (std::size_t j = 0; j + 1 < slice_count; ++j)
        ratio[j] = length_over_crossing(transform(tally.slices[j].step_length), passage[j], passage[j + 1]);
    return ratio;
}

/// Each step is fitted against what the fitted chain above it really does, so that errors do not build up.
Chain chain_of_steps(const LegTally& tally, double texel_mm) {
    SliceTransforms passage;
    passage.fill(RadialTransform::identity());
    for (std::size_t j = 1; j < slice_count; ++j)
        passage[j] = transform(tally.slices[j].first_passage);
    const SliceTransforms ratio = lengths_over_crossings(tally, passage);
    Chain chain;
    chain.reached.fill(RadialTransform::identity());
    chain.step.back() = fitted_kernel(RadialTransform::identity(), texel_mm);
    for (std::size_t j = 0; j + 1 < slice_count; ++j) {
        RadialTransform target;
        for (std::size_t i = 0; i < RadialTransform::count; ++i) {
            const double r = j + 2 < slice_count ? std::sqrt(ratio[j].value[i] * ratio[j + 1].value[i])
                                                 : ratio[j].value[i];
            target.value[i] = passage[j + 1].value[i] * std::pow(r, step_length_share);
        }
        chain.step[j] = fitted_kernel(beyond(target, chain.reached[j]), texel_mm);
        const RadialTransform fitted = transform(chain.step[j], texel_mm);
        for (std::size_t i = 0; i < RadialTransform::count; ++i)
            chain.reached[j + 1].value[i] = chain.reached[j].value[i] * fitted.value[i];
    }
    return chain;
}

/// Half of a turn: what lies between where one leg enters the slice and where its length in it lies.
RadialTransform half_turn(const LegTally& tally, const Chain& chain, std::size_t j) {
    return mapped(beyond(transform(tally.slices[j].turn_length), chain.reached[j]),
                  [](double h) { return std::pow(std::max(h, 1e-6), turn_length_share); });
}

} // namespace

SliceTables slice_tables(const LegTally& tally, double texel_mm) {
    return slice_tables(tally, tally, texel_mm);
}

SliceTables slice_tables(const LegTally& end, const LegTally& other_end, double texel_mm) {
    const Chain chain = chain_of_steps(end, texel_mm);
    const Chain other_chain = &end == &other_end ? chain : chain_of_steps(other_end, texel_mm);
    double returned = 0.0;
    for (const LegTally::Slice& slice : end.slices)
        returned += slice.deepest;
    SliceTables tables;
    for (std::size_t j = 0; j < slice_count; ++j) {
        const LegTally::Slice& slice = end.slices[j];
        SliceLaw& out = tables[j];
        out.turning_share = static_cast<float>(slice.deepest / returned);
        out.step = law(slice.step), out.turn = law(slice.turn), out.excursion = law(slice.excursion);
        out.step_kernel = chain.step[j];
        RadialTransform turn = half_turn(end, chain, j);
        const RadialTransform other = half_turn(other_end, other_chain, j);
        for (std::size_t i = 0; i < RadialTransform::count; ++i)
            turn.value[i] *= other.value[i];
        out.turn_kernel = fitted_kernel(turn, texel_mm);
        out.excursion_kernel = fitted_kernel(transform(slice.excursion_length), texel_mm);
        out.column_kernel = fitted_kernel(narrowed(transform(slice.step_advance), from_nearer_end), texel_mm);
    }
    return tables;
}

} // namespace healed::transport
