#include "validation/patch_scenes.h"

#include "skin/settings.h"
#include "treatment/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace healed::validation {

namespace {

constexpr std::array<double, 8> wavelengths_nm = {420, 450, 485, 520, 560, 600, 640, 680};
constexpr std::array<const char*, 6> skin_types = {"I", "II", "III", "IV", "V", "VI"};
/// A follicle a square of this side where nothing is lost: with 110 follicular units a square centimetre.
constexpr double follicle_spacing_mm = 0.95;
/// Where dots are placed at random the patch repeats after this.
constexpr double random_side_mm = 2.85;

using treatment::Purpose;
using treatment::Random;

/// Shape and strength of ink; a spectral slope makes absorption go as wavelength^-slope about 550 nm.
struct InkForm {
    double depth_mm, sigma_mm, sigma_z_mm, peak_per_mm, slope = 0.0;
};

std::vector<double> spectrum(double at_550_nm, double slope) {
    std::vector<double> values;
    for (const double nm : wavelengths_nm)
        values.push_back(at_550_nm * std::pow(nm / 550.0, -slope));
    return values;
}

class Scenes {
  public:
    explicit Scenes(const std::filesystem::path& assets) : haemoglobin_(skin::load_haemoglobin(assets)) {
        for (const char* type : skin_types)
            skins_.emplace_back(skin::load_preset(assets, type).settings, haemoglobin_);
    }

    /// A scene of one patch; the types of skin take turns.
    PatchScene& add(const std::string& name, double side_mm, int points, bool periodic) {
        const std::size_t type = scenes_.size() % skin_types.size();
        PatchScene scene{.name = name, .skin = skin_types[type], .patch = {}};
        scene.patch.width_mm = scene.patch.height_mm = side_mm;
        scene.patch.columns = scene.patch.rows = points;
        scene.patch.periodic = periodic;
        for (const double nm : wavelengths_nm) {
            scene.patch.wavelengths_nm.push_back(nm);
            scene.patch.stacks.push_back(skins_[type].stack_at(nm));
        }
        return scenes_.emplace_back(std::move(scene));
    }
    std::vector<PatchScene> finished() { return std::move(scenes_); }

