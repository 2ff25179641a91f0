#include "transport/patch_file.h"

#include "base/error.h"
#include "base/json.h"
#include "transport/ink_images.h"
#include "transport/layer_reading.h"

#include <array>
#include <cmath>

namespace healed::transport {

namespace {

constexpr Range skin_wavelengths_nm{380, 780};
constexpr Range sizes_mm{1e-3, 1e4};
constexpr Range points{1, 4096};
constexpr double most_points = 1 << 20;
constexpr Range places_mm{-1e4, 1e4};
constexpr Range depths_mm{0, 1e4};
constexpr Range widths_mm{1e-4, 1e3};
constexpr Range thicknesses_mm{1e-6, 1e4};
constexpr Range slants{-20, 20};
constexpr Range turns_deg{-360, 360};
constexpr double shortest_streak_mm = 1e-4;
constexpr Range absorptions_per_mm{0, 1e5};
constexpr std::size_t most_absorbers = 100'000;
constexpr Range path_counts{1, 1e9};
constexpr Range seeds{0, 4294967295.0};

template <typename Number, typename Read>
std::array<Number, 2> read_pair(JsonReader& json, const char* key, const char* names, Read read) {
    const std::vector<JsonReader> elements = json.child(key).elements();
    if (elements.size() != 2)
        fail("{}: has {} values, not the two of {}", json.where(key), elements.size(), names);
    return {read(elements[0]), read(elements[1])};
}

int whole_number_of_points(const JsonReader& value) {
    const double number = value.number(points);
    if (number != static_cast<int>(number))
        fail("{}: {} is not a whole number", value.where(), number);
    return static_cast<int>(number);
}

void read_grid(Patch& patch, JsonReader& json) {
    const auto size = read_pair<double>(json, "size_mm", "[width, height]",
                                        [](const JsonReader& value) { return value.number(sizes_mm); });
    patch.width_mm = size[0], patch.height_mm = size[1];
    const auto grid = read_pair<int>(json, "grid", "[columns, rows]", whole_number_of_points);
    patch.columns = grid[0], patch.rows = grid[1];
    const double asked = static_cast<double>(patch.columns) * patch.rows;
    if (asked > most_points)
        fail("{}: {} points are outside 1 … {}", json.where("grid"), asked, most_points);
}

void read_skin(PatchFile& file, JsonReader json, const std::filesystem::path& assets) {
    const std::size_t count = file.patch.wavelengths_nm.size();
    if (json.has("layers")) {
        file.patch.stacks = read_stacks(json, count);
        json.finish();
        return;
    }
    skin::SkinSettings settings;
    if (json.has("type")) {
        const std::string name = json.text("type");
        json.finish();
        try {
            settings = skin::load_preset(assets, name).settings;
        } catch (const Error& problem) {
            fail("{}: {}", json.where("type"), problem.what());
        }
    } else {
        if (json.value().empty())
            fail("{}: has neither a type, nor parameters, nor layers", json.where());
        settings = skin::read_settings(json);
        json.finish();
    }
    file.skin.emplace(settings, skin::load_haemoglobin(assets));
    for (double nm : file.patch.wavelengths_nm)
        file.patch.stacks.push_back(file.skin->stack_at(nm));
}

PatchDot read_dot(JsonReader& json, std::size_t wavelengths) {
    return {.x_mm = json.number("x_mm", places_mm),
            .y_mm = json.number("y_mm", places_mm),
            .depth_mm = json.number("depth_mm", depths_mm),
            .sigma_mm = json.number("sigma_mm", widths_mm),
            .sigma_z_mm = json.number("sigma_z_mm", widths_mm),
            .slant_x = json.number("slant_x", slants, 0.0),
            .slant_y = json.number("slant_y", slants, 0.0),
            .peak_absorption_per_mm =
                read_spectrum(json, "peak_absorption_per_mm", absorptions_per_mm, wavelengths),
            .sigma_y_mm = json.number("sigma_y_mm", widths_mm, 0.0),
            .azimuth_deg = json.number("azimuth_deg", turns_deg, 0.0)};
}

PatchCylinder read_cylinder(JsonReader& json, std::size_t wavelengths) {
    return {.x_mm = json.number("x_mm", places_mm),
            .y_mm = json.number("y_mm", places_mm),
            .top_mm = json.number("top_mm", depths_mm),
            .radius_mm = json.number("radius_mm", widths_mm),
            .thickness_mm = json.number("thickness_mm", thicknesses_mm),
            .slant_x = json.number("slant_x", slants, 0.0),
            .slant_y = json.number("slant_y", slants, 0.0),
            .absorption_per_mm = read_spectrum(json, "absorption_per_mm", absorptions_per_mm, wavelengths)};
}

PatchSheet read_sheet(JsonReader& json, std::size_t wavelengths) {
    return {.top_mm = json.number("top_mm", depths_mm),
            .thickness_mm = json.number("thickness_mm", thicknesses_mm),
            .absorption_per_mm = read_spectrum(json, "absorption_per_mm", absorptions_per_mm, wavelengths)};
}

PatchStreak read_streak(JsonReader& json, std::size_t wavelengths) {
    PatchStreak streak{.x_mm = json.number("x_mm", places_mm),
                       .y_mm = json.number("y_mm", places_mm),
                       .depth_mm = json.number("depth_mm", depths_mm),
                       .end_x_mm = json.number("end_x_mm", places_mm),
                       .end_y_mm = json.number("end_y_mm", places_mm),
                       .end_depth_mm = json.number("end_depth_mm", depths_mm),
                       .sigma_mm = json.number("sigma_mm", widths_mm),
                       .peak_absorption_per_mm =
                           read_spectrum(json, "peak_absorption_per_mm", absorptions_per_mm, wavelengths)};
    const double length_mm = std::hypot(streak.end_x_mm - streak.x_mm, streak.end_y_mm - streak.y_mm,
                                        streak.end_depth_mm - streak.depth_mm);
    if (length_mm < shortest_streak_mm)
        fail("{}: is {} mm long, less than {}", json.where(), length_mm, shortest_streak_mm);
    return streak;
}

template <typename Absorber>
void read_absorbers(std::vector<Absorber>& absorbers, JsonReader& file, const char* key,
                    std::size_t wavelengths, Absorber (*read)(JsonReader&, std::size_t)) {
    if (!file.has(key))
        return;
    std::vector<JsonReader> elements = file.child(key).elements();
    if (elements.size() > most_absorbers)
        fail("{}: {} {} are outside 0 … {}", file.where(key), elements.size(), key, most_absorbers);
    for (JsonReader& element : elements) {
        absorbers.push_back(read(element, wavelengths));
        element.finish();
    }
}

void check_copies(const Patch& patch, const std::filesystem::path& path) {
    try {
        ink_images(patch, 0.0);
    } catch (const Error& problem) {
        fail("{}: {}", path.string(), problem.what());
    }
}

} // namespace

PatchFile read_patch(const std::filesystem::path& path, const std::filesystem::path& assets) {
    JsonReader json = JsonReader::from_file(path);
    PatchFile file;
    Patch& patch = file.patch;
    const bool layers = json.child("skin").has("layers");
    patch.wavelengths_nm = layers ? read_wavelengths(json) : read_wavelengths(json, skin_wavelengths_nm);
    read_skin(file, json.child("skin"), assets);
    read_grid(patch, json);
    patch.periodic = json.boolean("periodic", false);
    const bool normal = json.word("incidence", {"normal", "diffuse"}, "diffuse") == "normal";
    patch.incidence = normal ? Incidence::Normal : Incidence::Diffuse;
    const std::size_t wavelengths = patch.wavelengths_nm.size();
    read_absorbers(patch.dots, json, "dots", wavelengths, read_dot);
    read_absorbers(patch.cylinders, json, "cylinders", wavelengths, read_cylinder);
    read_absorbers(patch.sheets, json, "sheets", wavelengths, read_sheet);
    read_absorbers(patch.streaks, json, "streaks", wavelengths, read_streak);
    file.paths = static_cast<std::uint64_t>(json.integer("paths", path_counts, 20'000));
    file.seed = static_cast<std::uint32_t>(json.integer("seed", seeds, 1));
    json.finish();
    check_copies(patch, path);
    return file;
}

} // namespace healed::transport
