#include "interface/fields.h"

#include "interface/widgets.h"
#include "treatment/needle.h"

#include <cmath>

namespace healed::studio {

namespace {

using P = project::Project;

#define NUMBER(place)                                                                                        \
    [](const P& p) { return static_cast<double>(p.place); }, [](P& p, double v) { p.place = v; }
#define WHOLE(place)                                                                                         \
    [](const P& p) { return static_cast<double>(p.place); },                                                 \
        [](P& p, double v) { p.place = static_cast<int>(std::lround(v)); }
#define PER_CENT(place)                                                                                      \
    [](const P& p) { return 100.0 * (p.place); }, [](P& p, double v) { p.place = 0.01 * v; }

const NumberField hairline[] = {
    {"field.hairline.height", 35, 110, "%.0f mm", NUMBER(plan.hairline.height_over_brow_mm)},
    {"field.hairline.recession", 0, 50, "%.0f mm", NUMBER(plan.hairline.temple_recession_mm)},
    {"field.hairline.width", 80, 170, "%.0f mm", NUMBER(plan.hairline.width_mm)},
    {"field.hairline.irregularity", 0, 12, "%.1f mm", NUMBER(plan.hairline.irregularity_mm)},
    {"field.hairline.feather", 0, 30, "%.0f mm", NUMBER(plan.hairline.feather_mm)},
};

/// A setting and where its ink comes to rest go together: the one that is turned carries the other along.
void set_setting(P& project, double setting_mm) {
    treatment::Needle& needle = project.plan.needle;
    needle.setting_mm = setting_mm;
    needle.resting_depth_mm = treatment::resting_depth_mm(setting_mm);
}

const NumberField needle[] = {
    {"field.needle.setting", 0.3, 5, "%.2f mm", [](const P& p) { return p.plan.needle.setting_mm; },
     set_setting},
    {"field.needle.depth", 0.03, 1.2, "%.2f mm", NUMBER(plan.needle.resting_depth_mm)},
    {"field.needle.footprint", 0.1, 1.0, "%.2f mm", NUMBER(plan.needle.footprint_mm)},
    {"field.needle.points", 1, 14, "%.0f", WHOLE(plan.needle.points)},
    {"field.needle.tilt", 0, 60, "%.0f°", NUMBER(plan.needle.tilt_deg)},
    {"field.needle.dwell", 0.3, 5, "× %.1f", NUMBER(plan.needle.dwell), true},
    {"field.needle.pressure", 0.5, 3, "× %.1f", NUMBER(plan.needle.pressure)},
    {"field.needle.load", 0.2, 3, "× %.1f", NUMBER(plan.needle.ink_load), true},
};

const NumberField hand[] = {
    {"field.hand.depth", 0, 0.3, "%.3f mm", NUMBER(plan.hand.depth_sd_mm)},
    {"field.hand.size", 0, 60, "%.0f %%", PER_CENT(plan.hand.size_cv)},
    {"field.hand.place", 0, 0.6, "%.2f mm", NUMBER(plan.hand.place_sd_mm)},
    {"field.hand.missed", 0, 50, "%.0f %%", PER_CENT(plan.hand.missed)},
};

const NumberField habits[] = {
    {"field.habit.outdoors", 0, 30, "%.0f %%", PER_CENT(client.outdoor_fraction)},
    {"field.habit.swims", 0, 14, "%.0f / week", NUMBER(client.swims_per_week)},
    {"field.habit.age", 18, 90, "%.0f y", NUMBER(client.age_years)},
};

const NumberField hair[] = {
    {"field.hair.density", 20, 150, "%.0f / cm²", NUMBER(plan.follicles.units_per_cm2)},
    {"field.hair.stubble", 0, 3, "%.2f mm", NUMBER(plan.follicles.stubble_mm)},
    {"field.hair.colour", 0, 60, "%.0f / mm", NUMBER(plan.follicles.eumelanin_per_mm)},
    {"field.hair.grey", 0, 100, "%.0f %%", PER_CENT(plan.follicles.grey_share)},
};

#undef NUMBER
#undef WHOLE
#undef PER_CENT

} // namespace

std::span<const NumberField> hairline_fields() {
    return hairline;
}

std::span<const NumberField> needle_fields() {
    return needle;
}

std::span<const NumberField> hand_fields() {
    return hand;
}

std::span<const NumberField> habit_fields() {
    return habits;
}

std::span<const NumberField> hair_fields() {
    return hair;
}

void draw_field(Studio& studio, const NumberField& field) {
    double value = field.get(studio.document.project());
    const Slide slide = slider(field.key, value, field.low, field.high, field.format, field.logarithmic);
    if (slide.changed)
        studio.edit(field.key, field.key, [&](P& project) { field.set(project, value); });
    if (slide.ended)
        studio.document.end_gesture();
}

void draw_fields(Studio& studio, std::span<const NumberField> fields) {
    for (const NumberField& field : fields)
        draw_field(studio, field);
}

void draw_number(Studio& studio, const char* key, const std::string& gesture, double value, double low,
                 double high, const char* format, const std::function<void(P&, double)>& set) {
    ImGui::PushID(gesture.c_str());
    const Slide slide = slider(key, value, low, high, format);
    ImGui::PopID();
    if (slide.changed)
        studio.edit(key, gesture, [&](P& project) { set(project, value); });
    if (slide.ended)
        studio.document.end_gesture();
}

} // namespace healed::studio
