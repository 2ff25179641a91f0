#include "transport/adding_doubling.h"

#include "transport/directions.h"
#include "transport/slab.h"

#include <Eigen/LU>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <vector>

namespace healed::transport {
namespace {

/// Beyond the critical angle. Not quite 1, as light guided for ever in a clear layer would have no steady
/// state.
constexpr double total_reflection = 1.0 - 1e-14;

/// Fresnel reflectance of unpolarised light at a step of the index for the first `count` directions, which
/// travel on both sides.
Eigen::VectorXd fresnel(const Directions& directions, double n1, double n2, Eigen::Index count) {
    const Eigen::ArrayXd cos1 = directions.cosines_in(n1).head(count);
    const Eigen::ArrayXd cos2 = directions.cosines_in(n2).head(count);
    const Eigen::ArrayXd across = (n1 * cos1 - n2 * cos2) / (n1 * cos1 + n2 * cos2);
    const Eigen::ArrayXd along = (n1 * cos2 - n2 * cos1) / (n1 * cos2 + n2 * cos1);
    return 0.5 * (across.square() + along.square());
}

/// Everything below a level, as light from above meets it: what comes back, and how much reaches the medium
/// below, per flux over the root of étendue of each direction.
struct Below {
    Eigen::MatrixXd reflection;
    Eigen::RowVectorXd transmitted;
};

/// A slab on top of what lies below (adding; van de Hulst, Multiple Light Scattering, 1980, chapter 4).
Below under_slab(const Below& below, const Slab& slab) {
    const Eigen::Index n = slab.reflection.rows();
    const Eigen::MatrixXd between = (Eigen::MatrixXd::Identity(n, n) - slab.reflection * below.reflection)
                                        .partialPivLu()
                                        .solve(slab.transmission);
    return {slab.reflection + slab.transmission * below.reflection * between, below.transmitted * between};
}

/// A step of the index on top of what lies below, from the medium above (n1) into that of `below` (n2).
/// Directions beyond the smaller index are totally reflected on the side where they travel.
Below under_boundary(const Below& below, const Directions& directions, double n1, double n2) {
    const Eigen::Index above_count = directions.count_in(n1);
    const Eigen::Index below_count = directions.count_in(n2);
    const Eigen::Index shared = std::min(above_count, below_count);
    const Eigen::VectorXd mirrored = fresnel(directions, n1, n2, shared);
    Eigen::VectorXd mirrored_inside = Eigen::VectorXd::Constant(below_count, total_reflection);
    mirrored_inside.head(shared) = mirrored;

    Eigen::MatrixXd entering = Eigen::MatrixXd::Zero(below_count, shared);
    entering.diagonal() = (1.0 - mirrored.array()).matrix();
    const Eigen::MatrixXd back = mirrored_inside.asDiagonal() * below.reflection;
    const Eigen::MatrixXd inside =
        (Eigen::MatrixXd::Identity(below_count, below_count) - back).partialPivLu().solve(entering);

    Below result{Eigen::MatrixXd::Identity(above_count, above_count), Eigen::RowVectorXd::Zero(above_count)};
    result.reflection.topLeftCorner(shared, shared) = entering.transpose() * below.reflection * inside;
    result.reflection.diagonal().head(shared) += mirrored;
    result.transmitted.head(shared) = below.transmitted * inside;
    return result;
}

Directions directions_in(const skin::OpticalStack& stack, int streams) {
    std::vector<double> indices{stack.index_above};
    for (const skin::OpticalLayer& layer : stack.layers)
        indices.push_back(layer.refractive_index);
    if (stack.index_below < *std::max_element(indices.begin(), indices.end()))
        indices.push_back(stack.index_below);
    return directions_for(indices, streams);
}

/// All layers from the last to the first, with the boundaries between and around them.
Below whole_stack(const skin::OpticalStack& stack, const Directions& directions) {
    std::map<double, SlabOptics> optics;
    double index = stack.index_below;
    const Eigen::Index count = directions.count_in(index);
    Below below{Eigen::MatrixXd::Zero(count, count),
                directions.etendue.head(count).array().sqrt().matrix().transpose()};
    for (auto layer = stack.layers.rbegin(); layer != stack.layers.rend(); ++layer) {
        if (layer->refractive_index != index)
            below = under_boundary(below, directions, layer->refractive_index, index);
        index = layer->refractive_index;
        const auto medium = optics.try_emplace(index, directions, index).first;
        below = under_slab(below, medium->second.slab(*layer));
    }
    return stack.index_above == index ? below : under_boundary(below, directions, stack.index_above, index);
}

} // namespace

PlaneReflectance plane_reflectance(const skin::OpticalStack& stack, int streams) {
    assert(!stack.layers.empty() && streams >= fewest_streams && streams <= most_streams);
    const Directions directions = directions_in(stack, streams);
    const Below seen = whole_stack(stack, directions);
    const Eigen::Index count = directions.count_in(stack.index_above);
    const Eigen::VectorXd sky = directions.etendue.head(count).array().sqrt();
    const double full = sky.squaredNorm();

    Eigen::VectorXd specular = Eigen::VectorXd::Ones(count);
    const double first_index = stack.layers.front().refractive_index;
    const Eigen::Index shared = std::min(count, directions.count_in(first_index));
    specular.head(shared) = fresnel(directions, stack.index_above, first_index, shared);

    PlaneReflectance result{};
    result.specular_normal = specular[0];
    result.reflectance_normal = sky.dot(seen.reflection.col(0)) / sky[0] - specular[0];
    result.transmittance_normal = seen.transmitted[0] / sky[0];
    result.specular_diffuse = sky.cwiseAbs2().dot(specular) / full;
    result.reflectance_diffuse = sky.dot(seen.reflection * sky) / full - result.specular_diffuse;
    result.transmittance_diffuse = seen.transmitted.dot(sky) / full;
    return result;
}

color::Spectrum bare_reflectance(const skin::Skin& skin, Incidence incidence, Specular specular,
                                 int streams) {
    return color::sample([&](double wavelength_nm) {
        const PlaneReflectance r = plane_reflectance(skin.stack_at(wavelength_nm), streams);
        if (incidence == Incidence::Normal)
            return specular == Specular::Included ? r.total_normal() : r.reflectance_normal;
        return specular == Specular::Included ? r.total_diffuse() : r.reflectance_diffuse;
    });
}

} // namespace healed::transport
