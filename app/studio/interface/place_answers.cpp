#include "interface/bench.h"

#include "base/file.h"
#include "skin/optics.h"
#include "study/two_blues.h"
#include "transport/adding_doubling.h"
#include "transport/bands.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::studio {

namespace {

/// Half of the cut's length, and how far a dot may lie beside it.
constexpr float half_cut_mm = 3.0f, beside_cut_mm = 0.35f;
constexpr float explained_radius_mm = 2.5f;
constexpr double explained_area_mm2 = std::numbers::pi * explained_radius_mm * explained_radius_mm;

std::vector<treatment::Dot> dots_about(const portfolio::Work& work, glm::vec3 place_mm, float radius_mm) {
    std::vector<treatment::Dot> near;
    std::ranges::copy_if(work.treatment.dots, std::back_inserter(near), [&](const treatment::Dot& dot) {
        return glm::length(dot.position_mm - place_mm) < radius_mm;
    });
    return near;
}

float total(const treatment::PigmentMasses& masses) {
    float sum = 0;
    for (const float mass : masses)
        sum += mass;
    return sum;
}

/// The skin cut from one side of the head to the other.
Cut cut_at(const portfolio::Work& work, glm::vec2 chart, double years) {
    const glm::vec3 middle = work.head.chart.position_at(chart), normal = work.head.chart.normal_at(chart);
    const glm::vec3 along = glm::normalize(glm::cross(glm::vec3(0, 0, 1), normal) + glm::vec3(1e-4f, 0, 0));
    const glm::vec3 aside = glm::cross(normal, along);
    Cut cut{chart, {}};
    const std::vector<treatment::Dot> dots = dots_about(work, middle, half_cut_mm);
    const std::vector<aging::DotState> states = aging::age_all(dots, work.course, years);
    for (std::size_t i = 0; i < dots.size(); ++i) {
        const glm::vec3 way = dots[i].position_mm - middle;
        if (std::abs(glm::dot(way, aside)) > beside_cut_mm)
            continue;
        const float delivered = std::max(total(dots[i].mass_ng), 1e-6f);
        cut.dots.push_back({glm::dot(way, along), states[i].depth_mm, states[i].sigma_mm,
                            states[i].sigma_z_mm,
                            std::clamp(total(states[i].mass_ng) / delivered, 0.0f, 1.0f)});
    }
    return cut;
}

color::Spectrum bare(skin::SkinSettings settings, double melanin, double blood) {
    settings.melanin_fraction *= melanin;
    settings.blood_fraction *= blood;
    return transport::bare_reflectance(skin::Skin(settings, skin::load_haemoglobin(assets_folder())));
}

/// Linear between the bands in which ink is followed, level beyond them.
double ratio_at(const transport::BandValues& ratio, double nm) {
    const auto& bands = transport::band_nm;
    const auto above = std::ranges::upper_bound(bands, nm);
    if (above == bands.begin())
        return static_cast<double>(ratio.front());
    if (above == bands.end())
        return static_cast<double>(ratio.back());
    const auto i = static_cast<std::size_t>(above - bands.begin());
    const double share = (nm - bands[i - 1]) / (bands[i] - bands[i - 1]);
    return std::lerp(static_cast<double>(ratio[i - 1]), static_cast<double>(ratio[i]), share);
}

PlaceSpectrum spectrum_of(const color::Spectrum& skin, const transport::BandValues& ratio) {
    PlaceSpectrum spectrum;
    for (std::size_t i = 0; i < spectrum.bare.size(); ++i) {
        const double nm = 400.0 + 10.0 * static_cast<double>(i);
        spectrum.bare[i] = color::value_at(skin, nm);
        spectrum.inked[i] = spectrum.bare[i] * ratio_at(ratio, nm);
    }
    return spectrum;
}

color::Lab moved(const color::Lab& lab, const study::Shift& shift, double by) {
    return {lab.l + by * shift.l, lab.a + by * shift.a, lab.b + by * shift.b};
}

Explanation explained(const portfolio::Work& work, glm::vec2 chart, double years) {
    const color::Viewing viewing = color::load_daylight_viewing(assets_folder());
    const skin::SkinSettings& settings = work.project.skin;
    const auto lab = [&](const color::Spectrum& spectrum) {
        return color::lab_from_xyz(viewing.xyz(spectrum), viewing.white());
    };
    const color::Spectrum skin = bare(settings, 1, 1);
    Explanation why{.parts = {{"explain.tissue", lab(bare(settings, 0, 0))},
                              {"explain.blood", lab(bare(settings, 0, 1))},
                              {"explain.melanin", lab(skin)}},
                    .spectrum = {}};
    transport::BandValues ratio;
    ratio.fill(1.0f);
    const std::vector<treatment::Dot> dots =
        dots_about(work, work.head.chart.position_at(chart), explained_radius_mm);
    if (!dots.empty()) {
        const std::vector<aging::DotState> states = aging::age_all(dots, work.course, years);
        ratio = study::ink_ratio(work.grid, work.inks, {dots, states, explained_area_mm2});
        const study::StandingCast cast =
            study::standing_cast(work.grid, work.skin, {dots, work.course, work.inks, explained_area_mm2},
                                 work.carbon_mm2_per_ng, years);
        const color::Lab now = work.skin.colour.lab(ratio);
        const color::Lab deep = moved(now, cast.ink, -1);
        why.parts.push_back({"explain.amount", moved(deep, cast.optical, -1)});
        why.parts.push_back({"explain.depth", deep});
        why.parts.push_back({"explain.ink", now});
    }
    why.spectrum = spectrum_of(skin, ratio);
    return why;
}

/// The spectrum alone costs a small part of an explanation.
PlaceSpectrum seen(const portfolio::Work& work, glm::vec2 chart, double years) {
    const std::vector<treatment::Dot> dots =
        dots_about(work, work.head.chart.position_at(chart), explained_radius_mm);
    transport::BandValues ratio;
    ratio.fill(1.0f);
    if (!dots.empty()) {
        const std::vector<aging::DotState> states = aging::age_all(dots, work.course, years);
        ratio = study::ink_ratio(work.grid, work.inks, {dots, states, explained_area_mm2});
    }
    return spectrum_of(bare(work.project.skin, 1, 1), ratio);
}

/// Sends an errand that finds something out about a place.
template <typename Find, typename Take>
void ask(Studio& studio, const char* name, const Plan& plan, Find find, Take take) {
    if (studio.errands)
        studio.errands->send(name, [&studio, plan, find, take, bench = studio.bench](
                                       const gpu::Device& device, const Progress& progress) {
            const portfolio::Work& work = bench->work_of(device, plan, progress);
            return [&studio, take, found = find(work)] { take(*studio.answers, found); };
        });
}

} // namespace

void ask_cut(Studio& studio, const Plan& plan, double years, glm::vec2 chart) {
    ask(
        studio, "cut", plan, [=](const portfolio::Work& work) { return cut_at(work, chart, years); },
        [](Answers& answers, const Cut& cut) { answers.cut = cut; });
}

void ask_explanation(Studio& studio, const Plan& plan, double years, glm::vec2 chart) {
    studio.answers->explanation.reset();
    ask(
        studio, "explanation", plan,
        [=](const portfolio::Work& work) { return explained(work, chart, years); },
        [](Answers& answers, const Explanation& why) { answers.explanation = why; });
}

void ask_spectrum(Studio& studio, const Plan& plan, double years, glm::vec2 chart) {
    studio.answers->spectrum.reset();
    ask(
        studio, "spectrum", plan, [=](const portfolio::Work& work) { return seen(work, chart, years); },
        [](Answers& answers, const PlaceSpectrum& found) { answers.spectrum = found; });
}

} // namespace healed::studio
