#include "transport/band_weights.h"

#include "base/parallel.h"
#include "transport/adding_doubling.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <vector>

namespace healed::transport {
namespace {

/// Beyond these, no lamp's light tells in a colour: there the weights stay those of the end.
constexpr double fitted_from_nm = 400.0, fitted_to_nm = 720.0;
/// Pull towards straight lines, relative to the mean square of the darkening in a band (found best over the
/// inks of the library, which the family does not hold).
constexpr double pull = 0.005;

/// A sheet that the family's absorbers take the place of, with its vertical optical depth.
struct Sheet {
    double top_mm, thickness_mm, depth;
};
constexpr std::array<Sheet, 3> sheets{{{0.0, 0.02, 0.8}, {0.05, 0.14, 1.2}, {0.25, 0.2, 1.2}}};

double bump(double nm, double centre_nm, double width_nm) {
    const double x = (nm - centre_nm) / width_nm;
    return std::exp(-0.5 * x * x);
}

double edge(double nm, double centre_nm, double width_nm) {
    return 1.0 / (1.0 + std::exp((nm - centre_nm) / width_nm));
}

/// Greys, powers as of carbon and melanin, single bands, and edges to either side: what spectra of pigments
/// are made of. Each has a mean of 1 over 450 … 650 nm.
std::vector<color::Spectrum> made_up_absorbers() {
    std::vector<color::Spectrum> all;
    const auto add = [&](auto&& absorption) {
        color::Spectrum spectrum = color::sample(absorption);
        double sum = 0.0;
        for (double nm = 450.0; nm <= 650.0; nm += 5.0)
            sum += color::value_at(spectrum, nm) / 41.0;
        for (double& value : spectrum)
            value /= sum;
        all.push_back(spectrum);
    };
    for (const double exponent : {0.0, -1.5, -3.0})
        add([=](double nm) { return std::pow(nm / 550.0, exponent); });
    for (const double centre : {420.0, 470.0, 520.0, 570.0, 620.0, 670.0})
        add([=](double nm) { return 0.08 + bump(nm, centre, 40.0); });
    for (const double centre : {500.0, 560.0, 620.0})
        for (const double width : {30.0, -30.0})
            add([=](double nm) { return 0.05 + edge(nm, centre, width); });
    return all;
}

/// The stack with a sheet of this absorption, 1/mm, laid over what it holds.
skin::OpticalStack with_sheet(const skin::OpticalStack& bare, const Sheet& sheet, double absorption_per_mm) {
    skin::OpticalStack inked{bare.index_above, bare.index_below, {}};
    const double edges[] = {sheet.top_mm, sheet.top_mm + sheet.thickness_mm};
    double top = 0.0;
    for (const skin::OpticalLayer& layer : bare.layers) {
        const double bottom = top + layer.thickness_mm;
        while (top < bottom) {
            const double* next = std::upper_bound(std::begin(edges), std::end(edges), top);
            skin::OpticalLayer part = layer;
            const double part_bottom = next == std::end(edges) ? bottom : std::min(bottom, *next);
            part.thickness_mm = part_bottom - top;
            if (next == &edges[1])
                part.absorption_per_mm += absorption_per_mm;
            inked.layers.push_back(part);
            top = part_bottom;
        }
    }
    return inked;
}

/// Darkening 1 − R/R0 at one wavelength under each absorber in each sheet.
Eigen::VectorXd darkenings(const skin::Skin& skin, const std::vector<color::Spectrum>& absorbers, double nm) {
    const auto reflectance = [](const skin::OpticalStack& stack) {
        return plane_reflectance(stack, fewest_streams).reflectance_normal;
    };
    const skin::OpticalStack stack = skin.stack_at(nm);
    const double bare = reflectance(stack);
    Eigen::VectorXd result(static_cast<Eigen::Index>(absorbers.size() * sheets.size()));
    Eigen::Index i = 0;
    for (const Sheet& sheet : sheets)
        for (const color::Spectrum& absorber : absorbers) {
            const double absorption = color::value_at(absorber, nm) * sheet.depth / sheet.thickness_mm;
            result[i++] = 1.0 - reflectance(with_sheet(stack, sheet, absorption)) / bare;
        }
    return result;
}

} // namespace

BandWeights linear_band_weights() {
    BandWeights weights{};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double nm = std::clamp(color::wavelength_nm(i), band_nm.front(), band_nm.back());
        const auto above = std::lower_bound(band_nm.begin() + 1, band_nm.end() - 1, nm);
        const auto band = static_cast<std::size_t>(above - band_nm.begin());
        weights[i][band] = (nm - band_nm[band - 1]) / (band_nm[band] - band_nm[band - 1]);
        weights[i][band - 1] = 1.0 - weights[i][band];
    }
    return weights;
}

// For each wavelength: the weights w = l + d that minimise |y − X w|² + p |d|² with Σ d = 0, where the
// columns of X are the family's darkenings in the bands, y those at the wavelength and l the straight lines.
// With the last d eliminated by Σ d = 0 this is an ordinary ridge, X₀ = X − (last column), and |d|² = dᵀ(1 +
// 𝟏𝟏ᵀ)d.
BandWeights fitted_band_weights(const skin::Skin& skin) {
    const std::vector<color::Spectrum> absorbers = made_up_absorbers();
    std::vector<Eigen::VectorXd> at(color::wavelength_count);
    parallel_for(at.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            if (const double nm = color::wavelength_nm(i); nm >= fitted_from_nm && nm <= fitted_to_nm)
                at[i] = darkenings(skin, absorbers, nm);
    });
    const auto column = [&](std::size_t band) -> const Eigen::VectorXd& {
        return at[static_cast<std::size_t>(
            std::lround((band_nm[band] - color::first_wavelength_nm) / color::wavelength_step_nm))];
    };
    constexpr auto free = static_cast<Eigen::Index>(band_count - 1);
    const Eigen::VectorXd& last = column(band_count - 1);
    Eigen::MatrixXd columns(last.size(), free);
    double square = last.squaredNorm();
    for (Eigen::Index band = 0; band < free; ++band) {
        columns.col(band) = column(static_cast<std::size_t>(band)) - last;
        square += column(static_cast<std::size_t>(band)).squaredNorm();
    }
    Eigen::MatrixXd normal = columns.transpose() * columns;
    normal += pull * square / static_cast<double>(band_count) *
              (Eigen::MatrixXd::Identity(free, free) + Eigen::MatrixXd::Ones(free, free));
    const Eigen::LLT<Eigen::MatrixXd> solver(normal);

    BandWeights weights = linear_band_weights();
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (at[i].size() == 0)
            continue;
        Eigen::VectorXd missing = at[i];
        for (std::size_t band = 0; band < band_count; ++band)
            missing -= weights[i][band] * column(band);
        const Eigen::VectorXd change = solver.solve(columns.transpose() * missing);
        for (Eigen::Index band = 0; band < free; ++band)
            weights[i][static_cast<std::size_t>(band)] += change[band];
        weights[i].back() -= change.sum();
    }
    return weights;
}

double mean_over_band(std::size_t band, const color::Spectrum& values) {
    static const BandWeights weights = linear_band_weights();
    double sum = 0.0, weight = 0.0;
    for (std::size_t i = 0; i < color::wavelength_count; ++i) {
        sum += weights[i][band] * values[i];
        weight += weights[i][band];
    }
    return sum / weight;
}

} // namespace healed::transport
