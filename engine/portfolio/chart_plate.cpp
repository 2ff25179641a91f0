#include "portfolio/chart_plate.h"

#include "aging/age.h"
#include "base/error.h"
#include "base/file.h"
#include "color/srgb.h"
#include "portfolio/drawing.h"
#include "portfolio/labels.h"
#include "study/ink_bands.h"
#include "study/zone_skin.h"
#include "transport/fast_patch.h"
#include "treatment/chart_dots.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace healed::portfolio {

namespace {

constexpr int pixels_per_mm = 14;
constexpr double margin_mm = 3.0; ///< of bare skin about the squares
constexpr double crust_depth_mm = 0.005, crust_sigma_z_mm = 0.01;
constexpr Ink paper{247, 245, 241}, text_ink{34, 32, 30}, quiet_ink{118, 112, 105};

double side_mm(const treatment::TestChart& chart) {
    return chart.dots * chart.spacing_mm;
}

/// The patch about all squares, and where a place of the chart lies in it.
struct Ground {
    glm::dvec2 size_mm;
    glm::dvec2 on_patch(glm::vec2 from_middle) const {
        return 0.5 * size_mm + glm::dvec2(from_middle.x, -from_middle.y);
    }
};

Ground ground_of(const treatment::Plan& plan) {
    glm::dvec2 reach(0.0);
    for (const treatment::ChartSquare& square : chart_squares(plan))
        reach = glm::max(reach, glm::abs(glm::dvec2(square.middle_mm)));
    return {2.0 * (reach + 0.5 * side_mm(*plan.test_chart) + margin_mm)};
}

std::vector<double> peaks(const transport::BandValues& area_mm2, double sigma_mm, double sigma_z_mm) {
    const double volume = std::pow(2.0 * std::numbers::pi, 1.5) * sigma_mm * sigma_mm * sigma_z_mm;
    std::vector<double> values;
    for (const float area : area_mm2)
        values.push_back(static_cast<double>(area) / volume);
    return values;
}

/// What a dot's ink is at a place of the patch.
void add(transport::Patch& patch, const treatment::Dot& dot, const aging::DotState& state,
         const study::InkBands& inks, glm::dvec2 at) {
    patch.dots.push_back(
        {.x_mm = at.x,
         .y_mm = at.y,
         .depth_mm = state.depth_mm,
         .sigma_mm = state.sigma_mm,
         .sigma_z_mm = state.sigma_z_mm,
         .slant_y = std::tan(dot.tilt_rad),
         .peak_absorption_per_mm = peaks(inks.in_skin(dot, state), state.sigma_mm, state.sigma_z_mm)});
    if (state.crust > 0.0f)
        patch.dots.push_back({.x_mm = at.x,
                              .y_mm = at.y,
                              .depth_mm = crust_depth_mm,
                              .sigma_mm = state.crust_sigma_mm,
                              .sigma_z_mm = crust_sigma_z_mm,
                              .peak_absorption_per_mm =
                                  peaks(inks.in_crust(dot, state), state.crust_sigma_mm, crust_sigma_z_mm)});
}

transport::Patch inked_patch(const project::Project& project, const ink::Library& library,
                             const skin::Skin& skin, double years) {
    const treatment::Plan& plan = project.plan;
    const Ground ground = ground_of(plan);
    transport::Patch patch;
    patch.width_mm = ground.size_mm.x;
    patch.height_mm = ground.size_mm.y;
    patch.columns = static_cast<int>(std::lround(ground.size_mm.x * pixels_per_mm));
    patch.rows = static_cast<int>(std::lround(ground.size_mm.y * pixels_per_mm));
    for (const double nm : transport::band_nm) {
        patch.wavelengths_nm.push_back(nm);
        patch.stacks.push_back(skin.stack_at(nm));
    }
    const aging::Course course = aging::course(plan, library, project.client);
    const study::InkBands inks(plan, library);
    const std::vector<glm::vec2> places = square_places_mm(*plan.test_chart);
    for (const treatment::ChartSquare& square : chart_squares(plan)) {
        std::vector<treatment::Dot> dot{square_dot(plan, square, library)};
        dot.front().normal = {0.0f, 1.0f, 0.0f};
        const aging::DotState state = aging::age_all(dot, course, years).front();
        for (const glm::vec2 off : places)
            add(patch, dot.front(), state, inks, ground.on_patch(square.middle_mm + off));
    }
    return patch;
}

ByteImage picture_of(const transport::Patch& patch, const transport::PatchReflectance& light,
                     const transport::BandColour& colour) {
    ByteImage picture(patch.columns, patch.rows, 3);
    for (int y = 0; y < patch.rows; ++y)
        for (int x = 0; x < patch.columns; ++x) {
            const auto point = static_cast<std::size_t>(y) * static_cast<std::size_t>(patch.columns) +
                               static_cast<std::size_t>(x);
            transport::BandValues ratio;
            for (std::size_t band = 0; band < ratio.size(); ++band)
                ratio[band] = static_cast<float>(light.ratio[band][point]);
            const auto bytes = color::srgb_bytes(color::linear_srgb_from_xyz(
                color::adapt(colour.inked_xyz(ratio), colour.white, color::srgb_white())));
            std::copy(bytes.begin(), bytes.end(), picture.at(x, y));
        }
    return picture;
}

/// Writes sizes over the columns, depths beside the rows and inks over the blocks of a patch whose picture
/// begins at a place of the page.
void write_legend(ByteImage& page, const project::Project& project, const ink::Library& library,
                  glm::ivec2 corner, const Typefaces& faces) {
    const treatment::Plan& plan = project.plan;
    const Ground ground = ground_of(plan);
    const double size = 1.1 * pixels_per_mm, half = 0.5 * side_mm(*plan.test_chart);
    const auto pixel = [&](glm::vec2 from_middle) {
        return glm::dvec2(corner) + static_cast<double>(pixels_per_mm) * ground.on_patch(from_middle);
    };
    const auto centred = [&](const std::string& text, double x, double y) {
        faces.regular.draw(page, text, x - 0.5 * faces.regular.width(text, size), y, size, text_ink);
    };
    const treatment::TestChart& chart = *plan.test_chart;
    for (const treatment::ChartSquare& square : chart_squares(plan)) {
        const glm::dvec2 at = pixel(square.middle_mm);
        if (square.depth_mm == chart.depths_mm.front())
            centred(fmt::format("{:g}", square.footprint_mm), at.x, corner.y - 0.6 * size);
        if (square.session == 0 && square.footprint_mm == chart.footprints_mm.front()) {
            const std::string depth = fmt::format("{:g}", square.depth_mm);
            faces.regular.draw(page, depth, corner.x - faces.regular.width(depth, size) - 0.6 * size,
                               at.y + 0.5 * faces.regular.cap_height(size), size, text_ink);
        }
        if (square.depth_mm == chart.depths_mm.front() &&
            square.footprint_mm == chart.footprints_mm.front()) {
            const treatment::Session& session = plan.sessions[square.session];
            const double left = at.x - half * pixels_per_mm;
            faces.bold.draw(page, library.ink(session.ink).title, left, corner.y - 4.0 * size, size,
                            text_ink);
            faces.regular.draw(page, fmt::format("shade {:g}; needle's footprint in mm:", session.shade),
                               left, corner.y - 2.3 * size, 0.85 * size, quiet_ink);
        }
    }
}

} // namespace

