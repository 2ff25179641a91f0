#pragma once

#include "head/import.h"
#include "head/soup.h"
#include "head/tidy.h"

#include <glm/gtc/matrix_transform.hpp>
#include <gtest/gtest.h>

namespace healed::head {

/// Not the head that the search compares with: other proportions, another face.
inline const Shape another{.length_mm = 190,
                           .breadth_mm = 148,
                           .height_mm = 126,
                           .face_height_mm = 114,
                           .face_breadth_mm = 133,
                           .ear_length_mm = 61,
                           .sex = Sex::Woman,
                           .age_years = 50};

inline const Head& truth() {
    static const Head head = built_in_head(another);
    return head;
}

inline Soup thinned_truth(std::size_t triangles) {
    Soup soup;
    for (const Vertex& v : truth().mesh.vertices)
        soup.positions.push_back(v.position_mm);
    soup.triangles = truth().mesh.triangles;
    Tidied tidied;
    thin(soup, tidied, triangles);
    return soup;
}

/// A model in other axes and units, and where its landmarks went.
struct Moved {
    glm::mat4 by;
    Soup soup;
    glm::vec3 operator()(glm::vec3 p) const { return glm::vec3(by * glm::vec4(p, 1.0f)); }
};
inline Moved moved(Soup soup, const glm::mat4& by) {
    for (glm::vec3& p : soup.positions)
        p = glm::vec3(by * glm::vec4(p, 1.0f));
    return {by, std::move(soup)};
}

inline glm::mat4 anyhow(float unit) {
    glm::mat4 by = glm::translate(glm::mat4(1.0f), glm::vec3(0.4f, -1.7f, 2.2f));
    by = glm::rotate(by, 2.3f, glm::normalize(glm::vec3(0.3f, -0.7f, 0.5f)));
    return glm::scale(by, glm::vec3(unit));
}

inline void expect_landmarks(const ImportReport& report, const Moved& model, double unit_mm,
                             float within_mm) {
    for (std::size_t i = 0; i < landmark_names.size(); ++i) {
        const glm::vec3 expected = model(truth().landmarks.*landmark_names[i].place);
        EXPECT_LT(glm::distance(report.in_file[i], expected) * float(unit_mm), within_mm)
            << landmark_names[i].word;
    }
}

} // namespace healed::head
