#pragma once

#include "base/progress.h"
#include "head/dimensions.h"
#include "head/head.h"
#include "head/landmarks.h"
#include "head/tidy.h"
#include "head/units.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace healed::head {

/// A landmark that a person has put right, as the file counts: in its own unit and axes.
struct Correction {
    std::size_t landmark = 0; ///< index into landmark_names
    glm::dvec3 in_file{0.0};

    bool operator==(const Correction&) const = default;
};

/// What a person says about a model.
struct ImportWishes {
    std::size_t unit = 0; ///< index into unit_words; 0 guesses
    std::vector<Correction> corrections;

    bool operator==(const ImportWishes&) const = default;
};

/// What an import found, for people and machines.
struct ImportReport {
    std::string file;
    std::size_t triangles = 0, meshes = 0, polygons = 0;
    Tidied tidied;
    std::string unit; ///< "none": no unit made a head of it
    bool unit_guessed = true;
    double mm_per_unit = 1.0;
    glm::vec3 up{0}, facing{0}; ///< the head's axes in those of the file
    glm::vec3 size_mm{0};       ///< extents along the head's axes: left to right, down to up, back to front
    std::size_t open_edges = 0, hidden_triangles = 0;
    std::size_t shells = 0, dropped_shells = 0, eyes = 0;
    double rms_mm = 0.0;     ///< of a stretched median head against the model
    double confidence = 0.0; ///< in the lie of the head, 0 … 1
    std::array<double, landmark_names.size()> landmark_confidence{};
    std::array<glm::vec3, landmark_names.size()> in_file{}; ///< landmarks as the file counts
    Dimensions dimensions{};
    double scalp_cm2 = 0.0, holes_cm2 = 0.0;
    std::vector<std::string> warnings;
};

struct Imported {
    Head head;
    ImportReport report;
};

/// Makes a head of a client's own scan or model (OBJ, glTF, GLB, PLY, FBX, STL): finds unit, lie and
/// landmarks, separates the skin from what lies inside, surveys the scalp. Throws Error naming the file, and
/// the reason in one line.
Imported import_head(
    const std::filesystem::path& file, const ImportWishes& wishes, const Progress& progress = [](double) {});

/// The head alone, kept in the cache by what the file holds and what was wished.
Head imported_head(
    const std::filesystem::path& file, const ImportWishes& wishes, const Progress& progress = [](double) {});

} // namespace healed::head
