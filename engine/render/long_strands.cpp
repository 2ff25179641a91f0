#include "render/long_strands.h"

#include "base/parallel.h"
#include "render/guide_hair.h"
#include "treatment/point_grid.h"
#include "treatment/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace healed::render {
namespace {

using treatment::Hair;
using treatment::Random;

// Streams of this floor; strands.cpp has 32 to 39.
constexpr auto guide_purpose = static_cast<treatment::Purpose>(40);
constexpr auto strand_purpose = static_cast<treatment::Purpose>(41);

constexpr std::size_t most_strands = 56'000;
constexpr double guides_wanted = 2200.0;
constexpr int pieces = 26;
// Shares of the strands that are drawn from far, and from nearer.
constexpr double from_far = 0.2, from_nearer = 0.45;
// By eye, after photographs of combed hair.
constexpr float lock_closing = 0.72f; ///< by which a lock narrows to its tip
constexpr float lock_turn_mm = 3.2f;  ///< amplitude of full waves
constexpr double stray_share = 0.045;
/// Of hairs that broke or have not grown out yet: they stand up among the long ones.
constexpr double short_share = 0.07, shortest_mm = 12.0;

constexpr float two_pi = 2.0f * std::numbers::pi_v<float>;

/// The guides of a style and which of them a root follows.
class Style {
  public:
    Style(const head::Head& head, std::span<const Hair> hairs, const treatment::LongHair& look,
          std::uint64_t seed)
        : field(head), frame_(head), parting_(frame_, look) {
        const double share =
            std::min(1.0, guides_wanted / static_cast<double>(std::max<std::size_t>(hairs.size(), 1)));
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < hairs.size(); ++i)
            if (Random(seed, guide_purpose, i).uniform() < share)
                chosen.push_back(i);
        guides.resize(chosen.size());
        parallel_for(chosen.size(), 64, [&](std::size_t begin, std::size_t end) {
            for (std::size_t k = begin; k < end; ++k) {
                Random random(seed, guide_purpose, hairs.size() + chosen[k]);
                const auto fullness = static_cast<float>(random.scatter(0.24));
                guides[k] =
                    comb(field, parting_, hairs[chosen[k]], static_cast<float>(look.length_mm), fullness);
            }
        });
        for (const GuideHair& guide : guides)
            roots_.push_back(guide.places_mm.front());
        grid_.emplace(roots_, 8.0f);
    }

    /// Its number; the nearest on the same side of the parting.
    std::size_t guide_of(glm::vec3 root_mm) const {
        const float side = parting_.side(root_mm);
        std::size_t nearest = 0;
        float least = std::numeric_limits<float>::max();
        for (float reach_mm = 12.0f; least > reach_mm * reach_mm && reach_mm < 400.0f; reach_mm *= 2.0f)
            grid_->visit_near(root_mm, reach_mm, [&](std::uint32_t i) {
                const glm::vec3 away = roots_[i] - root_mm;
                const float square = glm::dot(away, away) + (guides[i].side == side ? 0.0f : 1e5f);
                if (square < least) {
                    least = square;
                    nearest = i;
                }
            });
        return nearest;
    }

    HeadField field;
    std::vector<GuideHair> guides;

  private:
    treatment::ScalpFrame frame_;
    Parting parting_;
    std::vector<glm::vec3> roots_;
    std::optional<treatment::PointGrid> grid_;
};

/// What a hair does that its guide does not.
struct Own {
    float length_mm, radius_mm, melanin;
    float stray_mm, stray_aside_mm; ///< off the lock at the tip
    float wander_mm, phase, rate;
    float kink_mm, kink_phase, kink_rate; ///< of its own bends, as few hairs are quite straight
    float lift_mm;                        ///< within the layer
};

Own own_of(const Hair& hair, const treatment::LongHair& look, float widen, Random& random) {
    Own own{.length_mm =
                static_cast<float>(look.length_mm * (1.0 - 0.22 * random.uniform() * random.uniform())),
            .radius_mm = widen * hair.radius_mm,
            .melanin = static_cast<float>(random.scatter(0.22))};
    const bool grown_out = random.uniform() >= short_share;
    if (!grown_out)
        own.length_mm =
            std::min(own.length_mm, static_cast<float>(shortest_mm + 0.4 * look.length_mm * random.uniform() *
                                                                         random.uniform()));
    const bool stray = !grown_out || random.uniform() < stray_share;
    const auto off = [&](double scale) { return static_cast<float>(scale * random.normal()); };
    // A short hair leaves its lock as far as its stiffness carries it, a long one as far as it was blown.
    const double away_mm = grown_out ? 9.0 : 0.22 * static_cast<double>(own.length_mm);
    own.stray_mm = std::abs(off(stray ? away_mm : 0.9));
    own.stray_aside_mm = off(stray ? away_mm : 1.4);
    own.wander_mm = std::abs(off(1.2));
    own.phase = two_pi * static_cast<float>(random.uniform());
    own.rate = two_pi / static_cast<float>(55.0 + 40.0 * random.uniform());
    own.kink_mm = std::abs(off(0.55));
    own.kink_phase = two_pi * static_cast<float>(random.uniform());
    own.kink_rate = two_pi / static_cast<float>(26.0 + 24.0 * random.uniform());
    own.lift_mm = static_cast<float>(1.2 * random.uniform());
    return own;
}

