#include "treatment/chart_dots.h"

#include "base/error.h"
#include "treatment/growth.h"
#include "treatment/needle.h"
#include "treatment/random.h"
#include "treatment/region.h"

namespace healed::treatment {

namespace {

double square_side_mm(const TestChart& chart) {
    return chart.dots * chart.spacing_mm + chart.gap_mm;
}

Dot chart_dot(const ScalpFrame& frame, const Plan& plan, const ink::Ink& ink, const ChartSquare& square,
              glm::vec2 flat_mm) {
    const glm::vec2 place = frame.chart_at_flat(flat_mm);
    if (!frame.chart().is_scalp(place))
        fail("test_chart: {:.0f} mm forward and {:.0f} mm left lies off the scalp; fewer or smaller squares "
             "fit",
             flat_mm.y, flat_mm.x);
    Needle needle = plan.needle;
    needle.footprint_mm = square.footprint_mm;
    needle.resting_depth_mm = square.depth_mm;
    const Hand steady{.depth_sd_mm = 0.0, .size_cv = 0.0, .load_cv = 0.0, .place_sd_mm = 0.0};
    Random random(plan.seed, Purpose::Touch, 0);
    Dot dot = touch(needle, steady, plan.sessions[square.session], ink, 1.0, random);
    dot.chart = place;
    dot.position_mm = frame.chart().position_at(place);
    dot.normal = frame.chart().normal_at(place);
    dot.drift = -growth_direction(frame, place, plan.follicles.whorls);
    dot.session = static_cast<std::uint8_t>(square.session);
    dot.zone = static_cast<std::uint8_t>(region_at(frame, place));
    return dot;
}

} // namespace

std::vector<ChartSquare> chart_squares(const ScalpFrame& frame, const Plan& plan) {
    const TestChart& chart = *plan.test_chart;
    const double side = square_side_mm(chart);
    const auto columns = static_cast<double>(chart.footprints_mm.size());
    const auto rows = static_cast<double>(chart.depths_mm.size());
    const double block = columns * side + chart.gap_mm;
    const double width = block * static_cast<double>(plan.sessions.size()) - 2.0 * chart.gap_mm;
    const glm::dvec2 middle =
        static_cast<double>(frame.scale()) * glm::dvec2(chart.middle.left_mm, chart.middle.forward_mm);
    std::vector<ChartSquare> squares;
    for (std::size_t s = 0; s < plan.sessions.size(); ++s)
        for (std::size_t row = 0; row < chart.depths_mm.size(); ++row)
            for (std::size_t column = 0; column < chart.footprints_mm.size(); ++column) {
                const double left = static_cast<double>(s) * block + static_cast<double>(column) * side +
                                    0.5 * (side - chart.gap_mm) - 0.5 * width;
                const double forward = (0.5 * (rows - 1.0) - static_cast<double>(row)) * side;
                squares.push_back({s, chart.footprints_mm[column], chart.depths_mm[row],
                                   glm::vec2(middle + glm::dvec2(left, forward))});
            }
    return squares;
}

std::vector<Dot> chart_dots(const ScalpFrame& frame, const Plan& plan, const ink::Library& library) {
    const TestChart& chart = *plan.test_chart;
    std::vector<Dot> dots;
    const auto off = [&chart](int i) {
        return static_cast<float>(chart.spacing_mm * (i - 0.5 * (chart.dots - 1)));
    };
    for (const ChartSquare& square : chart_squares(frame, plan)) {
        const ink::Ink& ink = library.ink(plan.sessions[square.session].ink);
        for (int j = 0; j < chart.dots; ++j)
            for (int i = 0; i < chart.dots; ++i)
                dots.push_back(
                    chart_dot(frame, plan, ink, square, square.middle_flat_mm + glm::vec2(off(i), off(j))));
    }
    return dots;
}

} // namespace healed::treatment
