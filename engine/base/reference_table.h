#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace healed {

/// A CSV file of published or independently computed values from the reference folder. Lines of '#' are
/// prose; cells may be quoted, and may be words.
class ReferenceTable {
  public:
    /// Throws Error naming the file when it is missing, empty or ragged.
    explicit ReferenceTable(const std::filesystem::path& file);

    std::size_t size() const { return rows_.size(); }
    bool has(const std::string& column) const;
    /// Throws Error naming file and column when there is none.
    const std::string& text(std::size_t row, const std::string& column) const;
    /// Throws Error naming file, row, column and cell when it is no number.
    double number(std::size_t row, const std::string& column) const;

  private:
    std::string origin_;
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace healed
