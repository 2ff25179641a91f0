#include "head_options.h"

#include "base/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/ranges.h>

namespace healed::cli {

namespace {

[[noreturn]] void refuse(const std::string& words) {
    fail("--landmark: \"{}\" is not NAME=X,Y,Z with a name of {}", words,
         fmt::join(head::landmark_words, ", "));
}

head::Correction correction_of(const std::string& words) {
    const std::size_t equals = words.find('=');
    const std::string name = words.substr(0, equals);
    const auto found = std::ranges::find(head::landmark_words, name);
    if (equals == words.npos || found == head::landmark_words.end())
        refuse(words);
    head::Correction correction{.landmark = static_cast<std::size_t>(found - head::landmark_words.begin())};
    const char* at = words.data() + equals + 1;
    const char* const end = words.data() + words.size();
    for (int axis = 0; axis < 3; ++axis) {
        const auto [next, problem] = std::from_chars(at, end, correction.in_file[axis]);
        const bool parted = axis == 2 ? next == end : next != end && *next == ',';
        if (problem != std::errc{} || !parted || !std::isfinite(correction.in_file[axis]))
            refuse(words);
        at = next + 1;
    }
    return correction;
}

} // namespace

void add_head_options(CLI::App& command, HeadOptions& options) {
    command
        .add_option("--unit", options.unit, "Unit of the model; auto guesses it from the size of the head")
        ->check(CLI::IsMember(std::vector<std::string>(head::unit_words.begin(), head::unit_words.end())))
        ->capture_default_str();
    command.add_option(
        "--landmark", options.landmarks,
        "A landmark put right, NAME=X,Y,Z in the model's own unit and axes; may be given for each");
}

head::ImportWishes wishes_of(const HeadOptions& options) {
    head::ImportWishes wishes;
    wishes.unit = static_cast<std::size_t>(std::ranges::find(head::unit_words, options.unit) -
                                           head::unit_words.begin());
    for (const std::string& words : options.landmarks) {
        const head::Correction correction = correction_of(words);
        if (std::ranges::find(wishes.corrections, correction.landmark, &head::Correction::landmark) !=
            wishes.corrections.end())
            fail("--landmark: {} is given twice", head::landmark_words[correction.landmark]);
        wishes.corrections.push_back(correction);
    }
    return wishes;
}

} // namespace healed::cli
