#include "interface/files.h"

#include "base/error.h"
#include "base/file.h"
#include "base/light_picture.h"
#include "document/words.h"
#include "ink/library.h"
#include "interface/bench.h"
#include "project/heads.h"
#include "project/inks.h"
#include "render/environment.h"

#include <algorithm>

namespace healed::studio {

namespace fs = std::filesystem;

namespace {

constexpr const char* plan_ending = ".healed.json";

bool ends_in(const std::string& path, std::string_view ending) {
    return path.size() >= ending.size() &&
           path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
}

bool is_model(const fs::path& file) {
    constexpr std::string_view endings[] = {".obj", ".gltf", ".glb", ".ply", ".fbx", ".stl"};
    return std::ranges::find(endings, file.extension().string()) != std::end(endings);
}

void put_on_head(Studio& studio, const fs::path& file) {
    const fs::path& folder = studio.document.project().folder;
    const std::string seen = folder.empty() ? file.string() : fs::proximate(file, folder).generic_string();
    studio.document.edit(say("step.head"), "", [&](project::Project& project) {
        project.head = {};
        project.head.file = seen;
    });
}

using TakePlan = std::function<void(Studio&, const project::Project&)>;

/// Reads a plan and hands it over: at once, or a large one, with strokes by the thousand, from beside the
/// window. False, with a message, for one that was refused at once.
bool read_plan(Studio& studio, const fs::path& file, TakePlan take) {
    constexpr std::uintmax_t felt_bytes = 200'000;
    const auto read = [library = studio.catalogue.library](const fs::path& path) {
        project::Project project = project::load(path);
        project::check_inks(project, library, path.string());
        return project;
    };
    std::error_code unknown;
    const std::uintmax_t bytes = fs::file_size(file, unknown);
    if (!studio.errands || unknown || bytes < felt_bytes)
        return studio.attempt([&] { take(studio, read(file)); });
    studio.errands->send("open", [&studio, file, read, take](const gpu::Device&, const Progress&) {
        return [&studio, take, project = read(file)] { take(studio, project); };
    });
    return true;
}

/// A model is looked at before it is taken: what is wrong with it is said, and nothing has changed. A large
/// one takes its time, beside the window.
void take_head(Studio& studio, const fs::path& file) {
    project::Project tried = studio.document.project();
    tried.head = {};
    tried.head.file = fs::absolute(file).string();
    if (!studio.errands) {
        project::head_of(tried);
        return put_on_head(studio, tried.head.file);
    }
    studio.errands->send("head", [&studio, tried](const gpu::Device&, const Progress& progress) {
        project::head_of(tried, progress);
        return [&studio, file = tried.head.file] { studio.attempt([&] { put_on_head(studio, file); }); };
    });
}

/// A picture of surroundings lights the head once it was read, beside the window.
void take_light(Studio& studio, const fs::path& file) {
    const fs::path path = fs::absolute(file).lexically_normal();
    const auto shine = [path](Studio& s) {
        s.looking.rig = path.string();
        s.memory.remember_light(path);
    };
    if (!studio.errands) {
        render::load_environment(assets_folder(), path);
        return shine(studio);
    }
    studio.errands->send("light", [&studio, path, shine](const gpu::Device&, const Progress&) {
        render::load_environment(assets_folder(), path);
        return [&studio, shine] { shine(studio); };
    });
}

/// An ink of the user's own is kept with the others and goes into every session.
void take_ink(Studio& studio, const fs::path& file) {
    const ink::Ink ink = ink::read_ink(file, studio.catalogue.library);
    const fs::path own = data_folder() / "inks";
    fs::create_directories(own);
    write_file(own / file.filename(), read_file(file));
    studio.catalogue = Catalogue(assets_folder());
    renew_bench(studio);
    studio.document.edit(say("step.ink"), "", [&](project::Project& project) {
        for (treatment::Session& session : project.plan.sessions)
            session.ink = ink.name;
    });
}

/// What a .json is, its fields say.
void take_json(Studio& studio, const fs::path& file) {
    const JsonReader json = JsonReader::from_file(file);
    if (json.has("components"))
        return take_ink(studio, file);
    if (json.has("plan"))
        return unless_unsaved(studio, [file](Studio& s) { open_file(s, file); });
    fail("{}: is neither a plan nor an ink", file.string());
}

/// Shows what lies in the folder, to be opened in the window or in one view of the comparison.
void list_files(Studio& studio, std::optional<std::size_t> view) {
    Dialogs& dialogs = studio.dialogs;
    dialogs.text.clear();
    dialogs.view = view;
    if (dialogs.folder.empty())
        dialogs.folder = fs::current_path().string();
    dialogs.show(Dialog::Open);
}

} // namespace

void unless_unsaved(Studio& studio, Afterwards afterwards) {
    if (studio.document.is_saved())
        return afterwards(studio);
    studio.dialogs.afterwards = std::move(afterwards);
    studio.dialogs.show(Dialog::Unsaved);
}

void ask_for_new(Studio& studio) {
    unless_unsaved(studio, [](Studio& s) { s.dialogs.show(Dialog::Welcome); });
}

void ask_for_open(Studio& studio) {
    unless_unsaved(studio, [](Studio& s) { list_files(s, std::nullopt); });
}

void ask_for_view(Studio& studio, std::size_t view) {
    list_files(studio, view);
}

void unless_it_replaces(Studio& studio, const fs::path& file, Afterwards what) {
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        return what(studio);
    studio.dialogs.replaced = file.filename().string();
    studio.dialogs.replaces = std::move(what);
    studio.dialogs.show(Dialog::Replace);
}

void ask_for_quit(Studio& studio) {
    unless_unsaved(studio, [](Studio& s) { s.quits = true; });
}

void ask_for_save_as(Studio& studio) {
    const fs::path path = studio.document.path();
    studio.dialogs.folder =
        path.empty() ? fs::current_path().string() : fs::absolute(path).parent_path().string();
    studio.dialogs.text = path.empty() ? fmt::format("client{}", plan_ending) : path.filename().string();
    studio.dialogs.show(Dialog::SaveAs);
}

void save(Studio& studio) {
    if (studio.document.path().empty())
        return ask_for_save_as(studio);
    save_to(studio, studio.document.path());
}

fs::path plan_file(const fs::path& file) {
    return ends_in(file.string(), ".json") ? file : fs::path(file.string() + plan_ending);
}

bool save_to(Studio& studio, const fs::path& path) {
    return studio.attempt([&] {
        studio.document.save(path);
        forget_kept(studio);
        studio.memory.remember(path);
        studio.tell(fmt::format("{} {}", say("file.saved"), path.filename().string()));
    });
}

bool open_file(Studio& studio, const fs::path& file) {
    const Plan before = studio.document.plan();
    return read_plan(studio, file, [file, before](Studio& s, const project::Project& project) {
        const auto go_on_with = [file, project](Studio& t) {
            t.document.take(project, file);
            forget_kept(t);
            t.memory.remember(file);
            t.time = {healed_years, false};
            t.tell(fmt::format("{} {}", say("file.opened"), file.filename().string()));
        };
        // What was done while a large file was read is not lost unasked either.
        s.document.plan() == before ? go_on_with(s) : unless_unsaved(s, go_on_with);
    });
}

bool open_in_view(Studio& studio, std::size_t view, const fs::path& file) {
    return read_plan(studio, file, [view, file](Studio& s, const project::Project& project) {
        if (view >= s.comparison.panes.size())
            return;
        Pane& pane = s.comparison.panes[view];
        pane.other = std::make_shared<const project::Project>(project);
        pane.other_title = file.filename().string();
        s.memory.remember(file);
    });
}

void take_dropped(Studio& studio, const std::vector<std::string>& files) {
    for (const std::string& name : files)
        studio.attempt([&] {
            const fs::path file(name);
            if (is_model(file))
                take_head(studio, file);
            else if (is_light_picture(file))
                take_light(studio, file);
            else if (file.extension() == ".json")
                take_json(studio, file);
            else
                fail("{}: {}", name, say("file.unknown_kind"));
        });
}

void forget_kept(Studio& studio) {
    if (studio.keeping.valid())
        studio.keeping.wait();
    studio.recovery.forget();
}

void keep_aside(Studio& studio) {
    const bool is_kept = studio.keeping.valid() &&
                         studio.keeping.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    if (is_kept)
        studio.attempt([&] { studio.keeping.get(); });
    if (studio.keeping.valid() || studio.now_s < studio.kept_s + keep_every_s)
        return;
    studio.kept_s = studio.now_s;
    if (studio.document.is_saved())
        return forget_kept(studio);
    if (studio.kept_plan == studio.document.plan())
        return;
    studio.kept_plan = studio.document.plan();
    studio.keeping =
        std::async(std::launch::async, [recovery = studio.recovery, plan = studio.kept_plan,
                                        origin = studio.document.path()] { recovery.keep(*plan, origin); });
}

} // namespace healed::studio
