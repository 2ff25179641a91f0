#include "transport/inked_paths.h"

#include "base/parallel.h"

namespace healed::transport {

namespace {

constexpr std::size_t photons_a_piece_of_work = 256;
/// Metres of flight within the ink, through clear layers only; what lies beyond weighs nothing any more.
constexpr float most_parts = 65'536.0f;

bool reaches(const physics::PathPiece& p, DepthRange range) {
    return std::min(p.z0, p.z1) < range.bottom && std::max(p.z0, p.z1) > range.top;
}

void walk_photon(const PathGroup& group, Incidence incidence, physics::RandomState random, DepthRange kept,
                 WalkedPaths& walked) {
    const auto last = static_cast<std::uint32_t>(group.layers.size() - 1);
    const std::size_t first_piece = walked.pieces.size();
    glm::vec4 more_absorbed(0.0f);
    physics::Photon p = physics::launched(random, incidence == Incidence::Diffuse, group.layers.front());
    for (std::uint32_t events = 0; p.fate == physics::photon_walking; ++events) {
        const physics::Photon before = p;
        p = physics::after_long_walk(physics::flown(p, group.layers[p.layer], last), events, events + 1);
        const physics::PathPiece piece{before.x, before.y, before.z, p.x, p.y, p.z};
        more_absorbed += physics::piece_length(piece) * group.more_absorption[before.layer];
        if (reaches(piece, kept))
            walked.pieces.push_back(piece);
    }
    if (p.fate != physics::photon_left_above) {
        walked.pieces.resize(first_piece);
        return;
    }
    walked.paths.push_back({.first = static_cast<std::uint32_t>(first_piece),
                            .count = static_cast<std::uint32_t>(walked.pieces.size() - first_piece),
                            .weights = p.weight * glm::exp(-more_absorbed),
                            .taken_by_sheets = glm::vec4(0.0f)});
}

/// The part of a piece that absorbers can reach from some point of the patch, cut short.
class Cutter {
  public:
    Cutter(const Patch& patch, const AbsorberGrid& grid)
        : bounds_(grid.bounds()), longest_mm_(grid.longest_piece_mm()) {
        if (patch.periodic) {
            bounds_.low_x = bounds_.low_y = -1e10f;
            bounds_.high_x = bounds_.high_y = 1e10f;
        } else {
            bounds_.low_x -= static_cast<float>(patch.width_mm);
            bounds_.low_y -= static_cast<float>(patch.height_mm);
        }
    }
    void cut(const physics::PathPiece& p, std::vector<physics::PathPiece>& parts) const {
        const float dx = p.x1 - p.x0, dy = p.y1 - p.y0, dz = p.z1 - p.z0;
        physics::PieceShare share = physics::share_within(p.z0, dz, bounds_.top, bounds_.bottom);
        narrow(share, physics::share_within(p.x0, dx, bounds_.low_x, bounds_.high_x));
        narrow(share, physics::share_within(p.y0, dy, bounds_.low_y, bounds_.high_y));
        if (share.from >= share.to)
            return;
        const float way = physics::piece_length(p) * (share.to - share.from);
        const float count = std::clamp(std::ceil(way / longest_mm_), 1.0f, most_parts);
        const float step = std::min((share.to - share.from) / count,
                                    longest_mm_ / std::max(1e-9f, physics::piece_length(p)));
        for (float i = 0.0f; i < count; ++i) {
            const float t0 = share.from + i * step, t1 = share.from + (i + 1.0f) * step;
            parts.push_back({p.x0 + t0 * dx, p.y0 + t0 * dy, p.z0 + t0 * dz, p.x0 + t1 * dx, p.y0 + t1 * dy,
                             p.z0 + t1 * dz});
        }
    }

  private:
    static void narrow(physics::PieceShare& share, physics::PieceShare by) {
        share.from = std::max(share.from, by.from);
        share.to = std::min(share.to, by.to);
    }
    AbsorberGrid::Bounds bounds_;
    float longest_mm_;
};

/// What the sheets take from one path, a wavelength of the group.
glm::vec4 taken_by_sheets(const WalkedPaths& walked, const ReplayedPath& path, const Patch& patch,
                          const PathGroup& group) {
    glm::dvec4 depth(0.0);
    for (const PatchSheet& sheet : patch.sheets) {
        double crossed = 0.0;
        for (std::uint32_t i = 0; i < path.count; ++i)
            crossed +=
                physics::sheet_path(static_cast<float>(sheet.top_mm), static_cast<float>(sheet.thickness_mm),
                                    walked.pieces[path.first + i]);
        for (std::size_t i = 0; i < group.wavelengths.size(); ++i)
            depth[static_cast<int>(i)] += crossed * sheet.absorption_per_mm[group.wavelengths[i]];
    }
    return {-std::expm1(-depth.x), -std::expm1(-depth.y), -std::expm1(-depth.z), -std::expm1(-depth.w)};
}

} // namespace

WalkedPaths walk_on_cpu(const PathGroup& group, Incidence incidence, std::uint32_t first, std::uint32_t count,
                        std::uint32_t seed, DepthRange kept) {
    std::vector<WalkedPaths> parts((count + photons_a_piece_of_work - 1) / photons_a_piece_of_work);
    parallel_for(count, photons_a_piece_of_work, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            walk_photon(group, incidence, physics::random_stream(seed, first + static_cast<std::uint32_t>(i)),
                        kept, parts[begin / photons_a_piece_of_work]);
    });
    WalkedPaths walked;
    for (const WalkedPaths& part : parts) {
        const auto moved = static_cast<std::uint32_t>(walked.pieces.size());
        walked.pieces.insert(walked.pieces.end(), part.pieces.begin(), part.pieces.end());
        for (ReplayedPath path : part.paths) {
            path.first += moved;
            walked.paths.push_back(path);
        }
    }
    return walked;
}

DepthRange ink_depths(const Patch& patch, const AbsorberGrid& grid) {
    DepthRange range{grid.bounds().top, grid.bounds().bottom};
    for (const PatchSheet& sheet : patch.sheets) {
        range.top = std::min(range.top, static_cast<float>(sheet.top_mm));
        range.bottom = std::max(range.bottom, static_cast<float>(sheet.top_mm + sheet.thickness_mm));
    }
    return range;
}

std::vector<InkedPaths> inked_paths(const WalkedPaths& walked, const Patch& patch, const PathGroup& group,
                                    const AbsorberGrid& grid, std::size_t most_pieces) {
    const Cutter cutter(patch, grid);
    std::vector<InkedPaths> portions(1);
    for (ReplayedPath path : walked.paths) {
        if (portions.back().pieces.size() >= most_pieces)
            portions.emplace_back();
        InkedPaths& portion = portions.back();
        path.taken_by_sheets = taken_by_sheets(walked, path, patch, group);
        const std::size_t first = portion.pieces.size();
        if (!grid.images().empty())
            for (std::uint32_t i = 0; i < path.count; ++i)
                cutter.cut(walked.pieces[path.first + i], portion.pieces);
        path.first = static_cast<std::uint32_t>(first);
        path.count = static_cast<std::uint32_t>(portion.pieces.size() - first);
        (path.count > 0 ? portion.crossing : portion.clear).push_back(path);
    }
    // Neighbouring invocations then finish together.
    for (InkedPaths& portion : portions)
        std::stable_sort(portion.crossing.begin(), portion.crossing.end(),
                         [](const ReplayedPath& a, const ReplayedPath& b) { return a.count > b.count; });
    return portions;
}

} // namespace healed::transport
