#include "project/migrate.h"

#include "base/error.h"
#include "project/project.h"

#include <array>
#include <limits>

namespace healed::project {

namespace {

/// Turns a document of one version into one of the next. Step i leads from version i + 1 to i + 2.
using Step = Json (*)(Json);
constexpr std::array<Step, schema_version - 1> steps{};

} // namespace

Json migrated(const JsonReader& file) {
    JsonReader reader = file;
    const long version = reader.integer("schema_version", {1, std::numeric_limits<double>::infinity()});
    if (version > schema_version)
        fail("{}: {} is newer than {}, the newest version that this program reads",
             file.where("schema_version"), version, schema_version);
    Json document = file.value();
    for (auto step = static_cast<std::size_t>(version - 1); step < steps.size(); ++step)
        document = steps[step](std::move(document));
    document["schema_version"] = schema_version;
    return document;
}

} // namespace healed::project
