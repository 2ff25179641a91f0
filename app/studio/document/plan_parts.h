#pragma once

#include "project/project.h"

#include <vector>

namespace healed::studio {

/// A plan as steps of the history see it: what was painted, which may be much, apart from all else.
struct PlanParts {
    Json rest; ///< as project::to_json, without strokes
    std::vector<treatment::Stroke> strokes;
};
PlanParts parts_of(project::Project project);
/// The plan again. Throws Error, `name` first, where it could not be saved and opened.
project::Project whole(const PlanParts& parts, const std::string& name);
/// The same, where all strokes that `known` has are known to be right already: only others are looked at.
project::Project checked(const PlanParts& parts, const PlanParts& known, const std::string& name);

bool same(const PlanParts& one, const PlanParts& other);
/// Whether nothing differs that a picture or a number depends on.
bool same_work(const project::Project& one, const project::Project& other);

/// What leads from one plan to another and back: as much as differs, however large the plans are.
class PlanChange {
  public:
    PlanChange(const PlanParts& before, const PlanParts& after);

    void redo(PlanParts& parts) const { turn(parts, forth_, removed_, added_); }
    void undo(PlanParts& parts) const { turn(parts, back_, added_, removed_); }

  private:
    using Strokes = std::vector<treatment::Stroke>;
    void turn(PlanParts& parts, const std::string& patch, const Strokes& from, const Strokes& to) const;

    std::string forth_, back_; ///< RFC 6902, JSON Patch; "" for nothing
    std::size_t first_ = 0;    ///< stroke that differs
    Strokes removed_, added_;
};

} // namespace healed::studio
