#include "document/words.h"

#include "house/source_tree.h"
#include "interface/actions.h"

#include "base/file.h"
#include "base/json.h"

#include <gtest/gtest.h>

#include <regex>

namespace healed::studio {
namespace {

std::set<std::string> written_down(const std::string& language = "en") {
    std::set<std::string> keys;
    const JsonReader json = JsonReader::from_file(source_top() / "assets/language" / (language + ".json"));
    for (const auto& [key, text] : json.value().items())
        keys.insert(key);
    return keys;
}

/// Everything between quotes in the sources of the window that looks like a key: "time.healed".
std::set<std::string> named_in_sources() {
    const std::regex key("\"([a-z_]+(\\.[a-z0-9_]+)+)\"");
    std::set<std::string> keys;
    for (const SourceFile& file : files_below({"app/studio/interface", "app/studio/session"}, {".h", ".cpp"}))
        for (const std::string& line : file.lines)
            if (line.rfind("#include", 0) != 0)
                for (std::sregex_iterator at(line.begin(), line.end(), key), end; at != end; ++at)
                    keys.insert((*at)[1]);
    return keys;
}

/// Names that stories use and nobody reads.
bool is_only_a_mark(const std::string& key) {
    const std::set<std::string> marks{
        "compare.split_line", "dialog.path",      "plan.norwood",        "plan.hairline_preset", "look.rig",
        "export.kind",        "plan.healed.json", "client.healed.json",  "picture.png",          "sheet.png",
        "matrix.times",       "matrix.file",      "trainer.blues_chart", "view.loupe_glass"};
    return marks.count(key) > 0;
}

TEST(Words, EveryKeyOfTheWindowIsWrittenDown) {
    const std::set<std::string> known = written_down();
    std::size_t keys = 0;
    for (const std::string& key : named_in_sources()) {
        ++keys;
        EXPECT_TRUE(known.count(key) || known.count(key + ".hint") || is_only_a_mark(key))
            << key << " is missing in assets/language/en.json";
    }
    EXPECT_GT(keys, 150u);
}

TEST(Words, NoKeyIsLeftOver) {
    const std::set<std::string> named = named_in_sources();
    for (const std::string& key : written_down()) {
        const std::string owner = key.ends_with(".hint") ? key.substr(0, key.size() - 5) : key;
        // Put together of a beginning and a name.
        const bool is_put_together = owner.starts_with("forecast.cause.") || owner.starts_with("errand.") ||
                                     owner == "language.own_name";
        EXPECT_TRUE(is_put_together || named.count(owner))
            << key << " is in assets/language/en.json and nowhere else";
    }
}

TEST(Words, EveryActionHasWordsAndNoTwoShareAKey) {
    load_words(assets_folder(), "en");
    std::set<std::string> keys;
    for (const Action& one : actions()) {
        EXPECT_STRNE(say(one.id), one.id);
        const std::string shortcut = shortcut_words(one);
        EXPECT_TRUE(shortcut.empty() || keys.insert(shortcut).second) << one.id << ": " << shortcut;
    }
}

/// What a text leaves to be filled in, in its order: "{:.0f}" and the like.
std::vector<std::string> gaps_of(const std::string& text) {
    const std::regex gap("\\{[^}]*\\}");
    return {std::sregex_token_iterator(text.begin(), text.end(), gap), {}};
}

TEST(Words, EveryLanguageSaysAllThatEnglishSays) {
    const std::vector<std::string> all = languages(assets_folder());
    EXPECT_GE(all.size(), 2u);
    for (const std::string& language : all) {
        EXPECT_EQ(written_down(language), written_down()) << language;
        load_words(assets_folder(), "en");
        std::map<std::string, std::string> english;
        for (const std::string& key : written_down())
            english[key] = say(key);
        load_words(assets_folder(), language);
        for (const auto& [key, text] : english) {
            EXPECT_EQ(gaps_of(say(key)), gaps_of(text)) << language << ": " << key;
            EXPECT_STRNE(say(key), "") << language << ": " << key;
        }
    }
    std::set<std::string> names;
    for (const Spoken& language : spoken_languages(assets_folder()))
        EXPECT_TRUE(names.insert(language.own_name).second) << language.own_name;
    load_words(assets_folder(), "en");
}

TEST(Words, AKeyThatIsMissingIsSeen) {
    EXPECT_STREQ(say("no.such.key"), "no.such.key");
}

} // namespace
} // namespace healed::studio
