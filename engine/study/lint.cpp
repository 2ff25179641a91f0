#include "study/lint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace healed::study {

namespace {

using enum Evidence;

// A table reads in rows.
// clang-format off
constexpr Constant least_height_young{"study.lint.least_height_at_25", 55.0, "mm", 50.0, 60.0, Assumed, "over the brow; juvenile hairlines lie a finger's breadth below mature ones"};
constexpr Constant least_height_mature{"study.lint.least_height_at_45", 62.0, "mm", 58.0, 68.0, Literature, "practice: mature hairlines lie about 60-75 mm over the brow"};
constexpr Constant least_recession_young{"study.lint.least_recession_at_25", 2.5, "mm", 0.0, 5.0, Assumed, "even boys' corners lie a little behind the midline"};
constexpr Constant least_recession_mature{"study.lint.least_recession_at_45", 8.0, "mm", 5.0, 15.0, Assumed, "temples recede with age in nearly all men (Hamilton 1951)"};
constexpr Constant least_roughness{"study.lint.least_roughness", 0.45, "mm", 0.3, 0.8, Assumed, "rms; front-most dots of a ruled line stray by about their own spacing's half"};
constexpr Constant least_rise{"study.lint.least_rise", 0.25, "mm", 0.1, 1.0, Assumed, "from the course of the front-most dots; natural edges fill over several mm, ruled ones at once"};
constexpr Constant most_order{"study.lint.most_order", 0.12, "1", 0.05, 0.3, Assumed, "agreement of the ways to nearest neighbours; follicles have none"};
constexpr Constant most_density{"study.lint.most_density", 1.2, "1", 1.0, 1.5, Assumed, "over the client's own hairs per cm2: more cannot be hair"};
constexpr Constant darker_than_hair{"study.lint.darker_than_hair", 1.25, "1", 1.0, 1.5, Assumed, "darkening of the skin over that by the client's own hair, shaved; practice: never darker than the hair beside"};
constexpr Constant most_lean{"study.lint.most_lean", 15.0, "deg", 8.0, 25.0, Assumed, "off the natural growth; a hand that follows it strays by half of this"};
constexpr Constant most_at_first{"study.lint.most_at_first", 0.6, "1", 0.4, 0.7, Literature, "practice: first sessions set 30-50 % of the density, so that the rest can answer to what held"};
constexpr Constant least_room{"study.lint.least_room", 0.08, "1", 0.03, 0.2, Assumed, "share of the skin that no dot darkens: less leaves no place for a later dot"};
// clang-format on
constexpr std::array all{
    least_height_young, least_height_mature, least_recession_young, least_recession_mature, least_roughness,
    least_rise,         most_order,          most_density,          darker_than_hair,       most_lean,
    most_at_first,      least_room};

constexpr double young_years = 25.0, mature_years = 45.0;

double by_age(const Constant& young, const Constant& mature, double age_years) {
    const double share = std::clamp((age_years - young_years) / (mature_years - young_years), 0.0, 1.0);
    return std::lerp(young.value, mature.value, share);
}

class Findings {
  public:
    void at_least(const char* name, const char* words, double value, double limit, const Constant& rule) {
        if (value < limit)
            found_.push_back({name, words, value, limit, rule});
    }
    void at_most(const char* name, const char* words, double value, double limit, const Constant& rule) {
        if (value > limit)
            found_.push_back({name, words, value, limit, rule});
    }
    std::vector<Finding> take() { return std::move(found_); }

  private:
    std::vector<Finding> found_;
};

void judge_hairline(Findings& findings, double age_years, const treatment::FrontEdge& edge) {
    findings.at_least("too-low", "the hairline lies lower than it would at this age",
                      edge.height_over_brow_mm, by_age(least_height_young, least_height_mature, age_years),
                      least_height_mature);
    findings.at_least(
        "too-straight", "the hairline hardly recedes towards the temples", edge.temple_recession_mm,
        by_age(least_recession_young, least_recession_mature, age_years), least_recession_mature);
    findings.at_least("too-straight", "the front-most dots stand as on a ruler", edge.roughness_mm,
                      least_roughness, least_roughness);
    findings.at_least("too-sharp", "density rises at once from nothing to full", edge.rise_mm, least_rise,
                      least_rise);
}

/// What later sessions and years can still put right by adding dots.
void judge_room(Findings& findings, const treatment::Plan& plan, const Geometry& healed) {
    constexpr const char* name = "no-room";
    if (!plan.sessions.empty() && plan.sessions.back().cumulative_density > 0.0)
        findings.at_most(name, "the first session sets so much that the others cannot answer to what held",
                         plan.sessions.front().cumulative_density / plan.sessions.back().cumulative_density,
                         most_at_first, most_at_first);
    findings.at_least(name, "no bare skin is left between the dots to add to", healed.skin_between_dots,
                      least_room, least_room);
}

} // namespace

std::vector<Finding> lint(const treatment::Plan& plan, double age_years, const Geometry& healed,
                          const std::optional<Tone>& tone) {
    if (plan.test_chart || healed.dots_per_cm2 <= 0.0)
        return {};
    Findings findings;
    if (healed.front)
        judge_hairline(findings, age_years, *healed.front);
    findings.at_most("grid-like", "dots stand in rows", healed.order, most_order, most_order);
    findings.at_most("too-dense", "more dots than this client ever had hairs",
                     healed.dots_per_cm2 / follicles_per_cm2(plan.follicles), most_density, most_density);
    if (tone && tone->bare > tone->hair)
        findings.at_most("too-dark", "the healed zone darkens this skin more than the client's own hair does",
                         (tone->bare - tone->zone) / (tone->bare - tone->hair), darker_than_hair,
                         darker_than_hair);
    findings.at_most("wrong-angle", "the needle does not go the way that the hair grows",
                     healed.angle_to_growth_deg, most_lean, most_lean);
    judge_room(findings, plan, healed);
    return findings.take();
}

std::span<const Constant> lint_constants() {
    return all;
}

} // namespace healed::study
