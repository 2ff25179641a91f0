#include "head/landmarks.h"

#include "head/anthropometry.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace healed::head {
namespace {

constexpr double step_mm = 0.25;

/// The surface met by a ray from outside that runs along `direction` towards `from`'s far side.
glm::dvec3 from_outside(const Form& form, glm::dvec3 from, glm::dvec3 direction) {
    for (int step = 0; step < 400; ++step) {
        const double distance = form.distance_mm(from);
        if (distance < 1e-5)
            break;
        from += 0.8 * distance * direction;
    }
    return from;
}

glm::dvec3 front_at(const Form& form, double height) {
    return from_outside(form, {0, height, 260}, {0, 0, -1});
}

double height_of(const Form& form, double on_median) {
    return form.place({0.0, on_median, 0.0}).y;
}

/// The place of the front midline between two heights of the median man that makes `measure` greatest.
glm::dvec3 front_extreme(const Form& form, double low, double high,
                         const std::function<double(glm::dvec3)>& measure) {
    low = height_of(form, low);
    high = height_of(form, high);
    glm::dvec3 best = front_at(form, low);
    for (double height = low; height <= high; height += step_mm) {
        const glm::dvec3 place = front_at(form, height);
        if (measure(place) > measure(best))
            best = place;
    }
    return best;
}

/// The hindmost place of the midline as seen from the glabella (opisthocranion).
glm::dvec3 hindmost(const Form& form, glm::dvec3 glabella) {
    glm::dvec3 best = glabella;
    for (double height = 0.0; height <= 120.0; height += step_mm) {
        const glm::dvec3 place = from_outside(form, {0, height, -280}, {0, 0, 1});
        // Rays over a low crown meet nothing.
        if (place.z < 0.0 && glm::distance(place, glabella) > glm::distance(best, glabella))
            best = place;
    }
    return best;
}

glm::dvec3 highest(const Form& form) {
    glm::dvec3 best(0.0);
    for (double depth = -70.0; depth <= 50.0; depth += step_mm) {
        const glm::dvec3 place = from_outside(form, {0, 200, depth}, {0, -1, 0});
        if (place.y > best.y)
            best = place;
    }
    return best;
}

/// The lowest place of the chin on the midline.
glm::dvec3 lowest_of_chin(const Form& form) {
    glm::dvec3 best(0.0);
    const double from = form.place({0, 0, 70}).z, to = form.place({0, 0, 105}).z;
    for (double depth = from; depth <= to; depth += step_mm) {
        const glm::dvec3 place = from_outside(form, {0, height_of(form, -160), depth}, {0, 1, 0});
        if (place.y < best.y)
            best = place;
    }
    return best;
}

glm::dvec3 up_the_forehead(const Form& form, glm::dvec3 from, double arc) {
    glm::dvec3 place = from;
    for (double gone = 0.0; gone < arc;) {
        const glm::dvec3 next = front_at(form, place.y + step_mm);
        gone += glm::distance(place, next);
        place = next;
    }
    return place;
}

} // namespace

Landmarks find_landmarks(const Form& form) {
    Landmarks marks;
    const glm::dvec3 glabella = front_extreme(form, 24.0, 44.0, [](glm::dvec3 p) { return p.z; });
    // The root of the nose lies deepest behind the chord from the glabella to the bridge.
    const glm::dvec3 bridge = front_at(form, 0.0);
    const glm::dvec3 chord = glm::normalize(bridge - glabella), behind(0.0, chord.z, -chord.y);
    const glm::dvec3 nasion =
        front_extreme(form, 4.0, form.proportions().to_median(glabella).y,
                      [&](glm::dvec3 p) { return std::abs(glm::dot(p - glabella, behind)); });
    const glm::dvec3 tragion = from_outside(form, {170, 0, 0}, {-1, 0, 0});
    marks.glabella = glm::vec3(glabella);
    marks.nasion = glm::vec3(nasion);
    marks.trichion =
        glm::vec3(up_the_forehead(form, glabella, median_man.glabella_to_trichion * form.proportions().up));
    marks.vertex = glm::vec3(highest(form));
    marks.occiput = glm::vec3(hindmost(form, glabella));
    marks.tragion_left = glm::vec3(tragion);
    marks.tragion_right = glm::vec3(-tragion.x, tragion.y, tragion.z);
    marks.menton = glm::vec3(lowest_of_chin(form));
    return marks;
}

} // namespace healed::head
