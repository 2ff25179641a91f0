#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace healed {

using Json = nlohmann::json;

/// Closed range that a number must lie in; NaN and infinity never do.
struct Range {
    double low;
    double high;
};

/// A place in a JSON document that knows where it is, so that each refusal names file, field and value:
///     plan.healed.json: needle.depth_mm: -0.2 is outside 0.01 … 5
/// Reading a value marks it as known; finish() refuses every key that nothing asked for.
class JsonReader {
  public:
    /// Parses a file. Throws Error with the line and column for text that is not JSON.
    static JsonReader from_file(const std::filesystem::path& path);
    /// Parses text; `origin` stands in messages where a file name would.
    static JsonReader from_text(std::string_view text, std::string origin);
    /// A reader over a document that is already parsed.
    static JsonReader from_value(Json value, std::string origin);

    bool has(std::string_view key) const;
    /// The object or array under a key. Throws Error when it is missing.
    JsonReader child(std::string_view key);
    /// Elements of this array, each knowing its index. Throws Error when this is not an array.
    std::vector<JsonReader> elements();

    double number(std::string_view key, Range range);
    double number(std::string_view key, Range range, double fallback);
    long integer(std::string_view key, Range range);
    long integer(std::string_view key, Range range, long fallback);
    bool boolean(std::string_view key, bool fallback);
    std::string text(std::string_view key);
    std::string text(std::string_view key, std::string fallback);
    /// One of the given words.
    std::string word(std::string_view key, const std::vector<std::string>& allowed);
    std::string word(std::string_view key, const std::vector<std::string>& allowed, std::string fallback);
    std::vector<double> numbers(std::string_view key, Range range);
    /// This very value as a number, for elements of arrays.
    double number(Range range) const;

    /// Throws Error naming the first key of this object that nothing asked for.
    void finish() const;

    const Json& value() const { return *value_; }
    /// "file: field" as it stands in messages.
    std::string where() const;
    std::string where(std::string_view key) const;
    /// Throws Error "file: field: reason".
    [[noreturn]] void refuse(std::string_view key, std::string_view reason) const;

  private:
    JsonReader(std::shared_ptr<const Json> document, const Json* value, std::string origin, std::string path);
    const Json& required(std::string_view key);
    double checked(const Json& value, const std::string& place, Range range) const;

    std::shared_ptr<const Json> document_;
    const Json* value_;
    std::string origin_;
    std::string path_;
    std::vector<std::string> known_;
};

} // namespace healed
