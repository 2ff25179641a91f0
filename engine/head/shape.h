#pragma once

#include "base/constant.h"
#include "base/json.h"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace healed::head {

enum class Sex { Man, Woman };
inline constexpr std::array<std::string_view, 2> sex_words{"man", "woman"};

/// What the built-in head can be asked for. Its size is length, breadth and height together; breadth over
/// length is the cephalic index.
struct Shape {
    double length_mm = 199.0;       ///< glabella to the hindmost place
    double breadth_mm = 154.0;      ///< greatest over the ears
    double height_mm = 131.0;       ///< tragion up to the vertex
    double face_height_mm = 122.0;  ///< root of the nose to the chin
    double face_breadth_mm = 142.0; ///< over the cheekbones
    double ear_length_mm = 64.0;
    Sex sex = Sex::Man;      ///< brow, jaw and neck
    double age_years = 35.0; ///< depth of the folds of the face

    bool operator==(const Shape&) const = default;
};

/// Ranges: about the 1st percentile of women to the 99th of men; medians of women by ANSUR II are 187, 147,
/// 125, 113, 132 and 60 mm. Recalled, not re-read.
struct ShapeLimits {
    using enum Evidence;
    // clang-format off
    Constant length{"head.shape.length", 199.0, "mm", 168.0, 222.0, Literature, "ANSUR II, women and men; recalled, not re-read"};
    Constant breadth{"head.shape.breadth", 154.0, "mm", 130.0, 172.0, Literature, "ANSUR II, women and men; recalled, not re-read"};
    Constant height{"head.shape.height", 131.0, "mm", 110.0, 150.0, Literature, "ANSUR II, women and men; recalled, not re-read"};
    Constant face_height{"head.shape.face_height", 122.0, "mm", 98.0, 142.0, Literature, "ANSUR II, women and men; recalled, not re-read"};
    Constant face_breadth{"head.shape.face_breadth", 142.0, "mm", 118.0, 160.0, Literature, "ANSUR II, women and men; recalled, not re-read"};
    Constant ear_length{"head.shape.ear_length", 64.0, "mm", 50.0, 80.0, Literature, "ANSUR II; grows 0.22 mm a year from thirty on (J. Heathcote, BMJ 311, 1995); recalled, not re-read"};
    Constant age{"head.shape.age", 35.0, "year", 18.0, 90.0, Assumed, "folds deepen in proportion from the age of 20; by eye"};
    // clang-format on
};
inline constexpr ShapeLimits shape_limits{};

/// Keys, ranges and order of a shape in a file; `Fields` reads or writes them.
template <typename Fields>
void walk(Fields& fields, Shape& shape) {
    const auto within = [](const Constant& limit) { return Range{limit.low, limit.high}; };
    fields.number("length_mm", shape.length_mm, within(shape_limits.length));
    fields.number("breadth_mm", shape.breadth_mm, within(shape_limits.breadth));
    fields.number("height_mm", shape.height_mm, within(shape_limits.height));
    fields.number("face_height_mm", shape.face_height_mm, within(shape_limits.face_height));
    fields.number("face_breadth_mm", shape.face_breadth_mm, within(shape_limits.face_breadth));
    fields.number("ear_length_mm", shape.ear_length_mm, within(shape_limits.ear_length));
    fields.word("sex", shape.sex, sex_words);
    fields.number("age_years", shape.age_years, within(shape_limits.age));
}

/// A built-in head of assets/heads.
struct ShapePreset {
    std::string name, title;
    Shape shape;
};

/// All of them in order of the alphabet. Throws Error naming file, field and value.
std::vector<ShapePreset> load_shapes(const std::filesystem::path& assets);
/// One by name. Throws Error that lists the known names.
ShapePreset load_shape(const std::filesystem::path& assets, const std::string& name);

} // namespace healed::head
