#pragma once

#include "base/json.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace healed {

/// How well a number is known.
enum class Evidence { Measured, Literature, Assumed };
std::string_view to_string(Evidence evidence);

/// What every file of numbers must say about itself.
struct Passport {
    std::string source;
    std::string unit;
    std::string licence;
    Evidence evidence;
};

/// A CSV file of numbers with named columns. The file opens with comment lines that are its passport:
///     # source: …        # unit: …        # licence: …        # evidence: measured | literature | assumed
struct Table {
    Passport passport;
    std::vector<std::string> columns;
    std::vector<std::vector<double>> rows;
    std::string origin;

    /// All values of a column, in order of rows. Throws Error naming the file and the column.
    std::vector<double> column(std::string_view name) const;
};

/// Throws Error naming the file, the line and the value for a missing passport line, a ragged row, or a cell
/// that is not a finite number.
Table read_table(const std::filesystem::path& path);

/// The same of a stranger's file, whose comments may say anything; its passport is left empty.
Table read_table_without_passport(const std::filesystem::path& path);

/// Reads "passport": {"source","unit","licence","evidence"} of a JSON file of numbers; refuses one without.
Passport read_passport(JsonReader& file);

} // namespace healed
