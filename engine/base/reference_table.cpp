#include "base/reference_table.h"

#include "base/error.h"
#include "base/file.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <utility>

namespace healed {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::string cell;
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.push_back(std::exchange(cell, {}));
        else if (c != '\r')
            cell += c;
    }
    cells.push_back(cell);
    return cells;
}

bool is_prose(const std::string& line) {
    return line.empty() || line[0] == '#' || line.rfind("\"#", 0) == 0;
}

} // namespace

ReferenceTable::ReferenceTable(const std::filesystem::path& file) : origin_(file.string()) {
    std::istringstream text(read_file(file));
    for (std::string line; std::getline(text, line);) {
        if (is_prose(line))
            continue;
        if (columns_.empty()) {
            columns_ = cells_of(line);
            continue;
        }
        rows_.push_back(cells_of(line));
        if (rows_.back().size() != columns_.size())
            fail("{}: row {} has {} cells, the header has {}", origin_, rows_.size(), rows_.back().size(),
                 columns_.size());
    }
    if (rows_.empty())
        fail("{}: holds no rows", origin_);
}

bool ReferenceTable::has(const std::string& column) const {
    return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

const std::string& ReferenceTable::text(std::size_t row, const std::string& column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end())
        fail("{}: has no column \"{}\"", origin_, column);
    return rows_.at(row)[static_cast<std::size_t>(found - columns_.begin())];
}

double ReferenceTable::number(std::size_t row, const std::string& column) const {
    const std::string& cell = text(row, column);
    double value = 0.0;
    const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (problem != std::errc{} || end != cell.data() + cell.size())
        fail("{}: row {}: {}: \"{}\" is not a number", origin_, row + 1, column, cell);
    return value;
}

} // namespace healed
