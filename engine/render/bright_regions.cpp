#include "render/bright_regions.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace healed::render {
namespace {

constexpr float lamp_distance_mm = 30'000.0f;
/// A lamp is what is so many times brighter than the mean of all directions …
constexpr float brighter = 4.0f;
/// … and gives at least this share of all the light.
constexpr double least_share = 0.01;
/// Half a region's width; a flat lamp beyond it would not send its light from where it is.
constexpr float widest_tangent = 0.6f;

double light_of(const Ray& ray) {
    return static_cast<double>(ray.luminance) * static_cast<double>(ray.steradian);
}

std::vector<std::size_t> members(const std::vector<Ray>& rays, int region) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < rays.size(); ++i)
        if (rays[i].region == region)
            all.push_back(i);
    return all;
}

/// A region as the ellipse of its light: on the plane that touches the unit sphere where the light is.
struct Moments {
    glm::vec3 middle;
    glm::vec3 along, across; ///< unit, along the longest axis and across it
    float along_tangent = 0; ///< half the sides of the even rectangle with these second moments
    float across_tangent = 0;
    float side_rad = 0; ///< of its finest pixel
};

Moments moments_of(const std::vector<Ray>& rays, const std::vector<std::size_t>& of) {
    glm::dvec3 sum(0);
    Moments m;
    m.side_rad = rays[of.front()].side_rad;
    for (const std::size_t i : of) {
        sum += light_of(rays[i]) * glm::dvec3(rays[i].towards);
        m.side_rad = std::min(m.side_rad, rays[i].side_rad);
    }
    m.middle = glm::normalize(glm::vec3(sum));
    const glm::vec3 pole = std::abs(m.middle.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, 1);
    const glm::vec3 u = glm::normalize(glm::cross(pole, m.middle)), v = glm::cross(m.middle, u);
    glm::dmat2 square(0);
    double light = 0;
    for (const std::size_t i : of) {
        const glm::vec3 on_plane = rays[i].towards / std::max(glm::dot(rays[i].towards, m.middle), 0.1f);
        const glm::dvec2 at(glm::dot(on_plane, u), glm::dot(on_plane, v));
        square += light_of(rays[i]) * glm::outerProduct(at, at);
        light += light_of(rays[i]);
    }
    square /= light;
    const double angle = 0.5 * std::atan2(2 * square[0][1], square[0][0] - square[1][1]);
    const glm::dvec2 axis(std::cos(angle), std::sin(angle)), other(-axis.y, axis.x);
    m.along = static_cast<float>(axis.x) * u + static_cast<float>(axis.y) * v;
    m.across = glm::cross(m.middle, m.along);
    // The variance of an even line is a third of its half squared; a pixel is such a line itself.
    const double pixel = static_cast<double>(m.side_rad * m.side_rad) / 12.0;
    const auto half = [&](glm::dvec2 way) {
        return static_cast<float>(std::sqrt(3.0 * (glm::dot(way, square * way) + pixel)));
    };
    m.along_tangent = half(axis);
    m.across_tangent = half(other);
    return m;
}

/// Cuts a region that is too wide through the middle of its light, across its longest axis. False when none
/// is.
bool split_widest(std::vector<Ray>& rays, int& regions) {
    int widest = -1;
    Moments moments;
    for (int region = 0; region < regions; ++region) {
        const Moments m = moments_of(rays, members(rays, region));
        if (m.along_tangent > std::max(widest_tangent, moments.along_tangent)) {
            widest = region;
            moments = m;
        }
    }
    if (widest < 0)
        return false;
    for (Ray& ray : rays)
        if (ray.region == widest && glm::dot(ray.towards, moments.along) > 0.0f)
            ray.region = regions;
    ++regions;
    return true;
}

