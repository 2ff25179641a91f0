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

constexpr double about_pixels_per_mm = 14.0;
constexpr double margin_mm = 3.0; ///< of bare skin about the squares
constexpr double crust_depth_mm = 0.005, crust_sigma_z_mm = 0.01;
constexpr Ink paper{247, 245, 241}, text_ink{34, 32, 30}, quiet_ink{118, 112, 105};

/// Pixels of the plate: a whole number of them from dot to dot, so that squares are laid from one tile.
struct Scale {
    explicit Scale(const treatment::TestChart& chart)
        : tile(static_cast<int>(std::lround(chart.spacing_mm * about_pixels_per_mm))),
          square(tile * chart.dots), per_mm(tile / chart.spacing_mm) {}
    int pixels(double mm) const { return static_cast<int>(std::lround(mm * per_mm)); }

    int tile, square;
    double per_mm;
};

/// The skin about all squares, and where a place of the chart lies on it.
struct Ground {
    explicit Ground(const treatment::Plan& plan) : scale(*plan.test_chart) {
        glm::dvec2 reach(0.0);
        for (const treatment::ChartSquare& square : chart_squares(plan))
            reach = glm::max(reach, glm::abs(glm::dvec2(square.middle_mm)));
        const glm::dvec2 half_mm = reach + margin_mm;
        pixels = 2 * glm::ivec2(scale.pixels(half_mm.x), scale.pixels(half_mm.y)) + scale.square;
    }
    glm::ivec2 on_ground(glm::vec2 from_middle_mm) const {
        return pixels / 2 + glm::ivec2(scale.pixels(from_middle_mm.x), -scale.pixels(from_middle_mm.y));
    }

    Scale scale;
    glm::ivec2 pixels;
};

std::vector<double> peaks(const transport::BandValues& area_mm2, double sigma_mm, double sigma_z_mm) {
    const double volume = std::pow(2.0 * std::numbers::pi, 1.5) * sigma_mm * sigma_mm * sigma_z_mm;
    std::vector<double> values;
    for (const float area : area_mm2)
        values.push_back(static_cast<double>(area) / volume);
    return values;
}

/// Sets a dot's ink into the middle of a patch.
void add(transport::Patch& patch, const treatment::Dot& dot, const aging::DotState& state,
         const study::InkBands& inks) {
    const double middle_mm = 0.5 * patch.width_mm;
    patch.dots.push_back(
        {.x_mm = middle_mm,
         .y_mm = middle_mm,
         .depth_mm = state.depth_mm,
         .sigma_mm = state.sigma_mm,
         .sigma_z_mm = state.sigma_z_mm,
         .slant_y = std::tan(dot.tilt_rad),
         .peak_absorption_per_mm = peaks(inks.in_skin(dot, state), state.sigma_mm, state.sigma_z_mm)});
    if (state.crust > 0.0f)
        patch.dots.push_back({.x_mm = middle_mm,
                              .y_mm = middle_mm,
                              .depth_mm = crust_depth_mm,
                              .sigma_mm = state.crust_sigma_mm,
                              .sigma_z_mm = crust_sigma_z_mm,
                              .peak_absorption_per_mm =
                                  peaks(inks.in_crust(dot, state), state.crust_sigma_mm, crust_sigma_z_mm)});
}

/// One dot of a square and the skin that is its own; the patch repeats without end.
transport::Patch cell_of(const treatment::TestChart& chart, const skin::Skin& skin) {
    transport::Patch patch;
    patch.width_mm = patch.height_mm = chart.spacing_mm;
    patch.columns = patch.rows = Scale(chart).tile;
    patch.periodic = true;
    for (const double nm : transport::band_nm) {
        patch.wavelengths_nm.push_back(nm);
        patch.stacks.push_back(skin.stack_at(nm));
    }
    return patch;
}

std::array<std::uint8_t, 3> bytes_of(const transport::BandColour& colour,
                                     const transport::BandValues& ratio) {
    return color::srgb_bytes(color::linear_srgb_from_xyz(
        color::adapt(colour.inked_xyz(ratio), colour.white, color::srgb_white())));
}

ByteImage tile_of(const transport::Patch& cell, const transport::PatchReflectance& light,
                  const transport::BandColour& colour) {
    ByteImage tile(cell.columns, cell.rows, 3);
    for (int y = 0; y < cell.rows; ++y)
        for (int x = 0; x < cell.columns; ++x) {
            const auto point = static_cast<std::size_t>(y * cell.columns + x);
            transport::BandValues ratio;
            for (std::size_t band = 0; band < ratio.size(); ++band)
                ratio[band] = static_cast<float>(light.ratio[band][point]);
            const auto bytes = bytes_of(colour, ratio);
            std::copy(bytes.begin(), bytes.end(), tile.at(x, y));
        }
    return tile;
}

