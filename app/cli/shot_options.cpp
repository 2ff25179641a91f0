#include "shot_options.h"

#include "base/error.h"
#include "base/file.h"

#include <algorithm>
#include <charconv>
#include <fmt/ranges.h>
#include <vector>

namespace healed::cli {

namespace {

constexpr int longest_side = 8192;

int side(const std::string& size, std::string_view digits) {
    int pixels = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), pixels);
    if (problem != std::errc() || end != digits.data() + digits.size() || pixels < 1 || pixels > longest_side)
        fail("--size: {} is not WIDTHxHEIGHT with sides of 1 … {} pixels", size, longest_side);
    return pixels;
}

} // namespace

void add_shot_options(CLI::App& command, ShotOptions& options) {
    command
        .add_option("--camera", options.camera,
                    "Camera, as healed presets lists them, or a bookmark of the plan by its name")
        ->capture_default_str();
    command
        .add_option("--light", options.light,
                    "Light rig, as healed presets lists them, or a picture of the surroundings (.hdr, .exr)")
        ->capture_default_str();
    command.add_option("--turn", options.turn_deg, "Carry the camera so many degrees to the head's left");
    command.add_option("--tilt", options.tilt_deg, "… and so many up");
    command.add_option("--zoom", options.zoom, "Show so many times less of the head, larger");
    command.add_option("--shift-right-mm", options.shift_right_mm,
                       "Carry the frame so far to the picture's right");
    command.add_option("--shift-up-mm", options.shift_up_mm, "… and so far up");
    command
        .add_option(
            "--focal-length-mm", options.focal_length_mm,
            "Another lens, on a sensor 24 mm high: from nearer or farther, the same width of the head")
        ->check(CLI::Range(20.0, 400.0));
    command.add_option("--light-turn", options.light_turn_deg,
                       "Carry the light so many degrees to the head's left");
    command.add_option("--size", options.size, "WIDTHxHEIGHT in pixels")->capture_default_str();
    command
        .add_option("--supersamples", options.supersamples, "Samples on a side of a pixel: 1 draft, 2 export")
        ->check(CLI::Range(1, 4))
        ->capture_default_str();
    command
        .add_option("--f-number", options.f_number,
                    "Of the lens: blurs what lies before and behind the scalp in focus; 0: all is sharp")
        ->capture_default_str();
    command
        .add_option("--exposure", options.development.exposure_stops,
                    "Brighter by so many stops than the light asks for, -4 … 4")
        ->capture_default_str();
    command
        .add_option("--white-balance", options.development.white_balance_k,
                    "Daylight of so many kelvin is white, 4000 … 25000; 0: as the light asks for")
        ->capture_default_str();
    command.add_option("--oil", options.gloss.oil, "On the skin: 0 matt, 1 healthy, 2 greasy")
        ->capture_default_str();
    command
        .add_option("--roughness", options.gloss.roughness,
                    "Of what the skin mirrors, over that of healthy skin: 0.5 polished … 2 dull")
        ->capture_default_str();
    command.add_option("--wet", options.gloss.wet, "Share of the skin under water, 0 … 1")
        ->capture_default_str();
    command.add_option("--sunscreen", options.gloss.sunscreen, "On the skin: 0 none … 1 fresh and thick")
        ->capture_default_str();
    command.add_flag("--polarised", options.polarised, "Crossed polarisers, as in trichoscopy: no shine");
    command.add_flag("--measure", options.measure, "Colorimetric picture for measuring, no film curve");
}

portfolio::Shot shot_of(const ShotOptions& options, const std::vector<project::Bookmark>& bookmarks) {
    const std::size_t cross = options.size.find('x');
    const std::string_view size = options.size;
    portfolio::Shot shot{.camera = options.camera,
                         .rig = options.light,
                         .orbit = {options.turn_deg,
                                   options.tilt_deg,
                                   options.zoom,
                                   {options.shift_right_mm, options.shift_up_mm},
                                   options.focal_length_mm},
                         .light_turn_deg = options.light_turn_deg,
                         .f_number = options.f_number,
                         .polarised = options.polarised,
                         .development = options.development,
                         .gloss = options.gloss};
    shot.settings.width = side(options.size, size.substr(0, cross));
    shot.settings.height =
        side(options.size, cross == size.npos ? std::string_view() : size.substr(cross + 1));
    shot.settings.supersamples = options.supersamples;
    shot.settings.view = options.measure ? render::View::Measure : render::View::Film;
    portfolio::check(shot, bookmarks);
    return shot;
}

void require_picture_output(const std::filesystem::path& file, std::string_view further_ending) {
    const std::string ending = file.extension().string();
    std::vector<std::string_view> endings{".png", ".jpg", ".jpeg"};
    if (!further_ending.empty())
        endings.push_back(further_ending);
    if (std::find(endings.begin(), endings.end(), ending) == endings.end())
        fail("{}: \"{}\" is no ending for a picture; {} are", file.string(), ending,
             fmt::join(endings, ", "));
    require_writable(file);
}

} // namespace healed::cli
