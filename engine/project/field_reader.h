#pragma once

#include "base/json.h"
#include "project/fields.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

namespace healed::project {

/// Fills what the file states and leaves the rest at its default.
class FieldReader {
  public:
    explicit FieldReader(JsonReader& json) : json_(json) {}

    void number(std::string_view key, double& value, Range range) { value = json_.number(key, range, value); }
    template <typename Integer>
    void integer(std::string_view key, Integer& value, Range range) {
        value = static_cast<Integer>(json_.integer(key, range, static_cast<long>(value)));
    }
    void boolean(std::string_view key, bool& value) { value = json_.boolean(key, value); }
    void text(std::string_view key, std::string& value) { value = json_.text(key, std::move(value)); }
    template <typename Enum, std::size_t count>
    void word(std::string_view key, Enum& value, const std::array<std::string_view, count>& words) {
        const std::vector<std::string> allowed(words.begin(), words.end());
        const std::string chosen = json_.word(key, allowed, allowed[static_cast<std::size_t>(value)]);
        value = static_cast<Enum>(std::find(allowed.begin(), allowed.end(), chosen) - allowed.begin());
    }
    void required_number(std::string_view key, double& value, Range range) {
        value = json_.number(key, range);
    }
    void maybe_number(std::string_view key, std::optional<double>& value, Range range) {
        if (json_.has(key))
            value = json_.number(key, range);
    }
    void maybe_boolean(std::string_view key, std::optional<bool>& value) {
        if (json_.has(key))
            value = json_.boolean(key, false);
    }
    template <typename Enum, std::size_t count>
    void maybe_word(std::string_view key, std::optional<Enum>& value,
                    const std::array<std::string_view, count>& words) {
        if (json_.has(key))
            word(key, value.emplace(), words);
    }
    /// Two ways of saying the same thing, of which a file uses one.
    void either(std::string_view key, std::optional<double>& value, Range range, std::string_view other_key,
                double& other, Range other_range) {
        refuse_both(key, other_key);
        maybe_number(key, value, range);
        number(other_key, other, other_range);
    }
    void maybe_either(std::string_view key, std::optional<double>& value, Range range,
                      std::string_view other_key, std::optional<double>& other, Range other_range) {
        refuse_both(key, other_key);
        maybe_number(key, value, range);
        maybe_number(other_key, other, other_range);
    }
    template <typename Part>
    void maybe_object(std::string_view key, std::optional<Part>& part) {
        if (json_.has(key))
            object(key, part.emplace());
    }
    template <typename Part>
    void object(std::string_view key, Part& part) {
        if (!json_.has(key))
            return;
        JsonReader child = json_.child(key);
        read(child, part);
    }
    void numbers(std::string_view key, std::vector<double>& values, Range range, Count count) {
        if (!json_.has(key))
            return;
        values.clear();
        JsonReader array = json_.child(key);
        check_count(key, array.value().size(), count);
        for (std::size_t i = 0; i < array.value().size(); ++i) {
            const Json& value = array.value()[i];
            if (!value.is_number() || value < range.low || value > range.high)
                json_.refuse(key, fmt::format("{} is outside {} … {}", value.dump(), range.low, range.high));
            values.push_back(value.get<double>());
        }
    }
    template <typename Part>
    void list(std::string_view key, std::vector<Part>& parts, Count count) {
        if (!json_.has(key))
            return;
        parts.clear();
        std::vector<JsonReader> elements = json_.child(key).elements();
        check_count(key, elements.size(), count);
        for (JsonReader& element : elements)
            read(element, parts.emplace_back());
    }
    template <typename Part>
    void maybe_list(std::string_view key, std::vector<Part>& parts, Count count) {
        list(key, parts, count);
    }

  private:
    void check_count(std::string_view key, std::size_t size, Count count) const {
        if (size < count.least || size > count.most)
            json_.refuse(key, fmt::format("{} elements are outside {} … {}", size, count.least, count.most));
    }
    void refuse_both(std::string_view key, std::string_view other_key) const {
        if (json_.has(key) && json_.has(other_key))
            json_.refuse(key, fmt::format("stands beside {}; state one of the two", other_key));
    }
    template <typename Part>
    void read(JsonReader& json, Part& part) {
        FieldReader fields(json);
        walk(fields, part);
        json.finish();
    }
    JsonReader& json_;
};

} // namespace healed::project