/// The course of one hair beside its guide.
class Course {
  public:
    Course(const Style& style, std::size_t guide, const Hair& hair, const Own& own, float wave)
        : style_(style), guide_(style.guides[guide]), hair_(hair), own_(own), wave_mm_(wave * lock_turn_mm),
          lock_phase_(2.4f * static_cast<float>(guide % 1024)) {
        const glm::vec3 off = hair.root_mm - guide_.places_mm.front();
        const glm::vec3 ahead = glm::normalize(guide_.places_mm[1] - guide_.places_mm[0]);
        before_mm_ = glm::dot(off, ahead);
        aside_mm_ = glm::dot(off, guide_.aside.front());
        from_guide_ = hair.root_mm - at_way(0.0f);
    }

    /// At a share of its length.
    glm::vec3 at(float t) const {
        const float way = t * own_.length_mm;
        const glm::vec3 rooted = from_guide_ * std::exp(-way / 9.0f) +
                                 0.7f * hair_.direction * (way / 4.0f) * std::exp(-way / 4.0f);
        glm::vec3 place = at_way(way) + rooted;
        const float height = style_.field.height_mm(place);
        const float least = std::min(0.25f + 0.02f * way, 0.9f);
        if (way > 1.0f && height < least)
            place += style_.field.outwards(place) * (least - height);
        return place;
    }

  private:
    glm::vec3 at_way(float way_mm) const {
        const float t = way_mm / own_.length_mm;
        const glm::vec3 place = guide_.place(way_mm + before_mm_);
        const glm::vec3 aside = guide_.aside_at(way_mm + before_mm_);
        const glm::vec3 ahead = glm::normalize(guide_.place(way_mm + before_mm_ + 2.0f) -
                                               guide_.place(way_mm + before_mm_ - 2.0f));
        const glm::vec3 out = glm::cross(ahead, aside);
        const float closing = 1.0f - lock_closing * glm::smoothstep(0.08f, 1.0f, t);
        const float grown = glm::smoothstep(0.0f, 70.0f, way_mm), free = t * t;
        const float turn = lock_phase_ + two_pi * way_mm / 62.0f + 0.35f * std::sin(own_.phase);
        const float wander = own_.wander_mm * grown * std::sin(own_.phase + own_.rate * way_mm);
        const float kink = own_.kink_mm * grown * std::sin(own_.kink_phase + own_.kink_rate * way_mm);
        const float along = aside_mm_ * closing + wave_mm_ * grown * std::sin(turn) + wander + kink +
                            own_.stray_aside_mm * free;
        const float up = own_.lift_mm * closing * grown + 0.6f * wave_mm_ * grown * std::cos(turn) +
                         0.5f * kink + own_.stray_mm * free;
        return place + along * aside + up * out;
    }

    const Style& style_;
    const GuideHair& guide_;
    const Hair& hair_;
    const Own& own_;
    float wave_mm_, lock_phase_;
    float before_mm_ = 0, aside_mm_ = 0;
    glm::vec3 from_guide_{0};
};

float radius_at(const Own& own, float t) {
    return own.radius_mm * std::sqrt(1.0f - 0.9f * glm::smoothstep(0.82f, 1.0f, t));
}

void add_strand(StrandPiece* pieces_out, const Style& style, const Course& course, const Hair& hair,
                const Own& own, std::uint32_t share) {
    // Shorter pieces where hair leaves the skin and turns.
    const auto place_of = [](int i) { return std::pow(static_cast<float>(i) / pieces, 1.35f); };
    glm::vec3 from = hair.root_mm;
    for (int i = 0; i < pieces; ++i) {
        const float t = place_of(i), next = place_of(i + 1);
        const glm::vec3 to = course.at(next);
        pieces_out[i] = {.from = from,
                         .from_radius = radius_at(own, t),
                         .to = to,
                         .to_radius = radius_at(own, next),
                         .vertex = style.field.vertex(0.5f * (from + to)),
                         .gone_years = hair.gone_years,
                         .grey_years = hair.grey_years,
                         .melanin = own.melanin,
                         .share = share};
        from = to;
    }
}

} // namespace

Strands long_strands(const head::Head& head, std::span<const Hair> hairs, const treatment::LongHair& look,
                     std::uint64_t seed) {
    const Style style(head, hairs, look, seed);
    if (style.guides.empty())
        return {};
    const double kept = std::min(1.0, static_cast<double>(most_strands) / static_cast<double>(hairs.size()));
    std::vector<std::pair<std::size_t, std::uint32_t>> drawn; // hair, share
    for (std::size_t i = 0; i < hairs.size(); ++i)
        if (const double luck = Random(seed, strand_purpose, i).uniform() / kept; luck < 1.0)
            drawn.emplace_back(i, luck < from_far ? 1u : (luck < from_nearer ? 2u : 3u));
    Strands strands(drawn.size() * pieces);
    parallel_for(drawn.size(), 256, [&](std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
            const Hair& hair = hairs[drawn[k].first];
            Random random(seed, strand_purpose, hairs.size() + drawn[k].first);
            const Own own = own_of(hair, look, static_cast<float>(1.0 / kept), random);
            const Course course(style, style.guide_of(hair.root_mm), hair, own,
                                static_cast<float>(look.wave));
            add_strand(&strands[k * pieces], style, course, hair, own, drawn[k].second);
        }
    });
    return strands;
}

float stands_for(std::uint32_t most_share) {
    return static_cast<float>(most_share == 1 ? 1.0 / from_far : (most_share == 2 ? 1.0 / from_nearer : 1.0));
}

} // namespace healed::render
