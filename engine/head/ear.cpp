#include "head/anthropometry.h"
#include "head/distance.h"
#include "head/features.h"

#include <array>
#include <span>

namespace healed::head {
namespace {

using glm::dvec2;
using glm::dvec3;

/// The ear's own axes: x forward in its plane, y up along it, z out of the side it shows.
constexpr dvec3 centre{75.5, 0.5, -13.5};
constexpr double tilt = 0.20;  ///< top leans back, rad
constexpr double flare = 0.42; ///< hind edge stands off the head, rad

/// The relief is drawn for an ear 32 mm broad.
constexpr double broad = median_man.ear_breadth / 32.0;

dvec3 to_ear(dvec3 p, double size) {
    const dvec3 q = (p - centre) / size;
    const double up = q.y * std::cos(tilt) - q.z * std::sin(tilt);
    const double ahead = q.z * std::cos(tilt) + q.y * std::sin(tilt);
    return {(ahead * std::cos(flare) - q.x * std::sin(flare)) / broad, up,
            q.x * std::cos(flare) + ahead * std::sin(flare)};
}

struct Bead {
    dvec3 place;
    double radius;
};

/// A cord through beads, bent as a Catmull–Rom curve; made once.
template <std::size_t N>
class Cord {
  public:
    explicit Cord(const std::array<Bead, N>& beads) {
        for (std::size_t i = 0; i < count; ++i)
            fine_[i] = at(beads, double(i) * double(N - 1) / double(count - 1));
    }
    double distance(dvec3 p) const {
        double nearest = 1e9;
        for (std::size_t i = 0; i + 1 < count; ++i)
            nearest = std::min(nearest, round_cone(p, fine_[i].place, fine_[i + 1].place, fine_[i].radius,
                                                   fine_[i + 1].radius));
        return nearest;
    }

  private:
    static constexpr std::size_t count = (N - 1) * 6 + 1;
    static Bead at(const std::array<Bead, N>& beads, double t) {
        const auto i = std::min(std::size_t(t), N - 2);
        const double f = t - double(i);
        const Bead &b = beads[i], &c = beads[i + 1], &a = beads[i > 0 ? i - 1 : 0],
                   &d = beads[std::min(i + 2, N - 1)];
        const auto blend = [f](auto pa, auto pb, auto pc, auto pd) {
            return 0.5 * (2.0 * pb + (pc - pa) * f + (2.0 * pa - 5.0 * pb + 4.0 * pc - pd) * (f * f) +
                          (3.0 * pb - pa - 3.0 * pc + pd) * (f * f * f));
        };
        return {blend(a.place, b.place, c.place, d.place), blend(a.radius, b.radius, c.radius, d.radius)};
    }
    std::array<Bead, count> fine_;
};

// clang-format off
const Cord<13> helix{std::array<Bead, 13>{{{{3.0, 0.0, -1.0}, 1.6},
                                           {{8.0, 4.0, 1.6}, 2.0},
                                           {{12.2, 10.0, 2.4}, 2.4},
                                           {{12.6, 18.0, 2.6}, 2.5},
                                           {{9.0, 25.5, 3.2}, 2.6},
                                           {{1.5, 29.2, 3.8}, 2.7},
                                           {{-7.0, 28.0, 4.0}, 2.7},
                                           {{-13.4, 21.5, 4.0}, 2.7},
                                           {{-16.0, 12.0, 3.8}, 2.6},
                                           {{-15.6, 1.0, 3.4}, 2.4},
                                           {{-12.8, -9.0, 2.6}, 2.3},
                                           {{-9.0, -17.0, 1.6}, 2.4},
                                           {{-4.0, -23.5, 0.8}, 3.0}}}};
const Cord<7> antihelix{std::array<Bead, 7>{{{{1.0, -13.0, 2.2}, 2.6},
                                             {{-5.0, -11.0, 2.4}, 2.5},
                                             {{-9.0, -4.0, 2.6}, 2.6},
                                             {{-9.6, 4.0, 2.8}, 2.7},
                                             {{-7.2, 11.5, 2.6}, 2.8},
                                             {{-4.5, 17.5, 1.6}, 2.8},
                                             {{-1.8, 23.0, 0.4}, 2.6}}}};
const Cord<3> lower_crus{
    std::array<Bead, 3>{{{{-7.6, 10.0, 2.2}, 2.4}, {{-0.5, 12.5, 1.6}, 2.2}, {{7.0, 14.0, 0.4}, 2.0}}}};
// clang-format on

/// The leaf that carries the relief: an egg, wide above, about 3 mm thick.
double leaf(dvec3 q) {
    const double narrowing = 1.0 + 0.30 * ramp(6.0, -30.0, q.y);
    const double outline = ellipsoid({(q.x + 1.5 - 2.5 * ramp(6.0, -30.0, q.y)) * narrowing, q.y - 0.5, 0.0},
                                     {16.2, 30.0, 10.0});
    const double across = std::abs(q.z - 0.2) - 1.7;
    return smooth_intersection(outline, across, 3.0);
}

double lobe(dvec3 q) {
    return ellipsoid(q - dvec3(1.6, -23.5, 0.4), {8.2, 8.2, 3.1});
}
double tragus(dvec3 q) {
    return round_cone(q, {12.0, -3.0, -2.0}, {9.0, -6.2, 3.2}, 4.0, 2.9);
}
/// The back of the bowl, which joins the ear to the head.
double root(dvec3 q) {
    return ellipsoid(q - dvec3(1.2, -1.0, -6.5), {14.0, 20.0, 9.5});
}
double bowl(dvec3 q) {
    const double cavum = ellipsoid(q - dvec3(1.2, -4.5, 1.5), {7.6, 7.4, 8.6});
    const double cymba = ellipsoid(q - dvec3(0.8, 6.0, 1.5), {7.0, 4.8, 6.0});
    return smooth_union(cavum, cymba, 3.0);
}

double shape(dvec3 q) {
    double ear = smooth_union(leaf(q), root(q), 9.0);
    ear = smooth_union(ear, lobe(q), 5.0);
    ear = smooth_union(ear, helix.distance(q), 3.6);
    ear = smooth_union(ear, antihelix.distance(q), 4.0);
    ear = smooth_union(ear, lower_crus.distance(q), 2.5);
    ear = smooth_difference(ear, bowl(q), 3.0);
    return smooth_union(ear, tragus(q), 2.5);
}

} // namespace

double ear_distance(dvec3 p, const Traits& traits) {
    const dvec3 q = to_ear(p, traits.ear);
    const double far = ellipsoid(q - dvec3(-1, 0, 0), {21, 35, 12});
    return traits.ear * (far > 8.0 ? far : shape(q));
}

double with_ear(dvec3 p, double skin, const Traits& traits) {
    const dvec3 q = to_ear(p, traits.ear);
    if (ellipsoid(q - dvec3(-1, 0, 0), {21, 35, 12}) > 14.0)
        return skin;
    const double whole = smooth_union(skin, traits.ear * shape(q), 4.0);
    return smooth_difference(whole, traits.ear * bowl(q), 3.0);
}

EarEnds ear_ends(const Traits& traits) {
    const dvec3 along(0.0, std::cos(tilt), -std::sin(tilt));
    const double half = 0.5 * median_man.ear_length * traits.ear;
    return {centre + half * along, centre - half * along};
}

} // namespace healed::head
