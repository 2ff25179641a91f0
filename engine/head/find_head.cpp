#include "head/find_head.h"

#include "base/error.h"
#include "base/parallel.h"
#include "head/first_lies.h"
#include "head/open_border.h"
#include "head/units.h"

#include <algorithm>
#include <cmath>

namespace healed::head {
namespace {

constexpr double cut_mm = 15.0;
/// Diagonals of models that hold a head: from a cranium alone to a bust.
constexpr double least_diagonal_mm = 230.0, greatest_diagonal_mm = 1100.0;
/// A fit worse than this is no head; made-up shapes and real heads lie on either side
/// (tests/head/import_test).
constexpr double worst_rms_mm = 8.6;
constexpr double good_rms_mm = 7.6; ///< above this units are doubted
constexpr double sure_rms_mm = 4.0; ///< below this it is a head whatever else fits
constexpr double least_rival = 1.07;

struct Candidate {
    double mm_per_unit;
    std::string unit;
    Lie lie;
    double rms_mm = 1e9;
};

/// Places nearer to an open edge than this are at the rim: more than what lies between places of a cloud.
constexpr double rim_mm = 9.0;

PointCloud rim_of(const Soup& soup) {
    std::vector<SurfacePoint> rim;
    for (const glm::vec3& middle : open_border(soup))
        rim.push_back({middle, {}});
    return PointCloud(std::move(rim));
}

PointCloud cloud_of(const Soup& soup, const PointCloud& rim, double mm_per_unit, std::size_t count) {
    std::vector<SurfacePoint> points = spread_over(soup, count);
    for (SurfacePoint& point : points) {
        point.at_rim = rim.nearest(point.position, float(rim_mm / mm_per_unit)) != nullptr;
        point.position *= float(mm_per_unit);
    }
    return PointCloud(std::move(points));
}

/// Both ways: the median head on the model, and what of the model lies where a head should be on the median
/// head.
double mutual_rms(const Lie& lie, const std::vector<SurfacePoint>& skin, const PointCloud& cloud,
                  const PointCloud& median) {
    const double there = agreement(lie, skin, cloud, cut_mm).rms_mm;
    double sum = 0.0, count = 0.0;
    for (std::size_t i = 0; i < cloud.points().size(); i += 3) {
        const SurfacePoint& point = cloud.points()[i];
        const glm::dvec3 m = lie.on_median(glm::dvec3(point.position));
        if (m.y < -90.0 || glm::length(m - lie.pivot) > 150.0)
            continue;
        const SurfacePoint* near = median.nearest(glm::vec3(m), float(cut_mm));
        const glm::dvec3 normal = glm::transpose(lie.turn) * glm::dvec3(point.normal);
        const bool same = near && glm::dot(normal, glm::dvec3(near->normal)) > 0.25;
        const double apart = same ? glm::length(glm::dvec3(near->position) - m) : cut_mm;
        sum += apart * apart;
        count += 1.0;
    }
    return std::sqrt(0.5 * (there * there + (count > 0 ? sum / count : cut_mm * cut_mm)));
}

double angle_between(const glm::dmat3& a, const glm::dmat3& b) {
    const glm::dmat3 apart = glm::transpose(a) * b;
    return std::acos(std::clamp((apart[0][0] + apart[1][1] + apart[2][2] - 1.0) / 2.0, -1.0, 1.0));
}

template <typename Each>
void each_of(std::size_t count, const Each& each) {
    parallel_for(count, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            each(i);
    });
}

/// Compares lies of one scale and keeps the best few, the best first.
class Search {
  public:
    Search(const Soup& soup, const Head& median)
        : soup_(soup), rim_(rim_of(soup)), rough_(skin_of(median, 160)), fine_(skin_of(median, 900)),
          median_(skin_of(median, 8000)), pivot_(median.chart.centre_mm),
          crown_mm_(double(median.landmarks.vertex.y) - pivot_.y) {}

