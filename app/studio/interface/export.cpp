#include "interface/export.h"

#include "base/file.h"
#include "document/words.h"
#include "portfolio/clearing_picture.h"
#include "portfolio/labels.h"
#include "portfolio/plan_sheet.h"
#include "portfolio/provenance.h"
#include "portfolio/sitting.h"
#include "project/moment.h"

#include <array>
#include <cmath>
#include <fmt/ranges.h>

namespace healed::studio {

namespace {

namespace fs = std::filesystem;

/// A word as a shell takes it.
std::string quoted(const std::string& word) {
    const bool plain = word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                              "_-+=./,:@%") == std::string::npos;
    if (plain && !word.empty())
        return word;
    std::string safe = "'";
    for (const char c : word)
        safe += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return safe + "'";
}

std::string plan_word(const Studio& studio) {
    return studio.document.path().empty() ? "plan.healed.json" : quoted(studio.document.path().string());
}

constexpr std::array<const char*, 3> quality_words{"draft", "final", "reference"};

portfolio::Shot shot_of(const Studio& studio) {
    const Looking& looking = studio.looking;
    const render::CameraPreset named = render::load_camera_preset(assets_folder(), looking.framing.camera);
    portfolio::Shot shot{.camera = looking.framing.camera,
                         .rig = looking.rig,
                         .orbit = orbit_of(looking.framing, named),
                         .light_turn_deg = turned_back(looking.light_azimuth_deg - named.azimuth_deg),
                         .polarised = looking.polarised,
                         .development = looking.development,
                         .gloss = looking.gloss};
    shot.settings.width = studio.wishes.width;
    shot.settings.height = studio.wishes.height;
    shot.settings.supersamples = studio.wishes.quality == ExportWishes::Draft ? 1 : 2;
    if (studio.wishes.quality == ExportWishes::Reference)
        shot.paths = static_cast<std::uint64_t>(studio.wishes.paths);
    shot.f_number = studio.wishes.f_number;
    return shot;
}

/// The camera by name, and by how far it was moved where it was moved.
std::string view_words(const portfolio::Shot& shot) {
    std::string words = fmt::format(" --camera {} --light {}", shot.camera, quoted(shot.rig));
    const auto add = [&](const char* flag, float value, float usual) {
        if (std::abs(value - usual) > 1e-4f)
            words += fmt::format(" {} {:.6g}", flag, value);
    };
    add("--turn", shot.orbit.turn_deg, 0);
    add("--tilt", shot.orbit.tilt_deg, 0);
    add("--zoom", shot.orbit.zoom, 1);
    add("--shift-right-mm", shot.orbit.shift_mm.x, 0);
    add("--shift-up-mm", shot.orbit.shift_mm.y, 0);
    add("--focal-length-mm", shot.orbit.focal_length_mm, 0);
    add("--light-turn", shot.light_turn_deg, 0);
    add("--f-number", shot.f_number, 0);
    add("--exposure", shot.development.exposure_stops, 0);
    add("--white-balance", shot.development.white_balance_k, 0);
    add("--oil", shot.gloss.oil, 1);
    add("--roughness", shot.gloss.roughness, 1);
    add("--wet", shot.gloss.wet, 0);
    add("--sunscreen", shot.gloss.sunscreen, 0);
    return shot.polarised ? words + " --polarised" : words;
}

} // namespace

Errands::Work picture_work(Studio& studio, const fs::path& file) {
    const Plan plan = studio.document.plan();
    const double years = studio.time.years;
    const portfolio::Shot shot = shot_of(studio);
    portfolio::check(shot);
    return [&studio, plan, years, shot, file](const gpu::Device& device, const Progress& progress) {
        const auto write = [&](render::Picture& picture, const std::string& noise) {
            portfolio::stamp_simulation(picture.display, portfolio::load_typefaces());
            write_picture(file, picture.display,
                          portfolio::picture_text(*plan, {.version = HEALED_VERSION,
                                                          .at = moment_words(years),
                                                          .camera = shot.camera,
                                                          .light = shot.rig,
                                                          .noise = noise}));
        };
        const double set_up = shot.paths > 0 ? 0.2 : 0.7;
        portfolio::Sitting sitting(device, *plan, [&](double done) { progress(set_up * done); });
        const Progress taking = [&](double done) { progress(set_up + (0.98 - set_up) * done); };
        if (shot.paths > 0) {
            portfolio::take_as_it_clears(sitting, years, shot, taking, write);
        } else {
            render::Picture picture = sitting.take(sitting.first(), years, shot, taking);
            progress(0.98);
            write(picture, {});
        }
        return [&studio, file] { studio.tell(fmt::format("{} {}", say("export.done"), file.string())); };
    };
}

Errands::Work sheet_work(Studio& studio, const fs::path& file) {
    const Plan plan = studio.document.plan();
    portfolio::PlanSheet wanted{.moments = project::parse_moments(studio.wishes.times),
                                .at = studio.wishes.times,
                                .inks = studio.wishes.inks,
                                .skins = studio.wishes.skins,
                                .cameras = studio.wishes.cameras,
                                .version = HEALED_VERSION,
                                .shot = {.camera = studio.looking.framing.camera, .rig = studio.looking.rig}};
    wanted.shot.settings.width = 480;
    wanted.shot.settings.height = 560;
    wanted.shot.settings.supersamples = 2;
    return [&studio, plan, wanted, file](const gpu::Device& device, const Progress& progress) {
        portfolio::write_plan_sheet(device, *plan, wanted, file, progress);
        return [&studio, file] { studio.tell(fmt::format("{} {}", say("export.done"), file.string())); };
    };
}

std::string moment_words(double years) {
    if (std::abs(years - healed_years) < 1e-4)
        return "healed";
    if (years < 1e-6)
        return "day0";
    return years < 1.0 ? fmt::format("{:.4g}d", years * project::days_per_year)
                       : fmt::format("{:.4g}y", years);
}

std::string picture_command(const Studio& studio) {
    const ExportWishes& wishes = studio.wishes;
    std::string quality;
    if (wishes.quality != ExportWishes::Final)
        quality = fmt::format(" --quality {}", quality_words[static_cast<std::size_t>(wishes.quality)]);
    if (wishes.quality == ExportWishes::Reference)
        quality += fmt::format(" --paths {:.0f}", wishes.paths);
    return fmt::format("healed render {} --at {}{} --size {}x{}{} -o {}", plan_word(studio),
                       moment_words(studio.time.years), view_words(shot_of(studio)), wishes.width,
                       wishes.height, quality, quoted(wishes.file));
}

std::string sheet_command(const Studio& studio) {
    const ExportWishes& wishes = studio.wishes;
    std::string words = fmt::format("healed sheet {} --at {}", plan_word(studio), wishes.times);
    const auto vary = [&](const char* what, const std::vector<std::string>& names) {
        if (!names.empty())
            words += fmt::format(" --vary {}", quoted(fmt::format("{}={}", what, fmt::join(names, ","))));
    };
    vary("ink", wishes.inks);
    vary("skin", wishes.skins);
    vary("camera", wishes.cameras);
    return fmt::format("{} --camera {} --light {} -o {}", words, studio.looking.framing.camera,
                       quoted(studio.looking.rig), quoted(wishes.file));
}

} // namespace healed::studio
