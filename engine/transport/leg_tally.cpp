#include "transport/leg_tally.h"

#include "base/parallel.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace healed::transport {

namespace {

/// A length within a slice is laid down at one place of it, drawn evenly: this step through the unit interval
/// visits all of it (the golden ratio's).
constexpr float place_step = 0.618034f;

constexpr std::array<float, slice_count + 1> edges = [] {
    std::array<float, slice_count + 1> e{};
    for (std::size_t i = 0; i <= slice_count; ++i)
        e[i] = static_cast<float>(slice_edges_mm[i]);
    return e;
}();

/// Follows one leg from the surface to the deepest vertex.
template <typename Weight>
class Leg {
  public:
    Leg(BasicLegTally<Weight>& tally, Weight weight, std::size_t deepest_slice, glm::vec3 surface_end)
        : tally_(tally), weight_(weight), deepest_(deepest_slice), start_(surface_end) {
        first_passage_[0] = start_;
    }

    void follow(glm::vec3 from, glm::vec3 to) {
        const glm::vec3 way = to - from;
        const float length = glm::length(way);
        if (length <= 0.0f)
            return;
        for (float t = 0.0f;;) {
            const bool leaves_down = way.z > 0.0f && slice_ < deepest_ && to.z >= edges[slice_ + 1];
            const bool leaves_up = way.z < 0.0f && slice_ > 0 && to.z < edges[slice_];
            float end = 1.0f;
            if (leaves_down || leaves_up)
                end = std::clamp((edges[leaves_down ? slice_ + 1 : slice_] - from.z) / way.z, t, 1.0f);
            lay_length(from, way, length, t, end);
            if (leaves_down)
                go_down(from + end * way);
            else if (leaves_up)
                go_up(from + end * way);
            else
                return;
            t = end;
        }
    }

    double turn_length() const { return turn_length_; }
    int turn_excursions() const { return turn_excursions_; }
    void lay_advances() {
        for (std::size_t j = 0; j < deepest_; ++j) {
            const glm::vec2 advance = first_passage_[j + 1] - first_passage_[j];
            tally_.slices[j].step_advance.add(advance.x, advance.y, weight_);
        }
    }

  private:
    void lay_length(glm::vec3 from, glm::vec3 way, float length, float begin, float end) {
        const float part = (end - begin) * length;
        if (part <= 0.0f)
            return;
        const double in_thicknesses = part / slice_thickness_mm(slice_);
        const bool excursion = slice_ < reached_, turning = slice_ == deepest_;
        (excursion ? excursion_length_[slice_ + 1] : turning ? turn_length_ : step_length_) += in_thicknesses;
        auto& histogram = excursion ? tally_.slices[slice_ + 1].excursion_length
                          : turning ? tally_.slices[slice_].turn_length
                                    : tally_.slices[slice_].step_length;
        const glm::vec2 about = excursion ? excursion_start_[slice_ + 1] : start_;
        place_ += place_ < 1.0f - place_step ? place_step : place_step - 1.0f;
        const float t = begin + (end - begin) * place_;
        histogram.add(from.x + t * way.x - about.x, from.y + t * way.y - about.y,
                      weight_ * static_cast<double>(part));
    }

    void go_down(glm::vec3 at) {
        const std::size_t edge = slice_ + 1;
        if (slice_ == reached_) {
            tally_.slices[slice_].step.add(weight_, step_excursions_, std::max(0.0, step_length_ - 1.0));
            step_length_ = 0.0, step_excursions_ = 0;
            reached_ = edge;
            first_passage_[edge] = at;
            tally_.slices[edge].first_passage.add(at.x - start_.x, at.y - start_.y, weight_);
        } else {
            // An excursion of this edge ends. Where it went higher still it crossed the slice twice at least.
            const int nested = nested_excursions_[edge];
            const double beyond =
                nested > 0 ? std::max(0.0, excursion_length_[edge] - 2.0) : excursion_length_[edge];
            tally_.slices[edge].excursion.add(weight_, nested, beyond);
        }
        slice_ = edge;
    }

    void go_up(glm::vec3 at) {
        const std::size_t edge = slice_;
        if (slice_ < reached_)
            ++nested_excursions_[edge + 1];
        else if (slice_ == deepest_)
            ++turn_excursions_;
        else
            ++step_excursions_;
        excursion_length_[edge] = 0.0;
        nested_excursions_[edge] = 0;
        excursion_start_[edge] = at;
        --slice_;
    }