    std::vector<Candidate> at_scale(double mm_per_unit, const std::string& unit, double slack) const {
        const PointCloud coarse = cloud(mm_per_unit, 2500);
        static const std::vector<glm::dmat3> all = even_turns();
        std::vector<Candidate> tried(all.size());
        each_of(tried.size(), [&](std::size_t i) {
            Lie lie = hung_from_top(coarse, all[i], pivot_, crown_mm_);
            fit(lie, rough_, coarse, {.size = Freedom::Size::Kept, .reach_mm = 60.0, .steps = 4});
            tried[i] = {mm_per_unit, unit, lie, agreement(lie, rough_, coarse, 2.0 * cut_mm).rms_mm};
        });
        std::ranges::stable_sort(tried, {}, &Candidate::rms_mm);
        tried.resize(tried.size() / 4);
        each_of(tried.size(), [&](std::size_t i) {
            Lie& lie = tried[i].lie;
            fit(lie, rough_, coarse,
                {.least = 1.0 - slack, .greatest = 1.0 + slack, .reach_mm = 50.0, .steps = 8});
            tried[i].rms_mm = mutual_rms(lie, rough_, coarse, median_);
        });
        std::ranges::stable_sort(tried, {}, &Candidate::rms_mm);
        return refined(tried, mm_per_unit, slack);
    }

    std::vector<Candidate> from(const Lie& start, double mm_per_unit, const std::string& unit,
                                double slack) const {
        Lie lie = start;
        lie.pivot = pivot_;
        lie.shift = start.place(pivot_);
        return refined({{mm_per_unit, unit, lie}}, mm_per_unit, slack);
    }

    const std::vector<SurfacePoint>& fine() const { return fine_; }
    PointCloud cloud(double mm_per_unit, std::size_t count) const {
        return cloud_of(soup_, rim_, mm_per_unit, count);
    }

  private:
    const Soup& soup_;
    PointCloud rim_;
    std::vector<SurfacePoint> rough_, fine_;
    PointCloud median_;
    glm::dvec3 pivot_;
    double crown_mm_;

    std::vector<Candidate> refined(const std::vector<Candidate>& tried, double mm_per_unit,
                                   double slack) const {
        constexpr std::size_t kept = 14;
        std::vector<Candidate> best;
        for (const Candidate& candidate : tried) {
            const auto same = [&](const Candidate& other) {
                return angle_between(candidate.lie.turn, other.lie.turn) < 0.25 &&
                       glm::distance(candidate.lie.shift, other.lie.shift) < 25.0;
            };
            if (best.size() < kept && std::ranges::none_of(best, same))
                best.push_back(candidate);
        }
        const PointCloud all = cloud(mm_per_unit, 14000);
        each_of(best.size(), [&](std::size_t i) {
            Lie& lie = best[i].lie;
            fit(lie, fine_, all,
                {.least = 1.0 - slack, .greatest = 1.0 + slack, .reach_mm = 40.0, .steps = 8});
            fit(lie, fine_, all,
                {.size = Freedom::Size::EachAxis,
                 .least = 1.0 - slack,
                 .greatest = 1.0 + slack,
                 .reach_mm = 25.0,
                 .steps = 12});
            best[i].rms_mm = mutual_rms(lie, fine_, all, median_);
        });
        std::ranges::stable_sort(best, {}, &Candidate::rms_mm);
        return best;
    }
};

/// Greatest and least extent of a model along the axes of its own spread would need its axes; a thin slab is
/// thin whichever way it lies.
glm::dvec3 extents(const Soup& soup) {
    glm::dvec3 mean(0.0);
    for (const glm::vec3& p : soup.positions)
        mean += glm::dvec3(p) / double(soup.positions.size());
    glm::dmat3 spread(0.0);
    for (const glm::vec3& p : soup.positions)
        spread +=
            glm::outerProduct(glm::dvec3(p) - mean, glm::dvec3(p) - mean) / double(soup.positions.size());
    // Powers of the matrix find its axes one after the other.
    glm::dvec3 result(0.0);
    for (int k = 0; k < 3; ++k) {
        glm::dvec3 axis(0.61, 0.53, 0.59);
        for (int i = 0; i < 200; ++i) {
            const glm::dvec3 next = spread * axis;
            if (glm::length(next) < 1e-300)
                break;
            axis = glm::normalize(next);
        }
        const double variance = std::max(glm::dot(axis, spread * axis), 0.0);
        result[k] = std::sqrt(variance);
        spread -= variance * glm::outerProduct(axis, axis);
    }
    return result;
}

double diagonal(const Soup& soup) {
    glm::vec3 low(1e30f), high(-1e30f);
    for (const glm::vec3& p : soup.positions) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    return double(glm::length(high - low));
}

void append(std::vector<Candidate>& all, std::vector<Candidate> more) {
    all.insert(all.end(), more.begin(), more.end());
    std::ranges::stable_sort(all, {}, &Candidate::rms_mm);
}

std::vector<Candidate> search(const Search& searcher, const Soup& soup, std::optional<double> fixed,
                              const std::optional<Lie>& start, const Progress& progress) {
    constexpr double human = 0.24, unknown = 0.35; // how far heads differ from the median one in size
    std::vector<Candidate> all;
    const double across = diagonal(soup);
    const auto examine = [&](double mm, std::string_view name, double slack) {
        append(all, start ? searcher.from(*start, mm, std::string(name), slack)
                          : searcher.at_scale(mm, std::string(name), slack));
        progress(0.2 + 0.15 * std::min<double>(double(all.size()) / 20.0, 3.0));
    };
    for (const Unit& unit : units)
        if (fixed ? std::abs(unit.mm / *fixed - 1.0) < 1e-9
                  : across * unit.mm > least_diagonal_mm && across * unit.mm < greatest_diagonal_mm)
            examine(unit.mm, unit.name, human);
    if (fixed || (!all.empty() && all.front().rms_mm < good_rms_mm))
        return all;
    // No unit fits: the model was scaled to something else. From a cranium alone to a bust.
    const double doubt = all.empty() ? 1e9 : all.front().rms_mm;
    std::vector<Candidate> known = std::move(all);
    all.clear();
    for (const double guess_mm : {300.0, 400.0, 560.0, 760.0})
        examine(guess_mm / across, "none", unknown);
    if (!all.empty() && all.front().rms_mm > 0.8 * doubt)
        return known;
    return all;
}

} // namespace

