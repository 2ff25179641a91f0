#include "transport/skin_fit.h"

#include "color/sampled_colour.h"
#include "transport/fit_constants.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace healed::transport {
namespace {

constexpr auto count = static_cast<Eigen::Index>(unknown_count);
using Vector = Eigen::Matrix<double, count, 1>;
using Matrix = Eigen::Matrix<double, count, count>;
using Jacobian = Eigen::Matrix<double, Eigen::Dynamic, count>;

// More points than these are averaged with their neighbours: skin has no finer bands, and to find the right
// valley coarser ones do.
constexpr std::size_t most_points = 41, most_points_searched = 16;
constexpr int search_streams = fewest_streams;
constexpr int most_steps = 40;
Unknowns plain(const Vector& v) {
    Unknowns x{};
    std::copy(v.begin(), v.end(), x.begin());
    return x;
}
Vector vector(const Unknowns& x) {
    return Eigen::Map<const Vector>(x.data());
}

/// The measured points that are used, averaged where they are denser than the search wants.
struct Points {
    std::vector<double> wavelength_nm, reflectance;
};

Points averaged_points(const MeasuredSkin& measured, std::size_t most) {
    Points used;
    for (std::size_t i = 0; i < measured.wavelength_nm.size(); ++i)
        if (const double nm = measured.wavelength_nm[i]; nm >= used_from_nm && nm <= used_to_nm) {
            used.wavelength_nm.push_back(nm);
            used.reflectance.push_back(measured.reflectance[i]);
        }
    const std::size_t piece = (used.wavelength_nm.size() + most - 1) / most;
    Points means;
    for (std::size_t i = 0; i < used.wavelength_nm.size(); i += piece) {
        const std::size_t end = std::min(i + piece, used.wavelength_nm.size());
        const auto mean = [&](const std::vector<double>& values) {
            double sum = 0.0;
            for (std::size_t k = i; k < end; ++k)
                sum += values[k];
            return sum / static_cast<double>(end - i);
        };
        means.wavelength_nm.push_back(mean(used.wavelength_nm));
        means.reflectance.push_back(mean(used.reflectance));
    }
    return means;
}

/// The sum of squares that is made small: spectrum, colour, and what is likely.
class Misfit {
  public:
    Misfit(const MeasuredSkin& measured, std::size_t most_points_used, const skin::Haemoglobin& haemoglobin,
           const color::Viewing& viewing, const skin::SkinSettings& others)
        : light_(measured.light), specular_(measured.specular), haemoglobin_(haemoglobin), others_(others),
          points_(averaged_points(measured, most_points_used)), colour_(viewing, points_.wavelength_nm),
          target_(colour_.lab(points_.reflectance)), likely_(vector(likely_coordinates())),
          spread_(vector(likely_spread())) {}

    Eigen::Index spectral() const { return static_cast<Eigen::Index>(points_.wavelength_nm.size()); }

    /// Spectral residuals, three of colour, five of likelihood.
    Eigen::VectorXd at(const Vector& x, int streams) const {
        const skin::Skin skin(settings_at(plain(x), others_), haemoglobin_);
        std::vector<double> model;
        for (const double nm : points_.wavelength_nm)
            model.push_back(as_measured(plane_reflectance(skin.stack_at(nm), streams), light_, specular_));
        const Eigen::Index n = spectral();
        Eigen::VectorXd residuals(n + 3 + count);
        for (Eigen::Index i = 0; i < n; ++i) {
            const auto k = static_cast<std::size_t>(i);
            residuals[i] = (model[k] - points_.reflectance[k]) / sigma(k);
        }
        residuals.segment<3>(n) = colour_residuals(colour_.lab(model)) / constant::colour_sigma;
        residuals.tail<count>() = (x - likely_).cwiseQuotient(spread_);
        return residuals;
    }

    Jacobian slopes(const Vector& x, const Eigen::VectorXd& here, int streams) const {
        constexpr double step = 1e-3;
        Jacobian jacobian(here.size(), count);
        for (Eigen::Index k = 0; k < count; ++k) {
            Vector moved = x;
            moved[k] += step;
            jacobian.col(k) = (at(moved, streams) - here) / step;
        }
        return jacobian;
    }

  private:
    double sigma(std::size_t k) const {
        const double nm = points_.wavelength_nm[k];
        const double seen = constant::noise_floor + constant::noise_share * points_.reflectance[k];
        return nm < 400.0 || nm > 700.0 ? constant::unseen_factor * seen : seen;
    }

    /// Lightness, chroma and hue as CIEDE2000 weighs them near the target.
    Eigen::Vector3d colour_residuals(const color::Lab& lab) const {
        const double chroma = std::hypot(target_.a, target_.b);
        const double along_a = chroma > 0.0 ? target_.a / chroma : 1.0,
                     along_b = chroma > 0.0 ? target_.b / chroma : 0.0;
        const double da = lab.a - target_.a, db = lab.b - target_.b, mid = target_.l - 50.0;
        const double weight_l = 1.0 + 0.015 * mid * mid / std::sqrt(20.0 + mid * mid);
        return {(lab.l - target_.l) / weight_l, (along_a * da + along_b * db) / (1.0 + 0.045 * chroma),
                (along_a * db - along_b * da) / (1.0 + 0.015 * chroma)};
    }

