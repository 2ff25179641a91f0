#include "base/json.h"

#include "base/error.h"
#include "base/file.h"

#include <algorithm>
#include <cmath>
#include <fmt/ranges.h>
#include <set>

namespace healed {

namespace {

/// The value as it stands in a message: one line, not longer than a reader wants.
std::string shown(const Json& value) {
    constexpr std::size_t longest = 60;
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > longest)
        text = text.substr(0, longest) + "…";
    return text;
}

std::string line_and_column(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n');
    const std::size_t column = before.size() - (start == std::string_view::npos ? 0 : start + 1) + 1;
    return fmt::format("line {}, column {}", line, column);
}

/// The library's reason without its own prefix "[json.exception…] parse error at line 1, column 2: ".
std::string reason_of(const nlohmann::detail::exception& problem) {
    std::string reason = problem.what();
    if (const std::size_t bracket = reason.find("] "); bracket != std::string::npos)
        reason.erase(0, bracket + 2);
    if (const std::size_t column = reason.find("column "); column != std::string::npos)
        if (const std::size_t colon = reason.find(": ", column); colon != std::string::npos)
            reason.erase(0, colon + 2);
    std::replace(reason.begin(), reason.end(), '\n', ' ');
    return reason;
}

/// JSON leaves open what a key given twice means, so it is refused while the text is read.
class DoubleKeys {
  public:
    explicit DoubleKeys(const std::string& origin) : origin_(origin) {}
    bool operator()(int, Json::parse_event_t event, const Json& parsed) {
        if (event == Json::parse_event_t::object_start)
            seen_.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            seen_.pop_back();
        else if (event == Json::parse_event_t::key && !seen_.back().insert(parsed.get<std::string>()).second)
            fail("{}: {}: the key stands twice in one object", origin_, parsed.get<std::string>());
        return true;
    }

  private:
    const std::string& origin_;
    std::vector<std::set<std::string>> seen_;
};

std::string outside(Range range) {
    if (std::isinf(range.high))
        return fmt::format("is below {}", range.low);
    return fmt::format("is outside {} … {}", range.low, range.high);
}

} // namespace

JsonReader::JsonReader(std::shared_ptr<const Json> document, const Json* value, std::string origin,
                       std::string path)
    : document_(std::move(document)), value_(value), origin_(std::move(origin)), path_(std::move(path)) {}

JsonReader JsonReader::from_file(const std::filesystem::path& path) {
    return from_text(read_file(path), path.string());
}

JsonReader JsonReader::from_text(std::string_view text, std::string origin) {
    try {
        DoubleKeys double_keys(origin);
        Json value = Json::parse(text, [&](int depth, Json::parse_event_t event, Json& parsed) {
            return double_keys(depth, event, parsed);
        });
        return from_value(std::move(value), std::move(origin));
    } catch (const Json::parse_error& problem) {
        fail("{}: {}: {}", origin, line_and_column(text, problem.byte), reason_of(problem));
    } catch (const Json::exception& problem) {
        fail("{}: {}", origin, reason_of(problem));
    }
}

JsonReader JsonReader::from_value(Json value, std::string origin) {
    auto document = std::make_shared<const Json>(std::move(value));
    const Json* root = document.get();
    return JsonReader(std::move(document), root, std::move(origin), "");
}

std::string JsonReader::where() const {
    return path_.empty() ? origin_ : origin_ + ": " + path_;
}

std::string JsonReader::where(std::string_view key) const {
    return fmt::format("{}: {}{}{}", origin_, path_, path_.empty() ? "" : ".", key);
}

void JsonReader::refuse(std::string_view key, std::string_view reason) const {
    fail("{}: {}", where(key), reason);
}

bool JsonReader::has(std::string_view key) const {
    return value_->is_object() && value_->contains(key);
}

const Json& JsonReader::required(std::string_view key) {
    if (!value_->is_object())
        fail("{}: {} is not an object", where(), shown(*value_));
    known_.emplace_back(key);
    const auto found = value_->find(key);
    if (found == value_->end())
        refuse(key, "is missing");
    return *found;
}

JsonReader JsonReader::child(std::string_view key) {
    const Json& value = required(key);
    return JsonReader(document_, &value, origin_,
                      path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key));
}

std::vector<JsonReader> JsonReader::elements() {
    if (!value_->is_array())
        fail("{}: {} is not a list", where(), shown(*value_));
    std::vector<JsonReader> readers;
    for (std::size_t i = 0; i < value_->size(); ++i)
        readers.push_back(JsonReader(document_, &(*value_)[i], origin_, fmt::format("{}[{}]", path_, i)));
    return readers;
}

double JsonReader::checked(const Json& value, const std::string& place, Range range) const {
    if (!value.is_number())
        fail("{}: {} is not a number", place, shown(value));
    const double number = value.get<double>();
    if (!std::isfinite(number) || number < range.low || number > range.high)
        fail("{}: {} {}", place, shown(value), outside(range));
    return number;
}

double JsonReader::number(Range range) const {
    return checked(*value_, where(), range);
}

double JsonReader::number(std::string_view key, Range range) {
    return checked(required(key), where(key), range);
}

double JsonReader::number(std::string_view key, Range range, double fallback) {
    known_.emplace_back(key);
    return has(key) ? number(key, range) : fallback;
}

long JsonReader::integer(std::string_view key, Range range) {
    const double value = number(key, range);
    if (value != std::floor(value))
        fail("{}: {} is not a whole number", where(key), value);
    const Json& exact = (*value_)[std::string(key)];
    return exact.is_number_integer() ? exact.get<long>() : static_cast<long>(value);
}

long JsonReader::integer(std::string_view key, Range range, long fallback) {
    known_.emplace_back(key);
    return has(key) ? integer(key, range) : fallback;
}

bool JsonReader::boolean(std::string_view key, bool fallback) {
    known_.emplace_back(key);
    if (!has(key))
        return fallback;
    const Json& value = required(key);
    if (!value.is_boolean())
        fail("{}: {} is neither true nor false", where(key), shown(value));
    return value.get<bool>();
}

std::string JsonReader::text(std::string_view key) {
    const Json& value = required(key);
    if (!value.is_string())
        fail("{}: {} is not a text", where(key), shown(value));
    return value.get<std::string>();
}

std::string JsonReader::text(std::string_view key, std::string fallback) {
    known_.emplace_back(key);
    return has(key) ? text(key) : std::move(fallback);
}

std::string JsonReader::word(std::string_view key, const std::vector<std::string>& allowed) {
    const std::string value = text(key);
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end())
        fail("{}: {} is none of {}", where(key), shown(value), fmt::join(allowed, ", "));
    return value;
}

std::string JsonReader::word(std::string_view key, const std::vector<std::string>& allowed,
                             std::string fallback) {
    known_.emplace_back(key);
    return has(key) ? word(key, allowed) : std::move(fallback);
}

std::vector<double> JsonReader::numbers(std::string_view key, Range range) {
    std::vector<double> values;
    for (const JsonReader& element : child(key).elements())
        values.push_back(element.number(range));
    return values;
}

void JsonReader::finish() const {
    if (!value_->is_object())
        fail("{}: {} is not an object", where(), shown(*value_));
    for (const auto& item : value_->items()) {
        if (std::find(known_.begin(), known_.end(), item.key()) != known_.end())
            continue;
        const std::set<std::string> known(known_.begin(), known_.end());
        fail("{}: unknown key; known here: {}", where(item.key()), fmt::join(known, ", "));
    }
}

} // namespace healed