std::vector<SurfacePoint> skin_of(const Head& head, std::size_t count) {
    constexpr float under_chin_mm = -112.0f, forehead_mm = 55.0f, cheek_mm = 45.0f;
    Soup all, telling;
    for (const Vertex& v : head.mesh.vertices)
        all.positions.push_back(v.position_mm);
    telling.positions = all.positions;
    for (const glm::uvec3& t : head.mesh.triangles) {
        const glm::vec3 p = all.positions[t.x];
        if (p.y < under_chin_mm)
            continue;
        all.triangles.push_back(t);
        if ((p.z > cheek_mm && p.y < forehead_mm) || head.mesh.vertices[t.x].part == Part::Ear)
            telling.triangles.push_back(t);
    }
    std::vector<SurfacePoint> points = spread_over(all, count / 2);
    const std::vector<SurfacePoint> more = spread_over(telling, count / 2);
    points.insert(points.end(), more.begin(), more.end());
    return points;
}

FoundHead find_head(const Soup& soup, const Head& median, std::optional<double> mm_per_unit,
                    const std::optional<Lie>& start, const std::string& origin, const Progress& progress) {
    constexpr double flattest = 0.22; // of a bust's greatest spread
    const glm::dvec3 spread = extents(soup);
    if (spread.z < flattest * spread.x)
        fail("{}: is no head: it is flat, {:.2g} deep for {:.2g} across", origin, spread.z, spread.x);
    const Search searcher(soup, median);
    const std::vector<Candidate> found = search(searcher, soup, mm_per_unit, start, progress);
    if (found.empty())
        fail("{}: is no head: {:.3g} across in the unit given", origin,
             diagonal(soup) * mm_per_unit.value_or(1.0));
    const Candidate& best = found.front();
    if (best.rms_mm > worst_rms_mm)
        fail("{}: is no head, or too little of one: the likest place of it is {:.1f} mm off one on average; "
             "landmarks of both tragions and the nasion would settle it",
             origin, best.rms_mm);
    FoundHead head{.mm_per_unit = best.mm_per_unit, .unit = best.unit, .lie = best.lie};
    if (best.unit == "none") {
        // Without a unit the head is given the size of the median one.
        const double size = (best.lie.stretch.x + best.lie.stretch.y + best.lie.stretch.z) / 3.0;
        head.mm_per_unit /= size;
        head.lie.stretch /= size;
        head.lie.shift /= size;
    }
    head.rival_rms_mm = cut_mm;
    for (const Candidate& other : found)
        if (angle_between(other.lie.turn, best.lie.turn) > 0.87)
            head.rival_rms_mm = std::min(head.rival_rms_mm, other.rms_mm);
    // A ball or a vase lies as well one way as another; a face does not.
    if (!start && head.rival_rms_mm < least_rival * best.rms_mm && best.rms_mm > sure_rms_mm)
        fail("{}: is no head, or its face cannot be told: two lies fit alike, {:.1f} and {:.1f} mm off; "
             "landmarks of both "
             "tragions and the nasion would settle it",
             origin, best.rms_mm, head.rival_rms_mm);
    head.agreement = agreement(head.lie, searcher.fine(), searcher.cloud(head.mm_per_unit, 14000), cut_mm);
    head.agreement.rms_mm = best.rms_mm;
    return head;
}

} // namespace healed::head
