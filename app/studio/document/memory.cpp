#include "document/memory.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

#include <algorithm>
#include <cstdlib>

namespace healed::studio {

namespace fs = std::filesystem;

namespace {

void put_first(std::vector<std::string>& files, const fs::path& file) {
    const std::string path = fs::absolute(file).lexically_normal().string();
    std::erase(files, path);
    files.insert(files.begin(), path);
    if (files.size() > Memory::most_recent)
        files.resize(Memory::most_recent);
}

std::vector<std::string> texts(JsonReader& json, std::string_view key) {
    std::vector<std::string> all;
    if (json.has(key))
        for (const JsonReader& text : json.child(key).elements())
            if (text.value().is_string())
                all.push_back(text.value().get<std::string>());
    return all;
}

} // namespace

void Memory::remember(const fs::path& file) {
    put_first(recent, file);
}

void Memory::remember_light(const fs::path& file) {
    put_first(lights, file);
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
        memory.recent = texts(json, "recent");
        memory.lights = texts(json, "lights");
        return memory;
    } catch (const Error&) {
        return {};
    }
}

void save_memory(const fs::path& file, const Memory& memory) {
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    const nlohmann::ordered_json json{
        {"width", memory.width},       {"height", memory.height}, {"scale", memory.scale},
        {"language", memory.language}, {"mode", memory.mode},     {"panels", memory.panels},
        {"welcomed", memory.welcomed}, {"recent", memory.recent}, {"lights", memory.lights}};
    write_file(file, json.dump(2) + "\n");
}

} // namespace healed::studio
