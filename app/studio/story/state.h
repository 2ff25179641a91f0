#pragma once

#include "base/json.h"
#include "session/session.h"

#include <string>

namespace healed::studio {

/// Everything about a session that a story may expect.
nlohmann::ordered_json state_of(Session& session);

/// The value at "document.depth" or "plan.hairline.height_over_brow_mm" or "notices.0"; null where there is
/// none.
nlohmann::ordered_json value_at(const nlohmann::ordered_json& state, const std::string& key);

} // namespace healed::studio
