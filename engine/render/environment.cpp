#include "render/environment.h"

#include "base/error.h"
#include "base/light_picture.h"
#include "color/srgb.h"
#include "render/bright_regions.h"

#include <cmath>
#include <mutex>
#include <numbers>

namespace healed::render {
namespace {

/// The finest that lamps and sky are looked for in: half a degree, about the sun.
constexpr int most_columns = 720;

/// Fewer, larger pixels with the mean of what they hold.
FloatImage shrunk(const FloatImage& picture) {
    if (picture.width <= most_columns)
        return picture;
    FloatImage small(most_columns, most_columns / 2, 3);
    std::vector<float> counts(static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height));
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const int column = static_cast<int>(std::int64_t{x} * small.width / picture.width);
            const int row = static_cast<int>(std::int64_t{y} * small.height / picture.height);
            for (int channel = 0; channel < 3; ++channel)
                small.at(column, row)[channel] += picture.at(x, y)[channel];
            counts[static_cast<std::size_t>(row * small.width + column)] += 1.0f;
        }
    for (std::size_t i = 0; i < small.values.size(); ++i)
        small.values[i] /= counts[i / 3];
    return small;
}

/// Light of what is in no region. A matt surface keeps of each degree of radiance 1, 2/3 and 1/4 (Ramamoorthi
/// & Hanrahan).
Sky sky_of(const std::vector<Ray>& rays) {
    constexpr double pi = std::numbers::pi;
    double mean = 0;
    glm::dvec3 slope(0);
    glm::dmat3 curve(0);
    for (const Ray& ray : rays) {
        if (ray.region >= 0)
            continue;
        const double light = static_cast<double>(ray.luminance) * static_cast<double>(ray.steradian);
        const glm::dvec3 towards(ray.towards);
        mean += light / (4 * pi);
        slope += light / (2 * pi) * towards;
        curve += 15.0 * light / (32 * pi) * (glm::outerProduct(towards, towards) - glm::dmat3(1.0 / 3.0));
    }
    return {static_cast<float>(mean), glm::vec3(slope), glm::mat3(curve)};
}

float on_card(const LightRig& rig, glm::vec3 normal) {
    float sum = rig.sky.on_card(normal);
    for (const Lamp& lamp : rig.lamps)
        sum += lamp.radiance * form_factor(lamp) *
               std::max(0.0f, glm::dot(normal, glm::normalize(lamp.centre_mm)));
    return sum;
}

/// Where a card gets the most light, of directions spread evenly (a spiral of the golden angle).
glm::vec3 brightest_direction(const LightRig& rig) {
    constexpr int directions = 500;
    glm::vec3 best(0, 1, 0);
    for (int i = 0; i < directions; ++i) {
        const double up = 1.0 - (2.0 * i + 1.0) / directions, turn = i * 2.399963229728653;
        const double level = std::sqrt(1.0 - up * up);
        const glm::vec3 direction(level * std::cos(turn), up, level * std::sin(turn));
        if (on_card(rig, direction) > on_card(rig, best))
            best = direction;
    }
    return best;
}

color::Xyz card_colour(const std::vector<Ray>& rays, glm::vec3 normal) {
    color::Rgb sum{};
    for (const Ray& ray : rays) {
        const float share = ray.steradian * std::max(0.0f, glm::dot(normal, ray.towards));
        for (int channel = 0; channel < 3; ++channel)
            sum[static_cast<std::size_t>(channel)] += static_cast<double>(share * ray.rgb[channel]);
    }
    return color::xyz_from_linear_srgb(sum);
}

/// u', v' of CIE 1976.
glm::dvec2 chromaticity(color::Xyz xyz) {
    return glm::dvec2(4 * xyz.x, 9 * xyz.y) / (xyz.x + 15 * xyz.y + 3 * xyz.z);
}

std::string nearest_light(color::Xyz colour, const std::map<std::string, color::Light>& lights,
                          const color::Observer& observer) {
    std::string nearest;
    double least = 1e9;
    for (const auto& [name, light] : lights) {
        const double away =
            glm::length(chromaticity(color::Viewing(observer, light).white()) - chromaticity(colour));
        if (away < least) {
            least = away;
            nearest = name;
        }
    }
    return nearest;
}

struct Known {
    std::filesystem::file_time_type written;
    LightRig rig;
};

} // namespace

LightRig rig_in(const FloatImage& lat_long, const std::map<std::string, color::Light>& lights,
                const color::Observer& observer) {
    if (lat_long.width != 2 * lat_long.height)
        fail("size {}x{} is not twice as wide as high, as a picture of all directions is", lat_long.width,
             lat_long.height);
    const FloatImage picture = shrunk(lat_long);
    std::vector<Ray> rays = rays_of(picture);
    LightRig rig{.name = "environment", .title = "Surroundings"};
    const int regions = find_bright_regions(rays, picture.width);
    for (int region = 0; region < regions; ++region)
        rig.lamps.push_back(lamp_of(rays, region));
    rig.sky = sky_of(rays);
    const glm::vec3 best = brightest_direction(rig);
    const float most = on_card(rig, best);
    if (!(most > 0.0f))
        fail("it is dark all about");
    rig.sky = rig.sky.brighter(1.0f / most);
    for (Lamp& lamp : rig.lamps)
        lamp.radiance /= most;
    rig.light = nearest_light(card_colour(rays, best), lights, observer);
    rig.exposure = 1.3f;
    rig.background_centre = std::min(0.4f, 0.6f * rig.sky.mean);
    rig.background_edge = 0.4f * rig.background_centre;
    rig.fade_mm = 70.0f;
    return rig;
}

LightRig load_environment(const std::filesystem::path& assets, const std::filesystem::path& file) {
    static std::mutex mutex;
    static std::map<std::filesystem::path, Known> known;
    std::error_code missing;
    const auto written = std::filesystem::last_write_time(file, missing);
    const std::lock_guard lock(mutex);
    if (const auto found = known.find(file);
        !missing && found != known.end() && found->second.written == written)
        return found->second.rig;
    const FloatImage picture = read_light_picture(file);
    try {
        LightRig rig = rig_in(picture, color::load_lights(assets), color::load_observer(assets));
        rig.name = file.string();
        rig.title = file.stem().string();
        known.insert_or_assign(file, Known{written, rig});
        return rig;
    } catch (const Error& problem) {
        fail("{}: {}", file.string(), problem.what());
    }
}

} // namespace healed::render
