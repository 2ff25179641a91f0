#include "project/moment.h"

#include "base/error.h"

#include <charconv>

namespace healed::project {

namespace {

struct Unit {
    char letter;
    double days;
    const char* one;
    const char* many;
};
constexpr Unit units[] = {
    {'d', 1.0, "day", "days"}, {'w', 7.0, "week", "weeks"}, {'y', days_per_year, "year", "years"}};

[[noreturn]] void refuse(std::string_view words) {
    fail("time: \"{}\" is none of day0, healed, or a number with d, w or y up to {} years, such as 7d, 4w, "
         "6.5y",
         words, latest_years);
}

} // namespace

Moment parse_moment(std::string_view words) {
    if (words == "day0")
        return {0.0, "day0", "Day 0"};
    if (words == "healed")
        return {healed_days / days_per_year, "healed", "Healed"};
    double count = 0.0;
    const auto [end, problem] = std::from_chars(words.data(), words.data() + words.size(), count);
    const bool one_letter_left = problem == std::errc{} && end + 1 == words.data() + words.size();
    for (const Unit& unit : units) {
        if (!one_letter_left || *end != unit.letter)
            continue;
        const double years = count * unit.days / days_per_year;
        if (!(years >= 0.0 && years <= latest_years))
            refuse(words);
        return {years, std::string(words),
                fmt::format("{:g} {}", count, count == 1.0 ? unit.one : unit.many)};
    }
    refuse(words);
}

std::vector<Moment> parse_moments(std::string_view words) {
    std::vector<Moment> moments;
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t comma = std::min(words.find(',', begin), words.size());
        moments.push_back(parse_moment(words.substr(begin, comma - begin)));
        begin = comma + 1;
    }
    return moments;
}

} // namespace healed::project
