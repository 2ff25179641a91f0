#include "treatment/mark.h"

#include "treatment/wander.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::treatment {

namespace {

using enum Evidence;

/// One kind of marked skin; the logarithms are natural, over the skin about it.
struct Traits {
    Constant melanin, blood, gloss, relief, hair_left, ink_taken, unevenness;
};

// A table reads in rows.
// clang-format off
constexpr std::array<Traits, 5> traits_of_kind{{
    {{"treatment.mark.strip_scar.melanin", -0.50, "ln", -1.5, 0.0, Assumed, "mature scars are paler than the skin about them"},
     {"treatment.mark.strip_scar.blood", -0.35, "ln", -1.0, 0.3, Assumed, "fewer vessels once mature"},
     {"treatment.mark.strip_scar.gloss", 0.30, "ln", 0.0, 1.0, Assumed, "smooth, without pores"},
     {"treatment.mark.strip_scar.relief", -1.0, "ln", -3.0, 0.0, Assumed, "scar tissue has neither pores nor lines"},
     {"treatment.mark.strip_scar.hair_left", 0.03, "1", 0.0, 0.2, Assumed, "no follicles in scar tissue"},
     {"treatment.mark.strip_scar.ink_taken", 0.65, "1", 0.4, 0.9, Literature, "scars keep less: six-month score -1.6 against -0.9 of 10 (Liu 2025); the share is assumed"},
     {"treatment.mark.strip_scar.unevenness", 0.35, "1", 0.1, 0.6, Assumed, "practice: scars take ink unevenly"}},
    {{"treatment.mark.dot_scars.melanin", -0.70, "ln", -1.5, 0.0, Assumed, "small pale discs"},
     {"treatment.mark.dot_scars.blood", -0.30, "ln", -1.0, 0.3, Assumed, "fewer vessels once mature"},
     {"treatment.mark.dot_scars.gloss", 0.15, "ln", 0.0, 1.0, Assumed, "smooth, without pores"},
     {"treatment.mark.dot_scars.relief", -1.0, "ln", -3.0, 0.0, Assumed, "scar tissue has neither pores nor lines"},
     {"treatment.mark.dot_scars.hair_left", 0.0, "1", 0.0, 0.1, Assumed, "the unit was taken"},
     {"treatment.mark.dot_scars.ink_taken", 0.70, "1", 0.4, 0.9, Literature, "as strip scars (Liu 2025); the share is assumed"},
     {"treatment.mark.dot_scars.unevenness", 0.30, "1", 0.1, 0.6, Assumed, "practice: scars take ink unevenly"}},
    {{"treatment.mark.burn.melanin", -0.30, "ln", -1.5, 0.8, Assumed, "pale or dark; pale is commoner on the scalp"},
     {"treatment.mark.burn.blood", 0.35, "ln", -0.5, 1.0, Assumed, "pink for years"},
     {"treatment.mark.burn.gloss", 0.60, "ln", 0.0, 1.2, Assumed, "taut and shiny"},
     {"treatment.mark.burn.relief", -1.4, "ln", -3.0, 0.5, Assumed, "taut: its pores are gone"},
     {"treatment.mark.burn.hair_left", 0.0, "1", 0.0, 0.2, Assumed, "deep burns leave no follicles"},
     {"treatment.mark.burn.ink_taken", 0.50, "1", 0.3, 0.8, Assumed, "practice: burns hold least"},
     {"treatment.mark.burn.unevenness", 0.50, "1", 0.2, 0.8, Assumed, "practice: burns hold least evenly"}},
    {{"treatment.mark.birthmark.melanin", 1.00, "ln", 0.3, 2.0, Assumed, "cafe-au-lait spot"},
     {"treatment.mark.birthmark.blood", 0.0, "ln", -0.2, 0.2, Assumed, "pigment only"},
     {"treatment.mark.birthmark.gloss", 0.0, "ln", -0.2, 0.2, Assumed, "surface like the rest"},
     {"treatment.mark.birthmark.relief", 0.0, "ln", -0.2, 0.3, Assumed, "surface like the rest"},
     {"treatment.mark.birthmark.hair_left", 1.0, "1", 0.5, 1.0, Assumed, "follicles live"},
     {"treatment.mark.birthmark.ink_taken", 1.0, "1", 0.8, 1.0, Assumed, "dermis like the rest"},
     {"treatment.mark.birthmark.unevenness", 0.0, "1", 0.0, 0.2, Assumed, "dermis like the rest"}},
    {{"treatment.mark.vitiligo.melanin", -3.00, "ln", -5.0, -2.0, Literature, "melanocytes are lost (Ezzedine 2015); the remainder is assumed"},
     {"treatment.mark.vitiligo.blood", 0.05, "ln", -0.1, 0.2, Assumed, "much like the rest"},
     {"treatment.mark.vitiligo.gloss", 0.0, "ln", -0.2, 0.2, Assumed, "surface like the rest"},
     {"treatment.mark.vitiligo.relief", 0.0, "ln", -0.2, 0.2, Assumed, "surface like the rest"},
     {"treatment.mark.vitiligo.hair_left", 1.0, "1", 0.5, 1.0, Assumed, "follicles live"},
     {"treatment.mark.vitiligo.ink_taken", 1.0, "1", 0.8, 1.0, Assumed, "dermis like the rest"},
     {"treatment.mark.vitiligo.unevenness", 0.05, "1", 0.0, 0.2, Assumed, "dermis much like the rest"}},
}};
// clang-format on

constexpr std::size_t figures = 7;
constexpr std::array<Constant, traits_of_kind.size() * figures> all_constants() {
    std::array<Constant, traits_of_kind.size() * figures> all{};
    for (std::size_t i = 0; i < traits_of_kind.size(); ++i) {
        const Traits& t = traits_of_kind[i];
        const std::array row{t.melanin, t.blood, t.gloss, t.relief, t.hair_left, t.ink_taken, t.unevenness};
        for (std::size_t j = 0; j < figures; ++j)
            all[figures * i + j] = row[j];
    }
    return all;
}
constexpr auto all = all_constants();

constexpr float rim_mm = 0.3f; ///< over which a small disc fades into the skin; assumed

/// Share of a place that small discs cover, one a cell of a square lattice, each strayed from its middle.
float speckled(glm::vec2 flat_mm, double dot_mm, double spacing_mm, std::uint64_t seed) {
    const auto spacing = static_cast<float>(spacing_mm);
    const glm::ivec2 home(glm::floor(flat_mm / spacing));
    float nearest = spacing;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            const glm::ivec2 cell = home + glm::ivec2(dx, dy);
            const auto index = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(cell.x)) << 32) |
                               static_cast<std::uint32_t>(cell.y);
            Random random(seed, Purpose::Marks, index);
            const glm::vec2 stray(random.uniform() - 0.5, random.uniform() - 0.5);
            nearest =
                std::min(nearest, glm::distance(flat_mm, spacing * (glm::vec2(cell) + 0.5f + 0.7f * stray)));
        }
    const float radius = 0.5f * static_cast<float>(dot_mm);
    return 1.0f - glm::smoothstep(radius - 0.5f * rim_mm, radius + 0.5f * rim_mm, nearest);
}

} // namespace

