#include "document/plan_parts.h"

#include "base/error.h"
#include "project/fields.h"
#include "project/scalp_fields.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace healed::studio {

namespace {

using treatment::Stroke;

bool same_place(const treatment::Place& a, const treatment::Place& b) {
    return a.forward_mm == b.forward_mm && a.left_mm == b.left_mm;
}

bool same_stroke(const Stroke& a, const Stroke& b) {
    return std::tie(a.kind, a.radius_mm, a.softness, a.density, a.mirrored) ==
               std::tie(b.kind, b.radius_mm, b.softness, b.density, b.mirrored) &&
           std::ranges::equal(a.along, b.along, same_place);
}

/// The strokes of each that the other has not, between those at the beginning and at the end that both have.
struct Differing {
    std::size_t first;
    std::span<const Stroke> one, other;
};
Differing differing(std::span<const Stroke> one, std::span<const Stroke> other) {
    const auto alike = [](auto a, auto b, std::size_t most) {
        std::size_t count = 0;
        while (count < most && same_stroke(*a++, *b++))
            ++count;
        return count;
    };
    const std::size_t shorter = std::min(one.size(), other.size());
    const std::size_t first = alike(one.begin(), other.begin(), shorter);
    const std::size_t last = alike(one.rbegin(), other.rbegin(), shorter - first);
    return {first, one.subspan(first, one.size() - first - last),
            other.subspan(first, other.size() - first - last)};
}

std::string patch_between(const Json& from, const Json& to) {
    return from == to ? std::string() : Json::diff(from, to).dump();
}

project::Project read(const Json& json, const std::string& name) {
    JsonReader reader = JsonReader::from_value(json, name);
    return project::from_json(reader);
}

} // namespace

PlanParts parts_of(project::Project project) {
    PlanParts parts{.rest = {}, .strokes = std::exchange(project.plan.strokes, {})};
    parts.rest = project::to_json(project);
    return parts;
}

project::Project whole(const PlanParts& parts, const std::string& name) {
    project::Project project = read(parts.rest, name);
    project.plan.strokes = parts.strokes;
    return project;
}

project::Project checked(const PlanParts& parts, const PlanParts& known, const std::string& name) {
    const std::span<const Stroke> fresh = differing(known.strokes, parts.strokes).other;
    project::Project project = read(parts.rest, name);
    project.plan.strokes.assign(fresh.begin(), fresh.end());
    try {
        if (parts.strokes.size() > project::stroke_count.most)
            fail("more strokes than a plan has");
        if (!fresh.empty())
            read(project::to_json(project), name);
        project.plan.strokes = parts.strokes;
    } catch (const Error&) {
        // Among all of them, the one that is wrong has its own number.
        project.plan.strokes = parts.strokes;
        return read(project::to_json(project), name);
    }
    return project;
}

bool same(const PlanParts& one, const PlanParts& other) {
    return one.rest == other.rest && std::ranges::equal(one.strokes, other.strokes, same_stroke);
}

bool same_work(const project::Project& one, const project::Project& other) {
    PlanParts a = parts_of(one), b = parts_of(other);
    a.rest.erase("bookmarks");
    b.rest.erase("bookmarks");
    return one.folder == other.folder && same(a, b);
}

PlanChange::PlanChange(const PlanParts& before, const PlanParts& after)
    : forth_(patch_between(before.rest, after.rest)), back_(patch_between(after.rest, before.rest)) {
    const Differing strokes = differing(before.strokes, after.strokes);
    first_ = strokes.first;
    removed_.assign(strokes.one.begin(), strokes.one.end());
    added_.assign(strokes.other.begin(), strokes.other.end());
}

void PlanChange::turn(PlanParts& parts, const std::string& patch, const Strokes& from,
                      const Strokes& to) const {
    if (!patch.empty())
        parts.rest = parts.rest.patch(Json::parse(patch));
    const auto at = parts.strokes.begin() + static_cast<std::ptrdiff_t>(first_);
    parts.strokes.insert(parts.strokes.erase(at, at + static_cast<std::ptrdiff_t>(from.size())), to.begin(),
                         to.end());
}

} // namespace healed::studio
