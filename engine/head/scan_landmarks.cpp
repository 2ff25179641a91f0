#include "head/scan_landmarks.h"

#include "head/anthropometry.h"
#include "head/fitting.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace healed::head {
namespace {

constexpr double step_mm = 0.5;
constexpr double far_mm = 300.0;
/// A place farther than this from where a stretched median head has it is not believed.
constexpr double believed_mm = 24.0;
constexpr double doubted = 0.2; ///< confidence of a place that the scan does not show

using Place = std::optional<glm::dvec3>;

/// The midline of a scan, seen from around it.
class Midline {
  public:
    explicit Midline(const Scan& scan) : scan_(scan) {}
    Place front(double height) const { return hit({0, height, far_mm}, {0, 0, -1}); }
    Place back(double height) const { return hit({0, height, -far_mm}, {0, 0, 1}); }
    Place top(double depth) const { return hit({0, far_mm, depth}, {0, -1, 0}); }
    Place below(double depth, double from) const { return hit({0, from, depth}, {0, 1, 0}); }

  private:
    const Scan& scan_;
    /// Between two rays beside the midline, which slips past single cracks and crumbs.
    Place hit(glm::dvec3 from, glm::dvec3 direction) const {
        glm::dvec3 sum(0.0);
        int count = 0;
        for (const double aside : {-1.0, 1.0})
            if (const auto found = scan_.facing(from + glm::dvec3(aside, 0, 0), direction, 2.0 * far_mm)) {
                sum += found->place;
                ++count;
            }
        if (count == 0)
            return std::nullopt;
        sum /= count;
        return glm::dvec3(0.0, sum.y, sum.z);
    }
};

/// The place of greatest measure among those that a line of sight meets between two settings.
Place extreme(double from, double to, const std::function<Place(double)>& see,
              const std::function<double(glm::dvec3)>& measure) {
    Place best;
    for (double at = from; at <= to; at += step_mm)
        if (const Place place = see(at); place && (!best || measure(*place) > measure(*best)))
            best = place;
    return best;
}

class Finder {
  public:
    Finder(const Scan& scan, const Form& form, const Head& median)
        : scan_(scan), form_(form), median_(median), line_(scan), expected_(find_landmarks(form)) {}

    ScanLandmarks find() {
        found_.left_ear = ear(+1.0, &Landmarks::tragion_left);
        found_.right_ear = ear(-1.0, &Landmarks::tragion_right);
        profile();
        crown();
        return found_;
    }

  private:
    const Scan& scan_;
    const Form& form_;
    const Head& median_;
    Midline line_;
    Landmarks expected_;
    ScanLandmarks found_;

    void set(glm::vec3 Landmarks::*mark, const Place& place, double most_mm) {
        const glm::dvec3 expected(expected_.*mark);
        const double off = place ? glm::distance(*place, expected) : 1e9;
        const bool believed = off < most_mm;
        found_.at.*mark = glm::vec3(believed ? *place : expected);
        for (std::size_t i = 0; i < landmark_names.size(); ++i)
            if (landmark_names[i].place == mark)
                found_.confidence[i] = believed ? std::max(1.0 - 0.6 * off / most_mm, doubted) : doubted;
    }
    glm::dvec3 at(glm::vec3 Landmarks::*mark) const { return glm::dvec3(found_.at.*mark); }
    glm::dvec3 expected(glm::vec3 Landmarks::*mark) const { return glm::dvec3(expected_.*mark); }

    /// Root of the nose, brow and chin.
    void profile() {
        const auto front = [this](double height) { return line_.front(height); };
        const double brow = expected(&Landmarks::glabella).y, root = expected(&Landmarks::nasion).y;
        const Place over = line_.front(brow + 2.0), bridge = line_.front(root - 0.95 * (brow - root));
        Place nasion;
        if (over && bridge && glm::distance(*over, *bridge) > 5.0) {
            const glm::dvec3 chord = glm::normalize(*bridge - *over), behind(0.0, chord.z, -chord.y);
            nasion = extreme(bridge->y, over->y, front,
                             [&](glm::dvec3 p) { return std::abs(glm::dot(p - *over, behind)); });
        }
        set(&Landmarks::nasion, nasion, 0.6 * believed_mm);
        const double middle = at(&Landmarks::nasion).y + brow - root;
        set(&Landmarks::glabella,
            extreme(middle - 7.0, middle + 7.0, front, [](glm::dvec3 p) { return p.z; }), believed_mm);
        set(&Landmarks::trichion, up_the_forehead(), 2.0 * believed_mm);
        // Lowest, and the foremost of what is nearly as low: jaws that slope to the throat have no lowest
        // place.
        const glm::dvec3 chin = expected(&Landmarks::menton);
        set(&Landmarks::menton,
            extreme(
                chin.z - 12.0, chin.z + 14.0, [&](double depth) { return line_.below(depth, chin.y - 40.0); },
                [](glm::dvec3 p) { return 0.25 * p.z - p.y; }),
            believed_mm);
    }

    Place up_the_forehead() const {
        const double arc = median_man.glabella_to_trichion * form_.proportions().up;
        glm::dvec3 place = at(&Landmarks::glabella);
        double gone = 0.0;
        for (double height = place.y + step_mm; gone < arc; height += step_mm) {
            const Place next = line_.front(height);
            if (!next || next->z < 0.0)
                return std::nullopt;
            gone += glm::distance(place, *next);
            place = *next;
        }
        return place;
    }

