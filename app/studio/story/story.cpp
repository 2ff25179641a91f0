#include "story/story.h"

#include "base/error.h"
#include "base/file.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace healed::studio {

namespace {

struct Verb {
    std::string_view name;
    std::size_t least_words;
};

constexpr std::array<Verb, 26> verbs{{{"size", 2},         {"frames", 1},
                                      {"move", 1},         {"press", 0},
                                      {"release", 0},      {"click", 1},
                                      {"double_click", 1}, {"drag", 3},
                                      {"wheel", 1},        {"key", 1},
                                      {"down", 1},         {"up", 1},
                                      {"type", 1},         {"text", 1},
                                      {"do", 1},           {"drop", 1},
                                      {"idle", 0},         {"wait", 1},
                                      {"screenshot", 1},   {"expect", 2},
                                      {"monkey", 2},       {"kill", 0},
                                      {"close", 0},        {"lose_device", 0},
                                      {"pause", 1},        {"lose_window_device", 0}}};

} // namespace

Story read_story(const std::filesystem::path& file) {
    Story story{file.string(), {}};
    std::istringstream text(read_file(file));
    std::size_t number = 0;
    for (std::string line; std::getline(text, line);) {
        ++number;
        std::istringstream words(line.substr(0, line.find('#')));
        Step step{.line = number, .verb = {}, .words = {}};
        if (!(words >> step.verb))
            continue;
        for (std::string word; words >> word;)
            step.words.push_back(word);
        const auto verb = std::ranges::find(verbs, step.verb, &Verb::name);
        if (verb == verbs.end())
            fail("{}:{}: \"{}\" is no verb of stories", file.string(), number, step.verb);
        if (step.words.size() < verb->least_words)
            fail("{}:{}: {}: {} words are fewer than {}", file.string(), number, step.verb, step.words.size(),
                 verb->least_words);
        story.steps.push_back(std::move(step));
    }
    return story;
}

} // namespace healed::studio
