#include "head/surface_nets.h"

#include "base/parallel.h"

#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace healed::head {
namespace {

using Index = std::size_t;

/// Corner c of a cell lies at (c & 1, c >> 1 & 1, c >> 2 & 1).
struct Edge {
    int from, to;
};
constexpr std::array<Edge, 12> edges{
    {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3}, {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}}};
constexpr std::array<std::array<int, 4>, 6> faces{
    {{0, 2, 6, 4}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 3, 7, 6}, {0, 1, 3, 2}, {4, 5, 7, 6}}};

int edge_between(int a, int b) {
    for (int e = 0; e < 12; ++e)
        if ((edges[Index(e)].from == a && edges[Index(e)].to == b) ||
            (edges[Index(e)].from == b && edges[Index(e)].to == a))
            return e;
    return -1;
}

/// The sheets of a cell: each a set of crossed edges, as bits.
struct Sheets {
    int count = 0;
    std::array<std::uint16_t, 4> edges{};
};

void join(std::array<int, 12>& sheet, int a, int b) {
    const int from = sheet[Index(a)], to = sheet[Index(b)];
    for (int& s : sheet)
        if (s == from)
            s = to;
}

/// The sheets for a set of inside corners (bits) of which no face has two opposite ones alone.
Sheets sheets_of(int inside) {
    const auto in = [inside](int corner) { return (inside >> corner & 1) != 0; };
    std::array<int, 12> sheet;
    for (int e = 0; e < 12; ++e)
        sheet[Index(e)] = e;
    for (const auto& face : faces)
        for (Index i = 0; i < 4; ++i) {
            const int before = face[(i + 3) % 4], here = face[i], after = face[(i + 1) % 4],
                      across = face[(i + 2) % 4];
            if (!in(here))
                continue;
            if (!in(before) && !in(after))
                join(sheet, edge_between(before, here), edge_between(here, after));
            else if (in(after) && !in(before) && !in(across))
                join(sheet, edge_between(before, here), edge_between(after, across));
            else if (in(after) && in(before) && !in(across))
                join(sheet, edge_between(after, across), edge_between(across, before));
        }
    Sheets sheets;
    for (int e = 0; e < 12; ++e) {
        std::uint16_t members = 0;
        for (int f = 0; f < 12; ++f)
            if (sheet[Index(f)] == e && in(edges[Index(f)].from) != in(edges[Index(f)].to))
                members = std::uint16_t(members | 1u << f);
        if (members != 0)
            sheets.edges[Index(sheets.count++)] = members;
    }
    return sheets;
}

const std::array<Sheets, 256>& all_sheets() {
    static const std::array<Sheets, 256> table = [] {
        std::array<Sheets, 256> made;
        for (int inside = 0; inside < 256; ++inside)
            made[Index(inside)] = sheets_of(inside);
        return made;
    }();
    return table;
}

class Nets {
  public:
    Nets(const Lattice& lattice, const std::function<double(glm::dvec3)>& distance)
        : lattice_(lattice), nx_(lattice.x.size()), ny_(lattice.y.size()), nz_(lattice.z.size()),
          values_(nx_ * ny_ * nz_), first_(nx_ * ny_ * nz_, 0) {
        sample(distance);
        untangle();
        place_vertices();
        for (Index axis = 0; axis < 3; ++axis)
            span_quads(axis);
        drop_unused();
    }
    HalfSurface surface;

  private:
    static constexpr Index block = 8;
    const Lattice& lattice_;
    Index nx_, ny_, nz_;
    std::vector<float> values_;
    std::vector<std::uint32_t> first_; ///< first vertex of a cell

    Index at(Index i, Index j, Index k) const { return (k * ny_ + j) * nx_ + i; }
    glm::dvec3 place(Index i, Index j, Index k) const {
        return {lattice_.x[i], lattice_.y[j], lattice_.z[k]};
    }

    void sample(const std::function<double(glm::dvec3)>& distance);
    void sample_block(Index i0, Index j0, Index k0, const std::function<double(glm::dvec3)>& distance);
    void untangle();
    bool untangle_face(const std::array<Index, 4>& corners);
    int inside(Index i, Index j, Index k) const;
    void place_vertices();
    glm::dvec3 crossing(Index i, Index j, Index k, const Edge& edge) const;
    void span_quads(Index axis);
    std::uint32_t vertex(Index i, Index j, Index k, int edge) const;
    void drop_unused();
    void quad(std::array<std::uint32_t, 4> v, bool flipped);
};

