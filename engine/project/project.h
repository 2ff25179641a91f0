#pragma once

#include "aging/client.h"
#include "base/json.h"
#include "head/import.h"
#include "project/bookmark.h"
#include "skin/settings.h"
#include "treatment/plan.h"

#include <filesystem>
#include <string>
#include <vector>

namespace healed::project {

/// Version of the file's schema (assets/schema/project.schema.json).
inline constexpr int schema_version = 2;

/// The built-in head in a shape, or a client's own model.
struct HeadChoice {
    std::string file; ///< of the model, from the folder of the project file; empty for the built-in head
    head::ImportWishes wishes; ///< how the model is to be understood
    head::Shape shape;         ///< of the built-in head
};

/// Everything that decides a picture but the camera, the light and the time; and the ways to look at it that
/// were kept.
struct Project {
    std::string title = "Untitled";
    HeadChoice head;
    skin::SkinSettings skin;
    aging::Client client;
    treatment::Plan plan;
    std::vector<Bookmark> bookmarks;
    std::filesystem::path folder; ///< of the file it was read from; not written
};

/// Reads and checks a *.healed.json; older versions are migrated. Throws Error naming file, field and value
/// for broken JSON, unknown keys, values out of range and newer versions.
Project load(const std::filesystem::path& path);

/// Replaces the file in one step.
void save(const std::filesystem::path& path, const Project& project);

Json to_json(const Project& project);
Project from_json(JsonReader& reader);

/// First 12 hex digits of a SHA-256 over the canonical JSON without bookmarks: names the plan in pictures.
std::string plan_hash(const Project& project);

/// The built-in plan: Norwood V, type III, full shaved look in three sessions.
Project built_in_project();

} // namespace healed::project