  private:
    skin::Haemoglobin haemoglobin_;
    std::vector<skin::Skin> skins_;
    std::vector<PatchScene> scenes_;
};

void add_dot(PatchScene& scene, double x_mm, double y_mm, const InkForm& ink) {
    scene.patch.dots.push_back({.x_mm = x_mm,
                                .y_mm = y_mm,
                                .depth_mm = ink.depth_mm,
                                .sigma_mm = ink.sigma_mm,
                                .sigma_z_mm = ink.sigma_z_mm,
                                .peak_absorption_per_mm = spectrum(ink.peak_per_mm, ink.slope)});
}

/// A hair that leans `slant` mm sideways per mm of depth; melanin absorbs as in the epidermis.
void add_hair(PatchScene& scene, double x_mm, double y_mm, double radius_mm, double slant, double per_mm) {
    scene.patch.cylinders.push_back({.x_mm = x_mm,
                                     .y_mm = y_mm,
                                     .top_mm = 0.0,
                                     .radius_mm = radius_mm,
                                     .thickness_mm = 1.5,
                                     .slant_x = slant,
                                     .absorption_per_mm = spectrum(per_mm, 3.33)});
}

/// Places that keep away from each other, the patch repeating: of ten tries the one farthest from all others.
std::vector<std::array<double, 2>> scattered_places(Random& random, std::size_t count, double side_mm) {
    std::vector<std::array<double, 2>> places;
    while (places.size() < count) {
        std::array<double, 2> best{};
        double farthest = -1.0;
        for (int i = 0; i < 10; ++i) {
            const std::array<double, 2> tried = {side_mm * random.uniform(), side_mm * random.uniform()};
            double nearest = side_mm;
            for (const auto& other : places) {
                const double dx = std::remainder(tried[0] - other[0], side_mm);
                const double dy = std::remainder(tried[1] - other[1], side_mm);
                nearest = std::min(nearest, std::hypot(dx, dy));
            }
            if (nearest > farthest)
                farthest = nearest, best = tried;
        }
        places.push_back(best);
    }
    return places;
}

std::size_t count_at(double share) {
    const double sites = random_side_mm / follicle_spacing_mm;
    return static_cast<std::size_t>(std::lround(share * sites * sites));
}

std::string words(const InkForm& ink) {
    return fmt::format("depth {:g}, sigma {:g}, peak {:g}", ink.depth_mm, ink.sigma_mm, ink.peak_per_mm);
}

void add_sheets(Scenes& scenes) {
    struct Sheet {
        double top_mm, thickness_mm, per_mm;
    };
    for (const Sheet s :
         {Sheet{0.10, 0.05, 20}, Sheet{0.20, 0.10, 3}, Sheet{0.30, 0.20, 100}, Sheet{0.30, 0.10, 0.5},
          Sheet{0.50, 0.20, 5}, Sheet{0.80, 0.20, 20}, Sheet{1.20, 0.30, 100}, Sheet{2.00, 0.20, 10}}) {
        PatchScene& scene = scenes.add(
            fmt::format("sheet at {:g} mm, {:g} mm of {:g}/mm", s.top_mm, s.thickness_mm, s.per_mm), 1.0, 1,
            true);
        scene.patch.sheets.push_back({s.top_mm, s.thickness_mm, spectrum(s.per_mm, 0.0)});
    }
}

void add_single_dots(Scenes& scenes) {
    for (const InkForm& ink :
         {InkForm{0.20, 0.08, 0.06, 100}, InkForm{0.27, 0.05, 0.08, 40}, InkForm{0.27, 0.06, 0.08, 10, 0.6},
          InkForm{0.20, 0.04, 0.04, 100}, InkForm{0.30, 0.10, 0.05, 30}, InkForm{0.25, 0.20, 0.08, 20},
          InkForm{0.40, 0.08, 0.10, 60}, InkForm{0.50, 0.12, 0.12, 30}, InkForm{0.60, 0.25, 0.15, 15},
          InkForm{0.35, 0.50, 0.10, 5}, InkForm{0.40, 0.30, 0.10, 100}, InkForm{0.90, 0.20, 0.15, 50},
          InkForm{1.30, 0.40, 0.20, 20}, InkForm{2.00, 0.50, 0.30, 100}, InkForm{0.30, 0.06, 0.06, 0.5},
          InkForm{0.22, 0.06, 0.10, 25, 1.2}}) {
        const double side = std::max(1.2, 7.0 * ink.sigma_mm);
        PatchScene& scene = scenes.add("one dot, " + words(ink), side, 5, false);
        // Off the middle, so that neither axis is one of symmetry.
        add_dot(scene, 0.5 * side + 0.02, 0.5 * side - 0.03, ink);
    }
}

void add_lattices(Scenes& scenes) {
    struct Lattice {
        double pitch_mm;
        InkForm ink;
    };
    for (const Lattice& l : {Lattice{0.8, {0.27, 0.045, 0.08, 40}}, Lattice{1.6, {0.27, 0.045, 0.08, 40}},
                             Lattice{0.5, {0.25, 0.06, 0.08, 15}}, Lattice{0.8, {0.40, 0.10, 0.08, 10}},
                             Lattice{0.6, {0.60, 0.10, 0.08, 30}}, Lattice{0.8, {0.80, 0.12, 0.10, 100}},
                             Lattice{0.4, {0.15, 0.04, 0.04, 60}}, Lattice{0.64, {0.30, 0.06, 0.06, 80, 0.6}},
                             Lattice{1.0, {1.20, 0.20, 0.20, 30}}, Lattice{0.5, {0.20, 0.05, 0.05, 3}}}) {
        PatchScene& scene =
            scenes.add(fmt::format("lattice of {:g} mm, {}", l.pitch_mm, words(l.ink)), l.pitch_mm, 4, true);
        add_dot(scene, 0.55 * l.pitch_mm, 0.45 * l.pitch_mm, l.ink);
    }
}

void add_random_fields(Scenes& scenes) {
    int index = 0;
    for (const double share : {0.3, 0.7, 1.0})
        for (const InkForm& ink : {InkForm{0.27, 0.05, 0.08, 40}, InkForm{0.22, 0.06, 0.06, 100, 0.6},
                                   InkForm{0.40, 0.09, 0.10, 20}, InkForm{0.60, 0.14, 0.12, 30}}) {
            PatchScene& scene = scenes.add(fmt::format("{:.0f} % of follicles, {}", 100 * share, words(ink)),
                                           random_side_mm, 6, true);
            Random random(1, Purpose::DotSites, static_cast<std::uint64_t>(index++));
            for (const auto& at : scattered_places(random, count_at(share), random_side_mm)) {
                InkForm one = ink;
                one.depth_mm += 0.04 * random.normal();
                one.sigma_mm *= random.scatter(0.15);
                one.peak_per_mm *= random.scatter(0.3);
                add_dot(scene, at[0], at[1], one);
            }
        }
}

void add_clusters(Scenes& scenes) {
    int index = 0;
    for (const InkForm& ink :
         {InkForm{0.25, 0.06, 0.08, 30}, InkForm{0.25, 0.08, 0.05, 100}, InkForm{0.35, 0.05, 0.08, 60},
          InkForm{0.50, 0.12, 0.12, 15}, InkForm{0.30, 0.15, 0.10, 2}, InkForm{0.20, 0.05, 0.05, 8, 0.6},
          InkForm{0.80, 0.20, 0.20, 40}, InkForm{0.40, 0.25, 0.15, 10}}) {
        PatchScene& scene = scenes.add("cluster, " + words(ink), random_side_mm, 6, true);
        Random random(2, Purpose::DotSites, static_cast<std::uint64_t>(index++));
        for (int i = 0; i < 7; ++i) {
            InkForm one = ink;
            one.depth_mm += 0.5 * ink.sigma_z_mm * random.normal();
            add_dot(scene, 1.4 + 2.5 * ink.sigma_mm * random.normal(),
                    1.4 + 2.5 * ink.sigma_mm * random.normal(), one);
        }
    }
}

void add_hair_and_dots(Scenes& scenes) {
    struct Growth {
        int hairs, dots;
        double slant;
        InkForm ink;
    };
    int index = 0;
    for (const Growth& g :
         {Growth{4, 0, 0.0, {}}, Growth{4, 0, 0.8, {}}, Growth{9, 0, 0.8, {}},
          Growth{4, 5, 0.8, {0.27, 0.05, 0.08, 40}}, Growth{2, 7, 0.5, {0.25, 0.06, 0.08, 20}},
          Growth{5, 4, 0.0, {0.40, 0.10, 0.10, 30}}, Growth{3, 6, 1.0, {0.22, 0.05, 0.06, 80}},
          Growth{6, 3, 0.6, {0.60, 0.12, 0.12, 50}}, Growth{1, 0, 0.4, {}},
          Growth{3, 9, 0.8, {0.30, 0.07, 0.08, 5, 0.6}}}) {
        PatchScene& scene = scenes.add(fmt::format("{} hairs leaning {:g}, {} dots{}", g.hairs, g.slant,
                                                   g.dots, g.dots > 0 ? ", " + words(g.ink) : ""),
                                       random_side_mm, 6, true);
        Random random(3, Purpose::Shafts, static_cast<std::uint64_t>(index++));
        const auto places =
            scattered_places(random, static_cast<std::size_t>(g.hairs + g.dots), random_side_mm);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (i < static_cast<std::size_t>(g.hairs))
                add_hair(scene, places[i][0], places[i][1], 0.025 + 0.02 * random.uniform(), g.slant, 25.0);
            else
                add_dot(scene, places[i][0], places[i][1], g.ink);
    }
}

} // namespace

