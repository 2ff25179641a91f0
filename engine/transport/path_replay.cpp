#include "transport/path_replay.h"

#include "base/parallel.h"
#include "physics.h"
#include "transport/absorber_grid.h"
#include "transport/layers.h"

#include <cmath>
#include <mutex>

namespace healed::transport {

namespace {

/// Photons a batch: the unit of parallel work and of the order of summation.
constexpr std::size_t batch_size = 256;

/// What the mean and its error need: Σ w, Σ w², and per grid point Σ w e, Σ w² e², Σ w² e.
struct Sums {
    explicit Sums(std::size_t points) : inked(points), inked_squared(points), cross(points) {}

    void add(const Sums& other) {
        weight += other.weight;
        weight_squared += other.weight_squared;
        for (std::size_t i = 0; i < inked.size(); ++i) {
            inked[i] += other.inked[i];
            inked_squared[i] += other.inked_squared[i];
            cross[i] += other.cross[i];
        }
    }
    double ratio(std::size_t i) const { return inked[i] / weight; }
    /// Error of a ratio of sums (delta method): sqrt(Σ w²(e − r)²) / Σ w.
    double standard_error(std::size_t i) const {
        const double r = ratio(i);
        return std::sqrt(std::max(0.0, inked_squared[i] - 2.0 * r * cross[i] + r * r * weight_squared)) /
               weight;
    }

    double weight = 0.0, weight_squared = 0.0;
    std::vector<double> inked, inked_squared, cross;
};

/// The pieces of one returning path, relative to where it leaves the skin, none longer than the grid allows.
std::vector<physics::PathPiece> trace(const std::vector<physics::Layer>& layers, Incidence incidence,
                                      physics::RandomState random, float& weight) {
    std::vector<physics::PathPiece> pieces;
    const auto last = static_cast<std::uint32_t>(layers.size() - 1);
    physics::Photon p = physics::launched(random, incidence == Incidence::Diffuse, layers.front());
    while (p.fate == physics::photon_walking) {
        const physics::Photon before = p;
        p = physics::flown(p, layers[p.layer], last);
        const float length = std::hypot(p.x - before.x, p.y - before.y, p.z - before.z);
        const int parts = std::max(1, static_cast<int>(std::ceil(length / AbsorberGrid::longest_piece_mm)));
        if (parts > 4096)
            continue; // a flight out of the world through a clear layer crosses no ink that could bring it
                      // back
        for (int i = 0; i < parts; ++i) {
            const float t0 = static_cast<float>(i) / static_cast<float>(parts);
            const float t1 = static_cast<float>(i + 1) / static_cast<float>(parts);
            pieces.push_back({before.x + t0 * (p.x - before.x), before.y + t0 * (p.y - before.y),
                              before.z + t0 * (p.z - before.z), before.x + t1 * (p.x - before.x),
                              before.y + t1 * (p.y - before.y), before.z + t1 * (p.z - before.z)});
        }
    }
    weight = p.fate == physics::photon_left_above ? p.weight : 0.0f;
    return pieces;
}

class Replay {
  public:
    Replay(const Patch& patch, std::size_t wavelength)
        : patch_(patch), wavelength_(wavelength), grid_(patch),
          layers_(walk_layers(patch.stacks[wavelength])) {}

    Sums batch(std::size_t begin, std::size_t end, std::uint32_t seed) const {
        const std::size_t points = static_cast<std::size_t>(patch_.columns * patch_.rows);
        Sums sums(points);
        std::vector<std::uint32_t> seen(grid_.image_count());
        std::uint32_t stamp = 0;
        for (std::size_t i = begin; i < end; ++i) {
            float w = 0.0f;
            const auto pieces = trace(layers_, patch_.incidence,
                                      physics::random_stream(seed, static_cast<std::uint32_t>(i)), w);
            if (w <= 0.0f)
                continue;
            const double sheets = sheet_depth(pieces);
            sums.weight += w;
            sums.weight_squared += static_cast<double>(w) * w;
            for (std::size_t point = 0; point < points; ++point) {
                const double e = std::exp(-(sheets + dot_depth(pieces, point, seen, stamp)));
                sums.inked[point] += w * e;
                sums.inked_squared[point] += w * e * w * e;
                sums.cross[point] += w * e * w;
            }
        }
        return sums;
    }

  private:
    double sheet_depth(const std::vector<physics::PathPiece>& pieces) const {
        double depth = 0.0;
        for (const PatchSheet& sheet : patch_.sheets)
            for (const physics::PathPiece& piece : pieces)
                depth += sheet.absorption_per_mm[wavelength_] *
                         physics::sheet_path(static_cast<float>(sheet.top_mm),
                                             static_cast<float>(sheet.thickness_mm), piece);
        return depth;
    }

    double dot_depth(const std::vector<physics::PathPiece>& pieces, std::size_t point,
                     std::vector<std::uint32_t>& seen, std::uint32_t& stamp) const {
        const int column = static_cast<int>(point) % patch_.columns,
                  row = static_cast<int>(point) / patch_.columns;
        const float x = static_cast<float>((column + 0.5) * patch_.width_mm / patch_.columns);
        const float y = static_cast<float>((row + 0.5) * patch_.height_mm / patch_.rows);
        double depth = 0.0;
        for (physics::PathPiece piece : pieces) {
            piece.x0 += x, piece.x1 += x, piece.y0 += y, piece.y1 += y;
            grid_.cross(piece, seen, ++stamp, [&](std::size_t absorber, float length) {
                const auto& spectrum =
                    absorber < patch_.dots.size()
                        ? patch_.dots[absorber].peak_absorption_per_mm
                        : patch_.cylinders[absorber - patch_.dots.size()].absorption_per_mm;
                depth += spectrum[wavelength_] * length;
            });
        }
        return depth;
    }

    const Patch& patch_;
    std::size_t wavelength_;
    AbsorberGrid grid_;
    std::vector<physics::Layer> layers_;
};

} // namespace

PatchReflectance replay_patch(const Patch& patch, std::uint64_t paths, std::uint32_t seed,
                              const Progress& progress) {
    PatchReflectance result;
    const std::size_t points = static_cast<std::size_t>(patch.columns * patch.rows);
    for (std::size_t wavelength = 0; wavelength < patch.stacks.size(); ++wavelength) {
        const Replay replay(patch, wavelength);
        std::vector<Sums> batches((paths + batch_size - 1) / batch_size, Sums(0));
        parallel_for(paths, batch_size, [&](std::size_t begin, std::size_t end) {
            batches[begin / batch_size] = replay.batch(begin, end, seed);
        });
        Sums total(points);
        for (const Sums& batch : batches)
            total.add(batch);
        result.bare.push_back(total.weight / static_cast<double>(paths));
        std::vector<double> ratio(points), error(points);
        for (std::size_t i = 0; i < points; ++i) {
            ratio[i] = total.ratio(i);
            error[i] = total.standard_error(i);
        }
        result.ratio.push_back(std::move(ratio));
        result.standard_error.push_back(std::move(error));
        if (progress)
            progress(static_cast<double>(wavelength + 1) / static_cast<double>(patch.stacks.size()));
    }
    return result;
}

} // namespace healed::transport