void Nets::sample(const std::function<double(glm::dvec3)>& distance) {
    const Index bx = (nx_ + block - 1) / block, by = (ny_ + block - 1) / block,
                bz = (nz_ + block - 1) / block;
    parallel_for(bx * by * bz, 16, [&](Index begin, Index end) {
        for (Index b = begin; b < end; ++b)
            sample_block(b % bx * block, b / bx % by * block, b / (bx * by) * block, distance);
    });
}

/// A block that the surface cannot reach gets one sign everywhere.
void Nets::sample_block(Index i0, Index j0, Index k0, const std::function<double(glm::dvec3)>& distance) {
    const Index i1 = std::min(i0 + block, nx_), j1 = std::min(j0 + block, ny_),
                k1 = std::min(k0 + block, nz_);
    const glm::dvec3 low = place(i0, j0, k0), high = place(i1 - 1, j1 - 1, k1 - 1);
    const double at_centre = distance((low + high) * 0.5);
    const bool far = std::abs(at_centre) > 0.5 * 1.3 * glm::length(high - low) + 1.0;
    for (Index k = k0; k < k1; ++k)
        for (Index j = j0; j < j1; ++j)
            for (Index i = i0; i < i1; ++i)
                values_[at(i, j, k)] = float(far ? at_centre : distance(place(i, j, k)));
}

/// Where the signs of a face alternate around it, its shallowest inside corner is moved outside, so that
/// every face is crossed at most once: then no two sheets share an edge of the mesh.
bool Nets::untangle_face(const std::array<Index, 4>& c) {
    const auto in = [this, &c](Index corner) { return values_[c[corner]] < 0.0f; };
    if (in(0) != in(2) || in(1) != in(3) || in(0) == in(1))
        return false;
    const Index a = in(0) ? 0 : 1;
    const Index shallow = values_[c[a]] > values_[c[a + 2]] ? c[a] : c[a + 2];
    values_[shallow] = 1e-4f;
    if (shallow % nx_ == 0)
        values_[shallow + 1] = 1e-4f; // the mirror image
    if (shallow % nx_ == 1)
        values_[shallow - 1] = 1e-4f;
    return true;
}

void Nets::untangle() {
    const std::array<Index, 3> step{1, nx_, nx_ * ny_};
    for (bool changed = true; changed;) {
        changed = false;
        for (Index k = 0; k + 1 < nz_; ++k)
            for (Index j = 0; j + 1 < ny_; ++j)
                for (Index i = 0; i + 1 < nx_; ++i)
                    for (Index axis = 0; axis < 3; ++axis) {
                        const Index u = step[axis], v = step[(axis + 1) % 3], n = at(i, j, k);
                        changed |= untangle_face({n, n + u, n + u + v, n + v});
                    }
    }
}

int Nets::inside(Index i, Index j, Index k) const {
    int bits = 0;
    for (Index c = 0; c < 8; ++c)
        if (values_[at(i + (c & 1), j + (c >> 1 & 1), k + (c >> 2 & 1))] < 0.0f)
            bits |= 1 << c;
    return bits;
}

glm::dvec3 Nets::crossing(Index i, Index j, Index k, const Edge& edge) const {
    const auto corner = [&](int c) {
        return std::array<Index, 3>{i + Index(c & 1), j + Index(c >> 1 & 1), k + Index(c >> 2 & 1)};
    };
    const auto [ai, aj, ak] = corner(edge.from);
    const auto [bi, bj, bk] = corner(edge.to);
    const double a = double(values_[at(ai, aj, ak)]), b = double(values_[at(bi, bj, bk)]);
    return glm::mix(place(ai, aj, ak), place(bi, bj, bk), a / (a - b));
}

