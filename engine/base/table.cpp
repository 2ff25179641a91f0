#include "base/table.h"

#include "base/error.h"
#include "base/file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <sstream>

namespace healed {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::size_t begin = 0;
    for (std::size_t comma = line.find(','); comma != std::string::npos; comma = line.find(',', begin)) {
        cells.push_back(trimmed(std::string_view(line).substr(begin, comma - begin)));
        begin = comma + 1;
    }
    cells.push_back(trimmed(std::string_view(line).substr(begin)));
    return cells;
}

Evidence evidence_from(const std::string& word, const std::string& place) {
    for (Evidence evidence : {Evidence::Measured, Evidence::Literature, Evidence::Assumed})
        if (word == to_string(evidence))
            return evidence;
    fail("{}: evidence: \"{}\" is none of measured, literature, assumed", place, word);
}

/// Collects "# key: value" lines until the four of a passport are there.
class PassportLines {
  public:
    void take(std::string_view comment) {
        const std::size_t colon = comment.find(':');
        if (colon != std::string_view::npos)
            lines_.emplace(trimmed(comment.substr(0, colon)), trimmed(comment.substr(colon + 1)));
    }
    Passport passport(const std::string& origin) const {
        return {field("source", origin), field("unit", origin), field("licence", origin),
                evidence_from(field("evidence", origin), origin)};
    }

  private:
    std::string field(const std::string& key, const std::string& origin) const {
        const auto found = lines_.find(key);
        if (found == lines_.end() || found->second.empty())
            fail("{}: passport: the line \"# {}: …\" is missing", origin, key);
        return found->second;
    }
    std::map<std::string, std::string> lines_;
};

double finite_number(const std::string& cell, const std::string& place) {
    double value = 0.0;
    const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (problem != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value))
        fail("{}: \"{}\" is not a finite number", place, cell);
    return value;
}

std::vector<double> numbers_of(const std::string& line, const Table& table, std::size_t line_number) {
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() != table.columns.size())
        fail("{}: line {}: has {} cells, the header has {}", table.origin, line_number, cells.size(),
             table.columns.size());
    std::vector<double> row;
    for (std::size_t i = 0; i < cells.size(); ++i)
        row.push_back(finite_number(
            cells[i], fmt::format("{}: line {}: {}", table.origin, line_number, table.columns[i])));
    return row;
}

} // namespace

std::string_view to_string(Evidence evidence) {
    switch (evidence) {
    case Evidence::Measured:
        return "measured";
    case Evidence::Literature:
        return "literature";
    case Evidence::Assumed:
        return "assumed";
    }
    return "";
}

std::vector<double> Table::column(std::string_view name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end())
        fail("{}: has no column \"{}\"", origin, name);
    const auto index = static_cast<std::size_t>(found - columns.begin());
    std::vector<double> values;
    for (const std::vector<double>& row : rows)
        values.push_back(row[index]);
    return values;
}

namespace {

Table read_rows(const std::filesystem::path& path, PassportLines& passport) {
    std::istringstream text(read_file(path));
    Table table{.passport = {}, .columns = {}, .rows = {}, .origin = path.string()};
    std::string line;
    for (std::size_t line_number = 1; std::getline(text, line); ++line_number) {
        line = trimmed(line);
        if (line.empty())
            continue;
        if (line.front() == '#')
            passport.take(std::string_view(line).substr(1));
        else if (table.columns.empty())
            table.columns = cells_of(line);
        else
            table.rows.push_back(numbers_of(line, table, line_number));
    }
    return table;
}

Table with_rows(Table table) {
    if (table.rows.empty())
        fail("{}: holds no rows of numbers", table.origin);
    return table;
}

} // namespace

Table read_table(const std::filesystem::path& path) {
    PassportLines passport;
    Table table = read_rows(path, passport);
    table.passport = passport.passport(table.origin);
    return with_rows(std::move(table));
}

Table read_table_without_passport(const std::filesystem::path& path) {
    PassportLines ignored;
    return with_rows(read_rows(path, ignored));
}

Passport read_passport(JsonReader& file) {
    JsonReader passport = file.child("passport");
    Passport result;
    for (auto [key, value] : {std::pair{"source", &result.source}, std::pair{"unit", &result.unit},
                              std::pair{"licence", &result.licence}}) {
        *value = passport.text(key);
        if (trimmed(*value).empty())
            passport.refuse(key, "is empty");
    }
    result.evidence = evidence_from(passport.text("evidence"), passport.where());
    passport.finish();
    return result;
}

} // namespace healed
