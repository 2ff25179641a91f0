#include "study/two_blues.h"

#include "base/parallel.h"
#include "study/equal_lightness.h"

#include <cmath>

namespace healed::study {

namespace {

constexpr double healed_years = 30.0 / 365.25;

Shift operator-(color::Lab a, color::Lab b) {
    return {a.l - b.l, a.a - b.a, a.b - b.b};
}

Shift mean(Shift x, Shift y) {
    return {0.5 * (x.l + y.l), 0.5 * (x.a + y.a), 0.5 * (x.b + y.b)};
}

/// Deposits at two times, band by band.
struct Faces {
    std::vector<Deposit> healed, now;
    std::vector<float> healed_amount, now_amount; ///< luminous absorbing area of each, mm²
    float healed_total = 0.0f, now_total = 0.0f;
};

Faces faces_of(const ZoneSkin& skin, const Region& region, double years) {
    const std::vector<aging::DotState> now = aging::age_all(region.dots, region.course, years);
    std::vector<aging::DotState> healed = aging::age_all_to(region.dots, region.course, healed_years);
    for (std::size_t i = 0; i < healed.size(); ++i)
        if (region.course.clock.age_years(region.dots[i].session, years) < healed_years)
            healed[i] = now[i];
    Faces faces{.healed = deposits(region.inks, region.dots, healed),
                .now = deposits(region.inks, region.dots, now)};
    for (std::size_t i = 0; i < now.size(); ++i) {
        faces.healed_amount.push_back(luminous(skin, faces.healed[i].area_mm2));
        faces.now_amount.push_back(luminous(skin, faces.now[i].area_mm2));
        faces.healed_total += faces.healed_amount.back();
        faces.now_total += faces.now_amount.back();
    }
    return faces;
}

/// Which time each of the three is taken from.
struct Switches {
    bool amount_now, depth_now, ink_now;
};

std::vector<Deposit> switched(const Faces& faces, Switches on) {
    const float total = on.amount_now ? faces.now_total : faces.healed_total;
    const float depth_total = on.depth_now ? faces.now_total : faces.healed_total;
    std::vector<Deposit> all = on.depth_now ? faces.now : faces.healed;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const float amount = (on.depth_now ? faces.now_amount : faces.healed_amount)[i];
        const float ink_amount = (on.ink_now ? faces.now_amount : faces.healed_amount)[i];
        // A dot without ink has no spectrum and no amount.
        const float scale =
            ink_amount > 0.0f && depth_total > 0.0f ? total * (amount / depth_total) / ink_amount : 0.0f;
        all[i].area_mm2 = (on.ink_now ? faces.now : faces.healed)[i].area_mm2;
        for (float& value : all[i].area_mm2)
            value *= scale;
    }
    return all;
}

} // namespace

double Shift::hue() const {
    return std::hypot(a, b);
}

TwoBlues two_blues(const DarkGrid& grid, const ZoneSkin& skin, const Region& region, double years) {
    const Faces faces = faces_of(skin, region, years);
    const auto seen = [&](Switches on) {
        return skin.colour.lab(deposit_ratio(grid, switched(faces, on), region.area_mm2));
    };
    const color::Lab healed = seen({false, false, false}), faded = seen({true, false, false}),
                     deeper = seen({true, true, false}), turned = seen({true, false, true}),
                     now = seen({true, true, true});
    TwoBlues result{.healed = healed,
                    .now = now,
                    .fading = faded - healed,
                    .optical = mean(deeper - faded, now - turned),
                    .chemical = mean(turned - faded, now - deeper)};
    const double optical = result.optical.hue(), chemical = result.chemical.hue();
    if (optical + chemical >= least_hue_shift) {
        result.optical_share = optical / (optical + chemical);
        result.chemical_share = chemical / (optical + chemical);
    }
    return result;
}

StandingCast standing_cast(const DarkGrid& grid, const ZoneSkin& skin, const Region& region,
                           const transport::BandValues& carbon_mm2_per_ng, double years) {
    const std::vector<aging::DotState> states = aging::age_all(region.dots, region.course, years);
    const std::vector<Deposit> now = deposits(region.inks, region.dots, states);
    std::vector<Deposit> carbon = now, flat = now;
    for (std::size_t i = 0; i < now.size(); ++i) {
        double mass = static_cast<double>(states[i].ferric_ng) + static_cast<double>(states[i].darkened_ng);
        for (const float pigment : states[i].mass_ng)
            mass += static_cast<double>(pigment);
        for (std::size_t band = 0; band < transport::band_count; ++band)
            carbon[i].area_mm2[band] = static_cast<float>(mass) * carbon_mm2_per_ng[band];
        flat[i].area_mm2.fill(luminous(skin, now[i].area_mm2));
    }
    const color::Xyz seen = skin.colour.inked_xyz(deposit_ratio(grid, now, region.area_mm2));
    const color::Lab lab = color::lab_from_xyz(seen, skin.colour.white);
    const EqualLightness as_carbon = at_luminance(grid, skin, carbon, region.area_mm2, seen.y);
    const EqualLightness as_flat = at_luminance(grid, skin, flat, region.area_mm2, seen.y);
    transport::BandValues even;
    even.fill(static_cast<float>(seen.y / skin.colour.bare_xyz().y));
    return {.delta_e_2000 = color::delta_e_2000(lab, as_carbon.lab),
            .carbon_scale = as_carbon.scale,
            .optical = as_flat.lab - skin.colour.lab(even),
            .ink = lab - as_flat.lab};
}

} // namespace healed::study
