#include "project/migrate.h"

#include "base/error.h"
#include "project/project.h"

#include <array>
#include <limits>

namespace healed::project {

namespace {

/// Turns a document of one version into one of the next. Step i leads from version i + 1 to i + 2.
using Step = Json (*)(Json);
/// Version 2 added events, care, latitude, hat, swimming and exfoliants; what version 1 says still holds.
Json events_added(Json document) {
    return document;
}

constexpr std::array<Step, schema_version - 1> steps{events_added};

} // namespace

Json migrated(const JsonReader& file) {
    JsonReader reader = file;
    const long version = reader.integer("schema_version", {1, std::numeric_limits<double>::infinity()});
    if (version > schema_version)
        fail("{}: {} is newer than {}, the newest version that this program reads",
             file.where("schema_version"), version, schema_version);
    Json document = file.value();
    if (version < 2 && document.contains("events"))
        fail("{}: needs schema_version 2, the file states {}", file.where("events"), version);
    for (auto step = static_cast<std::size_t>(version - 1); step < steps.size(); ++step)
        document = steps[step](std::move(document));
    document["schema_version"] = schema_version;
    return document;
}

} // namespace healed::project