std::vector<PatchScene> named_scenes(const std::filesystem::path& assets) {
    Scenes scenes(assets);
    add_sheets(scenes);
    add_single_dots(scenes);
    add_lattices(scenes);
    add_random_fields(scenes);
    add_clusters(scenes);
    add_hair_and_dots(scenes);
    return scenes.finished();
}

std::vector<PatchScene> drawn_scenes(const std::filesystem::path& assets, std::uint64_t seed, int count) {
    Scenes scenes(assets);
    for (int i = 0; i < count; ++i) {
        Random random(seed, Purpose::DotSites, static_cast<std::uint64_t>(i));
        const auto between = [&](double low, double high) {
            return low * std::pow(high / low, random.uniform());
        };
        const InkForm ink{.depth_mm = between(0.2, 2.0),
                          .sigma_mm = between(0.04, 0.5),
                          .sigma_z_mm = between(0.04, 0.2),
                          .peak_per_mm = between(0.5, 100.0),
                          .slope = 2.0 * random.uniform() - 0.5};
        const double share = 0.1 + random.uniform();
        const std::size_t dots = count_at(share);
        const std::size_t hairs = random.uniform() < 1.0 / 3.0 ? 1 + count_at(0.4 * random.uniform()) : 0;
        PatchScene& scene = scenes.add(fmt::format("drawn {}-{}: {} dots, {} hairs", seed, i, dots, hairs),
                                       random_side_mm, 6, true);
        const double slant = random.uniform();
        for (std::size_t k = 0; k < hairs; ++k)
            add_hair(scene, random_side_mm * random.uniform(), random_side_mm * random.uniform(),
                     0.02 + 0.03 * random.uniform(), slant, between(5.0, 50.0));
        for (std::size_t k = 0; k < dots; ++k) {
            InkForm one = ink;
            one.depth_mm *= random.scatter(0.15);
            one.sigma_mm = std::clamp(ink.sigma_mm * random.scatter(0.2), 0.04, 0.5);
            add_dot(scene, random_side_mm * random.uniform(), random_side_mm * random.uniform(), one);
        }
        scene.name += ", " + words({.depth_mm = std::round(100 * ink.depth_mm) / 100,
                                    .sigma_mm = std::round(1000 * ink.sigma_mm) / 1000,
                                    .sigma_z_mm = 0,
                                    .peak_per_mm = std::round(10 * ink.peak_per_mm) / 10});
    }
    return scenes.finished();
}

} // namespace healed::validation