/// Bare skin with the squares on it.
ByteImage inked_ground(const gpu::Device& device, const project::Project& project,
                       const ink::Library& library, double years, const Progress& progress) {
    const treatment::Plan& plan = project.plan;
    const skin::Haemoglobin haemoglobin = skin::load_haemoglobin(assets_folder());
    const skin::Skin skin(project.skin, haemoglobin);
    const transport::BandColour colour =
        study::zone_skin(project.skin, haemoglobin, color::load_daylight_viewing(assets_folder())).colour;
    const Ground ground(plan);
    ByteImage picture(ground.pixels.x, ground.pixels.y, 3);
    transport::BandValues bare;
    bare.fill(1.0f);
    const auto bare_bytes = bytes_of(colour, bare);
    fill(picture, {0, 0, picture.width, picture.height}, {bare_bytes[0], bare_bytes[1], bare_bytes[2]});

    const aging::Course course = aging::course(plan, library, project.client);
    const study::InkBands inks(plan, library);
    const std::vector<treatment::ChartSquare> squares = chart_squares(plan);
    for (std::size_t i = 0; i < squares.size(); ++i) {
        std::vector<treatment::Dot> dot{square_dot(plan, squares[i], library)};
        dot.front().normal = {0.0f, 1.0f, 0.0f};
        transport::Patch cell = cell_of(*plan.test_chart, skin);
        add(cell, dot.front(), aging::age_all(dot, course, years).front(), inks);
        const ByteImage tile = tile_of(cell, transport::fast_patch(device, cell, {}), colour);
        const glm::ivec2 corner = ground.on_ground(squares[i].middle_mm) - ground.scale.square / 2;
        for (int row = 0; row < plan.test_chart->dots; ++row)
            for (int column = 0; column < plan.test_chart->dots; ++column)
                paste(picture, tile, corner.x + column * ground.scale.tile,
                      corner.y + row * ground.scale.tile);
        progress(static_cast<double>(i + 1) / static_cast<double>(squares.size()));
    }
    return picture;
}

/// Writes sizes over the columns, depths beside the rows and inks over the blocks of a patch whose picture
/// begins at a place of the page.
void write_legend(ByteImage& page, const project::Project& project, const ink::Library& library,
                  glm::ivec2 corner, const Typefaces& faces) {
    const treatment::Plan& plan = project.plan;
    const Ground ground(plan);
    const double size = 1.1 * about_pixels_per_mm;
    const auto centred = [&](const std::string& text, double x, double y) {
        faces.regular.draw(page, text, x - 0.5 * faces.regular.width(text, size), y, size, text_ink);
    };
    const treatment::TestChart& chart = *plan.test_chart;
    for (const treatment::ChartSquare& square : chart_squares(plan)) {
        const glm::ivec2 at = corner + ground.on_ground(square.middle_mm);
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
            const double left = at.x - 0.5 * ground.scale.square;
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
    const Typefaces faces = load_typefaces();
    ByteImage picture = inked_ground(device, project, library, years, progress);
    constexpr auto unit = static_cast<int>(about_pixels_per_mm);
    const glm::ivec2 corner(6 * unit, 11 * unit);
    ByteImage page(corner.x + picture.width + 3 * unit, corner.y + picture.height + 5 * unit, 3);
    fill(page, {0, 0, page.width, page.height}, paper);
    stamp_simulation(picture, faces);
    paste(page, picture, corner.x, corner.y);
    faces.bold.draw(page, fmt::format("{}: {}", project.title, at), 2 * unit, 3.2 * unit, 2.0 * unit,
                    text_ink);
    faces.regular.draw(page, "depth, mm", unit, corner.y - 0.6 * unit, 0.85 * unit, quiet_ink);
    write_legend(page, project, library, corner, faces);
    faces.regular.draw(
        page,
        fmt::format(
            "Simulation: uncalibrated, no medical advice, no promise. Plan {}. Depth is that at which the "
            "ink's middle rests; each square is cut from an endless field of its dots, {:g} mm apart.",
            project::plan_hash(project), project.plan.test_chart->spacing_mm),
        2 * unit, page.height - 1.6 * unit, 0.85 * unit, quiet_ink);
    return page;
}

} // namespace healed::portfolio
