#pragma once

#include "head/form.h"
#include "head/head.h"

#include <array>
#include <string_view>

namespace healed::head {

/// Landmarks by name, in the order in which they are told.
struct LandmarkName {
    std::string_view word;
    glm::vec3 Landmarks::*place;
};
inline constexpr std::array<LandmarkName, 8> landmark_names{{{"nasion", &Landmarks::nasion},
                                                             {"glabella", &Landmarks::glabella},
                                                             {"trichion", &Landmarks::trichion},
                                                             {"vertex", &Landmarks::vertex},
                                                             {"occiput", &Landmarks::occiput},
                                                             {"tragion-left", &Landmarks::tragion_left},
                                                             {"tragion-right", &Landmarks::tragion_right},
                                                             {"menton", &Landmarks::menton}}};
inline constexpr std::array<std::string_view, 8> landmark_words{
    "nasion", "glabella", "trichion", "vertex", "occiput", "tragion-left", "tragion-right", "menton"};

/// The named places of the built-in head, found on its surface by their definitions in anthropometry.
Landmarks find_landmarks(const Form& form);

} // namespace healed::head
