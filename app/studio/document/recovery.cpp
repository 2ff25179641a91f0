#include "document/recovery.h"

#include "base/error.h"
#include "base/file.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace healed::studio {

namespace fs = std::filesystem;

namespace {

/// The process that a file is named after; none for other files.
std::optional<pid_t> process_of(const fs::path& file) {
    const std::string stem = file.stem().string();
    pid_t process = 0;
    const auto [end, problem] = std::from_chars(stem.data(), stem.data() + stem.size(), process);
    if (file.extension() != ".kept" || problem != std::errc() || end != stem.data() + stem.size())
        return std::nullopt;
    return process;
}

bool is_alive(pid_t process) {
    return ::kill(process, 0) == 0 || errno == EPERM;
}

std::optional<Kept> read(const fs::path& file) {
    try {
        JsonReader json = JsonReader::from_file(file);
        const fs::path origin = json.text("origin");
        JsonReader plan = json.child("plan");
        Kept kept{file, origin, project::from_json(plan)};
        kept.project.folder = json.text("folder");
        return kept;
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

fs::path state_folder() {
    const char* xdg = std::getenv("XDG_STATE_HOME");
    const char* home = std::getenv("HOME");
    const fs::path root =
        xdg && *xdg ? fs::path(xdg) : fs::path(home && *home ? home : "/tmp") / ".local/state";
    std::error_code problem;
    fs::create_directories(root / "healed", problem);
    if (problem)
        fail("{}: cannot be made: {}", (root / "healed").string(), problem.message());
    return root / "healed";
}

Recovery::Recovery(fs::path folder)
    : folder_(std::move(folder)), own_(folder_ / (std::to_string(::getpid()) + ".kept")) {
    std::error_code ignored;
    fs::create_directories(folder_, ignored);
}

void Recovery::keep(const project::Project& project, const fs::path& origin) const {
    const Json json{{"origin", origin.string()},
                    {"folder", project.folder.string()},
                    {"plan", project::to_json(project)}};
    write_file(own_, json.dump(2) + "\n");
}

void Recovery::forget() const {
    std::error_code ignored;
    fs::remove(own_, ignored);
}

std::vector<Kept> Recovery::left_behind() const {
    std::vector<Kept> all;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_, ignored)) {
        const std::optional<pid_t> process = process_of(entry.path());
        if (!process || is_alive(*process))
            continue;
        if (std::optional<Kept> kept = read(entry.path()))
            all.push_back(std::move(*kept));
    }
    std::ranges::sort(all, [](const Kept& a, const Kept& b) {
        return fs::last_write_time(a.file) > fs::last_write_time(b.file);
    });
    return all;
}

void Recovery::discard(const Kept& kept) {
    std::error_code ignored;
    fs::remove(kept.file, ignored);
}

} // namespace healed::studio
