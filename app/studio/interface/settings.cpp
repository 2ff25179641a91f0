#include "interface/settings.h"

#include "base/file.h"
#include "document/words.h"
#include "interface/catalogue.h"
#include "interface/widgets.h"

#include <algorithm>

namespace healed::studio {

namespace {

/// Languages in their own words, as their files say.
const std::vector<Spoken>& spoken() {
    static const std::vector<Spoken> all = spoken_languages(assets_folder());
    return all;
}

void draw_language(Studio& studio) {
    label("settings.language");
    std::vector<std::string> words;
    for (const Spoken& language : spoken())
        words.push_back(language.own_name);
    auto chosen = static_cast<std::size_t>(
        std::ranges::find(spoken(), studio.memory.language, &Spoken::code) - spoken().begin());
    if (!pick("settings.language", chosen, words))
        return;
    studio.memory.language = spoken()[chosen].code;
    studio.wants_words = true;
}

void draw_scale(Studio& studio) {
    // Letters that grow under the hand would run away from it: they wait until it lets go.
    float& held = *ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("held"));
    double scale = held > 0.0f ? static_cast<double>(held) : 100.0 * studio.memory.scale;
    const Slide slide =
        slider("settings.scale", scale, 100.0 * smallest_scale, 100.0 * largest_scale, "%.0f %%");
    if (slide.changed)
        held = static_cast<float>(scale);
    if (!slide.ended || held <= 0.0f)
        return;
    studio.memory.scale = std::clamp(0.01 * static_cast<double>(held), smallest_scale, largest_scale);
    studio.wants_scale = true;
    held = 0.0f;
}

} // namespace

void draw_settings(Studio& studio) {
    if (icon_button("settings.open", Icon::Settings))
        ImGui::OpenPopup("settings");
    ImGui::SetNextWindowSize({px(260), 0});
    if (!ImGui::BeginPopup("settings"))
        return;
    draw_language(studio);
    gap();
    draw_scale(studio);
    ImGui::EndPopup();
}

} // namespace healed::studio
