#include "render/face_hair.h"

#include "render/outline.h"
#include "treatment/random.h"

#include <cmath>
#include <limits>

namespace healed::render {
namespace {

using treatment::Random;

constexpr float never = std::numeric_limits<float>::infinity();
constexpr auto brow_purpose = static_cast<treatment::Purpose>(33);
constexpr auto lash_purpose = static_cast<treatment::Purpose>(34);

/// One hair of the face: it leaves the skin at a slant, then turns.
struct FaceHair {
    SurfacePlace root;
    glm::vec3 leaves; ///< unit direction out of the skin
    glm::vec3 turn;   ///< by which its direction changes up to the tip
    float length_mm;
    float radius_mm;
    float melanin;
};

void add_pieces(Strands& strands, const FaceHair& hair) {
    constexpr int pieces = 5;
    const auto at = [&](float t) {
        return hair.root.position_mm + hair.length_mm * (t * hair.leaves + 0.5f * t * t * hair.turn);
    };
    const auto radius = [&](float t) { return hair.radius_mm * std::sqrt(1.0f - 0.92f * t * t); };
    for (int i = 0; i < pieces; ++i) {
        const float from = static_cast<float>(i) / pieces, to = static_cast<float>(i + 1) / pieces;
        strands.push_back({.from = at(from),
                           .from_radius = radius(from),
                           .to = at(to),
                           .to_radius = radius(to),
                           .vertex = hair.root.vertex,
                           .gone_years = never,
                           .grey_years = never,
                           .melanin = hair.melanin,
                           .share = 0});
    }
}

glm::vec3 on_skin(glm::vec3 wish, glm::vec3 normal) {
    return glm::normalize(wish - normal * glm::dot(wish, normal));
}

/// Where in a brow a hair stands: 0 … 1 from its inner end to its tail, -1 … 1 from its lower edge to its
/// upper.
struct BrowPlace {
    float along, across;
};

/// Share of the places that carry a hair: most within, few towards the edges, the inner end and the tail.
float brow_density(BrowPlace at) {
    const float edge = 1.0f - 0.9f * glm::smoothstep(0.25f, 1.05f, std::abs(at.across + 0.08f));
    const float inner = glm::mix(0.3f, 1.0f, glm::smoothstep(-0.04f, 0.22f, at.along));
    const float tail = 1.0f - 0.95f * glm::smoothstep(0.60f, 1.0f, at.along);
    return edge * inner * tail;
}

FaceHair brow_hair(const SurfacePlace& root, BrowPlace at, float side, Random& random) {
    const auto normal = [&](double scale) { return static_cast<float>(scale * random.normal()); };
    // Upright at the inner end, then outwards; the upper rows sweep down, the lower ones up, so that they
    // meet.
    const float sweep = glm::smoothstep(-0.02f, 0.38f, at.along);
    const float turn = glm::mix(0.12f, 1.42f, sweep) + 0.34f * sweep * at.across +
                       0.35f * at.along * at.along + normal(0.15);
    const glm::vec3 along = on_skin({side * std::sin(turn), std::cos(turn), 0.0f}, root.normal);
    const bool fine = random.uniform() < 0.28 + 0.4 * std::abs(static_cast<double>(at.across));
    const float rise = 0.30f + std::abs(normal(0.10));
    const float whole =
        glm::mix(6.2f, 8.6f, glm::smoothstep(0.0f, 0.35f, at.along)) * (1.0f - 0.48f * at.along * at.along);
    return {.root = root,
            .leaves = glm::normalize(along + rise * root.normal),
            .turn = 0.25f * on_skin({side, -0.25f, 0.0f}, root.normal) - 0.55f * rise * root.normal,
            .length_mm = whole * (fine ? 0.62f : 1.0f) * static_cast<float>(random.scatter(0.2)),
            .radius_mm = (fine ? 0.019f : 0.036f) * static_cast<float>(random.scatter(0.2)),
            .melanin = (fine ? 0.6f : 1.0f) * static_cast<float>(random.scatter(0.2))};
}

/// Lashes converge in threes.
constexpr int lashes_together = 3;

struct LashRow {
    int count;
    float longest_mm, down, curl;
};
constexpr LashRow upper_row{96, 9.5f, 0.75f, 0.95f}, lower_row{54, 5.5f, 0.85f, 0.25f};

} // namespace

// About 250 terminal hairs a brow over some 6 cm² (E. Nguyen et al., Aesthetic Surg. J. 34, 2014), with the
// fine hairs between them.
Strands brows(const head::Head& head, std::uint64_t seed) {
    constexpr double places_per_mm2 = 4.2;
    const PartFront front(head.mesh, head::Part::Brow);
    Strands strands;
    for (const float side : {-1.0f, 1.0f}) {
        const Outline outline(head.mesh, head::Part::Brow, side);
        if (outline.empty())
            continue;
        const auto count = static_cast<std::size_t>(
            places_per_mm2 *
            static_cast<double>(outline.width_mm() * (outline.upper_mm(0.4f) - outline.lower_mm(0.4f))));
        for (std::size_t i = 0; i < count; ++i) {
            Random random(seed, brow_purpose, 2 * i + (side > 0 ? 1 : 0));
            const auto along = static_cast<float>(random.uniform());
            const auto across = static_cast<float>(2.1 * random.uniform() - 1.05);
            if (static_cast<float>(random.uniform()) > brow_density({along, across}))
                continue;
            const float y = glm::mix(outline.lower_mm(along), outline.upper_mm(along), 0.5f + 0.5f * across);
            if (const auto root = front.at({outline.x_mm(along), y}))
                add_pieces(strands, brow_hair(*root, {along, across}, side, random));
        }
    }
    return strands;
}

Strands lashes(const head::Head& head, std::uint64_t seed) {
    // The lids reach so far below their margin on a median head, whose region of lids is so wide.
    constexpr float below_margin_mm = 5.5f, median_width_mm = 31.5f;
    const PartFront front(head.mesh, head::Part::Eyelid);
    Strands strands;
    std::uint64_t number = 0;
    for (const float side : {-1.0f, 1.0f}) {
        const Outline outline(head.mesh, head::Part::Eyelid, side);
        if (outline.empty())
            continue;
        for (const LashRow& row : {upper_row, lower_row})
            for (int i = 0; i < row.count; ++i) {
                Random random(seed, lash_purpose, number++),
                    lock(seed, lash_purpose, 1'000'000 + number / lashes_together);
                const auto along = static_cast<float>((i + random.uniform()) / row.count) * 0.92f + 0.04f;
                const float margin =
                    outline.lower_mm(along) + below_margin_mm * outline.width_mm() / median_width_mm;
                const auto root = front.at({outline.x_mm(along), margin});
                if (!root)
                    continue;
                const float fan = 1.3f * (along - 0.42f) + 0.18f * static_cast<float>(lock.normal());
                const float longer =
                    glm::smoothstep(0.0f, 0.6f, along) * (1.0f - 0.35f * glm::smoothstep(0.85f, 1.0f, along));
                add_pieces(strands, {.root = *root,
                                     .leaves = glm::normalize(glm::vec3(side * fan, -row.down, 0.85f)),
                                     .turn = row.curl * glm::vec3(0.0f, 1.0f, 0.12f),
                                     .length_mm = row.longest_mm * glm::mix(0.55f, 1.0f, longer) *
                                                  static_cast<float>(random.scatter(0.14)),
                                     .radius_mm = 0.036f * static_cast<float>(random.scatter(0.12)),
                                     .melanin = 1.4f});
            }
    }
    return strands;
}

} // namespace healed::render
