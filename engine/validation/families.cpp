#include "validation/family.h"

#include "base/error.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace healed::validation {

// Each is in a file of its name or of its topic.
Family published_slabs();
Family half_spaces();
Family layered_skin();
Family index_steps();
Family people();
Family skin_types();
Family skin_colours();
Family fast_model();
Family laws();
Family scenes();
Family single_dots();
Family practice_care();
Family practice_dots();
Family practice_people();

namespace {

const std::array all_families{
    published_slabs(), half_spaces(),  layered_skin(), index_steps(),   people(),
    skin_types(),      skin_colours(), fast_model(),   practice_care(), practice_dots(),
    practice_people(), laws(),         scenes(),       single_dots(),
};

} // namespace

std::span<const Family> families() {
    return all_families;
}

std::vector<Family> families_named(const std::vector<std::string>& names) {
    std::vector<std::string_view> known;
    for (const Family& family : families())
        known.push_back(family.name);
    for (const std::string& name : names)
        if (std::find(known.begin(), known.end(), name) == known.end())
            fail("validate: \"{}\" is none of {}", name, fmt::join(known, ", "));
    std::vector<Family> chosen;
    for (const Family& family : families())
        if (std::find(names.begin(), names.end(), family.name) != names.end())
            chosen.push_back(family);
    return chosen;
}

std::size_t Verdict::checks() const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const Row& row) { return !row.allowed.informative; }));
}

std::size_t Verdict::outside() const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const Row& row) { return !inside(row); }));
}

Verdict run(const Family& family, Context& context) {
    const auto begin = std::chrono::steady_clock::now();
    Verdict verdict{family, {}, 0.0};
    try {
        verdict.rows = family.rows(context);
        if (verdict.rows.empty())
            fail("there was nothing to compare");
    } catch (const Error& problem) {
        verdict.rows = {{.what = fmt::format("could not run: {}", problem.what())}};
    }
    verdict.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return verdict;
}

} // namespace healed::validation
