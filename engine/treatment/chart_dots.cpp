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

void place(Dot& dot, const ScalpFrame& frame, const Plan& plan, glm::vec2 flat_mm) {
    const glm::vec2 place = frame.chart_at_flat(flat_mm);
    if (!frame.chart().is_scalp(place))
        fail("test_chart: {:.0f} mm forward and {:.0f} mm left lies off the scalp; fewer or smaller squares "
             "fit",
             flat_mm.y, flat_mm.x);
    dot.chart = place;
    dot.position_mm = frame.chart().position_at(place);
    dot.normal = frame.chart().normal_at(place);
    dot.drift = -growth_direction(frame, place, plan.follicles.whorls);
    dot.zone = static_cast<std::uint8_t>(region_at(frame, place));
}

} // namespace

std::vector<ChartSquare> chart_squares(const Plan& plan) {
    const TestChart& chart = *plan.test_chart;
    const double side = square_side_mm(chart);
    const auto columns = static_cast<double>(chart.footprints_mm.size());
    const auto rows = static_cast<double>(chart.depths_mm.size());
    const double block = columns * side + chart.gap_mm;
    const double width = block * static_cast<double>(plan.sessions.size()) - 2.0 * chart.gap_mm;
    std::vector<ChartSquare> squares;
    for (std::size_t s = 0; s < plan.sessions.size(); ++s)
        for (std::size_t row = 0; row < chart.depths_mm.size(); ++row)
            for (std::size_t column = 0; column < chart.footprints_mm.size(); ++column) {
                const double left = static_cast<double>(s) * block + static_cast<double>(column) * side +
                                    0.5 * (side - chart.gap_mm) - 0.5 * width;
                const double forward = (0.5 * (rows - 1.0) - static_cast<double>(row)) * side;
                squares.push_back(
                    {s, chart.footprints_mm[column], chart.depths_mm[row], glm::vec2(left, forward)});
            }
    return squares;
}

glm::vec2 chart_middle_mm(const ScalpFrame& frame, const Plan& plan) {
    const Place& middle = plan.test_chart->middle;
    return frame.scale() * glm::vec2(middle.left_mm, middle.forward_mm);
}

std::vector<glm::vec2> square_places_mm(const TestChart& chart) {
    const auto off = [&chart](int i) { return chart.spacing_mm * (i - 0.5 * (chart.dots - 1)); };
    std::vector<glm::vec2> places;
    for (int j = 0; j < chart.dots; ++j)
        for (int i = 0; i < chart.dots; ++i)
            places.emplace_back(off(i), off(j));
    return places;
}

Dot square_dot(const Plan& plan, const ChartSquare& square, const ink::Library& library) {
    Needle needle = plan.needle;
    needle.footprint_mm = square.footprint_mm;
    needle.resting_depth_mm = square.depth_mm;
    const Hand steady{.depth_sd_mm = 0.0, .size_cv = 0.0, .load_cv = 0.0, .place_sd_mm = 0.0};
    const Session& session = plan.sessions[square.session];
    Random random(plan.seed, Purpose::Touch, 0);
    Dot dot = touch(needle, steady, session, library.ink(session.ink), 1.0, random);
    dot.session = static_cast<std::uint8_t>(square.session);
    return dot;
}

std::vector<Dot> chart_dots(const ScalpFrame& frame, const Plan& plan, const ink::Library& library) {
    const glm::vec2 middle = chart_middle_mm(frame, plan);
    const std::vector<glm::vec2> places = square_places_mm(*plan.test_chart);
    std::vector<Dot> dots;
    for (const ChartSquare& square : chart_squares(plan)) {
        const Dot dot = square_dot(plan, square, library);
        for (const glm::vec2 off : places)
            place(dots.emplace_back(dot), frame, plan, middle + square.middle_mm + off);
    }
    return dots;
}

} // namespace healed::treatment
