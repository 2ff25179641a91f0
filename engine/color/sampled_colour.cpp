#include "color/sampled_colour.h"

#include <algorithm>
#include <cassert>

namespace healed::color {
namespace {

constexpr double seen_from_nm = 400.0, seen_to_nm = 700.0;

void add(Xyz& sum, const Xyz& weight, double share) {
    sum.x += share * weight.x;
    sum.y += share * weight.y;
    sum.z += share * weight.z;
}

} // namespace

SampledColour::SampledColour(const Viewing& viewing, std::vector<double> at) : weights_(at.size()) {
    assert(at.size() > 1 && std::is_sorted(at.begin(), at.end()));
    const double from = std::max(seen_from_nm, at.front()), to = std::min(seen_to_nm, at.back());
    for (std::size_t i = 0; i < wavelength_count; ++i) {
        const double nm = wavelength_nm(i);
        if (nm < from || nm > to)
            continue;
        const auto above = std::lower_bound(at.begin() + 1, at.end() - 1, nm) - at.begin();
        const auto k = static_cast<std::size_t>(above);
        const double t = (nm - at[k - 1]) / (at[k] - at[k - 1]);
        const Xyz weight{viewing.x[i], viewing.y[i], viewing.z[i]};
        add(weights_[k - 1], weight, 1.0 - t);
        add(weights_[k], weight, t);
        add(white_, weight, 1.0);
    }
    assert(white_.y > 0.0);
}

Lab SampledColour::lab(std::span<const double> reflectance) const {
    assert(reflectance.size() == weights_.size());
    Xyz xyz{};
    for (std::size_t i = 0; i < weights_.size(); ++i)
        add(xyz, weights_[i], reflectance[i]);
    return lab_from_xyz(xyz, white_);
}

} // namespace healed::color
