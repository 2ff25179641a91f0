#include "interface/comparison.h"

#include "project/presets.h"

#include <algorithm>

namespace healed::studio {

Plan Variants::of(const Plan& planned, const Pane& pane) {
    const Plan& base = pane.other ? pane.other : planned;
    if (pane.ink.empty() && pane.skin.empty())
        return base;
    const auto same = std::ranges::find_if(made_, [&](const Made& made) {
        return made.base == base && made.ink == pane.ink && made.skin == pane.skin;
    });
    if (same != made_.end())
        return same->plan;
    auto variant = std::make_shared<project::Project>(*base);
    if (!pane.skin.empty())
        project::set_fitzpatrick(*variant, pane.skin);
    if (!pane.ink.empty())
        for (treatment::Session& session : variant->plan.sessions)
            session.ink = pane.ink;
    if (made_.size() >= 2 * Comparison::most_panes)
        made_.erase(made_.begin());
    return made_.emplace_back(Made{base, pane.ink, pane.skin, std::move(variant)}).plan;
}

} // namespace healed::studio
