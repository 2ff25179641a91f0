#pragma once

#include "interface/studio.h"

#include <span>

namespace healed::studio {

/// One number of the plan as a slider shows it. The key names its words and its step in the history.
struct NumberField {
    const char* key;
    double low, high;
    const char* format;
    double (*get)(const project::Project&);
    void (*set)(project::Project&, double);
    bool logarithmic = false;
};

std::span<const NumberField> hairline_fields();
std::span<const NumberField> needle_fields();
std::span<const NumberField> hand_fields();
std::span<const NumberField> habit_fields();
std::span<const NumberField> hair_fields();

/// The slider of a field; each drag is one step.
void draw_field(Studio& studio, const NumberField& field);
void draw_fields(Studio& studio, std::span<const NumberField> fields);

/// A slider over a number that is no field of its own, such as one of a list.
void draw_number(Studio& studio, const char* key, const std::string& gesture, double value, double low,
                 double high, const char* format, const std::function<void(project::Project&, double)>& set);

} // namespace healed::studio
