#pragma once

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace healed {

/// A CSV file of published or independently computed values, which the product itself never reads. Lines of
/// '#' are prose.
class ReferenceTable {
  public:
    ReferenceTable(std::istream& stream, const std::string& name) : name_(name) {
        for (std::string line; std::getline(stream, line);) {
            if (line.empty() || line[0] == '#' || line.rfind("\"#", 0) == 0)
                continue;
            (columns_.empty() ? columns_ : rows_.emplace_back()) = split(line);
        }
    }
    std::size_t size() const { return rows_.size(); }
    std::string text(std::size_t row, const std::string& column) const {
        return rows_.at(row).at(index_of(column));
    }
    double number(std::size_t row, const std::string& column) const { return std::stod(text(row, column)); }

  private:
    static std::vector<std::string> split(const std::string& line) {
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
    std::size_t index_of(const std::string& column) const {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i] == column)
                return i;
        throw std::runtime_error(name_ + ": no column " + column);
    }

    std::string name_;
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// Reads a file of the reference data beside the checkout; a missing one fails the test in words.
inline ReferenceTable read_reference(const std::string& file) {
    const std::string path = std::string(HEALED_REFERENCE_DIR) + "/" + file;
    std::ifstream stream(path);
    if (!stream)
        throw std::runtime_error(path + ": reference data is missing; validation cannot run without it");
    return ReferenceTable(stream, path);
}

} // namespace healed