    Incidence light_;
    Specular specular_;
    const skin::Haemoglobin& haemoglobin_;
    skin::SkinSettings others_;
    Points points_;
    color::SampledColour colour_;
    color::Lab target_;
    Vector likely_, spread_;
};

struct Found {
    Vector x;
    Eigen::VectorXd residuals;
    double cost() const { return residuals.squaredNorm(); }
};

/// Levenberg–Marquardt from one start.
Found descended(const Misfit& misfit, Vector x, int streams, int steps) {
    Found best{x, misfit.at(x, streams)};
    double damping = 1e-2;
    for (int step = 0; step < steps && damping < 1e8;) {
        const Jacobian slopes = misfit.slopes(best.x, best.residuals, streams);
        const Matrix normal = slopes.transpose() * slopes;
        const Vector gradient = slopes.transpose() * best.residuals;
        for (; damping < 1e8; damping *= 4.0) {
            ++step;
            Matrix damped = normal;
            damped.diagonal() *= 1.0 + damping;
            const Vector move = damped.ldlt().solve(-gradient).cwiseMax(-1.5).cwiseMin(1.5);
            Found next{best.x + move, misfit.at(best.x + move, streams)};
            const double gain = best.cost() - next.cost();
            if (!(gain > 0.0))
                continue;
            best = std::move(next);
            damping *= 0.2;
            if (gain < 1e-5 * (1.0 + best.cost()) || move.norm() < 1e-5)
                return best;
            break;
        }
    }
    return best;
}

/// Starts from fair to dark, each with other blood.
std::vector<Vector> starts() {
    std::vector<Vector> all;
    for (const auto& [melanin, blood] :
         {std::pair{0.015, 0.004}, std::pair{0.06, 0.008}, std::pair{0.2, 0.006}}) {
        skin::SkinSettings settings{.melanin_fraction = melanin, .blood_fraction = blood};
        all.push_back(vector(coordinates_of(settings)));
    }
    return all;
}

Vector best_of_all_starts(const Misfit& coarse, const Progress& progress) {
    std::optional<Found> best;
    const std::vector<Vector> from = starts();
    for (std::size_t i = 0; i < from.size(); ++i) {
        Found found = descended(coarse, from[i], search_streams, most_steps);
        if (!best || found.cost() < best->cost())
            best = std::move(found);
        if (progress)
            progress(0.7 * static_cast<double>(i + 1) / static_cast<double>(from.size()));
    }
    return best->x;
}

/// The colour's residuals say again what the spectrum said, so they count for the search and not for what is
/// known.
void add_uncertainty(FittedSkin& fitted, const Misfit& misfit, const Found& found) {
    const Eigen::Index n = misfit.spectral();
    const Jacobian slopes = misfit.slopes(found.x, found.residuals, draft_streams);
    const auto of_spectrum = slopes.topRows(n);
    const double scatter =
        found.residuals.head(n).squaredNorm() / static_cast<double>(std::max<Eigen::Index>(1, n - count));
    Matrix information = of_spectrum.transpose() * of_spectrum / std::max(1.0, scatter);
    const Vector spread = vector(likely_spread());
    information.diagonal() += spread.cwiseAbs2().cwiseInverse();
    const Matrix covariance = information.ldlt().solve(Matrix::Identity());
    const Vector deviation = covariance.diagonal().cwiseSqrt();
    const Vector slope = vector(slopes_at(plain(found.x)));
    fitted.uncertainty = plain(deviation.cwiseProduct(slope));
    for (Eigen::Index i = 0; i < count; ++i) {
        const auto k = static_cast<std::size_t>(i);
        fitted.determined[k] = deviation[i] < constant::determined_share * spread[i];
        for (Eigen::Index j = 0; j < count; ++j)
            fitted.correlation[k][static_cast<std::size_t>(j)] =
                covariance(i, j) / (deviation[i] * deviation[j]);
    }
}

void add_spectrum(FittedSkin& fitted, const MeasuredSkin& measured, const skin::Skin& skin,
                  const color::Viewing& viewing) {
    std::vector<double> at, ours, theirs;
    double squares = 0.0;
    for (std::size_t i = 0; i < measured.wavelength_nm.size(); ++i) {
        const double nm = measured.wavelength_nm[i];
        fitted.reflectance.emplace_back();
        if (nm < used_from_nm || nm > used_to_nm)
            continue;
        at.push_back(nm);
        theirs.push_back(measured.reflectance[i]);
        ours.push_back(as_measured(plane_reflectance(skin.stack_at(nm), draft_streams), measured.light,
                                   measured.specular));
        fitted.reflectance.back() = ours.back();
        squares += (ours.back() - theirs.back()) * (ours.back() - theirs.back());
    }
    const color::SampledColour colour(viewing, at);
    fitted.rms = std::sqrt(squares / static_cast<double>(at.size()));
    fitted.measured_lab = colour.lab(theirs);
    fitted.fitted_lab = colour.lab(ours);
    fitted.delta_e_2000 = color::delta_e_2000(fitted.measured_lab, fitted.fitted_lab);
}

} // namespace

FittedSkin fit_skin(const MeasuredSkin& measured, const skin::Haemoglobin& haemoglobin,
                    const color::Viewing& viewing, const skin::SkinSettings& others,
                    const Progress& progress) {
    const Misfit coarse(measured, most_points_searched, haemoglobin, viewing, others);
    const Misfit misfit(measured, most_points, haemoglobin, viewing, others);
    const Vector near = descended(misfit, best_of_all_starts(coarse, progress), search_streams, most_steps).x;
    const Found found = descended(misfit, near, draft_streams, 4);
    FittedSkin fitted{};
    fitted.settings = settings_at(plain(found.x), others);
    add_uncertainty(fitted, misfit, found);
    add_spectrum(fitted, measured, skin::Skin(fitted.settings, haemoglobin), viewing);
    return fitted;
}

} // namespace healed::transport
