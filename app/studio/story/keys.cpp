#include "story/keys.h"

#include "base/error.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <sstream>
#include <string_view>

namespace healed::studio {

namespace {

struct Named {
    std::string_view word;
    int key;
};
constexpr Named named[] = {{"Ctrl", GLFW_KEY_LEFT_CONTROL},
                           {"Shift", GLFW_KEY_LEFT_SHIFT},
                           {"Alt", GLFW_KEY_LEFT_ALT},
                           {"Tab", GLFW_KEY_TAB},
                           {"Enter", GLFW_KEY_ENTER},
                           {"Escape", GLFW_KEY_ESCAPE},
                           {"Space", GLFW_KEY_SPACE},
                           {"Left", GLFW_KEY_LEFT},
                           {"Right", GLFW_KEY_RIGHT},
                           {"Up", GLFW_KEY_UP},
                           {"Down", GLFW_KEY_DOWN},
                           {"Backspace", GLFW_KEY_BACKSPACE},
                           {"Delete", GLFW_KEY_DELETE},
                           {"Home", GLFW_KEY_HOME},
                           {"End", GLFW_KEY_END},
                           {"PageUp", GLFW_KEY_PAGE_UP},
                           {"PageDown", GLFW_KEY_PAGE_DOWN},
                           {"Comma", GLFW_KEY_COMMA},
                           {"Period", GLFW_KEY_PERIOD},
                           {"Slash", GLFW_KEY_SLASH},
                           {"LeftBracket", GLFW_KEY_LEFT_BRACKET},
                           {"RightBracket", GLFW_KEY_RIGHT_BRACKET},
                           {"Plus", GLFW_KEY_EQUAL},
                           {"Minus", GLFW_KEY_MINUS}};

int key_of(const std::string& word) {
    if (const auto found = std::ranges::find(named, word, &Named::word); found != std::end(named))
        return found->key;
    if (word.size() == 1 && word[0] >= '!' && word[0] <= 'Z')
        return word[0];
    if (word.size() >= 2 && word[0] == 'F' && word[1] >= '1' && word[1] <= '9')
        return GLFW_KEY_F1 + std::stoi(word.substr(1)) - 1;
    if (word.size() > 1 && word[0] == '#')
        return std::stoi(word.substr(1));
    fail("key: \"{}\" is unknown", word);
}

} // namespace

std::vector<int> keys_of(const std::string& words) {
    std::vector<int> keys;
    std::istringstream parts(words);
    for (std::string part; std::getline(parts, part, '+');)
        keys.push_back(key_of(part));
    return keys;
}

std::string key_word(int key) {
    if (const auto found = std::ranges::find(named, key, &Named::key); found != std::end(named))
        return std::string(found->word);
    if (key >= '0' && key <= 'Z')
        return std::string(1, static_cast<char>(key));
    return fmt::format("#{}", key);
}

} // namespace healed::studio