ByteImage chart_plate(const gpu::Device& device, const project::Project& project, const ink::Library& library,
                      double years, const std::string& at, const Progress& progress) {
    if (!project.plan.test_chart)
        fail("plan: test_chart: the plan has none");
    const skin::Haemoglobin haemoglobin = skin::load_haemoglobin(assets_folder());
    const skin::Skin skin(project.skin, haemoglobin);
    const transport::Patch patch = inked_patch(project, library, skin, years);
    const transport::PatchReflectance light = transport::fast_patch(device, patch, progress);
    const study::ZoneSkin seen =
        study::zone_skin(project.skin, haemoglobin, color::load_daylight_viewing(assets_folder()));

    const Typefaces faces = load_typefaces();
    const int unit = pixels_per_mm;
    const glm::ivec2 corner(6 * unit, 11 * unit);
    ByteImage page(corner.x + patch.columns + 3 * unit, corner.y + patch.rows + 5 * unit, 3);
    fill(page, {0, 0, page.width, page.height}, paper);
    ByteImage picture = picture_of(patch, light, seen.colour);
    draw_scale_bar(picture, patch.width_mm, faces);
    stamp_simulation(picture, faces);
    paste(page, picture, corner.x, corner.y);
    faces.bold.draw(page, fmt::format("{}: {}", project.title, at), 2 * unit, 3.2 * unit, 2.0 * unit,
                    text_ink);
    faces.regular.draw(page, "depth, mm", unit, corner.y - 0.6 * unit, 0.85 * unit, quiet_ink);
    write_legend(page, project, library, corner, faces);
    faces.regular.draw(
        page,
        fmt::format("Simulation: uncalibrated, no medical advice, no promise. Plan {}. Depth is that "
                    "at which the ink's middle rests.",
                    project::plan_hash(project)),
        2 * unit, page.height - 1.6 * unit, 0.85 * unit, quiet_ink);
    return page;
}

} // namespace healed::portfolio
