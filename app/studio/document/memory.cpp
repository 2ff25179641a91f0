#include "document/memory.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

#include <algorithm>
#include <cstdlib>

namespace healed::studio {

namespace fs = std::filesystem;

void Memory::remember(const fs::path& file) {
    const std::string path = fs::absolute(file).lexically_normal().string();
    std::erase(recent, path);
    recent.insert(recent.begin(), path);
    if (recent.size() > most_recent)
        recent.resize(most_recent);
}

fs::path memory_file() {
    const char* xdg = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    const fs::path root = xdg && *xdg ? fs::path(xdg) : fs::path(home && *home ? home : "/tmp") / ".config";
    return root / "healed/studio.json";
}

Memory load_memory(const fs::path& file) {
    Memory memory;
    try {
        JsonReader json = JsonReader::from_file(file);
        memory.width = static_cast<int>(json.integer("width", {200, 16384}, memory.width));
        memory.height = static_cast<int>(json.integer("height", {150, 16384}, memory.height));
        memory.scale = json.number("scale", {smallest_scale, largest_scale}, memory.scale);
        memory.language = json.text("language", memory.language);
        memory.mode = json.word("mode", {"client", "trainer", "portfolio"}, memory.mode);
        memory.panels = json.boolean("panels", memory.panels);
        memory.welcomed = json.boolean("welcomed", memory.welcomed);
        if (json.has("recent"))
            for (const JsonReader& path : json.child("recent").elements())
                if (path.value().is_string())
                    memory.recent.push_back(path.value().get<std::string>());
        return memory;
    } catch (const Error&) {
        return {};
    }
}

void save_memory(const fs::path& file, const Memory& memory) {
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    const nlohmann::ordered_json json{{"width", memory.width},       {"height", memory.height},
                                      {"scale", memory.scale},       {"language", memory.language},
                                      {"mode", memory.mode},         {"panels", memory.panels},
                                      {"welcomed", memory.welcomed}, {"recent", memory.recent}};
    write_file(file, json.dump(2) + "\n");
}

} // namespace healed::studio