    void crown() {
        set(&Landmarks::vertex,
            extreme(
                -70.0, 50.0, [this](double depth) { return line_.top(depth); },
                [](glm::dvec3 p) { return p.y; }),
            1.6 * believed_mm);
        const glm::dvec3 brow = at(&Landmarks::glabella);
        const double height = at(&Landmarks::vertex).y;
        set(&Landmarks::occiput,
            extreme(
                0.0, 0.85 * height, [this](double up) { return line_.back(up); },
                [brow](glm::dvec3 p) { return glm::distance(p, brow); }),
            1.6 * believed_mm);
    }

    /// Lays the median ear with the skin about it on the scan's; its size on the median's.
    double ear(double side, glm::vec3 Landmarks::*tragion) {
        const auto on_side = [side](glm::dvec3 p) { return glm::dvec3(side * p.x, p.y, p.z); };
        constexpr glm::dvec3 middle(74.0, 0.5, -10.0);
        const Proportions& parts = form_.proportions();
        Lie lie{.stretch = glm::dvec3(0.5 * (parts.up + parts.ahead)), .pivot = on_side(middle)};
        lie.shift = form_.place(lie.pivot);
        const glm::dvec3 before = lie.shift;
        const double size = lie.stretch.y;
        const std::vector<SurfacePoint> patch = ear_patch(on_side(middle));
        const PointCloud cloud = scan_.near(lie.shift, 75.0, 7000);
        fit(lie, patch, cloud, {.size = Freedom::Size::Kept, .reach_mm = 24.0, .steps = 14});
        fit(lie, patch, cloud, {.least = 0.75 * size, .greatest = 1.3 * size, .reach_mm = 12.0, .steps = 14});
        const Agreement how = agreement(lie, patch, cloud, 9.0);
        const double moved = glm::distance(lie.shift, before);
        const bool there = how.share > 0.45 && moved < believed_mm;
        set(tragion, there ? Place(lie.place(glm::dvec3(median_.landmarks.*tragion))) : std::nullopt,
            1.2 * believed_mm);
        for (std::size_t i = 0; i < landmark_names.size(); ++i)
            if (landmark_names[i].place == tragion && there)
                found_.confidence[i] = std::min(found_.confidence[i], how.share);
        return there ? lie.stretch.y : size;
    }

    std::vector<SurfacePoint> ear_patch(glm::dvec3 middle) const {
        constexpr float radius_mm = 44.0f;
        Soup patch;
        for (const Vertex& v : median_.mesh.vertices)
            patch.positions.push_back(v.position_mm);
        for (const glm::uvec3& t : median_.mesh.triangles)
            if (glm::distance(patch.positions[t.x], glm::vec3(middle)) < radius_mm)
                patch.triangles.push_back(t);
        return spread_over(patch, 900);
    }
};

/// Mean of both half widths of a scan over those of a form, at places of the median man's skin.
double width_over(const Scan& scan, const Form& form, std::span<const glm::dvec2> height_and_depth) {
    std::vector<double> ratios;
    for (const glm::dvec2 at : height_and_depth) {
        const glm::dvec3 inside = form.place({0.0, at.x, at.y});
        const auto width_of_form = [&] {
            double x = 160.0;
            for (int i = 0; i < 100; ++i)
                x -= 0.8 * form.earless_distance_mm({x, inside.y, inside.z});
            return x;
        }();
        for (const double side : {-1.0, 1.0})
            if (const auto hit = scan.facing({side * far_mm, inside.y, inside.z}, {-side, 0, 0}, far_mm))
                ratios.push_back(std::abs(hit->place.x) / width_of_form);
    }
    if (ratios.empty())
        return 1.0;
    std::ranges::nth_element(ratios, ratios.begin() + std::ptrdiff_t(ratios.size() / 2));
    return ratios[ratios.size() / 2];
}

constexpr glm::dvec2 over_the_ears[] = {{52, -30}, {52, -10}, {60, -40}, {60, 0},
                                        {66, -20}, {74, -30}, {74, -5}};
constexpr glm::dvec2 cheekbones[] = {{8, 36}, {2, 30}, {2, 44}, {-5, 36}, {-9, 30}, {-9, 44}};

} // namespace

ScanLandmarks find_landmarks(const Scan& scan, const Form& form, const Head& median) {
    return Finder(scan, form, median).find();
}

Form form_like(const Scan& scan, const ScanLandmarks& found, const Form& start) {
    Proportions parts = start.proportions();
    Traits traits = start.traits();
    const auto toward = [](double& factor, double ratio) {
        if (std::isfinite(ratio) && ratio > 0.0)
            factor = std::clamp(factor * ratio, 0.7, 1.45);
    };
    const Landmarks& marks = found.at;
    for (int i = 0; i < 3; ++i) {
        const Form form(parts, traits);
        const Landmarks now = find_landmarks(form);
        toward(parts.up, double(marks.vertex.y / now.vertex.y));
        toward(parts.down, double((marks.nasion.y - marks.menton.y) / (now.nasion.y - now.menton.y)));
        toward(parts.ahead, double(marks.glabella.z / now.glabella.z));
        toward(parts.behind, double(marks.occiput.z / now.occiput.z));
        toward(parts.crown, width_over(scan, form, over_the_ears));
        toward(parts.face, width_over(scan, form, cheekbones));
        parts.jaw = parts.neck = parts.face;
        const double mean = 0.25 * (parts.up + parts.down + parts.ahead + parts.behind);
        traits.ear = std::clamp(0.5 * (found.left_ear + found.right_ear) / mean, 0.75, 1.3);
    }
    return Form(parts, traits);
}

} // namespace healed::head