    BasicLegTally<Weight>& tally_;
    Weight weight_;
    std::size_t deepest_;
    glm::vec2 start_;
    std::size_t slice_ = 0, reached_ = 0;
    float place_ = 0.5f;
    double step_length_ = 0.0, turn_length_ = 0.0;
    int step_excursions_ = 0, turn_excursions_ = 0;
    std::array<double, slice_count + 1> excursion_length_{};
    std::array<int, slice_count + 1> nested_excursions_{};
    std::array<glm::vec2, slice_count + 1> excursion_start_{}, first_passage_{};
};

/// Legs that are not asked for leave their marks in `unwanted`.
template <typename Weight>
void tally_path(BasicLegTally<Weight>& tally, BasicLegTally<Weight>& unwanted, Weight weight,
                std::span<const glm::vec3> path, PathEnds ends) {
    const auto deeper = [](glm::vec3 a, glm::vec3 b) { return a.z < b.z; };
    const auto deepest =
        static_cast<std::size_t>(std::max_element(path.begin(), path.end(), deeper) - path.begin());
    std::size_t k = 0;
    while (k + 1 < slice_count && path[deepest].z >= edges[k + 1])
        ++k;
    Leg near(ends == PathEnds::Last ? unwanted : tally, weight, k, path.front());
    Leg far(ends == PathEnds::First ? unwanted : tally, weight, k, path.back());
    for (std::size_t i = 0; i < deepest; ++i)
        near.follow(path[i], path[i + 1]);
    for (std::size_t i = path.size() - 1; i > deepest; --i)
        far.follow(path[i], path[i - 1]);
    near.lay_advances();
    far.lay_advances();
    tally.slices[k].deepest += weight;
    tally.slices[k].turn.add(weight, near.turn_excursions() + far.turn_excursions(),
                             near.turn_length() + far.turn_length());
}

/// Batch after batch, in their order.
template <typename Weight, typename WeightOf>
std::unique_ptr<BasicLegTally<Weight>> tallied(std::span<const PooledPath> paths,
                                               std::span<const glm::vec3> vertices, PathEnds ends,
                                               WeightOf weight_of) {
    constexpr std::size_t batch = 1024;
    std::vector<std::unique_ptr<BasicLegTally<Weight>>> parts((paths.size() + batch - 1) / batch);
    parallel_for(paths.size(), batch, [&](std::size_t begin, std::size_t end) {
        auto part = std::make_unique<BasicLegTally<Weight>>();
        const auto unwanted = std::make_unique<BasicLegTally<Weight>>();
        for (std::size_t i = begin; i < end; ++i)
            tally_path<Weight>(*part, *unwanted, weight_of(i),
                               vertices.subspan(paths[i].first, paths[i].count), ends);
        parts[begin / batch] = std::move(part);
    });
    auto total = std::make_unique<BasicLegTally<Weight>>();
    for (const auto& part : parts)
        total->add(*part);
    return total;
}

template <std::size_t which>
BasicMoments<double> part_of(const BasicMoments<FourWeights>& four) {
    return {four.weight[which], four.sum[which], four.square[which]};
}

template <std::size_t which>
LengthTally part_of(const BasicLengthTally<FourWeights>& four) {
    return {part_of<which>(four.without), part_of<which>(four.with), four.excursions[which]};
}

template <std::size_t which>
RadialHistogram part_of(const BasicRadialHistogram<FourWeights>& four) {
    RadialHistogram one;
    for (std::size_t i = 0; i < RadialHistogram::count; ++i)
        one.weight[i] = four.weight[i][which];
    return one;
}

template <std::size_t which>
void take_part(LegTally& one, const BasicLegTally<FourWeights>& four) {
    for (std::size_t j = 0; j < slice_count; ++j) {
        const auto& s = four.slices[j];
        one.slices[j] = {s.deepest[which],
                         part_of<which>(s.step),
                         part_of<which>(s.turn),
                         part_of<which>(s.excursion),
                         part_of<which>(s.first_passage),
                         part_of<which>(s.step_length),
                         part_of<which>(s.turn_length),
                         part_of<which>(s.excursion_length),
                         part_of<which>(s.step_advance)};
    }
}

} // namespace

LegTally tally_legs(std::span<const PooledPath> paths, std::span<const glm::vec3> vertices, PathEnds ends) {
    return *tallied<double>(paths, vertices, ends, [&](std::size_t i) { return double{paths[i].weight}; });
}

std::array<LegTally, 4> tally_legs(std::span<const PooledPath> paths, std::span<const glm::vec3> vertices,
                                   std::span<const FourWeights> weights) {
    const auto four =
        tallied<FourWeights>(paths, vertices, PathEnds::Both, [&](std::size_t i) { return weights[i]; });
    std::array<LegTally, 4> parts;
    take_part<0>(parts[0], *four);
    take_part<1>(parts[1], *four);
    take_part<2>(parts[2], *four);
    take_part<3>(parts[3], *four);
    return parts;
}

} // namespace healed::transport