MarkField::MarkField(const ScalpFrame& frame, std::span<const Mark> marks, std::uint64_t seed)
    : frame_(frame), seed_(seed) {
    for (const Mark& mark : marks)
        marks_.push_back({mark, AreaField(frame, mark.area)});
}

glm::vec2 MarkField::strayed(const Mark& mark, glm::vec2 chart) const {
    if (mark.kind == MarkKind::StripScar || mark.kind == MarkKind::DotScars)
        return chart;
    constexpr float bump = 0.5f,
                    finer = 0.17f; // of the mark's width; outlines of such marks are lobed, by eye
    const float width_mm = static_cast<float>(mark.area.width_mm) * frame_.scale();
    const glm::vec2 flat = frame_.flat_mm(chart);
    const auto both = [&](float wavelength_mm) {
        const glm::vec2 elsewhere(311.0f, 173.0f);
        return wavelength_mm * glm::vec2(wander(flat, wavelength_mm, seed_, Purpose::Marks),
                                         wander(flat + elsewhere, wavelength_mm, seed_, Purpose::Marks));
    };
    return frame_.chart_at_flat(flat + 0.3f * both(bump * width_mm) + 0.16f * both(finer * width_mm));
}

float MarkField::share(const Laid& laid, glm::vec2 chart) const {
    const float area = laid.area.share(strayed(laid.mark, chart));
    if (area <= 0.0f || laid.mark.kind != MarkKind::DotScars)
        return area;
    return area * speckled(frame_.flat_mm(chart), laid.mark.dot_mm, laid.mark.spacing_mm, seed_);
}

MarkedSkin MarkField::at(glm::vec2 chart) const {
    MarkedSkin skin;
    for (const Laid& laid : marks_) {
        const float share = this->share(laid, chart);
        if (share <= 0.0f)
            continue;
        const Traits& traits = traits_of_kind[static_cast<std::size_t>(laid.mark.kind)];
        const auto of = [](const Constant& constant) { return static_cast<float>(constant.value); };
        skin.melanin += share * of(traits.melanin);
        skin.blood += share * of(traits.blood);
        skin.gloss += share * of(traits.gloss);
        skin.relief += share * of(traits.relief);
        skin.hair_left *= 1.0f - share * (1.0f - of(traits.hair_left));
        skin.ink_taken *= 1.0f - share * (1.0f - of(traits.ink_taken));
        skin.unevenness = std::max(skin.unevenness, share * of(traits.unevenness));
    }
    return skin;
}

std::span<const Constant> mark_constants() {
    return all;
}

} // namespace healed::treatment
