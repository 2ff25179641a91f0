#include "transport/leg_tally.h"

#include "base/parallel.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace healed::transport {

void LengthTally::add(double w, int excursion_count, double length) {
    (excursion_count == 0 ? without : with).add(w, length);
    excursions += w * excursion_count;
}

void LengthTally::add(const LengthTally& other) {
    without.add(other.without);
    with.add(other.with);
    excursions += other.excursions;
}

double LengthTally::share_without() const {
    const double all = without.weight + with.weight;
    return all > 0.0 ? without.weight / all : 1.0;
}

double LengthTally::mean_excursions() const {
    return with.weight > 0.0 ? excursions / with.weight : 1.0;
}

void RadialHistogram::add(float dx_mm, float dy_mm, double w) {
    const float radius = std::sqrt(dx_mm * dx_mm + dy_mm * dy_mm);
    const auto bin = static_cast<std::size_t>(std::sqrt(radius / static_cast<float>(reach_mm)) * count);
    weight[std::min(bin, count - 1)] += w;
}

void RadialHistogram::add(const RadialHistogram& other) {
    for (std::size_t i = 0; i < count; ++i)
        weight[i] += other.weight[i];
}

double RadialHistogram::radius_mm(std::size_t bin) {
    const double x = (static_cast<double>(bin) + 0.5) / count;
    return reach_mm * x * x;
}

double RadialHistogram::total() const {
    double sum = 0.0;
    for (const double w : weight)
        sum += w;
    return sum;
}

void LegTally::Slice::add(const Slice& o) {
    deepest += o.deepest;
    step.add(o.step), turn.add(o.turn), excursion.add(o.excursion);
    first_passage.add(o.first_passage), step_length.add(o.step_length), turn_length.add(o.turn_length);
    excursion_length.add(o.excursion_length), step_advance.add(o.step_advance);
}

void LegTally::add(const LegTally& other) {
    for (std::size_t j = 0; j < slice_count; ++j)
        slices[j].add(other.slices[j]);
}

namespace {

/// Where lengths are laid down along a flight, at most this far apart, mm.
constexpr float sample_spacing_mm = 0.04f;

constexpr std::array<float, slice_count + 1> edges = [] {
    std::array<float, slice_count + 1> e{};
    for (std::size_t i = 0; i <= slice_count; ++i)
        e[i] = static_cast<float>(slice_edges_mm[i]);
    return e;
}();

/// Follows one leg from the surface to the deepest vertex.
class Leg {
  public:
    Leg(LegTally& tally, double weight, std::size_t deepest_slice, glm::vec3 surface_end)
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
        RadialHistogram& histogram = excursion ? tally_.slices[slice_ + 1].excursion_length
                                     : turning ? tally_.slices[slice_].turn_length
                                               : tally_.slices[slice_].step_length;
        const glm::vec2 about = excursion ? excursion_start_[slice_ + 1] : start_;
        const int samples = std::max(1, static_cast<int>(std::ceil(part / sample_spacing_mm)));
        for (int i = 0; i < samples; ++i) {
            const float t =
                begin + (end - begin) * (static_cast<float>(i) + 0.5f) / static_cast<float>(samples);
            histogram.add(from.x + t * way.x - about.x, from.y + t * way.y - about.y,
                          weight_ * part / samples);
        }
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

    LegTally& tally_;
    double weight_;
    std::size_t deepest_;
    glm::vec2 start_;
    std::size_t slice_ = 0, reached_ = 0;
    double step_length_ = 0.0, turn_length_ = 0.0;
    int step_excursions_ = 0, turn_excursions_ = 0;
    std::array<double, slice_count + 1> excursion_length_{};
    std::array<int, slice_count + 1> nested_excursions_{};
    std::array<glm::vec2, slice_count + 1> excursion_start_{}, first_passage_{};
};

/// Legs that are not asked for leave their marks in `unwanted`.
void tally_path(LegTally& tally, LegTally& unwanted, double weight, std::span<const glm::vec3> path,
                PathEnds ends) {
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

} // namespace

LegTally tally_legs(std::span<const PooledPath> paths, std::span<const glm::vec3> vertices, PathEnds ends) {
    constexpr std::size_t batch = 1024;
    std::vector<std::unique_ptr<LegTally>> parts((paths.size() + batch - 1) / batch);
    parallel_for(paths.size(), batch, [&](std::size_t begin, std::size_t end) {
        auto part = std::make_unique<LegTally>(), unwanted = std::make_unique<LegTally>();
        for (std::size_t i = begin; i < end; ++i)
            tally_path(*part, *unwanted, paths[i].weight, vertices.subspan(paths[i].first, paths[i].count),
                       ends);
        parts[begin / batch] = std::move(part);
    });
    LegTally total;
    for (const auto& part : parts)
        total.add(*part);
    return total;
}

} // namespace healed::transport