void Nets::place_vertices() {
    for (Index k = 0; k + 1 < nz_; ++k)
        for (Index j = 0; j + 1 < ny_; ++j)
            for (Index i = 0; i + 1 < nx_; ++i) {
                first_[at(i, j, k)] = std::uint32_t(surface.positions.size());
                const Sheets& sheets = all_sheets()[Index(inside(i, j, k))];
                for (int s = 0; s < sheets.count; ++s) {
                    glm::dvec3 sum(0.0);
                    for (Index e = 0; e < 12; ++e)
                        if (sheets.edges[Index(s)] >> e & 1)
                            sum += crossing(i, j, k, edges[e]);
                    sum /= double(std::popcount(sheets.edges[Index(s)]));
                    if (i == 0)
                        sum.x = 0.0;
                    if (j == 0)
                        sum.y = lattice_.y[0];
                    surface.positions.push_back(sum);
                }
            }
}

std::uint32_t Nets::vertex(Index i, Index j, Index k, int edge) const {
    const Sheets& sheets = all_sheets()[Index(inside(i, j, k))];
    for (int s = 0; s < sheets.count; ++s)
        if (sheets.edges[Index(s)] >> edge & 1)
            return first_[at(i, j, k)] + std::uint32_t(s);
    return 0;
}

/// A quad around each crossed lattice edge that runs along `axis`.
void Nets::span_quads(Index axis) {
    const std::array<Index, 3> size{nx_, ny_, nz_};
    const Index u = (axis + 1) % 3, v = (axis + 2) % 3;
    std::array<Index, 3> n{};
    for (n[2] = v == 2 || u == 2 ? 1 : 0; n[2] + 1 < size[2]; ++n[2])
        for (n[1] = v == 1 || u == 1 ? 1 : 0; n[1] + 1 < size[1]; ++n[1])
            for (n[0] = v == 0 || u == 0 ? 1 : 0; n[0] + 1 < size[0]; ++n[0]) {
                std::array<Index, 3> m = n;
                ++m[axis];
                const bool here = values_[at(n[0], n[1], n[2])] < 0.0f;
                const bool in_floor = axis == 1 && n[1] == 0; // would lie flat in the opening
                if (in_floor || here == (values_[at(m[0], m[1], m[2])] < 0.0f))
                    continue;
                std::array<std::uint32_t, 4> quad_of{};
                constexpr std::array<std::array<Index, 2>, 4> turn{{{1, 1}, {0, 1}, {0, 0}, {1, 0}}};
                for (Index q = 0; q < 4; ++q) {
                    std::array<Index, 3> cell = n;
                    cell[u] -= turn[q][0];
                    cell[v] -= turn[q][1];
                    const int from = int(turn[q][0] << u | turn[q][1] << v);
                    quad_of[q] = vertex(cell[0], cell[1], cell[2], edge_between(from, from | 1 << axis));
                }
                quad(quad_of, !here);
            }
}

/// Cells of the lowest layer may hold a vertex that only the opening would have used.
void Nets::drop_unused() {
    std::vector<std::uint32_t> place(surface.positions.size(), 0);
    for (const glm::uvec3& t : surface.triangles)
        place[t.x] = place[t.y] = place[t.z] = 1;
    std::uint32_t kept = 0;
    for (Index v = 0; v < place.size(); ++v)
        if (place[v] != 0) {
            surface.positions[kept] = surface.positions[v];
            place[v] = kept++;
        }
    surface.positions.resize(kept);
    for (glm::uvec3& t : surface.triangles)
        t = {place[t.x], place[t.y], place[t.z]};
}

/// Split along the shorter diagonal.
void Nets::quad(std::array<std::uint32_t, 4> v, bool flipped) {
    if (flipped)
        std::swap(v[1], v[3]);
    const auto apart = [&](Index a, Index b) {
        const glm::dvec3 step = surface.positions[v[a]] - surface.positions[v[b]];
        return glm::dot(step, step);
    };
    if (apart(0, 2) <= apart(1, 3)) {
        surface.triangles.push_back({v[0], v[1], v[2]});
        surface.triangles.push_back({v[0], v[2], v[3]});
    } else {
        surface.triangles.push_back({v[1], v[2], v[3]});
        surface.triangles.push_back({v[1], v[3], v[0]});
    }
}

} // namespace

HalfSurface surface_nets(const Lattice& lattice, const std::function<double(glm::dvec3)>& distance_mm) {
    Nets nets(lattice, distance_mm);
    return std::move(nets.surface);
}

} // namespace healed::head
