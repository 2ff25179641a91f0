#include "portfolio/maintenance_plot.h"

#include "portfolio/plot.h"
#include "study/constants.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>

namespace healed::portfolio {

namespace {

constexpr int page_width = 1240, page_height = 720, margin = 36;

std::vector<double> ticks(double high, double step) {
    std::vector<double> all;
    for (double at = 0.0; at < high + 1e-9; at += step)
        all.push_back(at);
    return all;
}

PlotAxis years_axis(const study::ToneBand& band) {
    return {"years after the last session", 0.0, band.years, ticks(band.years, band.years > 12.0 ? 5.0 : 1.0),
            ""};
}

using Value = std::function<double(const study::ToneAt&)>;

/// A curve that is broken where touch-ups heal.
void draw_way(Plot& plot, const study::MaintenanceCourse& course, const Value& value, Ink ink, double width) {
    constexpr double gap_years = 0.1;
    std::vector<PlotPoint> piece;
    for (const study::ToneAt& at : course.way) {
        if (!piece.empty() && at.years - piece.back().x > gap_years) {
            plot.line(piece, ink, width);
            piece.clear();
        }
        piece.push_back({at.years, value(at)});
    }
    plot.line(piece, ink, width);
}

/// A limit with its name at the left, where curves are still far from it.
void draw_limit(Plot& plot, const study::ToneBand& band, double at, double above, const std::string& words) {
    plot.line({{0.0, at}, {band.years, at}}, plot_ink::vermilion, 1.6);
    plot.words({0.02 * band.years, at + above}, words, plot_ink::vermilion);
}

void draw_tone(ByteImage& page, const Typefaces& faces, Box area, const study::Maintenance& maintenance) {
    const study::ToneBand& band = maintenance.band;
    const study::MaintenanceCourse& course = maintenance.courses[maintenance.nearest];
    const double top = 20.0 * std::ceil(5.0 * std::max(band.high, course.highest_kept) + 0.5);
    Plot plot(page, faces, area, "Tone", years_axis(band),
              {"contrast to bare skin over the healed one; breaks: a touch-up heals", 0.0, top,
               ticks(top, 20.0), " %"});
    Ink pale = plot_ink::green;
    pale.opacity = 0.15;
    plot.band({{0.0, 100.0 * band.low}, {band.years, 100.0 * band.low}},
              {{0.0, 100.0 * band.high}, {band.years, 100.0 * band.high}}, pale);
    draw_way(
        plot, course, [](const study::ToneAt& at) { return 100.0 * at.kept; }, plot_ink::black, 2.6);
    const double foot = 0.06 * top;
    if (!course.renewals.empty() && course.renewals.front().at_years > 0.2 * band.years)
        plot.words({0.02 * band.years, 0.6 * foot}, "touch-ups", plot_ink::vermilion);
    for (const study::Renewal& renewal : course.renewals) {
        plot.line({{renewal.at_years, 0.0}, {renewal.at_years, foot}}, plot_ink::vermilion, 2.2);
        if (course.renewals.size() <= 8)
            plot.words({renewal.at_years + 0.012 * band.years, 0.6 * foot},
                       fmt::format("+{:.0f}", renewal.added_per_cm2), plot_ink::vermilion);
    }
}

void draw_dots(ByteImage& page, const Typefaces& faces, Box area, const study::Maintenance& maintenance) {
    const study::MaintenanceCourse& course = maintenance.courses[maintenance.nearest];
    const double limit = study::constant::helmet_dots;
    const double top = 100.0 * std::ceil(std::max(1.15 * limit, course.at_end.dots_ever_per_cm2) / 100.0);
    Plot plot(page, faces, area, "Dots a cm²", years_axis(maintenance.band),
              {"black: that still show; blue: all that were ever set", 0.0, top, ticks(top, 100.0), ""});
    draw_limit(plot, maintenance.band, limit, 0.08 * top, fmt::format("a helmet above {:.0f}", limit));
    draw_way(
        plot, course, [](const study::ToneAt& at) { return at.crowding.dots_ever_per_cm2; }, plot_ink::sky,
        1.8);
    draw_way(
        plot, course, [](const study::ToneAt& at) { return at.crowding.dots_per_cm2; }, plot_ink::black, 2.6);
}

void draw_between(ByteImage& page, const Typefaces& faces, Box area, const study::Maintenance& maintenance) {
    const double limit = 100.0 * study::constant::helmet_between;
    Plot plot(page, faces, area, "Skin between dots", years_axis(maintenance.band),
              {"share of the zone", 60.0, 100.0, {60.0, 70.0, 80.0, 90.0, 100.0}, " %"});
    draw_limit(plot, maintenance.band, limit, -3.0, fmt::format("a helmet below {:.0f} %", limit));
    draw_way(
        plot, maintenance.courses[maintenance.nearest],
        [](const study::ToneAt& at) { return std::max(100.0 * at.crowding.share_between, 60.0); },
        plot_ink::black, 2.6);
}

std::string verdict(const study::Maintenance& maintenance) {
    const study::MaintenanceCourse& course = maintenance.courses[maintenance.nearest];
    const std::string sum = fmt::format("{} touch-ups in {:g} years, at least {:g} {} apart, {:.0f} dots a "
                                        "cm² in all",
                                        course.renewals.size(), maintenance.band.years, course.gap_years,
                                        course.gap_years == 1.0 ? "year" : "years", course.added_per_cm2);
    if (!course.in_band)
        return sum + "; the tone leaves its band";
    return course.helmet_years ? fmt::format("{}; a helmet from year {:.1f} on", sum, *course.helmet_years)
                               : sum + ": the fewest";
}

} // namespace

ByteImage plot_maintenance(const study::Maintenance& maintenance, const std::string& title,
                           const std::string& footnote) {
    const Typefaces faces = load_typefaces();
    ByteImage page(page_width, page_height, 3);
    fill(page, {0, 0, page_width, page_height}, plot_ink::paper);
    const double size = text_size(page);
    faces.bold.draw(page, title, margin, margin + 0.8 * size, 1.35 * size, plot_ink::text);
    faces.regular.draw(page, verdict(maintenance), margin, margin + 2.3 * size, size, plot_ink::quiet);
    faces.regular.draw(page, footnote, margin, page_height - 0.7 * margin, 0.85 * size, plot_ink::quiet);
    const int top = margin + static_cast<int>(3.4 * size),
              bottom = page_height - margin - static_cast<int>(1.2 * size);
    constexpr int left_width = 680;
    draw_tone(page, faces, {margin, top, left_width, bottom - top}, maintenance);
    const int right = margin + left_width + 40, width = page_width - margin - right,
              half = (bottom - top) / 2;
    draw_dots(page, faces, {right, top, width, half - 8}, maintenance);
    draw_between(page, faces, {right, top + half + 8, width, half - 8}, maintenance);
    return page;
}

} // namespace healed::portfolio
