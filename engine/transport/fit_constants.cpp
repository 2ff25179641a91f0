#include "transport/fit_constants.h"

#include <vector>

namespace healed::transport {

std::span<const Constant> fit_constants() {
    using namespace constant;
    static const std::vector<Constant> all = [] {
        std::vector<Constant> list(likely.begin(), likely.end());
        list.insert(list.end(), spread.begin(), spread.end());
        list.insert(list.end(), {noise_floor, noise_share, unseen_factor, colour_sigma, determined_share});
        return list;
    }();
    return all;
}

} // namespace healed::transport
