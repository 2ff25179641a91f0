#include "base/file.h"
#include "base/stopwatch.h"
#include "figure.h"
#include "portfolio/sitting.h"
#include "project/presets.h"
#include "render/ink_chart.h"
#include "study/healing_optics.h"
#include "transport/skin_tables.h"

#include <fmt/format.h>

namespace healed::cli {

namespace {

constexpr double years = 3.0;

/// The dots of a treatment, as many as asked for: the first of them, or all of them again and again.
treatment::Treatment with_dots(treatment::Treatment treatment, std::size_t count) {
    const std::vector<treatment::Dot> all = treatment.dots;
    treatment.dots.clear();
    for (std::size_t i = 0; i < count; ++i)
        treatment.dots.push_back(all[i % all.size()]);
    return treatment;
}

} // namespace

Figures time_chart(const gpu::Device& device, const Progress& progress) {
    const std::filesystem::path assets = assets_folder();
    const project::Project project = project::load_preset(assets, project::built_in_preset);
    const ink::Library library = ink::load_library(assets);
    const head::Head head = head::built_in_head();
    progress(0.2);
    const treatment::Treatment treated = treatment::treat(head, project.plan, library);
    const skin::Skin skin(project.skin, skin::load_haemoglobin(assets));
    const transport::SkinTables tables = transport::cached_skin_tables(
        device, skin, transport::BakeQuality::Draft, [&](double done) { progress(0.2 + 0.3 * done); });
    struct Case {
        std::size_t dots;
        std::uint32_t side;
        std::optional<Bound> asked;
    };
    // 1024 texels are what pictures up to 1200 pixels high use, 2048 what larger ones do.
    const Case cases[] = {
        {30'000, 1024, Bound{0.5, false}}, {30'000, 2048, Bound{2.0, false}}, {60'000, 1024, {}}};
    const study::HealingOptics calm{.bare = tables.bare, .veil_scatter = study::veil_scatter()};
    Figures figures;
    double done = 0.5;
    for (const Case& c : cases) {
        const treatment::Treatment some = with_dots(treated, c.dots);
        render::InkChart chart(device, head, c.side);
        render::AgedInk bald = render::aged_ink(some, project.plan, library, project.client, years);
        bald.hairs.clear();
        chart.fill(bald, tables.dots, calm); // compiles the kernels
        const Stopwatch whole;
        const render::AgedInk ink = render::aged_ink(some, project.plan, library, project.client, years);
        const double aged_s = whole.cpu_s();
        chart.fill(ink, tables.dots, calm);
        const double with_hair_s = whole.cpu_s() - aged_s;
        const Stopwatch again;
        const std::vector<gpu::PassTime> passes = chart.fill(ink, tables.dots, calm);
        const std::string name = fmt::format("{} dots on the scalp, {} texels a side", c.dots, c.side);
        figures.push_back({name + ": dots to reflectance", again.cpu_s(), "CPU-s", c.asked});
        figures.push_back({name + ": the same on the clock", again.wall_s(), "s", {}});
        for (const gpu::PassTime& pass : passes)
            figures.push_back({"its pass " + pass.label + ", on the clock", pass.milliseconds, "ms", {}});
        figures.push_back({name + ": and hair that was not there before", with_hair_s, "CPU-s", {}});
        figures.push_back({name + ": dots and hair to another time, before that", aged_s, "CPU-s", {}});
        progress(done += 0.16);
    }
    return figures;
}

Figures time_picture(const gpu::Device& device, const Progress& progress) {
    const project::Project project = project::load_preset(assets_folder(), project::built_in_preset);
    portfolio::Sitting sitting(device, project, [&](double done) { progress(0.7 * done); });
    render::Picture picture;
    const portfolio::Shot whole{.settings = {.width = 960, .height = 540}};
    Figures figures;
    for (const bool moves : {true, false}) {
        portfolio::Shot shot = moves ? portfolio::while_moving(whole) : whole;
        const std::string what = moves ? "960 x 540 while it moves: " : "960 x 540 at rest: ";
        // What is asked is asked of a window in use.
        const auto asked = [&](double s) { return moves ? std::optional(Bound{s, false}) : std::nullopt; };
        sitting.take(sitting.first(), years, shot); // compiles the kernels
        const Stopwatch scrub;
        sitting.take(sitting.first(), years + 0.5, shot);
        figures.push_back({what + "another time", scrub.cpu_s(), "CPU-s", {}});
        figures.push_back({what + "another time, on the clock", scrub.wall_s(), "s", asked(0.4)});
        constexpr int frames = 12;
        const Stopwatch orbit;
        for (int i = 0; i < frames; ++i) {
            shot.orbit.turn_deg += 15.0f;
            picture = sitting.take(sitting.first(), years + 0.5, shot);
        }
        figures.push_back({what + "a frame of an orbit", orbit.cpu_s() / frames, "CPU-s", {}});
        figures.push_back(
            {what + "a frame of an orbit, on the clock", orbit.wall_s() / frames, "s", asked(1.0 / 12)});
    }
    for (const gpu::PassTime& pass : picture.times)
        figures.push_back({"its pass " + pass.label + ", on the clock", pass.milliseconds, "ms", {}});
    return figures;
}

} // namespace healed::cli
