#include "portfolio/study_plot.h"

#include "portfolio/plot.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace healed::portfolio {

namespace {

constexpr int page_width = 1240, page_height = 720, margin = 36;
constexpr double last_year = 15.0;
constexpr double step_years = 0.125;

/// Years to touch-up in rising order, of all or of those who protect themselves so.
std::vector<double> years_of(const std::vector<study::Fate>& fates,
                             std::optional<aging::Protection> protection) {
    std::vector<double> years;
    for (const study::Fate& fate : fates)
        if (!protection || fate.person.client.protection == *protection)
            years.push_back(fate.touch_up.lasts ? 2.0 * study::horizon_years : fate.touch_up.years);
    std::sort(years.begin(), years.end());
    return years;
}

double content_at(const std::vector<double>& sorted, double years) {
    const auto back = std::upper_bound(sorted.begin(), sorted.end(), years) - sorted.begin();
    return 100.0 * (1.0 - static_cast<double>(back) / static_cast<double>(sorted.size()));
}

std::vector<PlotPoint> content_curve(const std::vector<double>& sorted) {
    std::vector<PlotPoint> curve;
    for (double year = 0.0; year <= last_year; year += step_years)
        curve.push_back({year, content_at(sorted, year)});
    return curve;
}

/// The curve and the ends of its 90 % band: the normal law of a share.
struct Band {
    std::vector<PlotPoint> low, high;
};
Band band_about(const std::vector<PlotPoint>& curve, std::size_t patients) {
    Band band;
    for (const PlotPoint& point : curve) {
        const double share = point.y / 100.0;
        const double half = 164.5 * std::sqrt(share * (1.0 - share) / static_cast<double>(patients));
        band.low.push_back({point.x, std::max(point.y - half, 0.0)});
        band.high.push_back({point.x, std::min(point.y + half, 100.0)});
    }
    return band;
}

void draw_survival(Plot& plot, const std::vector<study::Fate>& fates) {
    struct Group {
        std::optional<aging::Protection> protection;
        const char* name;
        Ink ink;
        double width;
    };
    const Group groups[] = {{aging::Protection::None, "no protection", plot_ink::vermilion, 2.2},
                            {aging::Protection::Occasional, "now and then", plot_ink::green, 2.2},
                            {aging::Protection::Daily, "every day", plot_ink::blue, 2.2},
                            {std::nullopt, "all", plot_ink::black, 3.2}};
    double row = 95.0;
    for (const Group& group : groups) {
        const std::vector<double> years = years_of(fates, group.protection);
        if (years.empty())
            continue;
        const std::vector<PlotPoint> curve = content_curve(years);
        Ink pale = group.ink;
        pale.opacity = 0.18;
        const Band band = band_about(curve, years.size());
        plot.band(band.low, band.high, pale);
        plot.line(curve, group.ink, group.width);
        plot.line({{9.4, row}, {10.2, row}}, group.ink, group.width);
        plot.words({10.4, row}, fmt::format("{} ({})", group.name, years.size()), plot_ink::text);
        row -= 6.0;
    }
}

std::vector<Bar> cause_bars(const study::Findings& found) {
    const char* names[] = {"faded", "hue", "dot size", "blueness"};
    const Ink inks[] = {plot_ink::quiet, plot_ink::orange, plot_ink::green, plot_ink::blue};
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < study::cause_count; ++i)
        bars.push_back({names[i], fmt::format("{:.1f} %", 100.0 * found.shares.failure[i]),
                        found.shares.failure[i], inks[i]});
    return bars;
}

std::vector<Bar> sun_bars(const std::array<double, 4>& back) {
    const char* names[] = {"least sun", "less", "more", "most sun"};
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < back.size(); ++i)
        bars.push_back({names[i], fmt::format("{:.0f} %", 100.0 * back[i]), back[i], plot_ink::vermilion});
    return bars;
}

} // namespace

ByteImage plot_study(const std::vector<study::Fate>& fates, const study::Findings& found,
                     const std::string& title, const std::string& footnote) {
    const Typefaces faces = load_typefaces();
    ByteImage page(page_width, page_height, 3);
    fill(page, {0, 0, page_width, page_height}, plot_ink::paper);
    const double size = text_size(page);
    faces.bold.draw(page, title, margin, margin + 0.8 * size, 1.35 * size, plot_ink::text);
    faces.regular.draw(page, footnote, margin, page_height - 0.7 * margin, 0.85 * size, plot_ink::quiet);
    const int top = margin + static_cast<int>(2.2 * size),
              bottom = page_height - margin - static_cast<int>(1.2 * size);
    Plot plot(
        page, faces, {margin, top, 780, bottom - top}, "Still content without a touch-up",
        {"years after the last session", 0.0, last_year, {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15}, ""},
        {"share of clients, with the 90 % band of so many", 0.0, 100.0, {0, 20, 40, 60, 80, 100}, " %"});
    draw_survival(plot, fates);
    const int right = margin + 820, width = page_width - margin - right, half = (bottom - top) / 2;
    draw_bars(page, faces, {right, top, width, half - margin}, "Why they came back", cause_bars(found));
    if (found.shares.by_3y_by_uv_quartile)
        draw_bars(page, faces, {right, top + half, width, half - margin}, "Back within three years",
                  sun_bars(*found.shares.by_3y_by_uv_quartile));
    return page;
}

} // namespace healed::portfolio