/// Numbers what is connected, over the picture's left and right edge too.
int connect(std::vector<Ray>& rays, int columns, const std::vector<bool>& bright) {
    const int rows = static_cast<int>(rays.size()) / columns;
    int regions = 0;
    std::vector<std::size_t> open;
    for (std::size_t start = 0; start < rays.size(); ++start) {
        if (!bright[start] || rays[start].region >= 0)
            continue;
        rays[start].region = regions;
        open.assign(1, start);
        while (!open.empty()) {
            const auto at = static_cast<int>(open.back());
            open.pop_back();
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx) {
                    const int row = at / columns + dy, column = (at % columns + dx + columns) % columns;
                    const auto next = static_cast<std::size_t>(row * columns + column);
                    if (row < 0 || row >= rows || !bright[next] || rays[next].region >= 0)
                        continue;
                    rays[next].region = regions;
                    open.push_back(next);
                }
        }
        ++regions;
    }
    return regions;
}

/// Keeps the regions that give the most light, if they give enough, numbered from the one that gives most.
int keep_brightest(std::vector<Ray>& rays, int regions, double all_light) {
    std::vector<double> light(static_cast<std::size_t>(regions));
    for (const Ray& ray : rays)
        if (ray.region >= 0)
            light[static_cast<std::size_t>(ray.region)] += light_of(ray);
    std::vector<int> order(light.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, std::greater{}, [&](int i) { return light[static_cast<std::size_t>(i)]; });
    std::vector<int> number(light.size(), -1);
    int kept = 0;
    for (const int region : order)
        if (kept < static_cast<int>(max_lamps) &&
            light[static_cast<std::size_t>(region)] >= least_share * all_light)
            number[static_cast<std::size_t>(region)] = kept++;
    for (Ray& ray : rays)
        if (ray.region >= 0)
            ray.region = number[static_cast<std::size_t>(ray.region)];
    return kept;
}

} // namespace

std::vector<Ray> rays_of(const FloatImage& lat_long) {
    constexpr double pi = std::numbers::pi;
    const int columns = lat_long.width, rows = lat_long.height;
    std::vector<Ray> rays;
    rays.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    for (int y = 0; y < rows; ++y) {
        const double top = pi * y / rows, bottom = pi * (y + 1) / rows;
        const double polar = 0.5 * (top + bottom);
        const double steradian = 2 * pi / columns * (std::cos(top) - std::cos(bottom));
        for (int x = 0; x < columns; ++x) {
            const double leftwards = pi * (1.0 - (2.0 * x + 1.0) / columns);
            const float* rgb = lat_long.at(x, y);
            rays.push_back({.towards = {std::sin(leftwards) * std::sin(polar), std::cos(polar),
                                        std::cos(leftwards) * std::sin(polar)},
                            .rgb = {rgb[0], rgb[1], rgb[2]},
                            .luminance = 0.2126f * rgb[0] + 0.7152f * rgb[1] + 0.0722f * rgb[2],
                            .steradian = static_cast<float>(steradian),
                            .side_rad = static_cast<float>(pi / rows),
                            .region = -1});
        }
    }
    return rays;
}

int find_bright_regions(std::vector<Ray>& rays, int columns) {
    double all_light = 0;
    for (const Ray& ray : rays)
        all_light += light_of(ray);
    const auto threshold = static_cast<float>(brighter * all_light / (4.0 * std::numbers::pi));
    std::vector<bool> bright(rays.size());
    for (std::size_t i = 0; i < rays.size(); ++i)
        bright[i] = rays[i].luminance > threshold;
    int regions = keep_brightest(rays, connect(rays, columns, bright), all_light);
    while (regions < static_cast<int>(max_lamps) && split_widest(rays, regions)) {
    }
    return regions;
}

Lamp lamp_of(const std::vector<Ray>& rays, int region) {
    const std::vector<std::size_t> of = members(rays, region);
    const Moments m = moments_of(rays, of);
    Lamp lamp{.centre_mm = lamp_distance_mm * m.middle,
              .half_u_mm = lamp_distance_mm * m.along_tangent * m.along,
              .half_v_mm = lamp_distance_mm * m.across_tangent * m.across,
              .radiance = 0};
    double on_card = 0;
    for (const std::size_t i : of)
        on_card += light_of(rays[i]) * std::max(0.0f, glm::dot(rays[i].towards, m.middle)) / std::numbers::pi;
    lamp.radiance = static_cast<float>(on_card) / form_factor(lamp);
    return lamp;
}

} // namespace healed::render
