#include "treatment/blue_noise.h"

#include "base/parallel.h"
#include "treatment/neighbours.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace healed::treatment {

namespace {

/// Indices with the heaviest on top; a sample's weight may fall at any time.
class Heap {
  public:
    explicit Heap(std::vector<float>& weights) : weights_(weights), slot_(weights.size(), outside) {}

    void add(std::uint32_t index) {
        slot_[index] = static_cast<std::uint32_t>(order_.size());
        order_.push_back(index);
    }
    void build() {
        for (std::size_t i = order_.size() / 2; i-- > 0;)
            sink(i);
    }
    std::uint32_t take() {
        const std::uint32_t top = order_.front();
        place(order_.back(), 0);
        order_.pop_back();
        slot_[top] = outside;
        if (!order_.empty())
            sink(0);
        return top;
    }
    bool empty() const { return order_.empty(); }
    bool holds(std::uint32_t index) const { return slot_[index] != outside; }
    void lightened(std::uint32_t index) { sink(slot_[index]); }

  private:
    static constexpr std::uint32_t outside = 0xffffffffu;

    void place(std::uint32_t index, std::size_t at) {
        order_[at] = index;
        slot_[index] = static_cast<std::uint32_t>(at);
    }
    void sink(std::size_t at) {
        const std::uint32_t index = order_[at];
        const float weight = weights_[index];
        for (std::size_t child = 2 * at + 1; child < order_.size(); child = 2 * at + 1) {
            if (child + 1 < order_.size() && weights_[order_[child + 1]] > weights_[order_[child]])
                ++child;
            if (weights_[order_[child]] <= weight)
                break;
            place(order_[child], at);
            at = child;
        }
        place(index, at);
    }

    std::vector<float>& weights_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> slot_;
};

/// How much a fixed sample counts against one that can give way. Fixed ones lie as they do, often in clumps; at full
/// weight they would press the others onto one another.
constexpr float fixed_weight = 0.4f;

/// Largest radius that discs of a density can have on a plane: those of the hexagonal packing.
float packing_radius_mm(float per_mm2) {
    return 1.0f / std::sqrt(2.0f * std::sqrt(3.0f) * per_mm2);
}

} // namespace

std::vector<std::uint32_t> eliminate(std::span<const Sample> samples, std::span<const std::size_t> quotas) {
    std::vector<float> radii(samples.size());
    std::ranges::transform(samples, radii.begin(),
                           [](const Sample& sample) { return packing_radius_mm(sample.per_mm2); });
    std::vector<std::size_t> loose(quotas.size(), 0);
    for (const Sample& sample : samples)
        if (!sample.fixed)
            ++loose[sample.block];
    const auto sum = [](auto counts) { return std::accumulate(counts.begin(), counts.end(), 0.0); };
    // Yuksel's floor of distances (β 0.65, γ 1.5): crowds count as crowds however tight they are.
    const double kept_share = std::min(sum(quotas) / std::max(sum(loose), 1.0), 1.0);
    const Neighbours neighbours(samples, radii, static_cast<float>(0.65 * (1.0 - std::pow(kept_share, 1.5))));

    std::vector<float> weights(samples.size(), 0.0f);
    Heap heap(weights);
    for (std::uint32_t i = 0; i < samples.size(); ++i) {
        for (const Neighbour& other : neighbours.of(i))
            weights[i] += samples[other.index].fixed ? fixed_weight * other.weight : other.weight;
        if (!samples[i].fixed)
            heap.add(i);
    }
    heap.build();
    std::vector<std::uint32_t> kept;
    while (!heap.empty()) {
        const std::uint32_t heaviest = heap.take();
        std::size_t& left = loose[samples[heaviest].block];
        if (left <= quotas[samples[heaviest].block]) {
            kept.push_back(heaviest);
            continue;
        }
        --left;
        for (const Neighbour& other : neighbours.of(heaviest)) {
            if (!heap.holds(other.index))
                continue;
            weights[other.index] -= other.weight;
            heap.lightened(other.index);
        }
    }
    std::ranges::sort(kept);
    return kept;
}

} // namespace healed::treatment
