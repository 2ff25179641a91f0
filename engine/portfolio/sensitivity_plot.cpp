#include "portfolio/sensitivity_plot.h"

#include "portfolio/plot.h"

#include <algorithm>
#include <fmt/format.h>

namespace healed::portfolio {

namespace {

constexpr int page_width = 1240, page_height = 720, margin = 36;
constexpr std::size_t most_bars = 16;

} // namespace

ByteImage plot_sensitivity(const study::SensitivityTable& table, const std::string& footnote) {
    const Typefaces faces = load_typefaces();
    ByteImage page(page_width, page_height, 3);
    fill(page, {0, 0, page_width, page_height}, plot_ink::paper);
    const double size = text_size(page);
    std::vector<Span> spans;
    for (std::size_t i = 0; i < std::min(most_bars, table.rows.size()); ++i) {
        const study::Sensitivity& row = table.rows[i];
        const auto end = [&](double value, double share) {
            return fmt::format("{:g}: {:.0f} %", value, 100.0 * share);
        };
        spans.push_back({.name = row.constant->unit == "1"
                                     ? std::string(row.constant->name)
                                     : fmt::format("{}, {}", row.constant->name, row.constant->unit),
                         .at_low = end(row.constant->low, row.at_low.satisfied_at_3y),
                         .at_high = end(row.constant->high, row.at_high.satisfied_at_3y),
                         .low = row.at_low.satisfied_at_3y,
                         .high = row.at_high.satisfied_at_3y});
    }
    const std::string title = fmt::format(
        "Content at three years ({:.1f} %) with one constant at the low (blue) or high (orange) end "
        "of its range",
        100.0 * table.as_is.satisfied_at_3y);
    draw_spans(page, faces, {margin, margin, page_width - 2 * margin, page_height - 3 * margin}, title,
               table.as_is.satisfied_at_3y, spans);
    faces.regular.draw(page, footnote, margin, page_height - 0.7 * margin, 0.85 * size, plot_ink::quiet);
    return page;
}

} // namespace healed::portfolio
